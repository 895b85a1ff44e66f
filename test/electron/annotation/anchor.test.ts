// Anchors: made with whole characters round them, found again where the text has changed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSpanTarget, makeSpanTarget } from '../../../electron/annotation/anchor.ts';
import { vi } from '../../helpers/edit-world.ts';

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
const anySpan = fc.tuple(fc.nat(), fc.nat());

/** A span of a text, between whole characters. */
function spanOf(text: string, [a, b]: readonly [number, number]) {
  const starts = [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index);
  const ends = [...starts.slice(1), text.length];
  const first = a % starts.length;
  const last = first + (b % (starts.length - first));
  return { start: starts[first] ?? 0, end: ends[last] ?? text.length };
}

describe('makeSpanTarget', () => {
  test('quotes the words and at most 32 code units on either side, as they stand in the text', () => {
    fc.assert(
      fc.property(anyText, anySpan, (text, numbers) => {
        const { start, end } = spanOf(text, numbers);
        const { quote } = makeSpanTarget(vi, text, { start, end });
        const { prefix, exact, suffix } = quote;
        expect(text.slice(start - prefix.length, end + suffix.length)).toBe(
          prefix + exact + suffix,
        );
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
        expect([prefix, suffix].every((context) => context.isWellFormed())).toBe(true);
        expect(prefix).not.toMatch(/^[\p{M}\u200d]/u);
        expect(text.slice(end + suffix.length)).not.toMatch(
          suffix === '' ? /^(?!)/ : /^[\p{M}\u200d]/u,
        );
      }),
    );
  });

  test('takes all 32 where single letters allow it', () => {
    const text = `${'a'.repeat(50)}X${'b'.repeat(50)}`;
    const { quote } = makeSpanTarget(vi, text, { start: 50, end: 51 });
    expect(quote).toEqual({ exact: 'X', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) });
  });

  test.each([
    ['a surrogate pair', '😀', 16],
    ['a combining mark', 'e\u0323\u0302', 10],
    ['a joined sequence', '👩‍👩‍👧', 4],
  ])('does not cut %s', (_, character, count) => {
    const text = `${character.repeat(20)}|x|${character.repeat(20)}`;
    const start = character.length * 20 + 1;
    const { quote } = makeSpanTarget(vi, text, { start, end: start + 1 });
    const whole = character.repeat(Math.min(count, Math.floor(31 / character.length)));
    expect(quote).toEqual({ exact: 'x', prefix: `${whole}|`, suffix: `|${whole}` });
  });
});

describe('findSpanTarget', () => {
  test('finds every span of an unchanged text where it was', () => {
    fc.assert(
      fc.property(anyText, anySpan, (text, numbers) => {
        const span = spanOf(text, numbers);
        expect(findSpanTarget(makeSpanTarget(vi, text, span), text)).toEqual(span);
      }),
    );
  });

  test('finds words that occur once, wherever the text before them has moved them', () => {
    fc.assert(
      fc.property(anyText, anySpan, fc.string(), fc.string(), (text, numbers, before, after) => {
        const span = spanOf(text, numbers);
        const marked = { start: span.start + 1, end: span.end + 3 };
        const withMarks = `\u0001${text.slice(0, span.start)}\u0002${text.slice(span.start, span.end)}\u0003${text.slice(span.end)}`;
        const target = makeSpanTarget(vi, withMarks, marked);
        const found = findSpanTarget(target, before + withMarks + after);
        expect(found).toEqual({
          start: marked.start + before.length,
          end: marked.end + before.length,
        });
      }),
    );
  });

  test('prefers the place with the same words round it', () => {
    const text = 'xin chào Lan. Rồi xin chào Mai. Sau đó xin chào Lan.';
    const target = makeSpanTarget(vi, text, { start: 18, end: 26 });
    const changed = `xin chào Lan. Thế là đến lượt xin chào Nga. ${text.slice(14)}`;
    const found = findSpanTarget(target, changed);
    expect(found).toEqual({ start: 48, end: 56 });
  });

  test('prefers the nearer of two places that are alike', () => {
    const target = makeSpanTarget(vi, '....... có .......', { start: 8, end: 10 });
    const alike = `${'.'.repeat(40)} có ${'.'.repeat(40)}`;
    expect(findSpanTarget(target, alike + alike)).toEqual({ start: 41, end: 43 });
  });

  test('answers null where the words are gone, and for no words', () => {
    const target = makeSpanTarget(vi, 'một hai ba', { start: 4, end: 7 });
    expect(findSpanTarget(target, 'một ba')).toBeNull();
    expect(findSpanTarget(makeSpanTarget(vi, 'một', { start: 1, end: 1 }), 'một')).toBeNull();
  });
});

// Spans stay on their words while the text round them is corrected.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSpanTarget } from '../../../electron/annotation/anchor.ts';
import {
  reanchor,
  shiftSpan,
  spliceBetween,
  spliceText,
} from '../../../electron/annotation/reanchor.ts';
import { vi } from '../../helpers/edit-world.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 20 });

describe('spliceBetween', () => {
  test('makes one text of the other, whatever they are, and is no longer than it must be', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (start, end, before, after) => {
        const [one, other] = [start + before + end, start + after + end];
        const splice = spliceBetween(one, other);
        expect(spliceText(one, splice)).toBe(other);
        expect(splice.removed.length).toBeLessThanOrEqual(before.length + 1);
      }),
    );
  });

  test('cuts no character in two', () => {
    // The two share the first half of a surrogate pair, then the second half.
    expect(spliceBetween('a😀b', 'a😁b')).toEqual({ start: 1, removed: '😀', inserted: '😁' });
    expect(spliceBetween('a\u{1F600}b', 'a\u{1FA00}b').removed).toBe('\u{1F600}');
  });
});

describe('shiftSpan', () => {
  test('moves a span with its words, and the opposite splice moves it back', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(20), fc.nat(20), (before, after, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
        fc.pre(end <= before.length);
        const splice = spliceBetween(before, after);
        const moved = shiftSpan({ start, end }, splice);
        if (moved === null) {
          return;
        }
        expect(after.slice(moved.start, moved.end)).toBe(before.slice(start, end));
        const opposite = { ...splice, removed: splice.inserted, inserted: splice.removed };
        expect(shiftSpan(moved, opposite)).toEqual({ start, end });
      }),
      { numRuns: 500 },
    );
  });
});

describe('reanchor', () => {
  const place = (before: string, words: string, after: string): string => {
    const start = before.indexOf(words);
    const target = makeSpanTarget(vi, before, { start, end: start + words.length });
    const splice = spliceBetween(before, after);
    const { quote, position } = reanchor(target, splice, after, { start: 0, end: after.length });
    expect(after.slice(position.start, position.end)).toBe(quote.exact);
    return quote.exact;
  };

  test.each([
    [
      'a character within the words',
      'Ngày Nhât Bản thua',
      'Nhât Bản',
      'Ngày Nhật Bản thua',
      'Nhật Bản',
    ],
    [
      'words within the words',
      'một hai ba bốn',
      'hai ba bốn',
      'một hai và ba bốn',
      'hai và ba bốn',
    ],
    ['the beginning of the words', 'một hai ba', 'hai ba', 'một HAI ba', 'HAI ba'],
    [
      'the words themselves, though they stand elsewhere, too',
      'chào rồi chào',
      'chào',
      'hẹn rồi chào',
      'hẹn',
    ],
    [
      'the whole sentence, the words kept in another place',
      'abc xin def',
      'xin',
      'Ghi lại xin nhé',
      'xin',
    ],
    ['everything, the words gone', 'abc xin def', 'xin', 'ghi lại', 'ghi lại'],
    ['the words taken out', 'một hai ba', 'hai ', 'một ba', 'một ba'],
  ])('%s', (_, before, words, after, expected) => {
    expect(place(before, words, after)).toBe(expected);
  });

  test('whatever is written, there are words under the span, and they are quoted', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(20), fc.nat(20), (before, after, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
        fc.pre(end <= before.length && after !== '');
        const target = makeSpanTarget(vi, before, { start, end });
        const splice = spliceBetween(before, after);
        fc.pre(shiftSpan({ start, end }, splice) === null);
        const sentence = { start: 0, end: after.length };
        const { position, quote } = reanchor(target, splice, after, sentence);
        expect(quote.exact).not.toBe('');
        expect(after.slice(position.start, position.end)).toBe(quote.exact);
      }),
      { numRuns: 500 },
    );
  });
});

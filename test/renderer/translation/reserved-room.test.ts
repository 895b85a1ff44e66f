import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../../electron/corpus/document.ts';
import { reservedLines } from '../../../renderer/translation/reserved-room.ts';

test('a short sentence has one line, a long one more, and capital letters need more than small ones', () => {
  expect(reservedLines('', 'en', 400, 13)).toBe(1);
  expect(reservedLines('Xin chào!', 'en', 400, 13)).toBe(1);
  const long = 'nhân dân và đất nước '.repeat(24);
  expect(reservedLines(long, 'en', 400, 13)).toBeGreaterThan(8);
  expect(reservedLines(long.toUpperCase(), 'en', 400, 13)).toBeGreaterThan(
    reservedLines(long, 'en', 400, 13),
  );
});

test('more words, larger type or a narrower block never need less room', () => {
  const words = fc.string({ maxLength: 400 });
  const width = fc.integer({ min: 1, max: 1200 });
  const size = fc.integer({ min: 8, max: 40 });
  const to = fc.constantFrom(...languages);
  fc.assert(
    fc.property(words, words, to, width, size, fc.nat(500), (source, others, language, ...rest) => {
      const [widthPx, sizePx, more] = rest;
      const lines = reservedLines(source, language, widthPx, sizePx);
      expect(lines).toBeGreaterThanOrEqual(1);
      expect(reservedLines(source + others, language, widthPx, sizePx)).toBeGreaterThanOrEqual(
        lines,
      );
      expect(reservedLines(source, language, widthPx, sizePx + more)).toBeGreaterThanOrEqual(lines);
      expect(reservedLines(source, language, widthPx + more, sizePx)).toBeLessThanOrEqual(lines);
    }),
  );
});

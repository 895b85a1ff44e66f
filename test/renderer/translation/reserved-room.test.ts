import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reservedLines } from '../../../renderer/translation/reserved-room.ts';

test('a short sentence has one line, a long one as many as its letters need', () => {
  expect(reservedLines(0, 400, 13)).toBe(1);
  expect(reservedLines(20, 400, 13)).toBe(1);
  expect(reservedLines(500, 400, 13)).toBe(10);
});

test('more letters, larger type or a narrower block never need less room', () => {
  const length = fc.nat(3000);
  const width = fc.integer({ min: 1, max: 1200 });
  const size = fc.integer({ min: 8, max: 40 });
  fc.assert(
    fc.property(length, width, size, fc.nat(500), (letters, widthPx, sizePx, more) => {
      const lines = reservedLines(letters, widthPx, sizePx);
      expect(lines).toBeGreaterThanOrEqual(1);
      expect(reservedLines(letters + more, widthPx, sizePx)).toBeGreaterThanOrEqual(lines);
      expect(reservedLines(letters, widthPx, sizePx + more)).toBeGreaterThanOrEqual(lines);
      expect(reservedLines(letters, widthPx + more, sizePx)).toBeLessThanOrEqual(lines);
    }),
  );
});

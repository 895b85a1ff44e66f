import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LevelPoint, mapHeight, shrink } from '../../../renderer/reader/scroll-map.ts';

/** Points that rise on both sides. */
const points = fc
  .array(
    fc.record({ from: fc.integer({ min: 1, max: 500 }), to: fc.integer({ min: 1, max: 500 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((steps) => {
    const risen: LevelPoint[] = [];
    for (const step of steps) {
      const last = risen.at(-1) ?? { from: 0, to: 0 };
      risen.push({ from: last.from + step.from, to: last.to + step.to });
    }
    return risen;
  });
const height = fc.integer({ min: -1000, max: 8000 });

describe('the height in the other pane', () => {
  test('goes through every point', () => {
    fc.assert(
      fc.property(points, (given) => {
        for (const { from, to } of given) {
          expect(mapHeight(given, from)).toBeCloseTo(to, 6);
        }
      }),
    );
  });

  test('never runs backwards', () => {
    fc.assert(
      fc.property(points, height, height, (given, one, other) => {
        const [lower, upper] = one < other ? [one, other] : [other, one];
        expect(mapHeight(given, lower)).toBeLessThanOrEqual(mapHeight(given, upper) + 1e-6);
      }),
    );
  });

  test('keeps the pace before the first point and after the last, and without any', () => {
    const given = [
      { from: 100, to: 50 },
      { from: 200, to: 400 },
    ];
    expect(mapHeight(given, 40)).toBe(-10);
    expect(mapHeight(given, 230)).toBe(430);
    expect(mapHeight(given, 150)).toBe(225);
    expect(mapHeight([], 70)).toBe(70);
  });
});

test('a pane that stands askew comes nearer, and not past its line', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), fc.nat(500), (offset, step) => {
      const left = shrink(offset, step);
      expect(Math.abs(left)).toBe(Math.max(0, Math.abs(offset) - step));
      expect(left * offset).toBeGreaterThanOrEqual(0);
    }),
  );
});

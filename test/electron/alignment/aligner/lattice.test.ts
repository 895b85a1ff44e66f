import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beadKinds } from '../../../../electron/alignment/aligner/bead.ts';
import { corridorAlong } from '../../../../electron/alignment/aligner/corridor.ts';
import {
  beadIndex,
  bestPath,
  fillLattice,
} from '../../../../electron/alignment/aligner/lattice.ts';

const scoreOf = (seed: number) => (kind: number, row: number, column: number) =>
  Math.sin(seed + 7 * kind + 13 * row + 29 * column) * 3;

/** Every path by brute force: its beads and its sum. */
function* paths(
  rows: number,
  columns: number,
  score: (kind: number, row: number, column: number) => number,
): Generator<{ readonly sum: number; readonly beads: readonly string[] }> {
  if (rows === 0 && columns === 0) {
    yield { sum: 0, beads: [] };
    return;
  }
  for (const [kind, [vi, en]] of beadKinds.entries()) {
    if (vi <= rows && en <= columns) {
      for (const before of paths(rows - vi, columns - en, score)) {
        yield {
          sum: before.sum + score(kind, rows, columns),
          beads: [...before.beads, `${kind}:${rows}:${columns}`],
        };
      }
    }
  }
}

test('sum, chances and best path are those of all paths', () => {
  const size = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(size, size, fc.integer({ min: 0, max: 1000 }), (rows, columns, seed) => {
      const score = scoreOf(seed);
      const all = [...paths(rows, columns, score)];
      const total = all.reduce((sum, path) => sum + Math.exp(path.sum), 0);
      const corridor = corridorAlong([], rows, columns);
      const lattice = fillLattice(corridor, score);
      expect(lattice.logSum).toBeCloseTo(Math.log(total), 4);
      const best = bestPath(corridor, (index) => lattice.scores[index] ?? 0);
      const bestSum = Math.max(...all.map(({ sum }) => sum));
      expect(
        best.reduce((sum, { kind, row, column }) => sum + score(kind, row, column), 0),
      ).toBeCloseTo(bestSum, 4);
      for (const step of best) {
        const name = `${step.kind}:${step.row}:${step.column}`;
        const chance =
          all
            .filter(({ beads }) => beads.includes(name))
            .reduce((sum, path) => sum + Math.exp(path.sum), 0) / total;
        expect(lattice.chances[beadIndex(corridor, step)]).toBeCloseTo(chance, 4);
      }
    }),
    { numRuns: 40 },
  );
});

test('a corridor always has a path, and its cells grow linearly', () => {
  const side = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(side, side, fc.array(fc.tuple(side, side)), (rows, columns, corners) => {
      const growing: (readonly [number, number])[] = [];
      for (const [row, column] of corners.toSorted((a, b) => a[0] - b[0])) {
        const [lastRow, lastColumn] = growing.at(-1) ?? [0, 0];
        if (row >= lastRow && column >= lastColumn && row <= rows && column <= columns) {
          growing.push([row, column]);
        }
      }
      const { lows, highs, starts } = corridorAlong(growing, rows, columns);
      expect([lows[0], highs[rows]]).toEqual([0, columns]);
      for (let row = 1; row <= rows; row += 1) {
        expect(lows[row]).toBeGreaterThanOrEqual(lows[row - 1] ?? 0);
        expect(highs[row]).toBeGreaterThanOrEqual(highs[row - 1] ?? 0);
        expect(lows[row]).toBeLessThanOrEqual(highs[row - 1] ?? 0);
      }
      expect(starts.at(-1)).toBeLessThanOrEqual(400 * (rows + columns + growing.length + 2));
    }),
    { numRuns: 60 },
  );
});

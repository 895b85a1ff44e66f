import { expect, test } from 'vitest';
import type { Bead } from '../../../../electron/alignment/aligner/bead.ts';
import { scoreBeads } from './bead-f1.ts';

const bead = (vi: readonly number[], en: readonly number[]): Bead => ({ vi, en });
const gold = [bead([0], [0]), bead([1, 2], [1]), bead([3], []), bead([4], [2, 3])];

test.each([
  ['the gold itself', gold, 1, 1, 1],
  ['nothing', [], 0, 0, 0],
  ['only lines alone', [bead([0], []), bead([], [0])], 0, 0, 0],
  // Strict: 1 of 2 found, 1 of 3 gold. Lax: both found overlap, 2 of 3 gold do.
  ['one bead cut short', [bead([0], [0]), bead([1], [1])], 0.4, 0.8, 0.5],
  ['a bead that overlaps on one side alone', [bead([0], [3])], 0, 0, 0],
  ['a line alone more', [...gold, bead([], [9])], 1, 1, 1],
])('%s', (_, found, strict, lax, precision) => {
  const score = scoreBeads([[gold, found]]);
  expect(score.strict.f1).toBeCloseTo(strict);
  expect(score.lax.f1).toBeCloseTo(lax);
  expect(score.strict.precision).toBeCloseTo(precision);
});

test('documents count by their beads, not each the same', () => {
  const one = [bead([0], [0])];
  const { strict } = scoreBeads([
    [gold, gold],
    [one, []],
  ]);
  expect(strict).toEqual({ precision: 1, recall: 0.75, f1: (2 * 0.75) / 1.75 });
});

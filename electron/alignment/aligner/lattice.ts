// Dynamic programming over a corridor: the best path of beads, and how probable every bead is (forward and backward).
import { beadKinds } from './bead.ts';
import type { Corridor } from './corridor.ts';

/** A bead of a path: its kind's number and the position that it ends at. */
export interface Step {
  readonly kind: number;
  readonly row: number;
  readonly column: number;
}

/** The score of the bead of a kind that ends at a position, or -Infinity where there may be none. */
export type ScoreBead = (kind: number, row: number, column: number) => number;

const kindCount = beadKinds.length;
const kindRows = Int32Array.from(beadKinds, ([vi]) => vi);
const kindColumns = Int32Array.from(beadKinds, ([, en]) => en);

/** Everything about a section's beads; arrays over cells times kinds, by the cell that a bead ends at. */
export interface Lattice {
  readonly corridor: Corridor;
  readonly scores: Float32Array;
  /** By cell and kind: the chance that the bead is in the path, 0 to 1, as far as the scores are right. */
  readonly chances: Float32Array;
  /** The logarithm of the sum over all paths. */
  readonly logSum: number;
  readonly scoredBeads: number;
}

/**
 * Scores every bead of the corridor once and adds up all paths. Skipping a line must always be allowed. With `kinds`, only
 * the first so many kinds are looked at.
 */
export function fillLattice(
  corridor: Corridor,
  score: ScoreBead,
  kinds: number = kindCount,
): Lattice {
  const { lows, highs, starts } = corridor;
  const rows = lows.length - 1;
  const cells = starts[rows + 1] ?? 0;
  const scores = new Float32Array(cells * kindCount).fill(Number.NEGATIVE_INFINITY);
  const forward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const terms = new Float64Array(kindCount);
  let scoredBeads = 0;
  forward[0] = 0;
  for (let row = 0; row <= rows; row += 1) {
    for (let column = lows[row] ?? 0; column <= (highs[row] ?? 0); column += 1) {
      const cell = cellAt(corridor, row, column);
      let highest = cell === 0 ? 0 : Number.NEGATIVE_INFINITY;
      terms.fill(Number.NEGATIVE_INFINITY);
      for (let kind = 0; kind < kinds; kind += 1) {
        const from = fromCell(corridor, kind, row, column);
        if (from < 0 || forward[from] === Number.NEGATIVE_INFINITY) {
          continue;
        }
        const value = score(kind, row, column);
        scoredBeads += 1;
        scores[cell * kindCount + kind] = value;
        const term = (forward[from] ?? 0) + value;
        terms[kind] = term;
        highest = Math.max(highest, term);
      }
      if (cell > 0 && highest > Number.NEGATIVE_INFINITY) {
        forward[cell] = highest + Math.log(sumOfPowers(terms, highest));
      }
    }
  }
  const chances = new Float32Array(cells * kindCount);
  const logSum = forward[cells - 1] ?? 0;
  backward[cells - 1] = 0;
  for (let row = rows; row >= 0; row -= 1) {
    for (let column = highs[row] ?? 0; column >= (lows[row] ?? 0); column -= 1) {
      const cell = cellAt(corridor, row, column);
      const behind = backward[cell] ?? 0;
      if (behind === Number.NEGATIVE_INFINITY) {
        continue;
      }
      for (let kind = 0; kind < kindCount; kind += 1) {
        const value = scores[cell * kindCount + kind] ?? 0;
        if (value === Number.NEGATIVE_INFINITY) {
          continue;
        }
        const from = fromCell(corridor, kind, row, column);
        const term = value + behind;
        backward[from] = logAdd(backward[from] ?? 0, term);
        chances[cell * kindCount + kind] = Math.exp((forward[from] ?? 0) + term - logSum);
      }
    }
  }
  return { corridor, scores, chances, logSum, scoredBeads };
}

/** The path whose beads have the highest sum of values; values by cell and kind, -Infinity where there is no bead. */
export function bestPath(
  corridor: Corridor,
  worth: (index: number, kind: number) => number,
): readonly Step[] {
  const { lows, highs, starts } = corridor;
  const rows = lows.length - 1;
  const cells = starts[rows + 1] ?? 0;
  const best = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const kinds = new Int8Array(cells).fill(-1);
  best[0] = 0;
  for (let row = 0; row <= rows; row += 1) {
    for (let column = lows[row] ?? 0; column <= (highs[row] ?? 0); column += 1) {
      const cell = cellAt(corridor, row, column);
      for (let kind = 0; kind < kindCount; kind += 1) {
        const from = fromCell(corridor, kind, row, column);
        if (from < 0) {
          continue;
        }
        const value = (best[from] ?? 0) + worth(cell * kindCount + kind, kind);
        if (value > (best[cell] ?? 0)) {
          best[cell] = value;
          kinds[cell] = kind;
        }
      }
    }
  }
  const steps: Step[] = [];
  let row = rows;
  let column = highs[rows] ?? 0;
  while (row > 0 || column > 0) {
    const kind = kinds[cellAt(corridor, row, column)] ?? -1;
    if (kind < 0) {
      throw new Error('a corridor without a path');
    }
    steps.push({ kind, row, column });
    row -= kindRows[kind] ?? 0;
    column -= kindColumns[kind] ?? 0;
  }
  return steps.reverse();
}

/** The place of a bead in arrays over cells times kinds. */
export function beadIndex(corridor: Corridor, { kind, row, column }: Step): number {
  return cellAt(corridor, row, column) * kindCount + kind;
}

function cellAt({ lows, starts }: Corridor, row: number, column: number): number {
  return (starts[row] ?? 0) + column - (lows[row] ?? 0);
}

/** The cell that a bead begins at, or -1 outside the corridor. */
function fromCell(corridor: Corridor, kind: number, row: number, column: number): number {
  const fromRow = row - (kindRows[kind] ?? 0);
  const fromColumn = column - (kindColumns[kind] ?? 0);
  return fromRow >= 0 &&
    fromColumn >= (corridor.lows[fromRow] ?? 0) &&
    fromColumn <= (corridor.highs[fromRow] ?? 0)
    ? cellAt(corridor, fromRow, fromColumn)
    : -1;
}

function sumOfPowers(terms: Float64Array, highest: number): number {
  let sum = 0;
  for (const term of terms) {
    sum += term === Number.NEGATIVE_INFINITY ? 0 : Math.exp(term - highest);
  }
  return sum;
}

function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === Number.NEGATIVE_INFINITY
    ? high
    : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

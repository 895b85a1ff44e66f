// Fits weights so that the gold paths become as probable as they can (a conditional random field, by Adam).
import { featureNames } from '../../electron/alignment/aligner/features.ts';
import { beadIndex } from '../../electron/alignment/aligner/lattice.ts';
import { type Example, latticeOf } from './collect.ts';

const count = featureNames.length;
const ridge = 2;

/** The weights after so many rounds over all examples, and the mean loss of a gold bead before the last. */
export function fitWeights(
  examples: readonly Example[],
  start: Float64Array,
  rounds: number,
): { readonly weights: Float64Array; readonly loss: number } {
  const weights = Float64Array.from(start);
  const mean = new Float64Array(count);
  const square = new Float64Array(count);
  let loss = 0;
  let beads = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(count);
    loss = 0;
    beads = 0;
    for (const example of examples) {
      const lattice = latticeOf(example, weights);
      loss += lattice.logSum;
      for (const step of example.gold) {
        const index = beadIndex(example.corridor, step);
        loss -= lattice.scores[index] ?? 0;
        beads += 1;
        addFeatures(gradient, example, index, -1);
      }
      for (let index = 0; index < example.places.length; index += 1) {
        const chance = lattice.chances[index] ?? 0;
        if (chance > 1e-7) {
          addFeatures(gradient, example, index, chance);
        }
      }
    }
    const rate = 0.08 * (round < rounds * 0.7 ? 1 : 0.2);
    for (let index = 0; index < count; index += 1) {
      const slope = ((gradient[index] ?? 0) + ridge * (weights[index] ?? 0)) / beads;
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * slope;
      square[index] = 0.99 * (square[index] ?? 0) + 0.01 * slope * slope;
      const step = (mean[index] ?? 0) / (1 - 0.9 ** round);
      const size = Math.sqrt((square[index] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      weights[index] = (weights[index] ?? 0) - (rate * step) / size;
    }
  }
  return { weights, loss: loss / beads };
}

function addFeatures(
  gradient: Float64Array,
  { places, features }: Example,
  index: number,
  factor: number,
): void {
  const place = places[index] ?? -1;
  if (place >= 0) {
    for (let feature = 0; feature < count; feature += 1) {
      gradient[feature] = (gradient[feature] ?? 0) + factor * (features[place + feature] ?? 0);
    }
  }
}

/** Weights of a logistic regression with a small ridge, by Newton's method. */
export function fitLogistic(
  inputs: readonly (readonly number[])[],
  outcomes: readonly boolean[],
): readonly number[] {
  const size = inputs[0]?.length ?? 0;
  let weights: readonly number[] = new Array<number>(size).fill(0);
  for (let round = 0; round < 30; round += 1) {
    const gradient = weights.map((weight) => -0.1 * weight);
    const curvature = weights.map((_, a) => weights.map((__, b): number => (a === b ? 0.1 : 0)));
    for (const [index, input] of inputs.entries()) {
      const sum = input.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const miss = (outcomes[index] === true ? 1 : 0) - chance;
      for (let a = 0; a < size; a += 1) {
        gradient[a] = (gradient[a] ?? 0) + miss * (input[a] ?? 0);
        const row = curvature[a] ?? [];
        for (let b = 0; b < size; b += 1) {
          row[b] = (row[b] ?? 0) + chance * (1 - chance) * (input[a] ?? 0) * (input[b] ?? 0);
        }
      }
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
  }
  return weights;
}

/** Gaussian elimination with pivots; changes its arguments. */
function solve(matrix: number[][], right: number[]): readonly number[] {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) {
        pivot = row;
      }
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot] ?? [], matrix[column] ?? []];
    [right[column], right[pivot]] = [right[pivot] ?? 0, right[column] ?? 0];
    for (let row = 0; row < size; row += 1) {
      const factor = (matrix[row]?.[column] ?? 0) / (matrix[column]?.[column] ?? 1);
      if (row !== column && factor !== 0) {
        for (let at = column; at < size; at += 1) {
          const line = matrix[row] ?? [];
          line[at] = (line[at] ?? 0) - factor * (matrix[column]?.[at] ?? 0);
        }
        right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
      }
    }
  }
  return right.map((value, row) => value / (matrix[row]?.[row] ?? 1));
}

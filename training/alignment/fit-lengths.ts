// How long translations are: mean and variance of ln(vi length / en length), the variance by length.
import type { LengthModel } from '../../electron/alignment/aligner/score-bead.ts';
import type { SentencePair } from './synthetic.ts';

const offset = 4;

/** A robust fit: the median, then the variance `spread + noise / length` by least squares over groups of equal size. */
export function fitLengths(pairs: readonly SentencePair[]): LengthModel {
  const points = pairs
    .map(([vi, en]) => {
      const a = [...vi].length + offset;
      const b = [...en].length + offset;
      return { ratio: Math.log(a / b), length: (a + b) / 2 };
    })
    .sort((a, b) => a.length - b.length);
  const mean = median(points.map(({ ratio }) => ratio));
  const groupSize = Math.ceil(points.length / 20);
  const groups = [...Array(20).keys()]
    .map((index) => points.slice(index * groupSize, (index + 1) * groupSize))
    .filter((group) => group.length > 1)
    .map((group) => ({
      inverse: group.reduce((sum, { length }) => sum + 1 / length, 0) / group.length,
      variance: group.reduce((sum, { ratio }) => sum + (ratio - mean) ** 2, 0) / group.length,
    }));
  const x = groups.reduce((sum, { inverse }) => sum + inverse, 0) / groups.length;
  const y = groups.reduce((sum, { variance }) => sum + variance, 0) / groups.length;
  const noise =
    groups.reduce((sum, { inverse, variance }) => sum + (inverse - x) * (variance - y), 0) /
    groups.reduce((sum, { inverse }) => sum + (inverse - x) ** 2, 0);
  return { mean, spread: Math.max(1e-3, y - noise * x), noise: Math.max(0, noise) };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

// What benchmarks of alignment print of beads that are judged: how right they are for each confidence.
import type { Bead, ScoredBead } from '../../electron/alignment/aligner/bead.ts';

/** A document's gold beads and those that were found. */
export type Judged = readonly (readonly [gold: readonly Bead[], found: readonly ScoredBead[]])[];

const binCount = 10;

/** Ten bins of confidence over all beads, lines alone included: how many, their mean confidence, the share that is right. */
export function calibrationTable(documents: Judged): readonly string[] {
  const bins = Array.from({ length: binCount }, () => ({ beads: 0, confidence: 0, right: 0 }));
  for (const [gold, found] of documents) {
    const names = new Set(gold.map(nameOf));
    for (const bead of found) {
      const bin = bins[Math.min(binCount - 1, Math.floor(bead.confidence * binCount))];
      if (bin !== undefined) {
        bin.beads += 1;
        bin.confidence += bead.confidence;
        bin.right += names.has(nameOf(bead)) ? 1 : 0;
      }
    }
  }
  return [
    'confidence    beads  mean confidence  right',
    ...bins.map(({ beads, confidence, right }, index) => {
      const [mean, share] = [confidence, right].map((sum) =>
        beads === 0 ? '-' : (sum / beads).toFixed(3),
      );
      const range = `${(index / binCount).toFixed(1)}-${((index + 1) / binCount).toFixed(1)}`;
      return `${range.padEnd(10)}${`${beads}`.padStart(9)}${`${mean}`.padStart(17)}${`${share}`.padStart(7)}`;
    }),
  ];
}

function nameOf({ vi, en }: Bead): string {
  const sorted = (lines: readonly number[]) => [...lines].sort((a, b) => a - b).join(',');
  return `${sorted(vi)}|${sorted(en)}`;
}

// Turns a bead's chance in the lattice into a confidence: of beads with 0.9, nine in ten are right.
import type { Calibration } from './model.ts';
import type { FoundBead } from './passes.ts';

/** What the calibration looks at: `[1, log-odds, score a line, merged, alone]`. */
export function calibrationInputs(bead: FoundBead): readonly number[] {
  const lines = bead.vi.length + bead.en.length;
  const alone = bead.vi.length === 0 || bead.en.length === 0;
  return [
    1,
    logOdds(bead.chance),
    Math.max(-2, Math.min(10, bead.score / lines)),
    !alone && lines > 2 ? 1 : 0,
    alone ? 1 : 0,
  ];
}

/** The confidence, 0 to 1: a logistic function of those. */
export function calibrate(calibration: Calibration, bead: FoundBead): number {
  const { bias, odds, score, merged, alone } = calibration;
  const weights = [bias, odds, score, merged, alone];
  const sum = calibrationInputs(bead).reduce(
    (total, input, index) => total + input * (weights[index] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** The model knows its own chances no better than this; beyond it, it is merely surer of itself. */
const leastDoubt = 1e-3;

function logOdds(chance: number): number {
  const inside = Math.max(leastDoubt, Math.min(1 - leastDoubt, chance));
  return Math.log(inside / (1 - inside));
}

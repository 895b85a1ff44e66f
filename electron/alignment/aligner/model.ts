// What the aligner has learned from data: the lexicon, how long translations are, and what each feature weighs.
import type { Lexicon } from './lexicon.ts';
import type { LengthModel } from './score-bead.ts';

/** See confidence.ts. */
export interface Calibration {
  readonly bias: number;
  /** Of the log-odds of the model's own chance. */
  readonly odds: number;
  /** Of the bead's score for each of its lines, cut off at both ends. */
  readonly score: number;
  readonly merged: number;
  readonly alone: number;
}

export interface AlignmentModel {
  readonly lexicon: Lexicon;
  readonly lengths: LengthModel;
  /** In the order of `featureNames`, for the first and the second pass. */
  readonly firstWeights: Float64Array;
  readonly secondWeights: Float64Array;
  /** For beads that are translated, in the second pass. */
  readonly translatedWeights: Float64Array;
  readonly calibration: Calibration;
}

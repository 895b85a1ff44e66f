// From evidence to a score: the chance that a reader would confirm the link.
import weights from '../../../resources/alignment/suggestion-weights.json' with { type: 'json' };
import { type Evidence, sumByKind } from './evidence.ts';
import type { MarkKind } from './passage.ts';

/** A logistic model; training/suggestions/fit-weights.node.ts fits it. */
export interface SuggestionModel {
  readonly bias: number;
  readonly marks: Readonly<Record<MarkKind, number>>;
  /** Of the shared words beyond what two such sentences share by accident. */
  readonly words: number;
  /** Of the better links that the same sentences have: the sum of ln(1 + their number) over both sides. */
  readonly rivals: number;
}

/** Read from resources/alignment/suggestion-weights.json. */
export const builtInWeights: SuggestionModel = weights;

/** The texts that the weights were fitted on have about so many sentences; longer ones offer more accidents. */
const usualPassages = 16;

/** How much less likely any one pair is, the more pairs there are; passages that can be linked, on each side. */
export function crowdPenalty(viPassages: number, enPassages: number): number {
  return Math.max(0, Math.log(Math.sqrt(Math.max(1, viPassages * enPassages)) / usualPassages));
}

/** Log-odds from the evidence alone; `expectedWords` is what such passages share by accident. */
export function evidenceOdds(
  model: SuggestionModel,
  evidence: Evidence,
  expectedWords: number,
): number {
  let odds = model.bias + model.words * (evidence.words - expectedWords);
  for (const [kind, sum] of sumByKind(evidence.marks)) {
    odds += model.marks[kind] * sum;
  }
  return odds;
}

/** The chance of log-odds, 0 to 1. */
export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

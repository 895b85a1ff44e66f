// Every pair of sentences worth a closer look, with its log-odds.
import { findCandidates } from './candidates.ts';
import { type Evidence, type PassageSet, weighEvidence } from './evidence.ts';
import { crowdPenalty, evidenceOdds, type SuggestionModel } from './score.ts';
import type { Steps } from './steps.ts';
import type { TextPair } from './text-pair.ts';

/** A link that may be proposed. */
export interface ScoredSet extends PassageSet {
  readonly evidence: Evidence;
  /** Natural log-odds that it is right. */
  readonly odds: number;
}

export interface ScoredPairs {
  /** Of one sentence on each side, the likeliest first. */
  readonly pairs: readonly ScoredSet[];
  /** The weight of the words that two passages share by accident. */
  expectedWords(vi: number, en: number): number;
}

/** Scores the pairs: by their evidence, and less where a sentence has better ones. */
export function* scorePairs(pair: TextPair, model: SuggestionModel): Steps<ScoredPairs> {
  const { list, expectedWords } = yield* findCandidates(pair, model);
  const penalty = crowdPenalty(pair.vi.linkable.length, pair.en.linkable.length);
  const scored: ScoredSet[] = [];
  for (const { vi, en } of list) {
    const set = { vi: [vi], en: [en] };
    const evidence = weighEvidence(pair, set);
    const odds = evidenceOdds(model, evidence, expectedWords(vi, en)) - penalty;
    scored.push({ ...set, evidence, odds });
    yield;
  }
  scored.sort(likeliestFirst);
  const viCounts = new Map<number, number>();
  const enCounts = new Map<number, number>();
  const pairs = scored.map((set) => {
    const rivals =
      Math.log(1 + take(viCounts, set.vi[0])) + Math.log(1 + take(enCounts, set.en[0]));
    return { ...set, odds: set.odds + model.rivals * rivals };
  });
  return { pairs: pairs.sort(likeliestFirst), expectedWords };
}

/** By log-odds, then by place: the order never depends on chance. */
export function likeliestFirst(a: ScoredSet, b: ScoredSet): number {
  return b.odds - a.odds || (a.vi[0] ?? 0) - (b.vi[0] ?? 0) || (a.en[0] ?? 0) - (b.en[0] ?? 0);
}

/** Counts a place once more; answers how often it was there before. */
function take(counts: Map<number, number>, at = 0): number {
  const before = counts.get(at) ?? 0;
  counts.set(at, before + 1);
  return before;
}

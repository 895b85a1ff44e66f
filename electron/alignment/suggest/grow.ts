// From pairs of sentences to links: neighbours join where together they answer, and no two sentences are joined twice.
import { type PassageSet, weighEvidence } from './evidence.ts';
import { likeliestFirst, type ScoredPairs, type ScoredSet } from './pairs.ts';
import { evidenceOdds, type SuggestionModel } from './score.ts';
import type { Steps } from './steps.ts';
import type { PairSide, TextPair } from './text-pair.ts';

/** At most so many sentences of one side, and of both. */
const mostOfSide = 3;
const mostOfBoth = 5;
/** Pairs less likely than this (log-odds) are no seed. */
const leastSeed = -1.8;
/** A neighbour must raise the log-odds by this much. */
const leastGain = 0.8;
/** And must be as likely as this with each of the sentences opposite, and likelier with one of them than elsewhere. */
const leastNeighbour = -0.4;

/** The links, the likeliest first; `isKnown` tells which sentences are not to be joined. */
export function* growLinks(
  pair: TextPair,
  model: SuggestionModel,
  { pairs, expectedWords }: ScoredPairs,
  isKnown: (vi: number, en: number) => boolean,
): Steps<readonly ScoredSet[]> {
  const pairOdds = new Map(pairs.map((set) => [cellOf(pair, set.vi[0], set.en[0]), set.odds]));
  const oddsOf = (vi: number, en: number): number =>
    pairOdds.get(cellOf(pair, vi, en)) ?? Number.NEGATIVE_INFINITY;
  const partners = bestPartners(pairs);
  const isWanted = ({ added, opposite, side }: WiderSet): boolean =>
    opposite.includes(partners[side].get(added) ?? -1) &&
    opposite.every(
      (at) => (side === 'vi' ? oddsOf(added, at) : oddsOf(at, added)) >= leastNeighbour,
    );
  const seeds = pairs.filter(
    ({ vi, en, odds }) => odds >= leastSeed && !isKnown(vi[0] ?? 0, en[0] ?? 0),
  );
  const grow = (seed: ScoredSet): ScoredSet => {
    let set = seed;
    for (;;) {
      let better: ScoredSet | null = null;
      for (const wider of widerSets(pair, set)) {
        if (isAllowed(wider, isKnown) && isWanted(wider)) {
          const evidence = weighEvidence(pair, wider);
          const gain =
            evidenceOdds(model, evidence, expectedOf(wider, expectedWords)) -
            evidenceOdds(model, set.evidence, expectedOf(set, expectedWords));
          const odds = set.odds + gain - leastGain;
          if (gain >= leastGain && odds > (better?.odds ?? Number.NEGATIVE_INFINITY)) {
            better = { vi: wider.vi, en: wider.en, evidence, odds };
          }
        }
      }
      if (better === null) {
        return set;
      }
      set = better;
    }
  };
  const sets: ScoredSet[] = [];
  for (const seed of seeds) {
    sets.push(grow(seed));
    yield;
  }
  return withoutRepeats(pair, sets.sort(likeliestFirst));
}

type Side = 'vi' | 'en';

interface WiderSet extends PassageSet {
  /** The neighbour that came in, and whom it is to answer. */
  readonly added: number;
  readonly opposite: readonly number[];
  readonly side: Side;
}

function widerSets(pair: TextPair, { vi, en }: PassageSet): readonly WiderSet[] {
  if (vi.length + en.length >= mostOfBoth) {
    return [];
  }
  return [
    ...neighboursOf(pair.vi, vi).map(
      (at): WiderSet => ({ vi: inOrder(vi, at), en, added: at, opposite: en, side: 'vi' }),
    ),
    ...neighboursOf(pair.en, en).map(
      (at): WiderSet => ({ vi, en: inOrder(en, at), added: at, opposite: vi, side: 'en' }),
    ),
  ];
}

/** The sentences before and behind, of the same paragraph or the next. */
function neighboursOf({ passages }: PairSide, places: readonly number[]): readonly number[] {
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  return places.length >= mostOfSide
    ? []
    : [
        [first, first - 1],
        [last, last + 1],
      ].flatMap(([from = 0, to = 0]) => {
        const near = passages[to];
        const paragraph = passages[from]?.paragraph ?? 0;
        return near?.linkable === true && Math.abs(near.paragraph - paragraph) <= 1 ? [to] : [];
      });
}

function inOrder(places: readonly number[], added: number): readonly number[] {
  return [...places, added].sort((a, b) => a - b);
}

function isAllowed(
  { added, opposite, side }: WiderSet,
  isKnown: (vi: number, en: number) => boolean,
): boolean {
  return opposite.every((at) => !(side === 'vi' ? isKnown(added, at) : isKnown(at, added)));
}

/** By sentence of a side: the sentence of the other that it is likeliest to answer. */
function bestPartners(
  pairs: ScoredPairs['pairs'],
): Readonly<Record<Side, ReadonlyMap<number, number>>> {
  const best: Record<Side, Map<number, number>> = { vi: new Map(), en: new Map() };
  // The likeliest pairs come first.
  for (const { vi, en } of pairs) {
    const [viAt = 0, enAt = 0] = [vi[0], en[0]];
    if (!best.vi.has(viAt)) {
      best.vi.set(viAt, enAt);
    }
    if (!best.en.has(enAt)) {
      best.en.set(enAt, viAt);
    }
  }
  return best;
}

function expectedOf({ vi, en }: PassageSet, expected: ScoredPairs['expectedWords']): number {
  return vi.reduce(
    (sum, viAt) => sum + en.reduce((part, enAt) => part + expected(viAt, enAt), 0),
    0,
  );
}

function withoutRepeats(pair: TextPair, sets: readonly ScoredSet[]): readonly ScoredSet[] {
  const joined = new Set<number>();
  return sets.filter(({ vi, en }) => {
    const cells = vi.flatMap((viAt) => en.map((enAt) => cellOf(pair, viAt, enAt)));
    const isNew = cells.every((cell) => !joined.has(cell));
    if (isNew) {
      for (const cell of cells) {
        joined.add(cell);
      }
    }
    return isNew;
  });
}

function cellOf(pair: TextPair, vi = 0, en = 0): number {
  return vi * pair.en.passages.length + en;
}

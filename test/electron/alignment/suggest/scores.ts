// How good a list of suggestions is, measured on gold pairs of sentences.
import type { Suggestion } from '../../../../electron/alignment/suggest/suggest.ts';
import type { Strength } from './development-set.ts';

/** A proposed link without its reasons. */
export type Proposed = Pick<Suggestion, 'vi' | 'en' | 'score'>;

/** `weak`: every sentence answers one opposite, some only weakly; it is neither right nor wrong. */
export type Judgement = 'right' | 'weak' | 'wrong';

/** Right where every sentence of the link answers one of the other side. */
export function judge(
  { vi, en }: Pick<Proposed, 'vi' | 'en'>,
  gold: ReadonlyMap<string, Strength>,
): Judgement {
  const answers = (accepted: (strength: Strength | undefined) => boolean): boolean =>
    vi.every((a) => en.some((b) => accepted(gold.get(`${a}|${b}`)))) &&
    en.every((b) => vi.some((a) => accepted(gold.get(`${a}|${b}`))));
  if (answers((strength) => strength === 'strong' || strength === 'clear')) {
    return 'right';
  }
  return answers((strength) => strength !== undefined) ? 'weak' : 'wrong';
}

/** Counts of one pair of texts, or sums of several. */
export interface SuggestionScores {
  /** Vietnamese sentences that have counterparts; those of them whose best link is right, or one of their five best. */
  readonly answered: number;
  readonly foundAtOne: number;
  readonly foundAtFive: number;
  /** Vietnamese sentences with any link, and those whose best link is right, or weak. */
  readonly first: number;
  readonly firstRight: number;
  readonly firstWeak: number;
  /** Links of what is shown without asking for more. */
  readonly shown: number;
  readonly shownRight: number;
  readonly shownWeak: number;
  /** Strong gold pairs, and those that a shown link holds. */
  readonly strong: number;
  readonly strongShown: number;
}

/** Measures one list, the best link first; `shown` of them are what is shown by default. */
export function scoreSuggestions(
  list: readonly Proposed[],
  shownCount: number,
  gold: ReadonlyMap<string, Strength>,
): SuggestionScores {
  const isCounterpart = (strength: Strength): boolean => strength !== 'weak';
  const answered = new Set(
    [...gold].flatMap(([cell, strength]) =>
      isCounterpart(strength) ? [cell.slice(0, cell.indexOf('|'))] : [],
    ),
  );
  const first = new Map<string, Judgement>();
  for (const link of list) {
    for (const id of link.vi) {
      if (!first.has(id)) {
        first.set(id, judge(link, gold));
      }
    }
  }
  const foundWithin = (count: number) =>
    [...answered].filter((id) =>
      list
        .filter(({ vi }) => vi.some((other) => other === id))
        .slice(0, count)
        .some((link) => judge(link, gold) === 'right'),
    );
  const shown = list.slice(0, shownCount);
  const judgements = shown.map((link) => judge(link, gold));
  const held = new Set(
    shown.flatMap(({ vi, en }) => vi.flatMap((a) => en.map((b) => `${a}|${b}`))),
  );
  const strong = [...gold].filter(([, strength]) => strength === 'strong').map(([cell]) => cell);
  const count = (all: Iterable<Judgement>, wanted: Judgement): number =>
    [...all].filter((judgement) => judgement === wanted).length;
  return {
    answered: answered.size,
    foundAtOne: foundWithin(1).length,
    foundAtFive: foundWithin(5).length,
    first: first.size,
    firstRight: count(first.values(), 'right'),
    firstWeak: count(first.values(), 'weak'),
    shown: shown.length,
    shownRight: count(judgements, 'right'),
    shownWeak: count(judgements, 'weak'),
    strong: strong.length,
    strongShown: strong.filter((cell) => held.has(cell)).length,
  };
}

/** The sums of several. */
export function addScores(all: readonly SuggestionScores[]): SuggestionScores {
  const sum = (pick: (scores: SuggestionScores) => number): number =>
    all.reduce((total, scores) => total + pick(scores), 0);
  return {
    answered: sum((scores) => scores.answered),
    foundAtOne: sum((scores) => scores.foundAtOne),
    foundAtFive: sum((scores) => scores.foundAtFive),
    first: sum((scores) => scores.first),
    firstRight: sum((scores) => scores.firstRight),
    firstWeak: sum((scores) => scores.firstWeak),
    shown: sum((scores) => scores.shown),
    shownRight: sum((scores) => scores.shownRight),
    shownWeak: sum((scores) => scores.shownWeak),
    strong: sum((scores) => scores.strong),
    strongShown: sum((scores) => scores.strongShown),
  };
}

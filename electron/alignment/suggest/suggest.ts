// Proposes links between two texts that share a subject: few, n:m, in any order, each with a score and its reasons.
import type { Language, SegmentId } from '../../corpus/document.ts';
import { builtInModel } from '../aligner/built-in.ts';
import type { Reason } from '../reason.ts';
import { usualLeast } from './floors.ts';
import { growLinks } from './grow.ts';
import { scorePairs } from './pairs.ts';
import { type Passage, type PassageSource, readPassage } from './passage.ts';
import { reasonsOf } from './reasons.ts';
import { builtInWeights, chanceOf, type SuggestionModel } from './score.ts';
import { runSteps, type Steps } from './steps.ts';
import { pairTexts, type TextPair } from './text-pair.ts';
import { type PassageTranslations, translatedWords } from './translated-words.ts';

export { lowestLeast, moreLeast, usualLeast } from './floors.ts';

/** The two sides of a link that is known, whatever its status. */
export interface KnownLink {
  readonly vi: readonly SegmentId[];
  readonly en: readonly SegmentId[];
}

export interface SuggestOptions {
  /** At most so many; all by default. */
  readonly top?: number;
  /** None with a lower score; `usualLeast` by default. */
  readonly least?: number;
  /** Links that are there, or were rejected, or are shown already: no suggestion joins two sentences that one of them joins. */
  readonly known?: readonly KnownLink[];
  /** A model's translations, as far as there are any. */
  readonly translations?: PassageTranslations;
  readonly weights?: SuggestionModel;
}

/** A proposed link. */
export interface Suggestion {
  /** In reading order, next to each other. */
  readonly vi: readonly SegmentId[];
  readonly en: readonly SegmentId[];
  /** The chance that it is right, 0 to 1. */
  readonly score: number;
  /** The strongest first; at least one. */
  readonly reasons: readonly Reason[];
}

/** Compares a Vietnamese and an English text, sentence by sentence in reading order. The likeliest suggestion comes first. */
export function suggestLinks(
  vi: readonly PassageSource[],
  en: readonly PassageSource[],
  options: SuggestOptions = {},
): readonly Suggestion[] {
  return runSteps(suggestInSteps(vi, en, options));
}

/** The same in small steps. */
export function* suggestInSteps(
  vi: readonly PassageSource[],
  en: readonly PassageSource[],
  options: SuggestOptions = {},
): Steps<readonly Suggestion[]> {
  const { lexicon } = builtInModel();
  const isCompound = (words: string): boolean => lexicon.answers.has(words);
  const pair = pairTexts(
    yield* readPassages(vi, 'vi', isCompound),
    yield* readPassages(en, 'en', isCompound),
    lexicon,
    translatedWords(options.translations, vi.length, en.length, isCompound),
  );
  const model = options.weights ?? builtInWeights;
  const isKnown = knownPairs(pair, options.known ?? []);
  const scored = yield* scorePairs(pair, model);
  const { least = usualLeast, top = Number.POSITIVE_INFINITY } = options;
  const suggestions: Suggestion[] = [];
  for (const set of yield* growLinks(pair, model, scored, isKnown)) {
    const score = chanceOf(set.odds);
    if (score < least || suggestions.length >= top) {
      break;
    }
    const reasons = reasonsOf(pair, set);
    if (reasons.length > 0) {
      suggestions.push({
        vi: set.vi.flatMap((at) => vi[at]?.id ?? []),
        en: set.en.flatMap((at) => en[at]?.id ?? []),
        score,
        reasons,
      });
    }
    yield;
  }
  return suggestions;
}

function* readPassages(
  sources: readonly PassageSource[],
  language: Language,
  isCompound: (words: string) => boolean,
): Steps<readonly Passage[]> {
  const passages: Passage[] = [];
  for (const source of sources) {
    passages.push(readPassage(source, language, isCompound));
    yield;
  }
  return passages;
}

/** Whether a known link joins two passages, by their numbers. */
function knownPairs(
  { vi, en }: TextPair,
  known: readonly KnownLink[],
): (viAt: number, enAt: number) => boolean {
  const viNumbers = new Map(vi.passages.map(({ id }, at) => [id, at]));
  const enNumbers = new Map(en.passages.map(({ id }, at) => [id, at]));
  const cellOf = (viAt: number, enAt: number): number => viAt * en.passages.length + enAt;
  const cells = new Set<number>();
  for (const link of known) {
    const enPlaces = link.en.flatMap((id) => enNumbers.get(id) ?? []);
    for (const viAt of link.vi.flatMap((id) => viNumbers.get(id) ?? [])) {
      for (const enAt of enPlaces) {
        cells.add(cellOf(viAt, enAt));
      }
    }
  }
  return (viAt, enAt) => cells.has(cellOf(viAt, enAt));
}

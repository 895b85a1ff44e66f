// Two texts to be compared: what both have, how rare it is, and which words answer each other.

import type { Language } from '../../corpus/document.ts';
import type { Lexicon } from '../aligner/lexicon.ts';
import type { Mark, MarkKind, Passage } from './passage.ts';
import { rarityOfMark, rarityOfWord } from './rarity.ts';

/** The words of a translation of each passage, as passage.ts names words; null where there is none. */
export interface TranslatedWords {
  /** English, of the Vietnamese passages. */
  readonly vi: readonly (readonly string[] | null)[];
  /** Vietnamese, of the English passages. */
  readonly en: readonly (readonly string[] | null)[];
}

/** One side; all by passage number unless said otherwise. */
export interface PairSide {
  readonly passages: readonly Passage[];
  /** Numbers of the passages that can be linked. */
  readonly linkable: readonly number[];
  /** Ids of the different content words. */
  readonly words: readonly (readonly number[])[];
  readonly wordIds: ReadonlyMap<string, number>;
  /** By word id; see rarity.ts. */
  readonly rarity: readonly number[];
  /** By word id: the linkable passages that have it. */
  readonly places: readonly (readonly number[])[];
  /** Word ids of the other side that a translation of the passage has. */
  readonly translated: readonly (readonly number[])[];
  /** By word id: the linkable passages of the other side whose translation has it. */
  readonly translatedPlaces: readonly (readonly number[])[];
}

/** A word of the other side that answers a word, and how surely: 0 to 1. */
export interface WordAnswer {
  readonly id: number;
  readonly strength: number;
}

/** A mark that both texts have. */
export interface SharedMark {
  readonly kind: MarkKind;
  /** How much it says that two passages share it: the mean of its rarity in the two texts, more or less by its sort. */
  readonly weight: number;
  /** Linkable passages that have it. */
  readonly viPlaces: readonly number[];
  readonly enPlaces: readonly number[];
}

export interface TextPair {
  readonly vi: PairSide;
  readonly en: PairSide;
  readonly marks: ReadonlyMap<string, SharedMark>;
  /** By Vietnamese word id. */
  readonly answersOfVi: readonly (readonly WordAnswer[])[];
  /** By English word id. */
  readonly answersOfEn: readonly (readonly WordAnswer[])[];
}

/** Answers less sure than this are chance. */
const leastStrength = 0.08;
/** How surely a word of a machine translation is the word that answers, by the tune part (docs/alignment.md). */
export const translatedStrength = 0.4;

/** Reads what two texts have in common. */
export function pairTexts(
  vi: readonly Passage[],
  en: readonly Passage[],
  lexicon: Lexicon,
  translated: TranslatedWords | null,
): TextPair {
  const viWords = numberWords(vi);
  const enWords = numberWords(en);
  const viSide = sideOf('vi', vi, viWords, enWords, translated?.vi ?? [], translated?.en ?? []);
  const enSide = sideOf('en', en, enWords, viWords, translated?.en ?? [], translated?.vi ?? []);
  const answersOfEn: WordAnswer[][] = enSide.rarity.map(() => []);
  const answersOfVi = [...viWords.keys()].map((word, viId) => {
    const answers: WordAnswer[] = [];
    for (const { stem, p, q } of lexicon.answers.get(word) ?? []) {
      const id = enWords.get(stem);
      const strength = Math.sqrt(p * q);
      if (id !== undefined && strength >= leastStrength) {
        answers.push({ id, strength });
        answersOfEn[id]?.push({ id: viId, strength });
      }
    }
    return answers;
  });
  return { vi: viSide, en: enSide, marks: shareMarks(viSide, enSide), answersOfVi, answersOfEn };
}

function numberWords(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const { words } of passages) {
    for (const { word } of words) {
      if (!ids.has(word)) {
        ids.set(word, ids.size);
      }
    }
  }
  return ids;
}

function sideOf(
  language: Language,
  passages: readonly Passage[],
  ids: ReadonlyMap<string, number>,
  otherIds: ReadonlyMap<string, number>,
  translatedWords: readonly (readonly string[] | null)[],
  otherTranslatedWords: readonly (readonly string[] | null)[],
): PairSide {
  const linkable = passages.flatMap(({ linkable: is }, at) => (is ? [at] : []));
  const words = passages.map((passage) => [
    ...new Set(passage.words.map(({ word }) => ids.get(word) ?? 0)),
  ]);
  const places: number[][] = [...ids.keys()].map(() => []);
  for (const at of linkable) {
    for (const id of words[at] ?? []) {
      places[id]?.push(at);
    }
  }
  const translatedPlaces: number[][] = [...ids.keys()].map(() => []);
  for (const [at, found] of otherTranslatedWords.entries()) {
    for (const word of new Set(found ?? [])) {
      const id = ids.get(word);
      if (id !== undefined) {
        translatedPlaces[id]?.push(at);
      }
    }
  }
  return {
    passages,
    linkable,
    words,
    wordIds: ids,
    rarity: [...ids].map(([word, id]) =>
      rarityOfWord(word, language, places[id]?.length ?? 0, linkable.length),
    ),
    places,
    translated: passages.map((_, at) => [
      ...new Set((translatedWords[at] ?? []).flatMap((word) => otherIds.get(word) ?? [])),
    ]),
    translatedPlaces,
  };
}

function shareMarks(vi: PairSide, en: PairSide): ReadonlyMap<string, SharedMark> {
  const viMarks = placesOfMarks(vi);
  const enMarks = placesOfMarks(en);
  const shared = new Map<string, SharedMark>();
  for (const [key, { mark, places: viPlaces }] of viMarks) {
    const enPlaces = enMarks.get(key)?.places;
    if (enPlaces !== undefined) {
      const rarity =
        (rarityOfMark(key, viPlaces.length, vi.linkable.length) +
          rarityOfMark(key, enPlaces.length, en.linkable.length)) /
        2;
      shared.set(key, { kind: mark.kind, weight: rarity * shareOfSort(key), viPlaces, enPlaces });
    }
  }
  return shared;
}

function placesOfMarks({ passages, linkable }: PairSide) {
  const found = new Map<string, { readonly mark: Mark; readonly places: number[] }>();
  for (const at of linkable) {
    for (const mark of passages[at]?.marks ?? []) {
      const known = found.get(mark.key);
      if (known === undefined) {
        found.set(mark.key, { mark, places: [at] });
      } else {
        known.places.push(at);
      }
    }
  }
  return found;
}

/** Small numbers, words that only sound alike and days without a year are shared by accident more often. */
function shareOfSort(key: string): number {
  const [sort, value = ''] = key.split(':');
  switch (sort) {
    case 'number': {
      const number = Number(value);
      return number >= 100 || !Number.isInteger(number) ? 1 : number > 12 ? 0.8 : 0.4;
    }
    case 'month':
      return value.includes('-') ? 0.9 : 0.4;
    case 'percent':
    case 'money':
    case 'weekday':
    case 'sound':
      return 0.5;
    case 'day':
      return 0.8;
    case 'year':
      return 0.7;
    default:
      return 1;
  }
}

// What speaks for a link: the marks and words that some passages of one text share with some of the other.
import { type MarkKind, markKinds } from './passage.ts';
import { type PairSide, type SharedMark, type TextPair, translatedStrength } from './text-pair.ts';

/** Numbers of passages on each side, in order. */
export interface PassageSet {
  readonly vi: readonly number[];
  readonly en: readonly number[];
}

/** A mark that the two sides share. */
export interface SharedEvidence {
  readonly key: string;
  readonly kind: MarkKind;
  /** What it adds; less where another mark of the same stretch of text says the same. */
  readonly weight: number;
}

export interface Evidence {
  /** The weightiest first. */
  readonly marks: readonly SharedEvidence[];
  /** The weight of all shared content words, rarer ones counting more. */
  readonly words: number;
}

/** A second concept in the same stretch ("strengthen … friendship", "friendship") adds only so much of its weight. */
const repeatedShare = 0.4;

/** Weighs what two sets of passages share. */
export function weighEvidence(pair: TextPair, set: PassageSet): Evidence {
  return { marks: sharedMarks(pair, set), words: sharedWords(pair, set) };
}

/** The weights of the shared marks by kind. */
export function sumByKind(marks: readonly SharedEvidence[]): ReadonlyMap<MarkKind, number> {
  const sums = new Map<MarkKind, number>(markKinds.map((kind) => [kind, 0]));
  for (const { kind, weight } of marks) {
    sums.set(kind, (sums.get(kind) ?? 0) + weight);
  }
  return sums;
}

function sharedMarks({ vi, en, marks }: TextPair, set: PassageSet): readonly SharedEvidence[] {
  const enKeys = new Set(
    set.en.flatMap((at) => en.passages[at]?.marks.map(({ key }) => key) ?? []),
  );
  const found = new Map<string, SharedEvidence>();
  for (const at of set.vi) {
    const shared = (vi.passages[at]?.marks ?? [])
      .flatMap((mark) => {
        const known = enKeys.has(mark.key) ? marks.get(mark.key) : undefined;
        return known === undefined ? [] : [{ mark, known }];
      })
      .sort((a, b) => b.known.weight - a.known.weight || (a.mark.key < b.mark.key ? -1 : 1));
    for (const [place, { mark, known }] of shared.entries()) {
      const isRepeated = shared
        .slice(0, place)
        .some(
          (earlier) =>
            familyOf(earlier.known) === familyOf(known) &&
            earlier.mark.start < mark.end &&
            mark.start < earlier.mark.end,
        );
      const weight = known.weight * (isRepeated ? shareOfRepeated(known) : 1);
      if (weight > (found.get(mark.key)?.weight ?? 0)) {
        found.set(mark.key, { key: mark.key, kind: known.kind, weight });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

function familyOf({ kind }: SharedMark): 'concept' | 'time' | 'number' | 'name' {
  switch (kind) {
    case 'date':
    case 'year':
      return 'time';
    case 'number':
    case 'name':
      return kind;
    default:
      return 'concept';
  }
}

/** The parts of a date that is shared, and other keys of a name that is shared, add nothing. */
function shareOfRepeated(mark: SharedMark): number {
  return familyOf(mark) === 'concept' ? repeatedShare : 0;
}

/** The mean over the two directions: what of the one side's words the other side answers. */
function sharedWords(pair: TextPair, set: PassageSet): number {
  const viWords = wordsOf(pair.vi, set.vi);
  const enWords = wordsOf(pair.en, set.en);
  return (
    (answeredWeight(pair.en, enWords, pair.answersOfEn, viWords, translatedOf(pair.vi, set.vi)) +
      answeredWeight(pair.vi, viWords, pair.answersOfVi, enWords, translatedOf(pair.en, set.en))) /
    2
  );
}

function wordsOf({ words }: PairSide, places: readonly number[]): ReadonlySet<number> {
  return new Set(places.flatMap((at) => words[at] ?? []));
}

/** Words of the other side that the passages' translations have. */
function translatedOf({ translated }: PairSide, places: readonly number[]): ReadonlySet<number> {
  return new Set(places.flatMap((at) => translated[at] ?? []));
}

function answeredWeight(
  side: PairSide,
  words: ReadonlySet<number>,
  answers: TextPair['answersOfVi'],
  otherWords: ReadonlySet<number>,
  otherTranslated: ReadonlySet<number>,
): number {
  let sum = 0;
  for (const word of words) {
    let best = otherTranslated.has(word) ? translatedStrength : 0;
    for (const { id, strength } of answers[word] ?? []) {
      if (strength > best && otherWords.has(id)) {
        best = strength;
      }
    }
    sum += best * (side.rarity[word] ?? 0);
  }
  return sum;
}

/** Two words that answer each other, by id, and how much that says. */
export interface WordPair {
  readonly viWord: number;
  readonly enWord: number;
  readonly weight: number;
}

/** The words that answer each other by the lexicon, each once, the weightiest first. */
export function sharedWordPairs(pair: TextPair, set: PassageSet): readonly WordPair[] {
  const enWords = wordsOf(pair.en, set.en);
  const taken = new Set<string>();
  return [...wordsOf(pair.vi, set.vi)]
    .flatMap((viWord) =>
      (pair.answersOfVi[viWord] ?? [])
        .filter(({ id }) => enWords.has(id))
        .map(({ id, strength }): WordPair => {
          const rarity = ((pair.vi.rarity[viWord] ?? 0) + (pair.en.rarity[id] ?? 0)) / 2;
          return { viWord, enWord: id, weight: strength * rarity };
        }),
    )
    .sort((a, b) => b.weight - a.weight || a.viWord - b.viWord || a.enWord - b.enWord)
    .filter(({ viWord, enWord }) => {
      const isNew = !taken.has(`vi ${viWord}`) && !taken.has(`en ${enWord}`);
      taken.add(`vi ${viWord}`).add(`en ${enWord}`);
      return isNew;
    });
}

/** A word of one side that a translation of the other side has. */
export interface TranslatedWord {
  readonly side: 'vi' | 'en';
  readonly word: number;
  readonly weight: number;
}

/** The words that the translations have in common with the other side, English ones first, then by weight. */
export function sharedTranslatedWords(pair: TextPair, set: PassageSet): readonly TranslatedWord[] {
  const common = (side: 'vi' | 'en', other: 'vi' | 'en'): readonly TranslatedWord[] => {
    const translated = translatedOf(pair[other], set[other]);
    return [...wordsOf(pair[side], set[side])]
      .filter((word) => translated.has(word))
      .map((word) => ({ side, word, weight: translatedStrength * (pair[side].rarity[word] ?? 0) }))
      .sort((a, b) => b.weight - a.weight || a.word - b.word);
  };
  return [...common('en', 'vi'), ...common('vi', 'en')];
}

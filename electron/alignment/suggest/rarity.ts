// How rare something is: by the text in hand, and by how common it is in texts of all sorts.
import commonness from '../../../resources/alignment/commonness.json' with { type: 'json' };
import type { Language } from '../../corpus/document.ts';

/** Sentences in a thousand that have a word or concept, counted over the project's own pairs. */
const shares: Readonly<Record<Language | 'concepts', ReadonlyMap<string, number>>> = {
  vi: new Map(Object.entries(commonness.vi)),
  en: new Map(Object.entries(commonness.en)),
  concepts: new Map(Object.entries(commonness.concepts)),
};

/** What is not counted there stands in so many sentences of a thousand. */
const rareShare = 1;
const rarest = -Math.log(rareShare / 1000);
/** In very short texts everything would count as common. */
const leastSentences = 12;

/** How much it says that a sentence has a word which `count` of the text's `sentences` have; 0 for nothing. */
export function rarityOfWord(
  word: string,
  language: Language,
  count: number,
  sentences: number,
): number {
  return rarityInText(count, sentences) * rarityAnywhere(shares[language].get(word));
}

/** The same for the key of a mark. */
export function rarityOfMark(key: string, count: number, sentences: number): number {
  const share = key.startsWith('concept:')
    ? shares.concepts.get(key.slice('concept:'.length))
    : undefined;
  return rarityInText(count, sentences) * rarityAnywhere(share);
}

/** Natural logarithm of how seldom it is. */
function rarityInText(count: number, sentences: number): number {
  return Math.log((Math.max(sentences, leastSentences) + 1) / Math.max(1, count));
}

/** 1 for what is rare, less for what every text may have. */
function rarityAnywhere(share = rareShare): number {
  return -Math.log(Math.max(share, rareShare) / 1000) / rarest;
}

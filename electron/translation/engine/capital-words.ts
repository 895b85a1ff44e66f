// Words that are written in capitals, and what they may be: acronyms, numerals, names, or words like others.
import { foldWord, isSyllable } from '../../alignment/aligner/tokens.ts';
import type { Language } from '../../corpus/document.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** All letters are capitals. Single letters are not counted: they may be initials. */
  readonly large: boolean;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** The words of a text, in order; hyphens and apostrophes inside a word stay in it. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
    large: word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase(),
  }));
}

const acronyms = new Set(
  'nato seato asean unesco unicef opec apec asem fifa uefa cia fbi tass kcna kgb unctad comecon aids'.split(
    ' ',
  ),
);
/** A word has at least so many vowels among its letters; "TTXVN" and "TTXTƯTT" have fewer. */
const vowelShare = 0.2;

/** Letters that stand for words: "TTXVN", "NATO". */
export function isAcronym(word: string, language: Language): boolean {
  const folded = foldWord(word);
  const vowels = folded.match(/[aeiouy]/g)?.length ?? 0;
  const strange =
    language === 'vi' &&
    !isSyllable(folded) &&
    (word.length <= 3 || (word.length <= 5 && vowels <= 1));
  return acronyms.has(folded) || vowels < vowelShare * folded.length || strange;
}

/** No word of the language, and too long for an acronym: "GROMYKO". */
export function isForeignName(word: string, language: Language): boolean {
  const folded = foldWord(word);
  return language === 'vi' ? word.length > 5 && !isSyllable(folded) : word.length > 8;
}

const numeral = /^(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})$/;
const beforeNumeral = new Set(
  'thứ chương phần khóa khoá kỷ mục hội lần tập điều quyển kỳ quý số hồi tháng'.split(' '),
);

/** Roman numerals; "VI" and "XI" are syllables too ("VI PHẠM", "XI MĂNG"). */
export function isRoman(words: readonly Word[], index: number, language: Language): boolean {
  const { text = '' } = words[index] ?? {};
  if (!numeral.test(text)) {
    return false;
  }
  const isWord = language === 'vi' && /^[VX]I$/.test(text);
  return !isWord || beforeNumeral.has(words[index - 1]?.text.toLowerCase() ?? '');
}

const calendar = new Set(
  (
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);
/** English words that stay small in a title. */
export const functionWords = new Set(
  'a an and as at but by for from in into of on or the to with without'.split(' '),
);

/** English words that are large in any sentence. */
export function alwaysLarge(lower: string): boolean {
  return lower === 'i' || calendar.has(lower);
}

/** Syllables with hyphens are how Vietnamese writes a foreign name: "Ga-na". */
export function isTranscription(lower: string): boolean {
  return lower.includes('-');
}

const shortCountries = new Set(
  'á âu ấn anh cu đức hàn lào miên mỹ nga nhật phi pháp tiệp triều trung việt xô'.split(' '),
);

/** "VIỆT – XÔ", "Á-PHI": countries by a syllable each, with a dash between them. */
export function isJoinedCountry(line: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  const joined = (one: Word | undefined, other: Word | undefined) =>
    one !== undefined &&
    other !== undefined &&
    /^\s?[–-]\s?$/.test(line.slice(one.end, other.start)) &&
    [one, other].every(({ text }) => shortCountries.has(text.toLowerCase()));
  return joined(words[index - 1], word) || joined(word, words[index + 1]);
}

// What stands in a sentence whatever its language: quantities, names in both spellings, words in Latin script.
import type { Language } from '../../corpus/document.ts';
import { nameEntries } from '../names.ts';
import { quantitiesOfTokens } from './quantities.ts';
import { foldWord, isSyllable, type Token } from './tokens.ts';

/** Quantities are told from names, because a wrong number says more than a missing name. */
export interface SentenceKeys {
  readonly quantities: readonly string[];
  readonly names: readonly string[];
}

interface Spelling {
  readonly words: readonly string[];
  readonly key: string;
}

const spellings: Readonly<Record<Language, ReadonlyMap<string, readonly Spelling[]>>> = {
  vi: spellingsOf('vi'),
  en: spellingsOf('en'),
};

/** A name or a word in Latin script, and where it stands: UTF-16 code units into the sentence, end exclusive. */
export interface FoundName {
  /** `name:N` for row N of names.ts, `word:FOLDED` for a word written alike, `sound:CONSONANTS` for one that sounds so. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The keys of an NFC sentence, each as often as it stands there. */
export function keysOf(
  sentence: string,
  tokens: readonly Token[],
  language: Language,
): SentenceKeys {
  return {
    quantities: quantitiesOfTokens(sentence, tokens, language).map(({ key }) => key),
    names: findNames(tokens, language).map(({ key }) => key),
  };
}

/** The names among the tokens of a sentence, in order; what is in the table of names has that key alone. */
export function findNames(tokens: readonly Token[], language: Language): readonly FoundName[] {
  const names: FoundName[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const spelling = nameAt(tokens, at, language);
    if (token !== undefined && spelling !== null) {
      const last = tokens[at + spelling.words.length - 1] ?? token;
      names.push({ key: spelling.key, start: token.start, end: last.end });
      at += spelling.words.length;
      continue;
    }
    if (token?.kind === 'word') {
      for (const key of latinKeys(token, tokens[at + 1], language)) {
        names.push({ key, start: token.start, end: token.end });
      }
    }
    at += 1;
  }
  return names;
}

function nameAt(tokens: readonly Token[], at: number, language: Language): Spelling | null {
  const token = tokens[at];
  if (token === undefined || !token.capital) {
    return null;
  }
  for (const spelling of spellings[language].get(wordKey(token.lower)) ?? []) {
    const fits = spelling.words.every(
      (word, place) => wordKey(tokens[at + place]?.lower ?? '') === word,
    );
    if (fits && !isOtherWord(spelling, tokens, at, language)) {
      return spelling;
    }
  }
  return null;
}

/** "Anh Nam" is no Englishman, "us" no country, "Ý" and "Áo" at the start of a sentence idea and coat. */
function isOtherWord(
  spelling: Spelling,
  tokens: readonly Token[],
  at: number,
  language: Language,
): boolean {
  const token = tokens[at];
  if (spelling.words.length > 1 || token === undefined) {
    return false;
  }
  if (language === 'en') {
    return /^(?:us|un|eu)$/.test(token.lower) && token.text !== token.text.toUpperCase();
  }
  return /^(?:anh|ý|áo|viên|tàu|mác|thái|huế|ấn|úc|nga|bỉ|đức)$/.test(token.lower) && token.initial;
}

const foreignLength = 3;

/** Words that both languages write alike. A Vietnamese syllable counts only with a capital that means something. */
function latinKeys(token: Token, next: Token | undefined, language: Language): readonly string[] {
  const folded = foldWord(token.text);
  const foreign = !isSyllable(folded);
  const named = token.capital && (!token.initial || next?.capital === true);
  if (folded.length < 2 || !(foreign || named)) {
    return [];
  }
  const plain = token.lower.replace(/['’‘ʼ]s$/u, '');
  const keys = [`word:${foldWord(plain)}`];
  if (token.text.includes('-') && language === 'en') {
    keys.push(
      ...token.text
        .split('-')
        .filter((part) => part.length > 2)
        .map((part) => `word:${foldWord(part)}`),
    );
  }
  if (foreign && token.capital) {
    const skeleton = skeletonOf(foldWord(plain));
    if (skeleton.length >= foreignLength) {
      keys.push(`sound:${skeleton}`);
    }
  }
  return keys;
}

/** The consonants as Vietnamese spellings keep them: "Xtalin" and "Stalin" give "stln". */
function skeletonOf(folded: string): string {
  return folded
    .replace(/ph/g, 'f')
    .replace(/sh|x|z|ch/g, 's')
    .replace(/[cq]|kh/g, 'k')
    .replace(/w/g, 'v')
    .replace(/th/g, 't')
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1');
}

function spellingsOf(language: Language): ReadonlyMap<string, readonly Spelling[]> {
  const byFirst = new Map<string, Spelling[]>();
  for (const [number, entry] of nameEntries.entries()) {
    for (const spelling of entry[language]) {
      const words = spelling.toLowerCase().split(' ').map(wordKey);
      // Older Vietnamese spelling joins the syllables of a name by hyphens: "Trung-Quốc".
      for (const form of words.length > 1 ? [words, [words.join('')]] : [words]) {
        const [first = ''] = form;
        const list = byFirst.get(first) ?? [];
        list.push({ words: form, key: `name:${number}` });
        byFirst.set(first, list);
      }
    }
  }
  for (const list of byFirst.values()) {
    list.sort((a, b) => b.words.length - a.words.length);
  }
  return byFirst;
}

/** Marks stay, hyphens and possessives go: "Xta-lin" is found by "Xtalin". */
function wordKey(lower: string): string {
  return lower.replace(/['’‘ʼ]s?$/u, '').replaceAll('-', '');
}

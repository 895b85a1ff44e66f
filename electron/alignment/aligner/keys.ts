// What stands in a sentence whatever its language: quantities, names in both spellings, words in Latin script.
import type { Language } from '../../corpus/document.ts';
import { nameEntries, shortForms } from '../names.ts';
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
    names: findNames(sentence, tokens, language).map(({ key }) => key),
  };
}

/** The names among the tokens of a sentence, in order; what is in the table of names has that key alone. */
export function findNames(
  sentence: string,
  tokens: readonly Token[],
  language: Language,
): readonly FoundName[] {
  const names: FoundName[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const spelling = nameAt(sentence, tokens, at, language);
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

/** Words that begin names, written small as often as not: "châu Á", "sông Hồng". */
const heads = new Set('châu sông vịnh biển điện đạo khối xứ đảo'.split(' '));

function nameAt(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
): Spelling | null {
  const token = tokens[at];
  const isHead = language === 'vi' && heads.has(token?.lower ?? '');
  if (token === undefined || !(token.capital || (isHead && tokens[at + 1]?.capital === true))) {
    return null;
  }
  for (const spelling of spellings[language].get(wordKey(token.lower)) ?? []) {
    const last = tokens[at + spelling.words.length - 1];
    const fits =
      last !== undefined &&
      spelling.words.every((word, place) => wordKey(tokens[at + place]?.lower ?? '') === word) &&
      // "phía Bắc, kinh tế" is not Beijing.
      !/[^\p{L}\p{M}\s'’‘ʼ.-]/u.test(sentence.slice(token.start, last.end));
    if (fits && !isOtherWord(spelling, sentence, tokens, at, language)) {
      return spelling;
    }
  }
  return shortFormAt(sentence, tokens, at, language);
}

const dash = /^\s*[-‐‑–—]\s*$/u;

/** "Việt – Xô", "Trung – Triều", "Sino-Soviet", "nhân dân Hung": short for a country. */
function shortFormAt(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
): Spelling | null {
  const token = tokens[at];
  const short = shortSpellings[language].get(token?.lower ?? '');
  if (token === undefined || short === undefined) {
    return null;
  }
  const before = tokens[at - 1];
  const isPeople =
    /^(?:hung|tiệp|hoa)$/.test(token.lower) &&
    /^(?:nước|người|dân)$/.test(before?.lower ?? '') &&
    tokens[at + 1]?.capital !== true;
  const isPair =
    isJoined(sentence, token, tokens[at + 1], language) ||
    isJoined(sentence, before, token, language);
  return isPeople || isPair ? short : null;
}

/** Whether a dash, and nothing else, joins two words that both are short for countries or names of the table. */
function isJoined(
  sentence: string,
  one: Token | undefined,
  other: Token | undefined,
  language: Language,
): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    dash.test(sentence.slice(one.end, other.start)) &&
    [one, other].every(({ capital, lower }) => capital && isOneWordName(lower, language))
  );
}

function isOneWordName(lower: string, language: Language): boolean {
  return (
    shortSpellings[language].has(lower) ||
    (spellings[language].get(wordKey(lower)) ?? []).some(({ words }) => words.length === 1)
  );
}

/** Countries of one syllable that begin other names as well: "Đức Thọ", "Mỹ Tho", "Lào Cai". */
const nameBeginnings =
  /^(?:anh|ý|áo|viên|tàu|mác|thái|huế|ấn|úc|nga|bỉ|đức|mỹ|mĩ|nhật|pháp|việt|lào)$/;
/** Those that are words, too: a capital at the start of a sentence says nothing. */
const commonWords = /^(?:anh|ý|áo|viên|tàu|mác|thái|huế|ấn|úc|nga|bỉ|đức)$/;

/** Words of two syllables that begin as countries do: "Nhật ký" is a diary. */
const wordBeginnings = new Map<string, ReadonlySet<string>>(
  Object.entries({
    nhật: 'ký báo trình thực nguyệt',
    pháp: 'luật lệnh y đình lý quyền ngữ',
    mỹ: 'thuật phẩm nhân',
    thái: 'tử độ',
    đức: 'tính hạnh',
  }).map(([word, next]) => [word, new Set(next.split(' '))]),
);

/**
 * "Anh Nam" is no Englishman, "us" no country, "Ý" and "Áo" at the start of a sentence idea and coat, and "Đức Thọ" is
 * no German.
 */
function isOtherWord(
  spelling: Spelling,
  sentence: string,
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
  if (!nameBeginnings.test(token.lower)) {
    return false;
  }
  const next = tokens[at + 1];
  if (wordBeginnings.get(token.lower)?.has(next?.text ?? '') === true) {
    return true;
  }
  if (token.initial && commonWords.test(token.lower)) {
    return !isJoined(sentence, token, next, language);
  }
  return (
    next?.capital === true &&
    next.text !== next.text.toUpperCase() &&
    /^\s+$/u.test(sentence.slice(token.end, next.start)) &&
    // "Thủ tướng Pháp Mendès France", "liên quân Anh Mỹ".
    isSyllable(foldWord(next.text)) &&
    nameAt(sentence, tokens, at + 1, language) === null
  );
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

const shortSpellings: Readonly<Record<Language, ReadonlyMap<string, Spelling>>> = {
  vi: shortSpellingsOf('vi'),
  en: shortSpellingsOf('en'),
};

function shortSpellingsOf(language: Language): ReadonlyMap<string, Spelling> {
  return new Map(
    shortForms[language].map(([short, name]) => {
      const number = nameEntries.findIndex((entry) => entry[language].includes(name));
      return [short.toLowerCase(), { words: [short.toLowerCase()], key: `name:${number}` }];
    }),
  );
}

function spellingsOf(language: Language): ReadonlyMap<string, readonly Spelling[]> {
  const byFirst = new Map<string, Spelling[]>();
  for (const [number, entry] of nameEntries.entries()) {
    const foreign = entry.en.filter((spelling) => language === 'vi' && isForeign(spelling));
    for (const spelling of new Set([...entry[language], ...foreign])) {
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

/** An English spelling that Vietnamese texts use as it is, and that is no Vietnamese word: "Geneva", not "Sun". */
function isForeign(spelling: string): boolean {
  return spelling.length > 3 && spelling.split(' ').every((word) => !isSyllable(foldWord(word)));
}

/** Marks stay, hyphens and possessives go: "Xta-lin" is found by "Xtalin". */
function wordKey(lower: string): string {
  return lower.replace(/['’‘ʼ]s?$/u, '').replaceAll('-', '');
}

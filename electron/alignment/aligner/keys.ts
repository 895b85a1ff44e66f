// What stands in a sentence whatever its language: quantities, names in both spellings, words in Latin script.
import type { Language } from '../../corpus/document.ts';
import { nameEntries, shortForms } from '../names.ts';
import { isOneWordName, type NameSpelling, spellingsAt } from './name-spellings.ts';
import { quantitiesOfTokens } from './quantities.ts';
import { foldWord, isSyllable, type Token } from './tokens.ts';

/** Quantities are told from names, because a wrong number says more than a missing name. */
export interface SentenceKeys {
  readonly quantities: readonly string[];
  readonly names: readonly string[];
}

/** A name or a word in Latin script, and where it stands: UTF-16 code units into the sentence, end exclusive. */
export interface FoundName {
  /** `name:N` as names.ts has it, `word:FOLDED` for a word written alike, `sound:CONSONANTS` for one that sounds so. */
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
      names.push({ key: spelling.entry.key, start: token.start, end: last.end });
      at += spelling.words.length;
      continue;
    }
    if (token?.kind === 'word') {
      for (const key of latinKeys(token, tokens[at + 1], language)) {
        names.push({ key, start: token.start, end: token.end });
      }
      names.push(...namesInParts(sentence, token, language));
    }
    at += 1;
  }
  return names;
}

/**
 * The names of the table within a word with hyphens: "Korean-Russian" has two, "anti-Japanese" one. Vietnamese words were
 * once joined so ("Anh-hùng" is a hero): there a name of one syllable needs another beside it, "Việt-Xô".
 */
function namesInParts(sentence: string, token: Token, language: Language): readonly FoundName[] {
  const parts = token.text.includes('-') ? partsOf(token) : [];
  const names: FoundName[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at];
    const spelling = nameAt(sentence, parts, at, language);
    const length = spelling?.words.length ?? 1;
    const last = parts[at + length - 1];
    const stands = language === 'en' || length > 1 || isOfPair(sentence, parts, at, language);
    if (part !== undefined && last !== undefined && spelling !== null && stands) {
      names.push({ key: spelling.entry.key, start: part.start, end: last.end });
    }
    at += length;
  }
  return names;
}

function partsOf(token: Token): readonly Token[] {
  let start = token.start;
  return token.text.split('-').map((text, place) => {
    const part: Token = {
      text,
      lower: text.toLowerCase(),
      kind: 'word',
      capital: /^\p{Lu}/u.test(text),
      initial: token.initial && place === 0,
      start,
      end: start + text.length,
    };
    start = part.end + 1;
    return part;
  });
}

/** Words that begin names, written small as often as not: "châu Á", "sông Hồng". */
const heads = new Set('châu sông vịnh biển điện đạo khối xứ đảo'.split(' '));

function nameAt(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
): NameSpelling | null {
  const token = tokens[at];
  const isHead = language === 'vi' && heads.has(token?.lower ?? '');
  if (token === undefined || !(token.capital || (isHead && tokens[at + 1]?.capital === true))) {
    return null;
  }
  return (
    spellingsAt(sentence, tokens, at, language).find(
      (spelling) => !isOtherWord(spelling, sentence, tokens, at, language),
    ) ?? shortFormAt(sentence, tokens, at, language)
  );
}

const dash = /^\s*[-‐‑–—]\s*$/u;

/** "Việt – Xô", "Trung – Triều", "Sino-Soviet", "nhân dân Hung": short for a country. */
function shortFormAt(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
): NameSpelling | null {
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
  return isPeople || isOfPair(sentence, tokens, at, language) ? short : null;
}

/** Whether a dash joins a word to the next or the one before, both being names. */
function isOfPair(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return isJoined(sentence, token, next, language) || isJoined(sentence, before, token, language);
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
    [one, other].every(
      ({ capital, lower }) =>
        capital && (shortSpellings[language].has(lower) || isOneWordName(lower, language)),
    )
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
  spelling: NameSpelling,
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
    return !isOfPair(sentence, tokens, at, language);
  }
  if (isInPerson(sentence, tokens, at)) {
    return true;
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

/** Families whose names are no common words, and the two middle names that most persons have. */
const families = new Set(
  'bùi chu đặng đinh đỗ hoàng huỳnh lê lý ngô nguyễn phạm phan thị trần trịnh trương văn võ vũ'.split(
    ' ',
  ),
);
/** A person's name has at most so many syllables before its last. */
const mostBefore = 3;

/** Whether a family's name stands before a syllable, with syllables of a name alone between: "Chu Đức Anh". */
function isInPerson(sentence: string, tokens: readonly Token[], at: number): boolean {
  for (let place = at; place > 0 && place > at - mostBefore; place -= 1) {
    const [before, token] = [tokens[place - 1], tokens[place]];
    if (
      before === undefined ||
      token === undefined ||
      !/^\p{Lu}\p{Ll}/u.test(before.text) ||
      !/^\s+$/u.test(sentence.slice(before.end, token.start))
    ) {
      return false;
    }
    if (families.has(before.lower)) {
      return true;
    }
  }
  return false;
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

const shortSpellings: Readonly<Record<Language, ReadonlyMap<string, NameSpelling>>> = {
  vi: shortSpellingsOf('vi'),
  en: shortSpellingsOf('en'),
};

function shortSpellingsOf(language: Language): ReadonlyMap<string, NameSpelling> {
  return new Map(
    shortForms[language].flatMap(([short, name]) => {
      const word = short.toLowerCase();
      const entry = nameEntries.find((known) => known[language].includes(name));
      return entry === undefined ? [] : [[word, { entry, written: short, words: [word] }] as const];
    }),
  );
}

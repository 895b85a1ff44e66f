// Finds the names of the table in a text of either language, with their places; in doubt it finds nothing.
import { type NameSpelling, spellingsAt } from '../alignment/aligner/name-spellings.ts';
import { type Token, tokensOf } from '../alignment/aligner/tokens.ts';
import type { NameEntry } from '../alignment/names.ts';
import type { Language } from '../corpus/document.ts';

export interface KnownName {
  readonly entry: NameEntry;
  /** As the table spells what stands in the text. */
  readonly spelling: string;
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
}

/** Syllables that are names, but words as well: a capital at the start of a sentence, or in a line of capitals, tells nothing. */
const words = new Set(
  'anh áo ấn bỉ đức huế lào mác mao mĩ mỹ nga nhật pháp tàu thái úc viên việt ý'.split(' '),
);

/** What stands before such a syllable where it is a country even in a line of capitals. */
const beforeCountry = new Set(
  'nước quân phe người tiếng chống quốc dân xít phủ giữa sang tại ở chủ hòa hoà'.split(' '),
);

/**
 * The names of an NFC text, none inside another, in order. Only words with a capital count. A text that is all in
 * capitals must be called so, because capitals tell less there.
 */
export function knownNamesIn(
  text: string,
  language: Language,
  writing: 'mixed' | 'capitals' = 'mixed',
): readonly KnownName[] {
  const tokens = tokensOf(text);
  const found: KnownName[] = [];
  let at = 0;
  while (at < tokens.length) {
    const name = nameAt(text, tokens, at, language, writing);
    const first = tokens[at];
    const last = tokens[at + (name?.words.length ?? 1) - 1];
    if (name !== null && first !== undefined && last !== undefined) {
      const { entry, written } = name;
      found.push({ entry, spelling: written, start: first.start, end: last.end });
    }
    at += name?.words.length ?? 1;
  }
  return found;
}

function nameAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
  writing: 'mixed' | 'capitals',
): NameSpelling | null {
  const isOther = (spelling: NameSpelling): boolean =>
    isOtherWord(spelling, tokens, at, language, writing);
  return tokens[at]?.capital === true
    ? (spellingsAt(text, tokens, at, language).find((spelling) => !isOther(spelling)) ?? null)
    : null;
}

function isOtherWord(
  spelling: NameSpelling,
  tokens: readonly Token[],
  at: number,
  language: Language,
  writing: 'mixed' | 'capitals',
): boolean {
  const token = tokens[at];
  if (token === undefined || spelling.words.length > 1) {
    return false;
  }
  if (language === 'en') {
    // "us" and "sun" are words, and so is a "Turkey" that begins a sentence of capitals.
    return token.text.length <= 3 && spelling.written !== token.text;
  }
  if (!words.has(token.lower)) {
    return false;
  }
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[at + 1];
  if (writing === 'capitals') {
    return !beforeCountry.has(before);
  }
  // "Mỹ Linh" and "Đức Giêsu" are other names, whose next syllable has a capital, too.
  return token.initial || (after?.capital === true && !after.initial);
}

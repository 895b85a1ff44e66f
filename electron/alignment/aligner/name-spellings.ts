// Finds the spellings of the table of names among the tokens of a sentence. Whether a word that has the shape of a name
// is one, its callers judge.
import type { Language } from '../../corpus/document.ts';
import { type NameEntry, nameEntries } from '../names.ts';
import { foldWord, isSyllable, type Token } from './tokens.ts';

/** One way to write a name of the table. */
export interface NameSpelling {
  readonly entry: NameEntry;
  /** As the table has it. */
  readonly written: string;
  /** One for each token that it takes: lower case, without hyphens and possessives. */
  readonly words: readonly string[];
}

const spellings: Readonly<Record<Language, ReadonlyMap<string, readonly NameSpelling[]>>> = {
  vi: spellingsOf('vi'),
  en: spellingsOf('en'),
};

/** The spellings that begin at a token of an NFC sentence, in small letters or large, the longest first. */
export function spellingsAt(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
): readonly NameSpelling[] {
  const token = tokens[at];
  if (token === undefined) {
    return [];
  }
  return (spellings[language].get(wordKey(token.lower)) ?? []).filter((spelling) => {
    const last = tokens[at + spelling.words.length - 1];
    return (
      last !== undefined &&
      spelling.words.every((word, place) => wordKey(tokens[at + place]?.lower ?? '') === word) &&
      // "phía Bắc, kinh tế" is not Beijing.
      !/[^\p{L}\p{M}\p{N}\s'’‘ʼ.-]/u.test(sentence.slice(token.start, last.end)) &&
      !isOfLongerName(spelling, sentence, tokens, at, language)
    );
  });
}

/** Whether a word in lower case is a name of the table by itself. */
export function isOneWordName(lower: string, language: Language): boolean {
  return (spellings[language].get(wordKey(lower)) ?? []).some(({ words }) => words.length === 1);
}

/** Persons of two syllables that stand in other names as well. */
const shortPersons = new Set(['Nam Nhật', 'Chu Đức', 'Trần Nghị']);

/** "miền Nam Nhật Bản" is no Nam Il, "Chu Đức Anh" no Zhu De. In a line of capitals only a name of the table tells. */
function isOfLongerName(
  { written, words }: NameSpelling,
  sentence: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
): boolean {
  if (!shortPersons.has(written) || words.length === 1) {
    return false;
  }
  const [before, last, next] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const goesOn =
    last !== undefined &&
    next?.capital === true &&
    /^\s+$/u.test(sentence.slice(last.end, next.start)) &&
    (next.text === next.text.toUpperCase()
      ? spellingsAt(sentence, tokens, at + 1, language).some((other) => other.words.length > 1)
      : isSyllable(foldWord(next.text)));
  return goesOn || /^(?:miền|phía|vùng)$/.test(before?.lower ?? '');
}

function spellingsOf(language: Language): ReadonlyMap<string, readonly NameSpelling[]> {
  const byFirst = new Map<string, NameSpelling[]>();
  for (const entry of nameEntries) {
    const foreign = entry.en.filter((spelling) => language === 'vi' && isForeign(spelling));
    for (const written of new Set([...entry[language], ...foreign])) {
      const words = written.toLowerCase().split(' ').map(wordKey);
      // Older Vietnamese spelling joins the syllables of a name by hyphens: "Trung-Quốc".
      for (const form of words.length > 1 ? [words, [words.join('')]] : [words]) {
        const [first = ''] = form;
        const list = byFirst.get(first) ?? [];
        list.push({ entry, written, words: form });
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

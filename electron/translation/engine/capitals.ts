// Lines and words in capitals: written small for the model, which hardly knows such words, and large again after.
import { foldWord, isSyllable } from '../../alignment/aligner/tokens.ts';
import type { NameEntry } from '../../alignment/names.ts';
import type { Language } from '../../corpus/document.ts';
import { knownNamesIn } from '../known-names.ts';
import {
  alwaysLarge,
  functionWords,
  isAcronym,
  isForeignName,
  isJoinedCountry,
  isRoman,
  isTranscription,
  type Word,
  wordsOf,
} from './capital-words.ts';
import { looksLikePerson } from './person-names.ts';
import { writeSettled } from './settled-writing.ts';

export interface Recased {
  /** With capitals where a sentence has them; the text itself where there is nothing to do. */
  readonly text: string;
  /** Writes large in the translation what was large in the source, as far as it can be told. */
  readonly restore: (target: string) => string;
}

/** So many of the words must be in capitals for a line of capitals. */
const largeShare = 0.8;
/** A longer English line that ends like a sentence is one; all others are written as titles are. */
const titleWords = 6;

/** Recases an NFC line. A line that is recased once is not changed by doing it again. */
export function recase(line: string, from: Language, to: Language): Recased {
  const words = wordsOf(line);
  const counted = words.filter(({ text }) => text.length > 1);
  const large = counted.filter((word) => word.large);
  const told = large.filter(({ text }) => !isAcronym(text, from));
  const [only, ...others] = counted;
  if (told.length === 0 || (only && others.length === 0 && mayBeAcronym(only.text, from))) {
    return { text: line, restore: (target) => target };
  }
  if (large.length >= largeShare * counted.length) {
    const text = writeSmall(line, words, from);
    return {
      text,
      restore: text === line ? (target) => target : (target) => target.toUpperCase(),
    };
  }
  return recaseRuns(line, words, from, to);
}

/** Where a word stands alone, nothing tells "NASA" from a word. */
function mayBeAcronym(word: string, language: Language): boolean {
  return (
    knownNamesIn(word, language, 'capitals').length === 0 &&
    (language === 'vi' ? word.length <= 5 && !isSyllable(foldWord(word)) : word.length <= 4)
  );
}

/** A line of capitals as a sentence: names large, acronyms as they are. */
function writeSmall(line: string, words: readonly Word[], language: Language): string {
  const names = knownNamesIn(line, language, 'capitals');
  const person = language === 'vi' && looksLikePerson(words.map(({ text }) => text));
  const title = words.length <= titleWords || !/[.?]["'”’»)]*$/u.test(line);
  const small = rewrite(line, words, (word, index) => {
    if (!word.large && word.text !== word.text.toUpperCase()) {
      return word.text;
    }
    const name = names.find(({ start, end }) => word.start >= start && word.end <= end);
    if (name !== undefined) {
      return writeName(name.spelling, word.text);
    }
    const isInitial = word.text.length === 1 && line[word.end] === '.';
    if (isInitial || isAcronym(word.text, language) || isRoman(words, index, language)) {
      return word.text;
    }
    const begins = beginsSentence(line, word.start);
    const lower = word.text.toLowerCase();
    const large =
      language === 'vi'
        ? person || isTranscription(lower) || isJoinedCountry(line, words, index)
        : title
          ? !functionWords.has(lower)
          : alwaysLarge(lower);
    return begins || large ? titleCase(lower) : lower;
  });
  return language === 'vi' ? writeSettled(small) : small;
}

/** Words in capitals among others: a name, a heading before its text, an emphasis. */
function recaseRuns(line: string, words: readonly Word[], from: Language, to: Language): Recased {
  let text = '';
  let end = 0;
  const restored: (readonly string[])[] = [];
  for (const run of runsOf(line, words)) {
    const small = writeRunSmall(line, run, from);
    const [start, stop] = [run[0]?.start ?? end, run.at(-1)?.end ?? end];
    text += line.slice(end, start) + small.text;
    end = stop;
    restored.push(
      ...small.names.map(({ entry, words: name }) => spellingsOf(entry, name, from, to)),
    );
  }
  text += line.slice(end);
  return { text, restore: (target) => (text === line ? target : restored.reduce(enlarge, target)) };
}

interface SmallRun {
  readonly text: string;
  /** Names that were written small, as the source has them; null for one that the table lacks. */
  readonly names: readonly { readonly entry: NameEntry | null; readonly words: string }[];
}

function writeRunSmall(line: string, run: readonly Word[], language: Language): SmallRun {
  const [offset, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const original = line.slice(offset, end);
  const moved = run.map((word) => ({
    ...word,
    start: word.start - offset,
    end: word.end - offset,
  }));
  const known = knownNamesIn(original, language, 'capitals');
  const person = language === 'vi' && looksLikePerson(run.map((word) => word.text));
  const foreign = person ? [] : run.filter(({ text }) => isForeignName(text, language));
  const nameOf = (word: Word) =>
    known.find(({ start, end: stop }) => word.start >= start && word.end <= stop);
  const begins = beginsSentence(line, offset) || beginsText(line, offset);
  const text = rewrite(original, moved, (word, index) => {
    const name = nameOf(word);
    if (name !== undefined) {
      return writeName(name.spelling, word.text);
    }
    if (isAcronym(word.text, language) || isRoman(moved, index, language)) {
      return word.text;
    }
    const lower = word.text.toLowerCase();
    if (person || isForeignName(word.text, language)) {
      return titleCase(lower);
    }
    // "mã PIN", "Dự án START": a lone word of plain letters may stand for several.
    const isWord =
      run.length > 2 || (language === 'vi' && (run.length > 1 || !/^\w+$/.test(lower)));
    return isWord ? (begins && index === 0 ? titleCase(lower) : lower) : word.text;
  });
  const changed = known.filter(
    ({ start, end: stop, spelling }) => original.slice(start, stop) !== spelling,
  );
  return {
    text: language === 'vi' ? writeSettled(text) : text,
    names: [
      ...changed.map(({ entry, start, end: stop }) => ({
        entry,
        words: original.slice(start, stop),
      })),
      ...(person ? [{ entry: null, words: original }] : []),
      ...foreign
        .filter((word) => !isAcronym(word.text, language))
        .map((word) => ({ entry: null, words: word.text })),
    ],
  };
}

function spellingsOf(
  entry: NameEntry | null,
  words: string,
  from: Language,
  to: Language,
): readonly string[] {
  return entry === null ? [words] : [...entry[to], ...entry[from], words];
}

/** The marks that may stand before the first word of a sentence; no more of them are looked at. */
const lookBehind = 8;

/** Whether a word at this place is the first of the line or of a sentence. */
function beginsSentence(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - lookBehind), at).replace(/["'“‘«(]+$/u, '');
  return (before === '' && at <= lookBehind) || /[.!?…]\s+$/u.test(before);
}

/** Whether it is the first behind a colon: "Kính gửi: BỘ NGOẠI GIAO". */
function beginsText(line: string, at: number): boolean {
  return /:\s+["'“‘«(]*$/u.test(line.slice(Math.max(0, at - lookBehind), at));
}

/** Words in capitals with nothing but blanks, hyphens and initials between them. */
function runsOf(line: string, words: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    if (word.large) {
      if (/^\s*$/u.test(line.slice(Math.max(0, end), word.start)) && end >= 0) {
        runs.at(-1)?.push(word);
      } else {
        runs.push([word]);
      }
      end = word.end;
    }
  }
  return runs;
}

function rewrite(
  line: string,
  words: readonly Word[],
  write: (word: Word, index: number) => string,
): string {
  let text = '';
  let end = 0;
  words.forEach((word, index) => {
    text += line.slice(end, word.start) + write(word, index);
    end = word.end;
  });
  return text + line.slice(end);
}

/** The first of the spellings that stands in the target, in capitals; marks need not agree ("PHẠM" is "PHAM"). */
function enlarge(target: string, spellings: readonly string[]): string {
  const words = wordsOf(target);
  const folded = words.map(({ text }) => foldWord(text));
  for (const spelling of spellings) {
    const wanted = wordsOf(spelling).map(({ text }) => foldWord(text));
    const at = folded.findIndex((_, start) =>
      wanted.every((word, place) => folded[start + place] === word),
    );
    const [first, last] = [words[at], words[at + wanted.length - 1]];
    if (wanted.length > 0 && first !== undefined && last !== undefined) {
      return (
        target.slice(0, first.start) +
        target.slice(first.start, last.end).toUpperCase() +
        target.slice(last.end)
      );
    }
  }
  return target;
}

/** One word of a name as the table writes it, the hyphens as in the text. */
function writeName(spelling: string, word: string): string {
  const key = (text: string) => text.toLowerCase().replaceAll('-', '');
  const same = spelling.split(' ').find((part) => key(part) === key(word));
  return same !== undefined && same.length === word.length ? same : titleCase(word.toLowerCase());
}

function titleCase(lower: string): string {
  return lower.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

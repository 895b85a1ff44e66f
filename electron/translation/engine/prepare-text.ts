// What is done to a text before the model reads it, and to what the model says after: the two belong together, so one
// function gives both. Marks round the words are taken off and put back, capitals written small and large again, dates
// and names alone on a line translated by rule.
import type { Language } from '../../corpus/document.ts';
import { cutMark } from '../cut-mark.ts';
import { knownNamesIn } from '../known-names.ts';
import { alwaysLarge } from './capital-words.ts';
import { recase } from './capitals.ts';
import { untangleNames } from './confused-names.ts';
import { sayLeftNames } from './left-names.ts';
import { openShell, withFinalMark } from './line-shell.ts';
import { mendMonth } from './mended-months.ts';
import { respellNames } from './respelt-names.ts';
import { translateSetLine } from './set-lines.ts';

/** Control characters, lone surrogates' stand-ins and invisible format marks: no model knows them. */
const unreadable = /[\p{Cc}\p{Co}\p{Cn}\uFFFD\uFEFF\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069]/gu;

export interface PreparedText {
  /** What the model reads; null where none is needed. */
  readonly source: string | null;
  /** The reader's text of what the model said for the source. Where it said nothing the source stands, as with a name. */
  readonly finish: (said: string) => string;
}

/**
 * The text as a model may read it: NFC, one line, no control characters. `reserved` are the tokenizer's own marks
 * (`</s>`, `>>eng<<`): where a text happens to hold one it is broken up, so that it stays text.
 */
export function prepareText(
  text: string,
  reserved: readonly string[],
  from: Language,
  to: Language,
): PreparedText {
  const line = cleanText(text, reserved);
  if (!hasWords(line)) {
    return { source: null, finish: () => line };
  }
  const { before, inside: gapped, after } = openShell(line);
  const inside = withoutGaps(gapped);
  const [mark = ''] = /[.,;:!?…]$/u.exec(inside) ?? [];
  const set = translateSetLine(inside.slice(0, inside.length - mark.length).trim(), from, to);
  if (set !== null) {
    return { source: null, finish: () => before + set + mark + after };
  }
  const { text: source, restore } = recase(inside, from, to);
  return {
    source,
    finish: (said) => {
      const piece = untangleNames(finishPiece(said, source, to), source, from, to);
      const respelt = respellNames(mendMonth(piece, source, from, to), source, to);
      const inLanguage = to === 'vi' ? sayLeftNames(respelt, source) : respelt;
      return before + restore(withQuotes(inLanguage, source)) + after;
    },
  };
}

/** The text on one line, without what no tokenizer reads. Cleaning what is clean changes nothing. */
export function cleanText(text: string, reserved: readonly string[]): string {
  let clean = text.toWellFormed().replace(unreadable, ' ').normalize('NFC');
  for (const mark of reserved) {
    if (mark.length > 1 && clean.includes(mark)) {
      clean = clean.replaceAll(mark, `${mark.slice(0, 1)} ${mark.slice(1)}`);
    }
  }
  return withoutGaps(clean.replace(/\s+/gu, ' ')).trim();
}

/** "STALIN ," as "STALIN,". */
function withoutGaps(text: string): string {
  return text.replace(/(?<=[\p{L}\p{M}\p{N}"”’»)\]]) ([,;:.!?])(?=[\s"'”’»“)\]]|$)/gu, '$1');
}

/** Whether there is anything to translate: numbers, marks and emoji stand for themselves in both languages. */
export function hasWords(clean: string): boolean {
  return /\p{L}/u.test(clean);
}

/**
 * What a model said for one piece of a text that was cut: with the piece's final mark, and small where it goes on in
 * the middle of a sentence. Where it said nothing, or marks alone, the piece stands.
 */
export function finishPiece(said: string, piece: string, to: Language): string {
  const plain = plainText(said);
  return /[\p{L}\p{N}]/u.test(plain) ? withInitial(withFinalMark(plain, piece), piece, to) : piece;
}

/** The same of a model that came to no end: what it said till then, and a sign that more was cut off. */
export function finishCutPiece(said: string, piece: string, to: Language): string {
  const plain = plainText(said).replace(/[\s.,;:]+$/u, '');
  return plain === '' ? `${piece} ${cutMark}` : `${withInitial(plain, piece, to)} ${cutMark}`;
}

function plainText(said: string): string {
  return said.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const titles = /^(?:Mr|Mrs|Ms|Dr|St|President|General|King|Queen|Prince|Comrade|Chairman)\b/u;

/** Begins large or small as the source does; a name, an acronym and "I" are large wherever they stand. */
function withInitial(target: string, source: string, to: Language): string {
  const [first = ''] = /^[\p{L}\p{M}]+/u.exec(target) ?? [];
  const [letter = ''] = first;
  const small = letter.toLowerCase();
  if (/^\p{Lu}/u.test(source) && /^\p{Ll}+$/u.test(first.normalize('NFC'))) {
    return letter.toUpperCase() + target.slice(letter.length);
  }
  if (
    !/^\p{Ll}/u.test(source) ||
    letter === small ||
    first !== letter + first.slice(letter.length).toLowerCase()
  ) {
    return target;
  }
  const behind = target.slice(first.length);
  const isName =
    /^\s\p{Lu}/u.test(behind) ||
    titles.test(target) ||
    (to === 'en' && alwaysLarge(first.toLowerCase())) ||
    source.includes(first) ||
    knownNamesIn(`… ${target}`, to).some(({ start }) => start === 2);
  return isName ? target : small + target.slice(letter.length);
}

/** Curly quotation marks and long dashes where the source has them: models know the plain ones. */
function withQuotes(target: string, source: string): string {
  let text = target;
  if (source.includes('“') && !text.includes('“') && (text.split('"').length - 1) % 2 === 0) {
    let open = false;
    text = text.replaceAll('"', () => {
      open = !open;
      return open ? '“' : '”';
    });
  }
  return source.includes('—') && !source.includes('–') ? text.replaceAll('–', '—') : text;
}

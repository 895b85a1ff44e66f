// Patterns of the concept lexicon: words, endings, alternatives and gaps, found in a text of words.
//
// `word` that very word, `word*` any ending, `(a b|c)` one of these, `[a]` may be missing, `…` up to fifteen words (in
// Vietnamese: syllables) that no stop, colon or semicolon parts. At the end of a pattern `!(a b|c)`: none of these may follow,
// up to fifteen words behind.
import { foldText } from '../../search/folding.ts';

/** A sentence as patterns see it: folded words, a space before, between and behind them, a bar where a clause ends. */
export interface WordText {
  readonly text: string;
  /** By code unit of `text`: where the word that stands there begins in the sentence; -1 for spaces and bars. */
  readonly starts: Int32Array;
  /** The same for where it ends. UTF-16 code units, end exclusive. */
  readonly ends: Int32Array;
}

/** A stretch of the sentence, in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const pieces = /[\p{L}\p{M}\p{N}]+|[.!?;:…]+/gu;
const bar = '|';

/** Lower case, tone marks in their modern place; hyphens and apostrophes part words. */
export function wordText(sentence: string): WordText {
  const folded = foldText(sentence, 'modern');
  let text = ' ';
  const starts: number[] = [-1];
  const ends: number[] = [-1];
  for (const { 0: piece, index } of folded.text.matchAll(pieces)) {
    const isWord = /[\p{L}\p{N}]/u.test(piece);
    const start = isWord ? (folded.starts[index] ?? 0) : -1;
    const end = isWord ? (folded.ends[index + piece.length - 1] ?? 0) : -1;
    const written = isWord ? piece : bar;
    text += `${written} `;
    for (let at = 0; at < written.length; at += 1) {
      starts.push(start);
      ends.push(end);
    }
    starts.push(-1);
    ends.push(-1);
  }
  return { text, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

const gap = '(?:[^ |]+ ){0,15}?';

/** One regular expression for all of these patterns; null for none. Throws where a pattern is not well formed. */
export function compilePatterns(patterns: readonly string[]): RegExp | null {
  return patterns.length === 0
    ? null
    : new RegExp(`(?<= )(?:${patterns.map(sourceOf).join('|')})`, 'g');
}

function sourceOf(pattern: string): string {
  const [, wanted = pattern, unwanted] = /^([^!]+)!(\([^!]+\))$/.exec(pattern) ?? [];
  const follows = unwanted === undefined ? '' : `(?!${gap}${sourceOfUnits(unwanted)})`;
  return `${sourceOfUnits(wanted)}${follows}`;
}

function sourceOfUnits(pattern: string): string {
  const folded = foldText(pattern.replaceAll('…', '~'), 'modern').text;
  const units = folded.match(/\(|\)|\[|\]|\||~|[\p{L}\p{M}\p{N}]+\*?/gu) ?? [];
  if (units.join('') !== folded.replaceAll(' ', '')) {
    throw new Error(`not a pattern: ${pattern}`);
  }
  return units.map(sourceOfUnit).join('');
}

function sourceOfUnit(unit: string): string {
  switch (unit) {
    case '(':
    case '[':
      return '(?:';
    case ')':
      return ')';
    case ']':
      return ')?';
    case '|':
      return '|';
    case '~':
      return gap;
    default:
      return unit.endsWith('*') ? `${unit.slice(0, -1)}[^ |]* ` : `${unit} `;
  }
}

/** The first stretch of the sentence that a pattern fits, as short as it can be, or null. */
export function findPattern({ text, starts, ends }: WordText, pattern: RegExp): Span | null {
  pattern.lastIndex = 0;
  let found = pattern.exec(text);
  let span: Span | null = null;
  // A match begins as early as it can; a later beginning may lead to the same end.
  while (found !== null && found[0] !== '') {
    // It ends in the space behind its last word.
    const end = ends[found.index + found[0].length - 2] ?? 0;
    if (span !== null && end > span.end) {
      return span;
    }
    span = { start: starts[found.index] ?? 0, end };
    pattern.lastIndex = found.index + 1;
    found = pattern.exec(text);
  }
  return span;
}

/** The text without what a pattern fits: bars stand in the place of its words. */
export function withoutPattern(words: WordText, pattern: RegExp): WordText {
  const text = words.text.replace(pattern, (found) => found.replace(/[^ ]/g, bar));
  return text === words.text ? words : { ...words, text };
}

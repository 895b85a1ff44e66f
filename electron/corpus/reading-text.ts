// From a decoded source to the reading text: clean characters, one line a paragraph.
import type { Language } from './document.ts';
import { partRunTogetherWords } from './run-together-words.ts';
import { joinWrappedLines } from './wrapped-lines.ts';

/**
 * The reading text of a source: NFC; plain spaces, never two in a row; no control and zero-width characters;
 * hard-wrapped paragraphs joined; paragraphs, none of them empty, separated by one `\n`. English words that
 * lost the space between them are parted.
 */
export function readingText(source: string, language: Language): string {
  const paragraphs = joinWrappedLines(cleanCharacters(source).split('\n'))
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '');
  const text = paragraphs.join('\n');
  return language === 'en' ? partRunTogetherWords(text) : text;
}

/** One line as a reading text has it: clean characters, single plain spaces, none at its ends; null where it is more than one line. */
export function readingLine(line: string): string | null {
  const clean = cleanCharacters(line.toWellFormed().trim()).replace(/ +/g, ' ').trim();
  return clean.includes('\n') ? null : clean;
}

/** Where the paragraphs of a reading text lie: UTF-16 code units, end exclusive, line breaks left out. */
export function paragraphSpans(text: string): readonly { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      spans.push({ start, end: start + line.length });
    }
    start += line.length + 1;
  }
  return spans;
}

// CR LF, CR, vertical tab, form feed, next line, line and paragraph separator.
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
// A soft hyphen at the end of a line marks a word that goes on in the next one.
const softHyphenAtLineEnd = /\u00AD[ \t]*\n[ \t]*/g;
const oddSpaces = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
// Zero-width space and non-joiner, word joiner, byte order mark, soft hyphen, direction marks.
const invisibleCharacters = /[\u200B\u200C\u200E\u200F\u2060\uFEFF\u00AD]/g;
// The zero-width joiner holds emoji together; elsewhere it goes.
const strayJoiners = /(?<!\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const controlCharacters = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;

function cleanCharacters(source: string): string {
  return source
    .replace(lineBreaks, '\n')
    .replace(softHyphenAtLineEnd, '')
    .replace(oddSpaces, ' ')
    .replace(invisibleCharacters, '')
    .replace(strayJoiners, '')
    .replace(controlCharacters, '')
    .normalize('NFC');
}

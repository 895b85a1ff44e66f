// One line as the aligner sees it, on either side.
import type { Language } from '../../corpus/document.ts';
import { keysOf, type SentenceKeys } from './keys.ts';
import { type Shape, shapeOf } from './shape.ts';
import { tokensOf } from './tokens.ts';
import { joinCompounds, stemsOf, syllablesOf } from './words.ts';

export interface Sentence {
  /** NFC, trimmed, white space plain: a line that stands on both sides was left untranslated. */
  readonly text: string;
  /** Code points without the white space around it, runs of white space counted once. */
  readonly length: number;
  /** Vietnamese syllables and compounds or English stems, in order. */
  readonly words: readonly string[];
  readonly keys: SentenceKeys;
  readonly shape: Shape;
}

/** Reads a line; `isCompound` tells which Vietnamese syllable sequences the lexicon holds. */
export function readSentence(
  line: string,
  language: Language,
  isCompound: (words: string) => boolean,
): Sentence {
  const text = line.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const tokens = tokensOf(text);
  return {
    text,
    length: lengthOf(text),
    words: language === 'vi' ? joinCompounds(syllablesOf(tokens), isCompound) : stemsOf(tokens),
    keys: keysOf(text, tokens, language),
    shape: shapeOf(text),
  };
}

function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // The second half of a surrogate pair is no character of its own.
    length += unit >= 0xdc00 && unit <= 0xdfff ? 0 : 1;
  }
  return length;
}

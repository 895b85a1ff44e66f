// A model's translations as further words of each passage.
import { tokensOf } from '../aligner/tokens.ts';
import { joinCompounds, stemsOf, syllablesOf } from '../aligner/words.ts';
import { stopWords } from './stop-words.ts';
import type { TranslatedWords } from './text-pair.ts';

/** By sentence, in the order of the texts; null where a sentence, or a whole side, has not been translated. */
export interface PassageTranslations {
  /** English, of the Vietnamese sentences. */
  readonly ofVi?: readonly (string | null)[] | null;
  /** Vietnamese, of the English sentences. */
  readonly ofEn?: readonly (string | null)[] | null;
}

/** The content words of the translations, or null where there is not one translation. */
export function translatedWords(
  translations: PassageTranslations | undefined,
  viCount: number,
  enCount: number,
  isCompound: (words: string) => boolean,
): TranslatedWords | null {
  const ofVi = translations?.ofVi ?? [];
  const ofEn = translations?.ofEn ?? [];
  if ([...ofVi, ...ofEn].every((text) => text === null)) {
    return null;
  }
  return {
    vi: Array.from({ length: viCount }, (_, at) => englishWords(ofVi[at] ?? null)),
    en: Array.from({ length: enCount }, (_, at) => vietnameseWords(ofEn[at] ?? null, isCompound)),
  };
}

function englishWords(text: string | null): readonly string[] | null {
  return text === null
    ? null
    : stemsOf(tokensOf(text.normalize('NFC'))).filter((word) => !stopWords.en.has(word));
}

function vietnameseWords(
  text: string | null,
  isCompound: (words: string) => boolean,
): readonly string[] | null {
  return text === null
    ? null
    : joinCompounds(syllablesOf(tokensOf(text.normalize('NFC'))), isCompound).filter(
        (word) => !stopWords.vi.has(word),
      );
}

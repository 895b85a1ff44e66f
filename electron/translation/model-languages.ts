// Finds out which languages a model translates from what its folder says of it.
import type { Language } from '../corpus/document.ts';
import type { Direction } from './model.ts';

export interface LanguageClues {
  /** Whether the vocabulary holds `>>eng<<` and `>>vie<<`, with which a model is asked for a language. */
  readonly asksForEnglish: boolean;
  readonly asksForVietnamese: boolean;
  /** `source_lang` and `target_lang` of tokenizer_config.json. */
  readonly sourceLanguage: unknown;
  readonly targetLanguage: unknown;
  /** The folder's name and the name that config.json gives, the surest first. */
  readonly names: readonly string[];
}

/** `vi`, `vie`, `vi_VN`, `vie_Latn`, `en`, `eng`, … */
function languageOf(code: unknown): Language | null {
  const [, short] = typeof code === 'string' ? (/^(vi|en)[eg]?(?:[_-]|$)/iu.exec(code) ?? []) : [];
  return short === undefined ? null : short.toLowerCase() === 'vi' ? 'vi' : 'en';
}

function directionOfName(name: string): Direction | null {
  const pair = /(?:^|[^a-z])(vie?|eng?)[-_](vie?|eng?)(?![a-z])/iu.exec(name);
  return directionOf(pair?.[1], pair?.[2]);
}

function directionOf(source: unknown, target: unknown): Direction | null {
  const from = languageOf(source);
  const to = languageOf(target);
  return from === null || to === null || from === to ? null : { from, to };
}

/**
 * The directions a model translates; none where nothing tells. A model that states one pair has that one, also where
 * its vocabulary could ask for both languages: it was trained further for that pair alone.
 */
export function directionsOf(clues: LanguageClues): readonly Direction[] {
  const stated = directionOf(clues.sourceLanguage, clues.targetLanguage);
  if (stated !== null) {
    return [stated];
  }
  if (clues.asksForEnglish && clues.asksForVietnamese) {
    return [
      { from: 'vi', to: 'en' },
      { from: 'en', to: 'vi' },
    ];
  }
  const found = clues.names.map(directionOfName).find((one) => one !== null);
  return found ? [found] : [];
}

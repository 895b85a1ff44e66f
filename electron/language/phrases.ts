// The interface's sentences for the shells: menus, dialogs, the command line. The page reads the same files.
import { createInstance } from 'i18next';
import en from '../../resources/locales/en.json' with { type: 'json' };
import vi from '../../resources/locales/vi.json' with { type: 'json' };
import type { Failure } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** A dotted path to a sentence of the locale files. */
export type PhraseKey = Leaves<typeof en>;

/** Answers the sentence of a key, `{{name}}` filled in from `params`; plain text, nothing is escaped. */
export type Phrases = (
  key: PhraseKey,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** The phrases of one language, at once; a key that does not exist does not compile. */
export function createPhrases(language: Language): Phrases {
  const i18n = createInstance();
  // The sentences are at hand, so this ends at once and its promise has nothing left to tell.
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { en: { translation: en }, vi: { translation: vi } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return (key, params = {}) => i18n.t(key, { ...params });
}

/** The one sentence of a failure: what happened and what to do. */
export function phraseOfFailure(phrases: Phrases, failure: Failure): string {
  return phrases(`failures.${failure.code}`, failure.params);
}

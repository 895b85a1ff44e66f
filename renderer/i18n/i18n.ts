// The interface's words: i18next over resources/locales, in Vietnamese and English, switched live.
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../electron/corpus/document.ts';
import en from '../../resources/locales/en.json' with { type: 'json' };
import vi from '../../resources/locales/vi.json' with { type: 'json' };

export { interfaceLanguage } from '../../electron/language/interface-language.ts';

/** The languages of the interface, each in its own words. */
export const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const;

export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { en: { translation: en }, vi: { translation: vi } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

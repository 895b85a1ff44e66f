// The interface's words: i18next over resources/locales, in Vietnamese and English, switched live.
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../electron/corpus/document.ts';
import en from '../../resources/locales/en.json' with { type: 'json' };
import vi from '../../resources/locales/vi.json' with { type: 'json' };

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

/** The language to begin with: the reader's choice, else Vietnamese where the system speaks it, else English. */
export function interfaceLanguage(chosen: Language | null, systemLanguage: string): Language {
  return chosen ?? (/^vi\b/i.test(systemLanguage) ? 'vi' : 'en');
}

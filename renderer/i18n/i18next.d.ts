// Makes every key of the locale files known to the compiler: a missing one does not compile.
import 'i18next';
import type en from '../../resources/locales/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

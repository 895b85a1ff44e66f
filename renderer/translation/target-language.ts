// Which language a text is translated into: the other one.
import type { Language } from '../../electron/corpus/document.ts';

export function targetLanguage(from: Language): Language {
  return from === 'vi' ? 'en' : 'vi';
}

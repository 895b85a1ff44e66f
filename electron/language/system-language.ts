// Which of the two interface languages to speak.
import type { Language } from '../corpus/document.ts';

/** `tag` is the system's language, a BCP 47 tag: Vietnamese where it is, English everywhere else. */
export function systemLanguage(tag: string): Language {
  return /^vi\b/i.test(tag) ? 'vi' : 'en';
}

// Why the program suggests a link, in the words of the page's language.
import type { TFunction } from 'i18next';
import type { Reason } from '../../electron/alignment/reason.ts';
import { wordsOfReason } from '../../electron/alignment/reason-words.ts';

/** `Same date: 15 August 1945`; `language` is that of the interface. */
export function reasonWords(t: TFunction, language: string, reason: Reason): string {
  return wordsOfReason(reason, language === 'vi' ? 'vi' : 'en', (key, params = {}) =>
    t(key, { replace: params }),
  );
}

// Why the program suggests a link, in words of the interface's language.
import type { Language } from '../corpus/document.ts';
import type { PhraseKey } from '../language/phrases.ts';
import type { Reason } from './reason.ts';

type FormulaKey = Extract<PhraseKey, `reasons.formulas.${string}`>;

/** Answers the sentence of a key of reasons, `{{name}}` filled in from `params`; nothing is escaped. */
export type ReasonPhrases = (
  key: FormulaKey | `reasons.${Reason['kind']}`,
  params?: Readonly<Record<string, string>>,
) => string;

/** `Same date: 15 August 1945`; `language` is that of the phrases. The command line and the page say the same. */
export function wordsOfReason(
  { kind, params }: Reason,
  language: Language,
  phrases: ReasonPhrases,
): string {
  switch (kind) {
    case 'same-date':
      return phrases('reasons.same-date', { date: dateWords(params['date'] ?? '', language) });
    case 'same-formula':
      return phrases('reasons.same-formula', {
        // Every concept of resources/alignment/concepts.json has its words; a test holds that.
        what: phrases(`reasons.formulas.${params['formula']}` as FormulaKey),
        vi: params['vi'] ?? '',
        en: params['en'] ?? '',
      });
    default:
      return phrases(`reasons.${kind}`, params);
  }
}

/** `1945-08-15`, `1978-09` or, of any year, `--08-15` in words. */
function dateWords(isoDate: string, language: Language): string {
  const [year = 0, month = 1, day] = isoDate.replace(/^--/, '0-').split('-').map(Number);
  if (language === 'vi') {
    // Intl leaves out the word for the year, as a calendar would and a text would not.
    return [day, `tháng ${month}`, year > 0 && `năm ${year}`].filter(Boolean).join(' ');
  }
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    month: 'long',
    ...(year > 0 ? { year: 'numeric' as const } : {}),
    ...(day === undefined ? {} : { day: 'numeric' as const }),
    // A leap year, so that every day exists.
  }).format(new Date(Date.UTC(year > 0 ? year : 2000, month - 1, day ?? 1)));
}

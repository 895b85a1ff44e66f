// Why the program suggests a link, in words.
import type { ParseKeys, TFunction } from 'i18next';
import type { Reason } from '../../electron/alignment/reason.ts';
import { formatDate } from '../i18n/dates.ts';

type FormulaKey = Extract<ParseKeys, `reasons.formulas.${string}`>;

/** `same date: 15 August 1945`; `language` is that of the interface. */
export function reasonWords(t: TFunction, language: string, { kind, params }: Reason): string {
  switch (kind) {
    case 'same-date':
      return t('reasons.same-date', { date: dateWords(t, language, params['date'] ?? '') });
    case 'same-formula':
      return t('reasons.same-formula', {
        // What both do or speak of has a name for every concept of the list; a test holds that.
        what: t(`reasons.formulas.${params['formula']}` as FormulaKey),
        vi: params['vi'],
        en: params['en'],
      });
    default:
      return t(`reasons.${kind}`, { replace: params });
  }
}

/** A date as it is known; `--08-15` is a day of any year. */
function dateWords(t: TFunction, language: string, date: string): string {
  const anyYear = /^--(\d\d)-(\d\d)$/.exec(date);
  if (anyYear === null) {
    return formatDate(date, language);
  }
  const [, month, day] = anyYear.map(Number);
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, (month ?? 1) - 1, 1)),
  );
  return t('reasons.day', {
    day: String(day),
    // Intl writes it as it begins a line.
    month: language === 'vi' ? name.toLocaleLowerCase('vi') : name,
  });
}

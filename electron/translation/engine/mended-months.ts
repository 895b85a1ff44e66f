// The month that a model took for another: "22 December" where the source has "22 Tháng Mười".
import { quantitiesOf } from '../../alignment/aligner/quantities.ts';
import type { Language } from '../../corpus/document.ts';
import { englishMonths } from '../english-months.ts';

interface WrittenMonth {
  /** 1 to 12. */
  readonly month: number;
  /** What stands round it, too, where it is part of a date. UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const monthNames = englishMonths.flatMap((name) => [name, name.slice(0, 3)]).concat('sept');

/** The month among the words of a date. */
const written: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(`(?<!\\p{L})(?:${monthNames.join('|')})(?!\\p{L})`, 'iu'),
  vi: /(?<=tháng\s+)(?:\d+|mười\s+(?:một|hai)|\p{L}+)/iu,
};

/**
 * The NFC translation with the month right, where that is certain: one month of the source is missing, and one that the
 * source has not stands there once.
 */
export function mendMonth(said: string, source: string, from: Language, to: Language): string {
  const wanted = monthsIn(source, from);
  const found = monthsIn(said, to);
  const missing = new Set(without(wanted, found).map(({ month }) => month));
  const [wrong, ...others] = without(found, wanted);
  const [right] = missing;
  if (wrong === undefined || right === undefined || missing.size + others.length > 1) {
    return said;
  }
  const words = said.slice(wrong.start, wrong.end);
  const name = to === 'vi' ? String(right) : (englishMonths[right - 1] ?? '');
  return said.slice(0, wrong.start) + words.replace(written[to], name) + said.slice(wrong.end);
}

function monthsIn(text: string, language: Language): readonly WrittenMonth[] {
  return quantitiesOf(text, language).flatMap(({ key, start, end }) => {
    const [, month] = /^month:(\d+)$/.exec(key) ?? [];
    return month === undefined ? [] : [{ month: Number(month), start, end }];
  });
}

function without(
  these: readonly WrittenMonth[],
  others: readonly WrittenMonth[],
): readonly WrittenMonth[] {
  return these.filter(({ month }) => !others.some((other) => other.month === month));
}

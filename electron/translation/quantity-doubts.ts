// Numbers and dates of a translation beside those of its source: what one has in digits the other must have, too.
import { type Quantity, quantitiesOf } from '../alignment/aligner/quantities.ts';
import type { Language } from '../corpus/document.ts';
import { englishMonths } from './english-months.ts';

/** Where the two differ, as they are written; null where one side has nothing in place of the other's. */
export interface QuantityDifference {
  readonly source: string | null;
  readonly target: string | null;
}

interface Written {
  /** What it may be read as, the plain reading first: "2.30" is 2.3, or 2 and 30 of a clock. */
  readonly readings: readonly (readonly number[])[];
  readonly words: string;
  /** Stands in digits, or names a month: the other side must have it. */
  readonly asked: boolean;
}

/**
 * The quantities of two NFC texts that differ. Only what stands in digits and months are asked for; the other side may have them
 * in words, as an ordinal or as a part of a date. What stands there twice need not be said twice, and 0 and 1 are as
 * often words as numbers.
 */
export function differingQuantities(
  source: string,
  target: string,
  from: Language,
  to: Language,
): readonly QuantityDifference[] {
  const said = writtenIn(source, from);
  const translated = writtenIn(target, to);
  const missing = withoutAnswer(said, translated);
  const surplus = withoutAnswer(translated, said);
  return Array.from({ length: Math.max(missing.length, surplus.length) }, (_, index) => ({
    source: missing[index] ?? null,
    target: surplus[index] ?? null,
  }));
}

/** What these have in digits and the others do not have, in order, each once. */
function withoutAnswer(these: readonly Written[], others: readonly Written[]): readonly string[] {
  const values = others.flatMap(({ readings }) => readings.flat());
  const answered = (reading: readonly number[]) =>
    reading.every((value) => value <= 1 || values.some((other) => mayMean(value, other)));
  const missing = these.filter(({ asked, readings }) => asked && !readings.some(answered));
  return [...new Set(missing.map(({ words }) => words))];
}

function mayMean(one: number, other: number): boolean {
  const [small, large] = one < other ? [one, other] : [other, one];
  return (
    small === large ||
    // "1945-46" and 1946, "the 90s" and the 1990s
    (small >= 10 && small < 100 && large >= 1000 && large < 2100 && large % 100 === small)
  );
}

function writtenIn(text: string, language: Language): readonly Written[] {
  // One sign for another, so that all places stay: "8 848 metres", "mid-May".
  const readable = text
    .replace(/(?<![\d.,])(\d{1,3})[ \u00a0](?=\d{3}(?!\d))/gu, (_, digits: string) =>
      digits.concat(language === 'vi' ? '.' : ','),
    )
    .replace(/\b(mid|late|early)-/giu, '$1 ');
  const found = quantitiesOf(readable, language).flatMap((quantity): readonly Written[] => {
    const words = text.slice(quantity.start, quantity.end);
    const value = numberOf(quantity);
    if (value === null) {
      // "thứ 6" is the sixth as well as Friday.
      const [digits] = quantity.key.startsWith('weekday:') ? (/\d/.exec(words) ?? []) : [];
      return digits === undefined ? [] : [{ readings: [[Number(digits)]], words, asked: false }];
    }
    const behind = readable.slice(quantity.end);
    const times = [[value], ...clockTimes(words)];
    const readings = [...times, ...afternoon(times, behind), ...scaled(value, behind)];
    // "km2" and "CO2" say no number.
    const isWhole = !/\p{L}/u.test(readable.charAt(quantity.start - 1));
    const isTold = /\d/.test(words) || quantity.key.startsWith('month:');
    return [{ readings, words, asked: isTold && isWhole }];
  });
  return [...found, ...otherNames(text, language)];
}

const otherWords: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  // Without a capital "tháng năm" may be months and years, so no month is asked for; but it may be May.
  vi: [
    [/tháng\s+năm/iu, 5],
    [/(?:buổi|giữa|lúc) trưa/iu, 12],
    [/nửa đêm/iu, 24],
  ],
  // "March" and "August" may be other words, so no month is asked for where nothing shows it; but they may be months.
  en: [
    ...englishMonths.map((month, index) => [new RegExp(`\\b${month}\\b`), index + 1] as const),
    [/\b(?:noon|dozen)\b/iu, 12],
    [/\bmidnight\b/iu, 24],
  ],
};

/** Numbers that are said otherwise: nothing is asked for, but these are answers. */
function otherNames(text: string, language: Language): readonly Written[] {
  return otherWords[language]
    .filter(([pattern]) => pattern.test(text))
    .map(([, value]) => ({ readings: [[value]], words: '', asked: false }));
}

function numberOf({ key }: Quantity): number | null {
  const [, digits] = /^(?:number|month):([\d.e+]+)$/.exec(key) ?? [];
  return digits === undefined ? null : Number(digits);
}

const afterNoon =
  /^(?::\d\d)?\s*(?:p\.?\s?m\b|giờ(?:\s+\d+(?:\s+phút)?)?\s*(?:chiều|tối|đêm)(?!\p{L}))/iu;

/** "2.30 p.m." and "2 giờ chiều" as hours of the whole day. */
function afternoon(
  times: readonly (readonly number[])[],
  behind: string,
): readonly (readonly number[])[] {
  return afterNoon.test(behind)
    ? times
        .filter(([hours = 0]) => Number.isInteger(hours) && hours < 12)
        .map(([hours = 0, ...others]) => [hours + 12, ...others])
    : [];
}

/** "2.30" and "0230" as hours and minutes; "1940" is a year. */
function clockTimes(words: string): readonly (readonly number[])[] {
  const [, hours, minutes] = /^(\d\d?)[.,](\d\d)$/.exec(words) ?? /^(0\d)(\d\d)$/.exec(words) ?? [];
  return hours !== undefined && Number(hours) <= 24 && Number(minutes) < 60
    ? [[Number(hours), Number(minutes)]]
    : [];
}

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  tr: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** "3m" and "10-billion-dollar" as what they count. */
function scaled(value: number, behind: string): readonly (readonly number[])[] {
  const [, letters = ''] = /^[\s-]?(\p{L}+)/u.exec(behind) ?? [];
  const scale = scales[letters.toLowerCase()];
  return scale === undefined ? [] : [[value * scale]];
}

// Lines that need no model: a date with or without its place, and a name of the table that stands alone. What is set
// is translated by rule, so that no date and no signature is ever wrong.
import { nameEntries } from '../../alignment/names.ts';
import type { Language } from '../../corpus/document.ts';
import { englishMonths } from '../english-months.ts';
import { usualName } from './usual-name.ts';

const englishDays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const vietnameseDays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const vietnameseMonths = 'một hai ba tư năm sáu bảy tám chín mười|mười một|mười hai'
  .split('|')
  .flatMap((words, index) => (index === 0 ? words.split(' ') : [words]));

const vietnameseDate = new RegExp(
  `^(?:(?!(?:${vietnameseDays.join('|')}),)(?<place>[^,\\d]{2,40}),\\s*)?(?:(?<weekday>${vietnameseDays.join('|')}),?\\s*)?` +
    `(?:(?:ngày|mồng|mùng)\\s+)?(?:(?<day>\\d{1,2})\\s+)?` +
    `tháng\\s+(?<month>\\d{1,2}|${vietnameseMonths.toReversed().join('|')})(?:,?\\s+năm\\s+(?<year>\\d{4}))?$`,
  'iu',
);
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const month = `(?<month>${englishMonths.join('|')})`;
const englishStart = `^(?:(?!(?:${englishDays.join('|')}),)(?<place>[^,\\d]{2,40}),\\s*)?(?:(?<weekday>${englishDays.join('|')}),?\\s*)?`;
const englishDates = [
  new RegExp(`${englishStart}${day}\\s+(?:of\\s+)?${month}(?:,?\\s+(?<year>\\d{4}))?$`, 'iu'),
  new RegExp(`${englishStart}${month}\\s+${day}(?:,?\\s+(?<year>\\d{4}))?$`, 'iu'),
  new RegExp(`${englishStart}${month},?\\s+(?<year>\\d{4})$`, 'iu'),
];

interface SetDate {
  readonly place: string | null;
  /** 0 is Sunday. */
  readonly weekday: number | null;
  readonly day: number | null;
  readonly month: number;
  readonly year: number | null;
}

/** The translation of an NFC line, without its final mark, if it is a date or a known name and nothing else; else null. */
export function translateSetLine(line: string, from: Language, to: Language): string | null {
  const isLarge = line === line.toUpperCase() && line !== line.toLowerCase();
  const translated = nameAlone(line, from) ?? dateAlone(line, from, to);
  return translated !== null && isLarge ? translated.toUpperCase() : translated;
}

function dateAlone(line: string, from: Language, to: Language): string | null {
  const date = from === 'vi' ? readVietnamese(line) : readEnglish(line);
  if (date === null) {
    return null;
  }
  const place = date.place === null ? null : placeName(date.place, from);
  if (date.place !== null && place === null) {
    return null;
  }
  const written = to === 'en' ? writeEnglish(date) : writeVietnamese(date, place !== null);
  return place === null ? written : `${place}, ${written}`;
}

function readVietnamese(line: string): SetDate | null {
  const { groups } = vietnameseDate.exec(line) ?? {};
  const named = groups?.['month']?.toLowerCase() ?? '';
  const months = vietnameseMonths.indexOf(named) + 1;
  return groups === undefined
    ? null
    : dateOf(
        groups,
        months || Number(named),
        vietnameseDays.map((name) => name.toLowerCase()),
      );
}

function readEnglish(line: string): SetDate | null {
  for (const pattern of englishDates) {
    const { groups } = pattern.exec(line) ?? {};
    if (groups !== undefined) {
      const named = groups['month']?.toLowerCase();
      const months = englishMonths.findIndex((name) => name.toLowerCase() === named) + 1;
      return dateOf(
        groups,
        months,
        englishDays.map((name) => name.toLowerCase()),
      );
    }
  }
  return null;
}

function dateOf(
  groups: Readonly<Record<string, string | undefined>>,
  months: number,
  weekdays: readonly string[],
): SetDate | null {
  const { place, weekday, year } = groups;
  const days = groups['day'] === undefined ? null : Number(groups['day']);
  const possible = months >= 1 && months <= 12 && (days === null || (days >= 1 && days <= 31));
  // "tháng 9" alone may be nine months, and is no line of its own.
  return possible && (days !== null || year !== undefined)
    ? {
        place: place?.trim() ?? null,
        weekday: weekday === undefined ? null : weekdays.indexOf(weekday.toLowerCase()),
        day: days,
        month: months,
        year: year === undefined ? null : Number(year),
      }
    : null;
}

function writeEnglish({ weekday, day: days, month: months, year }: SetDate): string {
  const date = [days, englishMonths[months - 1], year].filter((part) => part !== null).join(' ');
  return weekday === null ? date : `${englishDays[weekday]}, ${date}`;
}

function writeVietnamese(
  { weekday, day: days, month: months, year }: SetDate,
  inside: boolean,
): string {
  const parts = [
    weekday === null ? null : `${vietnameseDays[weekday]},`,
    days === null ? null : `ngày ${days}`,
    `tháng ${months}`,
    year === null ? null : `năm ${year}`,
  ];
  const date = parts.filter((part) => part !== null).join(' ');
  return inside ? date : date.slice(0, 1).toUpperCase() + date.slice(1);
}

/** A place before a date; a Vietnamese one that the table lacks loses its marks, as English writes it. */
function placeName(place: string, from: Language): string | null {
  const known = nameAlone(place, from);
  const parts = place.split(/\s+/);
  const isName = parts.length <= 3 && parts.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  return known !== null || from === 'en' || !isName
    ? known
    : place.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** Shorter ones are other words as well: "Anh", "Ý", "Mars". */
const shortest = 5;

const names: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  vi: namesOf('vi'),
  en: namesOf('en'),
};

function nameAlone(line: string, from: Language): string | null {
  return /^\p{Lu}/u.test(line) ? (names[from].get(keyOf(line)) ?? null) : null;
}

/** Of English only the nouns: a line "Korean" may be a language. */
function namesOf(from: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of nameEntries) {
    const answer = usualName(entry, from === 'vi' ? 'en' : 'vi');
    for (const spelling of from === 'vi' ? entry.vi : entry.en.slice(0, 1)) {
      if (spelling.length >= shortest && !found.has(keyOf(spelling))) {
        found.set(keyOf(spelling), answer);
      }
    }
  }
  return found;
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[\s-]+/gu, ' ');
}

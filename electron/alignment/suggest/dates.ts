// Dates and years of a sentence, under keys that are the same in both languages.
import type { Quantity } from '../aligner/quantities.ts';
import type { Token } from '../aligner/tokens.ts';
import type { Mark } from './passage.ts';

/** A year stands at most so many code units from its date: ", năm ". */
const reach = 8;
const yearPattern = /^(?:1[0-9]|20)\d\d$/;
const between = /^[\s,.()/-]*(?:năm|of)?[\s,]*$/iu;

/**
 * Keys: `day:8-15` for a day of any year, `date:1945-8-15`, `month:1978-9`, `year:1945`. A date gives its day and its year,
 * too; `quantities` are those of the same sentence.
 */
export function findDates(
  sentence: string,
  tokens: readonly Token[],
  quantities: readonly Quantity[],
): readonly Mark[] {
  const years = tokens.filter(({ text }) => yearPattern.test(text));
  const marks: Mark[] = [];
  for (const { key, start, end } of quantities) {
    const [type, value = ''] = key.split(':');
    if (type !== 'date' && type !== 'month') {
      continue;
    }
    const year = yearOf(sentence, years, start, end);
    if (type === 'date') {
      marks.push({ kind: 'date', key: `day:${value}`, start, end });
    }
    if (year !== null) {
      const whole = { start: Math.min(start, year.start), end: Math.max(end, year.end) };
      marks.push({
        kind: 'date',
        key: `${type === 'date' ? 'date' : 'month'}:${year.text}-${value}`,
        ...whole,
      });
    }
  }
  for (const { text, start, end } of years) {
    marks.push({ kind: 'year', key: `year:${text}`, start, end });
  }
  return marks;
}

/** The year that belongs to a date: within it, or right before or behind it. */
function yearOf(
  sentence: string,
  years: readonly Token[],
  start: number,
  end: number,
): Token | null {
  for (const year of years) {
    const inside = year.start >= start && year.end <= end;
    const behind = year.start >= end && year.start <= end + reach;
    const before = year.end <= start && year.end >= start - reach;
    if (
      inside ||
      (behind && between.test(sentence.slice(end, year.start))) ||
      (before && between.test(sentence.slice(year.end, start)))
    ) {
      return year;
    }
  }
  return null;
}

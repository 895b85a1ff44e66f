import { expect, test } from 'vitest';
import { formatDate, formatMoment } from '../../../renderer/i18n/dates.ts';

test.each([
  ['1948-10-22', 'en', '22 October 1948'],
  ['1948-10-22', 'vi', '22 tháng 10 năm 1948'],
  ['1948-10', 'en', 'October 1948'],
  ['1948-10', 'vi', 'tháng 10 năm 1948'],
  ['2020', 'en', '2020'],
  ['2020', 'vi', '2020'],
  ['2024-01-01', 'en', '1 January 2024'],
])('%s in %s is %s', (date, language, words) => {
  expect(formatDate(date, language)).toBe(words);
});

test.each([
  ['en', '5 November 2026, 07:09'],
  ['vi', '5 tháng 11 năm 2026, 07:09'],
])('a moment in %s has its day in words and its time', (language, words) => {
  expect(formatMoment(new Date(2026, 10, 5, 7, 9).toISOString(), language)).toBe(words);
});

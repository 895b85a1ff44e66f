// A month that the model took for another is put right; whatever may be meant so stays.
import { describe, expect, it } from 'vitest';
import { mendMonth } from '../../../../electron/translation/engine/mended-months.ts';

describe('mendMonth', () => {
  it.each([
    ['on 22 December 1948', 'ngày 22 Tháng Mười 1948', 'on 22 October 1948'],
    ['on December 22nd, 1948', 'ngày 22 tháng 10 năm 1948', 'on October 22nd, 1948'],
    ['on the 3rd of May', 'ngày 3 tháng 3', 'on the 3rd of March'],
    ['In December, two women came', 'Tháng Mười, hai phụ nữ đến', 'In October, two women came'],
    ['December twenty-second', 'ngày 22 tháng 10', 'October twenty-second'],
    ['on 22 Sept. 1948', 'ngày 22 tháng 10 năm 1948', 'on 22 October. 1948'],
    ['in June and July', 'trong tháng 5 và tháng 6', 'in June and May'],
  ])('makes %j of %j into %j', (said, source, expected) => {
    expect(mendMonth(said, source, 'vi', 'en')).toBe(expected);
  });

  it.each([
    ['ngày 22 tháng 12 năm 1948', 'on 22 October 1948', 'ngày 22 tháng 10 năm 1948'],
    ['Cách mạng Tháng Mười Hai', 'the October Revolution', 'Cách mạng Tháng 10'],
    ['ngày 2 tháng Năm', 'on 2 September', 'ngày 2 tháng 9'],
  ])('makes %j of %j into %j', (said, source, expected) => {
    expect(mendMonth(said, source, 'en', 'vi')).toBe(expected);
  });

  it.each([
    ['what is right', 'on 22 October', 'ngày 22 tháng 10'],
    ['a month that has nothing in its place', 'on that day', 'ngày 22 tháng 10'],
    ['a month of the translation alone', 'in May, for years', 'những tháng năm ấy'],
    ['two that could be it', 'in May and June', 'trong tháng 7'],
    ['one for two', 'in May', 'từ tháng 7 đến tháng 8'],
    ['dates in digits', 'on 22/12/1948', 'ngày 22 tháng 10 năm 1948'],
  ])('leaves %s', (_, said, source) => {
    expect(mendMonth(said, source, 'vi', 'en')).toBe(said);
  });
});

// Dates and names alone on a line are translated by rule, and nothing else is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../../../electron/alignment/aligner/quantities.ts';
import { translateSetLine } from '../../../../electron/translation/engine/set-lines.ts';

describe('from Vietnamese', () => {
  it.each([
    ['21 tháng 9 năm 1948', '21 September 1948'],
    ['Ngày 2 tháng 9 năm 1945', '2 September 1945'],
    ['ngày 5 tháng Mười Một', '5 November'],
    ['Tháng Tám năm 1945', 'August 1945'],
    ['Hà Nội, ngày 3 tháng 9 năm 1948', 'Hanoi, 3 September 1948'],
    ['BÌNH NHƯỠNG, NGÀY 21 THÁNG 9 NĂM 1948', 'PYONGYANG, 21 SEPTEMBER 1948'],
    ['Chủ nhật, ngày 25 tháng 6 năm 1950', 'Sunday, 25 June 1950'],
    ['Lạng Sơn, ngày 2 tháng 9 năm 1950', 'Lang Son, 2 September 1950'],
    ['Bình Nhưỡng', 'Pyongyang'],
    ['KIM NHẬT THÀNH', 'KIM IL SUNG'],
    ['Mạc Tư Khoa', 'Moscow'],
  ])('%j is %j', (line, expected) => {
    expect(translateSetLine(line, 'vi', 'en')).toBe(expected);
  });

  it.each([
    'tháng 9',
    'ngày 32 tháng 9',
    'ngày 3 tháng 13 năm 1948',
    'Mặt trận miền Trung, ngày 20 tháng 5 năm 1953',
    'Anh',
    'Ngày 2 tháng 9 năm 1945 là ngày vui',
    'bình nhưỡng',
  ])('%j is left to the model', (line) => {
    expect(translateSetLine(line, 'vi', 'en')).toBeNull();
  });
});

describe('from English', () => {
  it.each([
    ['August 22, 2023', 'Ngày 22 tháng 8 năm 2023'],
    ['21st of September, 1948', 'Ngày 21 tháng 9 năm 1948'],
    ['Pyongyang, September 8, 1953', 'Bình Nhưỡng, ngày 8 tháng 9 năm 1953'],
    ['Tokyo, 3 May 1949', 'Tokyo, ngày 3 tháng 5 năm 1949'],
    ['Sunday, September 2, 1945', 'Chủ nhật, ngày 2 tháng 9 năm 1945'],
    ['May 1949', 'Tháng 5 năm 1949'],
    ['KIM IL SUNG', 'KIM NHẬT THÀNH'],
    ['Soviet Union', 'Liên Xô'],
  ])('%j is %j', (line, expected) => {
    expect(translateSetLine(line, 'en', 'vi')).toBe(expected);
  });

  it.each(['May', 'Korean', 'March on Rome, 1922', 'soviet union', 'September 31st Street'])(
    '%j is left to the model',
    (line) => {
      expect(translateSetLine(line, 'en', 'vi')).toBeNull();
    },
  );
});

it('says the same date in the other language, and again when it is translated back', () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1000, max: 2100 }),
  );
  fc.assert(
    fc.property(parts, ([day, month, year]) => {
      const vietnamese = `Ngày ${day} tháng ${month} năm ${year}`;
      const english = translateSetLine(vietnamese, 'vi', 'en') ?? '';
      expect(quantitiesOf(english, 'en').map(({ key }) => key)).toContain(`date:${month}-${day}`);
      expect(translateSetLine(english, 'en', 'vi')).toBe(vietnamese);
    }),
  );
});

// Names of the table are found with their places; words that only look like them are not.
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../electron/corpus/document.ts';
import { knownNamesIn } from '../../../electron/translation/known-names.ts';

function found(text: string, language: Language, writing?: 'capitals'): readonly string[] {
  return knownNamesIn(text, language, writing).map(({ start, end }) => text.slice(start, end));
}

describe('knownNamesIn', () => {
  it.each([
    ['Kim Nhật Thành gửi Liên Xô và Bắc Kinh', ['Kim Nhật Thành', 'Liên Xô', 'Bắc Kinh']],
    ['Nước Pháp và quân Mỹ', ['Pháp', 'Mỹ']],
    ['Lê-nin, Lênin và Stalin', ['Lê-nin', 'Lênin', 'Stalin']],
    ['Trung-Quốc', ['Trung-Quốc']],
    ['Anh Nam và Mỹ Linh', []],
    ['Ý kiến của anh', []],
    ['phía Bắc, kinh độ 105', []],
    ['liên xô', []],
    ['sau Cách mạng tháng 10 và Cách mạng tháng 8', ['Cách mạng tháng 10', 'Cách mạng tháng 8']],
    ['miền Nam Nhật Bản', ['Nhật Bản']],
    ['Trần Nghị Hoa', []],
    ['ông Trần Nghị đến', ['Trần Nghị']],
  ])('in %j are %j', (text, expected) => {
    expect(found(text, 'vi')).toEqual(expected);
  });

  it.each([
    ['The U.S. and the USSR met in Korea’s capital', ['U.S.', 'USSR', 'Korea’s']],
    ['Give us the sun, Mao said', ['Mao']],
    ['Kim Il-sung in Pyongyang', ['Kim Il-sung', 'Pyongyang']],
  ])('in %j are %j', (text, expected) => {
    expect(found(text, 'en')).toEqual(expected);
  });

  it('in a line of capitals takes a syllable for a country only where one is spoken of', () => {
    expect(found('PHÁP LUẬT NƯỚC PHÁP', 'vi', 'capitals')).toEqual(['PHÁP']);
    expect(knownNamesIn('PHÁP LUẬT NƯỚC PHÁP', 'vi', 'capitals')[0]?.start).toBe(15);
    expect(found('ĐẠO ĐỨC VÀ SINH NHẬT', 'vi', 'capitals')).toEqual([]);
    expect(found('KIM NHẬT THÀNH', 'vi', 'capitals')).toEqual(['KIM NHẬT THÀNH']);
    expect(found('TRẦN NGHỊ Ở MIỀN NAM NHẬT BẢN', 'vi', 'capitals')).toEqual([
      'TRẦN NGHỊ',
      'NHẬT BẢN',
    ]);
  });
});

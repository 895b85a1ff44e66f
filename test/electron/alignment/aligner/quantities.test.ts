import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantitiesOf } from '../../../../electron/alignment/aligner/quantities.ts';
import type { Language } from '../../../../electron/corpus/document.ts';

const keys = (text: string, language: Language) => [
  ...new Set(quantitiesOf(text, language).map(({ key }) => key)),
];

describe('the same quantity has the same key in both languages', () => {
  test.each([
    ['ngày 15 tháng 8 năm 1945', 'August 15, 1945', ['date:8-15', 'number:1945']],
    ['ngày 15 tháng Tám năm 1945', '15 August 1945', ['date:8-15', 'number:1945']],
    ['15/8/1945', 'the 15th of August 1945', ['date:8-15', 'month:8', 'number:1945']],
    ['ngày 2-9-1945', '2 September 1945', ['date:9-2']],
    ['tháng 3 năm 1949', 'March 1949', ['month:3', 'number:1949']],
    ['hôm thứ Hai', 'on Monday', ['weekday:1']],
    ['sáng Chủ nhật', 'Sunday morning', ['weekday:7']],
    ['hai mươi mốt phát đại bác', 'a 21-gun salute', ['number:21']],
    ['mười hai người', 'twelve people', ['number:12']],
    [
      'một trăm hai mươi nghìn cuốn sách',
      'one hundred and twenty thousand books',
      ['number:120000'],
    ],
    ['2.300 tỷ đồng', '2.3 trillion dong', ['number:2300000000000']],
    ['1,2 triệu chữ ký', '1.2 million signatures', ['number:1200000']],
    ['tăng 0,3%', 'rose by 0.3 percent', ['number:0.3', 'percent']],
    ['3.143 mét', '3,143 metres', ['number:3143']],
    ['thế kỷ XX', 'the 20th century', ['number:20']],
    ['lần thứ năm', 'for the fifth time', ['number:5']],
    ['Chiến tranh thế giới thứ hai', 'World War II', ['number:2']],
    ['640 đô la', '$640', ['number:640', 'money:usd']],
    ['năm mươi bảy', 'fifty-seven', ['number:57']],
    ['năm nghìn chín trăm', 'five thousand nine hundred', ['number:5900']],
    ['năm năm', 'five years', ['number:5']],
    ['phiên họp thứ tư', 'the fourth session', ['number:4']],
    ['hai đô la', 'two dollars', ['money:usd']],
    ['45 bảng', '45 pounds', ['number:45', 'money:gbp']],
    ['đồng yên', 'the yen', ['money:jpy']],
    ['hai tỷ đồng', 'two billion dong', ['number:2000000000']],
    ['2 triệu chứng minh thư', '2 million identity cards', ['number:2000000']],
    ['3 triệu chứng từ', '3 million vouchers', ['number:3000000']],
    ['10 triệu kiến nghị', '10 million petitions', ['number:10000000']],
    ['hai triệu kiến nghị', 'two million petitions', ['number:2000000']],
    ['5 vạn tượng gỗ', '50,000 wooden statues', ['number:50000']],
  ])('%s = %s', (vi, en, expected) => {
    expect(keys(vi, 'vi')).toEqual(expect.arrayContaining(expected));
    expect(keys(en, 'en')).toEqual(expect.arrayContaining(expected));
  });
});

describe('a number ends at a comma or another mark', () => {
  test.each<[string, Language, readonly string[]]>([
    ['tháng Mười, hai phụ nữ', 'vi', ['month:10', 'number:2']],
    ['năm 1945, triệu người đã chết', 'vi', ['number:1945']],
    ['hai, ba người', 'vi', ['number:2', 'number:3']],
    ['mười – hai mươi người', 'vi', ['number:10', 'number:20']],
    ['suốt trăm năm, trăm họ lầm than', 'vi', []],
    ['In nineteen, hundred of them', 'en', ['number:19', 'number:100']],
    ['he was twenty, five years younger', 'en', ['number:20', 'number:5']],
  ])('%s', (text, language, expected) => {
    expect(keys(text, language)).toEqual(expected);
  });
});

describe('words that begin like numbers or money', () => {
  test.each<[string, readonly string[]]>([
    ['một tỷ lệ rất cao', []],
    ['2040 tỷ lệ', ['number:2040']],
    ['hai tỷ phú', ['number:2']],
    ['3 triệu phú', ['number:3']],
    ['3 triệu chứng đầu tiên', ['number:3']],
    ['năm 2010 tỷ suất sinh giảm', ['number:2010']],
    ['năm 1945 triệu tập đại hội', ['number:1945']],
    ['chủ nghĩa tư bản', []],
    ['nhân dân Ba Lan', []],
    ['quảng trường Ba Đình', []],
    ['ách đô hộ của đế quốc', []],
    ['thủ đô La Habana', []],
    ['THỦ ĐÔ LA MÃ', []],
    ['thủ đô Mỹ', []],
    ['hai đô thị lớn', ['number:2']],
    ['cái bảng đen', []],
    ['đời sống yên ổn', []],
    ['cánh đồng yên bình', []],
    ['cánh đồng yên lặng', []],
    ['Ba yên tâm', ['number:3']],
    ['một bảng kê', []],
    ['hai bảng câu hỏi', ['number:2']],
    ['hai bảng hướng dẫn', ['number:2']],
  ])('%s', (text, expected) => {
    expect(keys(text, 'vi')).toEqual(expected);
  });

  test.each(['Comrade Pham Van Dong', 'the Yen Bai uprising'])('%s', (text) => {
    expect(keys(text, 'en')).toEqual([]);
  });
});

describe('words that only look like numbers', () => {
  test.each<[string, Language]>([
    ['năm ngoái', 'vi'],
    ['một hôm', 'vi'],
    ['it may rain one day', 'en'],
    ['they march on', 'en'],
  ])('%s', (text, language) => {
    expect(keys(text, language)).toEqual([]);
  });
});

test('offsets lie within the text, and no text is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('vi', 'en'), (text, language) => {
      for (const { start, end } of quantitiesOf(text, language)) {
        expect(0 <= start && start < end && end <= text.length).toBe(true);
      }
    }),
  );
});

// What a sentence gives to be compared: dates, numbers, names across spellings, concepts, content words.
import { describe, expect, test } from 'vitest';
import { nameEntries } from '../../../../electron/alignment/names.ts';
import { sourcesOf } from '../../../../electron/alignment/suggest/sources.ts';
import { deriveText } from '../../../../electron/corpus/derive.ts';
import { documentOf, type Language } from '../../../../electron/corpus/document.ts';
import { idOf, passageOf } from './sentences.ts';

function keys(text: string, language: Language): readonly string[] {
  return passageOf(text, language)
    .marks.map(({ key }) => key)
    .filter((key) => !/^(?:concept|word|sound):/.test(key));
}

function nameKey(english: string): string {
  return `name:${nameEntries.findIndex(({ en }) => en.includes(english))}`;
}

describe('dates', () => {
  test.each([
    ['vi', 'Ngày 15 tháng 8 năm 1945 là ngày giải phóng.'],
    ['vi', 'Ngày 15 tháng Tám, 1945 là ngày giải phóng.'],
    ['en', 'Korea was liberated on August 15, 1945.'],
    ['en', 'On 15 August 1945 Korea was liberated.'],
    ['en', 'On the 15th of August, 1945, Korea was liberated.'],
  ] as const)('in full, in %s: %s', (language, sentence) => {
    expect(keys(sentence, language)).toEqual(
      expect.arrayContaining(['day:8-15', 'date:1945-8-15', 'year:1945']),
    );
  });

  test.each([
    ['vi', 'Tháng 9 năm 1978, lũ về.', ['month:1978-9', 'year:1978']],
    ['en', 'The flood came in September 1978.', ['month:1978-9', 'year:1978']],
    ['vi', 'Lễ kỷ niệm ngày 2 tháng 9 hằng năm.', ['day:9-2']],
    ['en', 'From 1950 to 1953 there was war.', ['year:1950', 'year:1953']],
    ['en', 'We counted 1,945 boats and 300 tons.', ['number:1945', 'number:300']],
  ] as const)('in part, in %s: %s', (language, sentence, expected) => {
    expect(keys(sentence, language)).toEqual(expect.arrayContaining([...expected]));
  });

  test('of a date no number is left over, and one and two are no numbers worth telling', () => {
    expect(keys('Ngày 15 tháng 8 năm 1945, hai nước vui mừng.', 'vi')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^number:/)]),
    );
  });
});

describe('names', () => {
  test.each([
    ['Kim Nhật Thành đã tới.', 'Kim Il Sung came.', 'Kim Il Sung'],
    ['Ông ở Bình Nhưỡng.', 'He was in Pyongyang.', 'Pyongyang'],
    ['Đoàn Liên Xô đã tới.', 'The Soviet delegation came.', 'Soviet Union'],
    ['Họ sang Nga.', 'They went to the Russian Federation.', 'Russia'],
    ['Nước Đức thua.', 'The Germans lost.', 'Germany'],
  ])('%s / %s', (vi, en, name) => {
    expect(keys(vi, 'vi')).toContain(nameKey(name));
    expect(keys(en, 'en')).toContain(nameKey(name));
  });

  test('joined by a hyphen are two names', () => {
    expect(keys('the Russian-Korean friendship', 'en')).toEqual([
      nameKey('Russia'),
      nameKey('Korea'),
    ]);
    expect(keys('the anti-Japanese struggle', 'en')).toEqual([nameKey('Japan')]);
    expect(keys('tình hữu nghị Việt-Xô', 'vi')).toEqual([
      nameKey('Vietnam'),
      nameKey('Soviet Union'),
    ]);
  });

  test('written alike in both languages are one key; a word that any text has is none', () => {
    const vi = passageOf('Bà Margaret Hill dạy ở Huế.', 'vi').marks.map(({ key }) => key);
    const en = passageOf('There Margaret Hill taught.', 'en').marks.map(({ key }) => key);
    expect(vi.filter((key) => en.includes(key))).toEqual(
      expect.arrayContaining(['word:margaret', 'word:hill']),
    );
    expect(passageOf('Họp Đại hội Thế giới.', 'vi').marks.map(({ key }) => key)).not.toContain(
      'word:the',
    );
  });
});

test('every mark and word is where it says', () => {
  const text = 'Ngày 2 tháng 12 năm 1960, Cuba công nhận Việt Nam; hai nước ký hiệp định.';
  const passage = passageOf(text, 'vi');
  const quote = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    text.slice(start, end);
  const quotes = new Map(passage.marks.map((mark) => [mark.key, quote(mark)]));
  expect(quotes.get('date:1960-12-2')).toBe('Ngày 2 tháng 12 năm 1960');
  expect(quotes.get(nameKey('Cuba'))).toBe('Cuba');
  expect(quotes.get('concept:agreement')).toBe('hiệp định');
  for (const word of passage.words) {
    expect(quote(word).toLowerCase()).toBe(word.word);
  }
});

describe('what can be linked', () => {
  test.each([
    ['The army withdrew from the northern provinces.', true],
    ['Thank you.', true],
    ['Moscow.', false],
    ['And so it was.', false],
  ])('%s %s', (sentence, isLinkable) => {
    expect(passageOf(sentence, 'en').linkable).toBe(isLinkable);
  });

  test('is the text itself, not its title, address, signature or date', () => {
    const source = [
      'Thư gửi Đại hội',
      'Kính gửi Đoàn Chủ tịch,',
      'Chúng tôi cảm ơn nhân dân Pháp đã ủng hộ cuộc đấu tranh của chúng tôi.',
      'Hòa bình muôn năm!',
      'NGUYỄN VĂN A',
      'CHỦ TỊCH ỦY BAN',
      'Hà Nam, tháng 12 năm 1952',
    ].join('\n');
    const documentId = documentOf(idOf('vi', 0));
    const sources = sourcesOf(deriveText(source, documentId, 'vi'));
    expect(sources.filter(({ isBody }) => isBody).map(({ text }) => text)).toEqual([
      'Chúng tôi cảm ơn nhân dân Pháp đã ủng hộ cuộc đấu tranh của chúng tôi.',
      'Hòa bình muôn năm!',
    ]);
  });
});

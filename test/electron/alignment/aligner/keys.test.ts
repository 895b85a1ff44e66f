import { describe, expect, test } from 'vitest';
import { keysOf } from '../../../../electron/alignment/aligner/keys.ts';
import { tokensOf } from '../../../../electron/alignment/aligner/tokens.ts';
import { nameEntries, shortForms } from '../../../../electron/alignment/names.ts';
import type { Language } from '../../../../electron/corpus/document.ts';

const names = (text: string, language: Language) => keysOf(text, tokensOf(text), language).names;

describe('names meet across their spellings', () => {
  test.each([
    ['quân đội Liên Xô', 'the army of the Soviet Union'],
    ['nhân dân Triều Tiên', 'the people of Korea'],
    ['LIÊN XÔ', 'THE USSR'],
    ['đến Bình Nhưỡng', 'to Pyongyang'],
    ['Tổng thống Mỹ', 'the American President'],
    ['nước Anh', 'in England'],
    ['ông Kim Nhật Thành', 'Comrade Kim Il Sung'],
    ['đồng chí Xta-lin', 'Comrade Stalin'],
    ['nước Việt-Nam', 'in Vietnam'],
    ['gặp Nguyễn Văn Thọ', 'met Nguyen Van Tho'],
    ['hãng Barça', 'the team Barca'],
    ['một con robot', 'a robot'],
    ['tình hữu nghị Việt – Xô', 'friendship with the Soviet Union'],
    ['Xô – Việt', 'the Soviet people'],
    ['quan hệ Trung – Triều', 'relations with China'],
    ['quan hệ Trung – Triều', 'relations with Korea'],
    ['nhân dân Hung', 'the Hungarians'],
    ['nước Hung-ga-ri', 'Hungary'],
    ['quân đội Ba Lan', 'the Poles'],
    ['Hội Việt - Tiệp', 'the Czechoslovaks'],
    ['nhân dân châu Á', 'the peoples of Asia'],
    ['Hội nghị Geneva', 'the Geneva conference'],
    ['hội nghị Băng-đung', 'at Bandung'],
    ['đồng chí Ma-len-cốp', 'Comrade Malenkov'],
    ['Thủ tướng Pháp Mendès France', 'the French Premier'],
    ['liên quân Anh Mỹ', 'the American army'],
    ['liên quân Anh Mỹ', 'the British army'],
    ['nước Cộng hòa Dân chủ Nhân dân Triều Tiên', 'the Democratic People’s Republic of Korea'],
    ['nước Cộng hòa Dân chủ Nhân dân Triều Tiên', 'the DPRK'],
    ['nước Cộng hòa Dân chủ Nhân dân Triều Tiên', 'in North Korea'],
    ['nước Cộng hòa Dân chủ Nhân dân Triều Tiên', 'the Korean people'],
    ['nhân dân Triều Tiên', 'the Democratic People’s Republic of Korea'],
    ['Bắc Triều Tiên', 'the Democratic People’s Republic of Korea'],
    ['Cách mạng Tháng Mười', 'the October Revolution'],
    ['Cách mạng tháng 10', 'the October Revolution'],
    ['Cách mạng tháng 8', 'the August Revolution'],
    ['hữu nghị Việt-Xô', 'the Soviet people'],
    ['hữu nghị Việt-Xô', 'in Vietnam'],
    ['hai nước Trung-Triều', 'the Chinese and Korean peoples'],
    ['liên quân Anh-Pháp', 'the British army'],
    ['liên quân Pháp - Anh', 'the British army'],
    ['nhân dân Liên Xô', 'Sino-Soviet relations'],
    ['nhân dân Trung Quốc', 'Sino-Soviet relations'],
    ['nhân dân Triều Tiên', 'Korean-Russian friendship'],
    ['chống Nhật', 'the anti-Japanese struggle'],
    ['miền Nam Nhật Bản', 'southern Japan'],
    ['đồng chí Nam Nhật', 'Comrade Nam Il'],
    ['nguyên soái Chu Đức đến', 'Marshal Zhu De'],
    ['NGUYÊN SOÁI TRẦN NGHỊ ĐẾN', 'Marshal Chen Yi'],
  ])('%s = %s', (vi, en) => {
    const english = new Set(names(en, 'en'));
    expect(names(vi, 'vi').some((key) => english.has(key))).toBe(true);
  });
});

describe('words that are no names', () => {
  test.each<[string, Language, string]>([
    ['Anh ấy về nhà.', 'vi', 'Britain'],
    ['Ý kiến của họ', 'vi', 'Italy'],
    ['They told us nothing.', 'en', 'United States'],
    ['phía Bắc, kinh tế phát triển', 'vi', 'Beijing'],
    ['quê ở Đức Thọ', 'vi', 'Germany'],
    ['tỉnh Lào Cai', 'vi', 'Laos'],
    ['Nhật ký của bà', 'vi', 'Japan'],
    ['Hoàng Thái tử', 'vi', 'Thailand'],
    ['ba miền Trung – Nam – Bắc', 'vi', 'China'],
    ['Xô cửa bước vào', 'vi', 'Soviet Union'],
    ['người họ Trung', 'vi', 'China'],
    ["Democratic People's Republic of Korea", 'en', 'South Korea'],
    ["People's Democratic Republic of Korea", 'en', 'South Korea'],
    ['Cộng hòa Dân chủ Nhân dân Triều Tiên', 'vi', 'South Korea'],
    ['the Republic of Korea', 'en', 'DPRK'],
    ['in South Korea', 'en', 'DPRK'],
    ['nước Đại Hàn Dân Quốc', 'vi', 'DPRK'],
    ['miền Nam Nhật Bản', 'vi', 'Nam Il'],
    ['MIỀN NAM NHẬT BẢN', 'vi', 'Nam Il'],
    ['ở miền Nam Nhật', 'vi', 'Nam Il'],
    ['gặp Chu Đức Anh', 'vi', 'Zhu De'],
    ['gặp Chu Đức Anh', 'vi', 'Germany'],
    ['gặp Chu Đức Anh', 'vi', 'Britain'],
    ['bà Trần Nghị Hoa', 'vi', 'Chen Yi'],
    ['những Anh-hùng lao động', 'vi', 'Britain'],
  ])('%s', (text, language, country) => {
    const entry = nameEntries.findIndex(({ en }) => en.includes(country));
    expect(entry).toBeGreaterThanOrEqual(0);
    expect(names(text, language)).not.toContain(`name:${entry}`);
  });
});

test('no Vietnamese spelling stands for two names', () => {
  const owners = new Map<string, string>();
  for (const { vi, en } of nameEntries) {
    for (const spelling of vi) {
      const key = spelling.toLowerCase().replaceAll('-', '');
      expect(owners.get(key) ?? en[0], spelling).toBe(en[0]);
      owners.set(key, en[0] ?? '');
    }
  }
});

test('readers are shown the usual form of today', () => {
  const shown = (english: string) => nameEntries.find(({ en }) => en[0] === english)?.vi[0];
  expect(
    ['Moscow', 'Tokyo', 'Paris', 'Seoul', 'Berlin', 'Washington', 'Singapore', 'Argentina'].map(
      shown,
    ),
  ).toEqual([
    'Mát-xcơ-va',
    'Tokyo',
    'Paris',
    'Seoul',
    'Berlin',
    'Washington',
    'Singapore',
    'Argentina',
  ]);
});

test('what is short for a name is short for one of the table', () => {
  for (const language of ['vi', 'en'] as const) {
    for (const [short, name] of shortForms[language]) {
      expect(
        nameEntries.filter((entry) => entry[language].includes(name)),
        short,
      ).toHaveLength(1);
    }
  }
});

test('a row that is another name has the key of the row before it, any other row its own', () => {
  const keys = nameEntries.map(({ key }) => key);
  const again = nameEntries.filter(({ key }, row) => keys.indexOf(key) !== row);
  expect(again.map(({ en }) => en[0])).toEqual([
    'Russian Federation',
    "Democratic People's Republic of Korea",
  ]);
  expect(keys.every((key, row) => key === `name:${row}` || key === keys[row - 1])).toBe(true);
});

test('the table has both sides everywhere, in NFC, without empty spellings', () => {
  expect(nameEntries.length).toBeGreaterThan(150);
  for (const { vi, en } of nameEntries) {
    for (const spelling of [...vi, ...en]) {
      expect(spelling).toBe(spelling.normalize('NFC').trim());
      expect(spelling).not.toBe('');
    }
  }
});

// A known name that a translation does not say is told; free but right translations are not.
import { describe, expect, it } from 'vitest';
import { lostNames } from '../../../electron/translation/name-doubts.ts';

describe('lostNames', () => {
  it.each([
    [
      'Kim Nhật Thành đến Bình Nhưỡng.',
      'Kim Nhat Thanh came to Pyongyang.',
      'Kim Nhật Thành',
      'Kim Il Sung',
    ],
    ['Quân đội Liên Xô rút khỏi đây.', 'The army withdrew from here.', 'Liên Xô', 'Soviet Union'],
    ['Hội nghị Mạc Tư Khoa', 'The Mac Tu Khoa conference', 'Mạc Tư Khoa', 'Moscow'],
    ['Tổng thống Hoa Kỳ', 'The president of France', 'Hoa Kỳ', 'United States'],
    ['CHÍNH PHỦ LIÊN XÔ', 'THE GOVERNMENT', 'LIÊN XÔ', 'Soviet Union'],
    [
      'Cộng hòa Dân chủ Nhân dân Triều Tiên',
      'The Republic of Korea',
      'Cộng hòa Dân chủ Nhân dân Triều Tiên',
      "Democratic People's Republic of Korea",
    ],
    ['Triều Tiên, tức Cộng hòa Dân chủ Nhân dân Triều Tiên', 'This country', 'Triều Tiên', 'Korea'],
  ])('in %j said as %j', (source, target, name, expected) => {
    expect(lostNames(source, target, 'vi', 'en')).toEqual([{ source: name, expected }]);
  });

  it.each([
    ['nhân dân Liên Xô', 'the Soviet people'],
    ['hội nghị ở Pa-ri', 'the conference in Paris'],
    ['người Ba Lan', 'the Polish'],
    ['nhà thờ Hồi giáo', 'a mosque'],
    ['Anh ấy là người Anh.', 'He is a Briton.'],
    ['đế quốc Mỹ', 'the imperialists'],
    ['phía Bắc, kinh độ 105', 'north, longitude 105'],
    ['Hàn Quốc', 'Korea'],
    ['Cộng hòa Dân chủ Nhân dân Triều Tiên', 'the DPRK'],
    ['Cộng hòa Dân chủ Nhân dân Triều Tiên', 'North Korea'],
    ['Cộng hòa Dân chủ Nhân dân Triều Tiên', 'Korea'],
    ['miền Nam Nhật Bản', 'southern Japan'],
    ['sau Cách mạng tháng 10', 'after the October Revolution'],
  ])('is empty for %j and %j', (source, target) => {
    expect(lostNames(source, target, 'vi', 'en')).toEqual([]);
  });

  it('into Vietnamese names no spelling, for there are several', () => {
    expect(lostNames('He flew to Pyongyang.', 'Ông bay đến thủ đô.', 'en', 'vi')).toEqual([
      { source: 'Pyongyang', expected: null },
    ]);
    expect(
      lostNames('He met Kim Jong Un.', 'Ông gặp đồng chí Kim Nhật Thành.', 'en', 'vi'),
    ).toEqual([{ source: 'Kim Jong Un', expected: null }]);
    for (const [source, target] of [
      ['Vietnam–Korea friendship', 'hữu nghị Việt – Triều'],
      ['He came from Moscow', 'Ông đến từ Moskva'],
      ['in Korea', 'ở Hàn Quốc'],
      ["the Democratic People's Republic of Korea", 'nước Bắc Hàn'],
      ['the Korean people', 'nhân dân'],
    ] as const) {
      expect(lostNames(source, target, 'en', 'vi')).toEqual([]);
    }
  });
});

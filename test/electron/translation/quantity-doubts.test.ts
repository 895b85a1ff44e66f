// Numbers and dates that differ are seen; what is only written otherwise is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingQuantities } from '../../../electron/translation/quantity-doubts.ts';

describe('differingQuantities', () => {
  it.each([
    ['Năm 1945, nước ta độc lập.', 'In 1954 our country became independent.', ['1945', '1954']],
    ['Ngày 15 tháng 8', 'August 16', ['Ngày 15 tháng 8', 'August 16']],
    ['Ngày 15 tháng 8', 'September 15', ['Ngày 15 tháng 8', 'September 15']],
    ['22 Tháng Mười 1948', '22 December 1948', ['Tháng Mười', '22 December']],
    ['Có 24.000 người.', 'There were 2,400 people.', ['24.000', '2,400']],
    ['Có 6 triệu đồng.', 'There were 6 billion dong.', ['6 triệu', '6 billion']],
    ['Có 200 xe.', 'There were lorries.', ['200', null]],
    ['Có nhiều xe.', 'There were 200 lorries.', [null, '200']],
  ])('of %j and %j', (source, target, [said, translated]) => {
    expect(differingQuantities(source, target, 'vi', 'en')).toEqual([
      { source: said, target: translated },
    ]);
  });

  it.each([
    ['Ngày 15 tháng 8 năm 1945', 'On August 15, 1945'],
    ['hai mươi mốt người', '21 people'],
    ['1,2 triệu', '1.2 million'],
    ['3 triệu', '3m'],
    ['lúc 14 giờ 30 phút', 'at 2.30 p.m.'],
    ['lúc 9 giờ', 'at 9:00'],
    ['từ năm 1976 tỷ lệ này tăng', 'since 1976 the rate has risen'],
    ['thập niên 90', 'the 1990s'],
    ['Ngày 2 tháng Mười, hai phụ nữ', 'On October 2 two women'],
    ['từ tháng Ba', 'as early as March'],
    ['thế kỷ XIX', 'the 19th century'],
    ['đứng thứ 6', 'came 6th'],
    ['giữa tháng 9', 'in mid-September'],
    ['trước 12 giờ trưa', 'by noon'],
    ['bao nhiêu km vuông', 'how many km2'],
    ['8.848 mét', '8 848 metres'],
    ['hai bên, một lòng', 'both sides, one heart'],
    ['3 triệu chứng từ', '3 million vouchers'],
    ['vụ trị giá 38 tỷ đô la', 'a 38-billion-dollar deal'],
  ])('is empty for %j and %j', (source, target) => {
    expect(differingQuantities(source, target, 'vi', 'en')).toEqual([]);
    expect(differingQuantities(target, source, 'en', 'vi')).toEqual([]);
  });

  it('sees any two years that differ, and none that do not', () => {
    const year = fc.integer({ min: 1100, max: 2050 });
    fc.assert(
      fc.property(year, year, (one, other) => {
        const differing = differingQuantities(`Năm ${one}.`, `In ${other}.`, 'vi', 'en');
        expect(differing.length).toBe(one === other ? 0 : 1);
      }),
    );
  });
});

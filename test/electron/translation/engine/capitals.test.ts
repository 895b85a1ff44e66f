// Capitals are written small for the model and large again after.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../electron/corpus/document.ts';
import { recase } from '../../../../electron/translation/engine/capitals.ts';

function small(line: string, from: Language): string {
  return recase(line, from, from === 'vi' ? 'en' : 'vi').text;
}

describe('a line of capitals', () => {
  it.each([
    ['THƯ GỬI ĐỒNG BÀO CẢ NƯỚC', 'Thư gửi đồng bào cả nước'],
    ['CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG LIÊN XÔ', 'Chủ tịch Hội đồng Bộ trưởng Liên Xô'],
    ['NGÀY 15 THÁNG 8. MỘT NĂM SAU', 'Ngày 15 tháng 8. Một năm sau'],
    ['GỬI ĐẠI SỨ I. V. XTA-LIN', 'Gửi đại sứ I. V. Xta-lin'],
    ['PHẠM VĂN ĐỒNG', 'Phạm Văn Đồng'],
    ['PHẠM VI CỦA LUẬT', 'Phạm vi của luật'],
    ['HỒ SƠ MẬT', 'Hồ sơ mật'],
    ['TTXVN VÀ UBND', 'TTXVN và UBND'],
    ['PHẦN THỨ VI: VI PHẠM', 'Phần thứ VI: vi phạm'],
    ['ĐẠI HỘI LẦN THỨ XX', 'Đại hội lần thứ XX'],
    ['HỮU NGHỊ VIỆT – XÔ', 'Hữu nghị Việt – Xô'],
    ['PHÁP LUẬT VÀ ĐẠO ĐỨC', 'Pháp luật và đạo đức'],
    ['CHỐNG THỰC DÂN PHÁP', 'Chống thực dân Pháp'],
    ['CỘNG HÒA GA-NA', 'Cộng hòa Ga-na'],
  ])('is %j and becomes %j', (line, expected) => {
    expect(small(line, 'vi')).toBe(expected);
  });

  it.each([
    ['CHAIRMAN OF THE COUNCIL OF MINISTERS', 'Chairman of the Council of Ministers'],
    ['TALKS WITH THE USSR AND THE UN', 'Talks with the USSR and the UN'],
    [
      'ON A MONDAY IN MAY WE MET IN PYONGYANG AND I SPOKE.',
      'On a Monday in May we met in Pyongyang and I spoke.',
    ],
    ['ANDREI GROMYKO', 'Andrei Gromyko'],
    ["SUPREME PEOPLE'S ASSEMBLY", "Supreme People's Assembly"],
  ])('is %j and becomes %j', (line, expected) => {
    expect(small(line, 'en')).toBe(expected);
  });

  it('has its translation in capitals', () => {
    expect(recase('TÌNH HỮU NGHỊ', 'vi', 'en').restore('Friendship of peoples')).toBe(
      'FRIENDSHIP OF PEOPLES',
    );
    expect(recase('FRIENDSHIP', 'en', 'vi').restore('tình hữu nghị')).toBe('TÌNH HỮU NGHỊ');
  });

  it.each(['NASA', 'USSR', 'DPRK', 'TTXVN'])('that is an acronym alone stays: %s', (line) => {
    for (const from of ['vi', 'en'] as const) {
      const { text, restore } = recase(line, from, from === 'vi' ? 'en' : 'vi');
      expect([text, restore('một cơ quan')]).toEqual([line, 'một cơ quan']);
    }
  });
});

describe('capitals among other words', () => {
  it.each([
    ['Đại Nguyên soái STALIN muôn năm!', 'Đại Nguyên soái Stalin muôn năm!'],
    ['Ông TARABANOV phát biểu.', 'Ông Tarabanov phát biểu.'],
    ['Kính gửi: BỘ NGOẠI GIAO', 'Kính gửi: Bộ Ngoại giao'],
    ['TỐI MẬT. Điện gửi đi hôm nay.', 'Tối mật. Điện gửi đi hôm nay.'],
    ['Việc này KHÔNG được làm.', 'Việc này không được làm.'],
    ['Thủ tướng PHẠM VĂN ĐỒNG đã đến.', 'Thủ tướng Phạm Văn Đồng đã đến.'],
    ['NASA và TASS đưa tin về mã PIN.', 'NASA và TASS đưa tin về mã PIN.'],
  ])('%j becomes %j', (line, expected) => {
    expect(small(line, 'vi')).toBe(expected);
  });

  it('come back where the translation has the name, in whatever spelling', () => {
    const back = (line: string, target: string) => recase(line, 'vi', 'en').restore(target);
    expect(back('Gửi tới STALIN ngày hôm nay', 'To Stalin today')).toBe('To STALIN today');
    expect(back('Đồng chí KIM NHẬT THÀNH đã đến', 'Comrade Kim Il Sung has come')).toBe(
      'Comrade KIM IL SUNG has come',
    );
    expect(back('Thủ tướng PHẠM VĂN ĐỒNG đến', 'Prime Minister Pham Van Dong came')).toBe(
      'Prime Minister PHAM VAN DONG came',
    );
    expect(back('Việc này KHÔNG được làm', 'This must not be done')).toBe('This must not be done');
    expect(
      recase('The DPRK and STALIN spoke', 'en', 'vi').restore('Triều Tiên và Stalin nói'),
    ).toBe('Triều Tiên và STALIN nói');
  });
});

describe('recase', () => {
  it('changes letters alone, and nothing when done again', () => {
    const word = fc.constantFrom(
      ...'STALIN KIM NHẬT THÀNH Việt NAM của NGƯỜI VI XX USSR NATO A-PHI I. và nói KHÔNG The people'.split(
        ' ',
      ),
      ...['– ', '. ', ': ', '“', 'Đ'],
    );
    const line = fc.array(word, { maxLength: 10 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(line, fc.constantFrom('vi', 'en'), (given, from) => {
        const once = small(given, from);
        expect(once.toLowerCase()).toBe(given.toLowerCase());
        expect(small(once, from)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

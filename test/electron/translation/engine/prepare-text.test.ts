// What the model is given to read, and what becomes of what it says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../electron/corpus/document.ts';
import {
  cleanText,
  finishCutPiece,
  finishPiece,
  hasWords,
  prepareText,
} from '../../../../electron/translation/engine/prepare-text.ts';

const reserved = ['</s>', '<unk>', '>>eng<<'];

/** The line that comes out where the model says `said`, with what it was given to read. */
function through(line: string, from: Language, said: string) {
  const { source, finish } = prepareText(line, reserved, from, from === 'vi' ? 'en' : 'vi');
  return { source, line: finish(said) };
}

describe('cleanText', () => {
  it.each([
    ['  a \t b \n c ', 'a b c'],
    ['a\u0000b', 'a b'],
    ['\ud800x\udfff', 'x'],
    ['Vi\u00ea\u0323t', 'Việt'],
    ['a</s>b', 'a< /s>b'],
    ['>>eng<< a', '> >eng<< a'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['\u0000 \ufeff', ''],
    ['Gửi đồng chí STALIN , Moscow .', 'Gửi đồng chí STALIN, Moscow.'],
    ['chờ … rồi đi', 'chờ … rồi đi'],
  ])('makes %j into %j', (given, expected) => {
    expect(cleanText(given, reserved)).toBe(expected);
  });

  it('leaves no reserved mark, no control character, no lone surrogate, and does nothing twice', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...reserved, '<', 's>'));
    const text = fc.array(piece).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const clean = cleanText(given, reserved);
        expect(reserved.filter((mark) => clean.includes(mark))).toEqual([]);
        expect(/\p{Cc}/u.test(clean)).toBe(false);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleanText(clean, reserved)).toBe(clean);
      }),
    );
  });
});

describe('hasWords', () => {
  it('tells words from numbers, marks and emoji', () => {
    expect(['Đ', 'tháng 8', '中文'].map(hasWords)).toEqual([true, true, true]);
    expect(['', '1948', '15/8/1945', '— * —', '😀'].map(hasWords)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});

describe('prepareText', () => {
  it('copies what has no words, and asks the model nothing', () => {
    expect(through(' 1948 – 1950 ', 'vi', '')).toEqual({ source: null, line: '1948 – 1950' });
  });

  it('translates dates and names alone on a line by rule, with what stands round them', () => {
    expect(through('(Bình Nhưỡng, ngày 21 tháng 9 năm 1948.)', 'vi', '')).toEqual({
      source: null,
      line: '(Pyongyang, 21 September 1948.)',
    });
    expect(through('KIM NHẬT THÀNH', 'vi', '').line).toBe('KIM IL SUNG');
    expect(through('– Kim Il Sung', 'en', '').line).toBe('– Kim Nhật Thành');
  });

  it('says in Vietnamese what the model left in English', () => {
    expect(through('(The DPRK-Russia talks)', 'en', 'Đàm phán DPRK-Russia').line).toBe(
      '(Đàm phán Triều Tiên – Nga)',
    );
  });

  it('keeps marks round the words and capitals from the model, and puts both back', () => {
    expect(
      through('2. “CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG LIÊN XÔ”', 'vi', 'Chairman of the Council.'),
    ).toEqual({
      source: 'Chủ tịch Hội đồng Bộ trưởng Liên Xô',
      line: '2. “CHAIRMAN OF THE COUNCIL”',
    });
    expect(through('Gửi tới đồng chí STALIN ,', 'vi', 'To Comrade Stalin.')).toEqual({
      source: 'Gửi tới đồng chí Stalin,',
      line: 'To Comrade STALIN,',
    });
  });

  it.each([
    ['Nhân dân muôn năm!', 'Long live the people.', 'Long live the people!'],
    ['Tình hữu nghị vĩnh cửu', 'Eternal friendship.', 'Eternal friendship'],
    ['– bảo vệ hòa bình;', 'Defend peace.', '– defend peace;'],
    ['– nước Nga', 'Russia', '– Russia'],
    ['Hà Nội', 'hanoi', 'Hanoi'],
    ['Anh nói: “Đi đi.” Rồi thôi.', 'He said: "Go." That was all.', 'He said: “Go.” That was all.'],
    ['Ông — một người lính — đi.', 'He – a soldier – went.', 'He — a soldier — went.'],
    ['Nhân dân', '  ', 'Nhân dân'],
    ['Nhân dân', ' the  people ', 'The people'],
  ])('of %j makes the model’s %j into %j', (line, said, expected) => {
    expect(through(line, 'vi', said).line).toBe(expected);
  });

  it('gives one line for one line, whatever the text and whatever the model says', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...reserved, '“', '”', '"', '(', ')', '1. ', '– ', '…', '.', ' ', '\n', '😀'),
      fc.constantFrom('KIM NHẬT THÀNH', 'Ngày 3 tháng 9', 'STALIN', 'Việt Nam', 'Hà Nội, ', 'đ'),
    );
    const text = fc.array(odd, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom('vi', 'en'), (line, said, from) => {
        const to = from === 'vi' ? 'en' : 'vi';
        const { source, finish } = prepareText(line, reserved, from, to);
        const finished = finish(said);
        expect(/[\r\n]/.test(finished)).toBe(false);
        expect(finished === '').toBe(cleanText(line, reserved) === '');
        if (source !== null) {
          expect(reserved.filter((mark) => source.includes(mark))).toEqual([]);
          // What the model reads needs no preparing again.
          expect(prepareText(source, reserved, from, to).source ?? source).toBe(source);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('finishPiece', () => {
  it('goes on in the middle of a sentence as the source does', () => {
    expect(finishPiece('And the people.', 'và nhân dân,', 'en')).toBe('and the people,');
    expect(finishPiece('Vietnam won', 'nước Việt Nam thắng;', 'en')).toBe('Vietnam won;');
    expect(finishPiece('', 'và nhân dân,', 'en')).toBe('và nhân dân,');
  });

  it('of a model that came to no end has a sign in place of the end', () => {
    expect(finishCutPiece('The people. The', 'Nhân dân muôn năm.', 'en')).toBe(
      'The people. The […]',
    );
    expect(finishCutPiece(' ,', 'Nhân dân', 'en')).toBe('Nhân dân […]');
    expect(through('Nhân dân muôn năm!', 'vi', 'The people […]').line).toBe('The people […]');
  });
});

// Marks round a line's words are taken off whole and put back whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openShell, withFinalMark } from '../../../../electron/translation/engine/line-shell.ts';

describe('openShell', () => {
  it.each([
    ['1. Nhân dân', '1. ', 'Nhân dân', ''],
    ['2.3) Nhân dân', '2.3) ', 'Nhân dân', ''],
    ['(a) Nhân dân', '(a) ', 'Nhân dân', ''],
    ['IV. Nhân dân', 'IV. ', 'Nhân dân', ''],
    ['– Nhân dân', '– ', 'Nhân dân', ''],
    ['• – Nhân dân', '• – ', 'Nhân dân', ''],
    ['“Nhân dân.”', '“', 'Nhân dân.', '”'],
    ['"Nhân dân".', '"', 'Nhân dân', '".'],
    ['(Nhân dân, 1948)', '(', 'Nhân dân, 1948', ')'],
    ['- «(Nhân dân)!»', '- «(', 'Nhân dân', ')!»'],
    ['“Nhân dân nói', '“', 'Nhân dân nói', ''],
    ['và đi về.”', '', 'và đi về.', '”'],
  ])('takes %j apart', (line, before, inside, after) => {
    expect(openShell(line)).toEqual({ before, inside, after });
  });

  it.each([
    'V. Putin nói',
    'I. V. Xta-lin',
    '1945. Năm ấy',
    '1.5 triệu người',
    '“Đi” và “ở”',
    '(một) và (hai)',
    "Nhân dân' nói",
    'It’s theirs’',
    '1. 2. 3.',
    '"1948"',
    '-5 độ C',
  ])('leaves %j whole', (line) => {
    expect(openShell(line)).toEqual({ before: '', inside: line, after: '' });
  });

  it('loses nothing', () => {
    const part = fc.constantFrom(
      '“',
      '”',
      '"',
      '«',
      '»',
      '(',
      ')',
      '1. ',
      '- ',
      'a) ',
      ' ',
      'đi',
      '.',
    );
    const line = fc.array(part, { maxLength: 12 }).map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(line, (given) => {
        const { before, inside, after } = openShell(given);
        expect(before + inside + after).toBe(given);
        expect(openShell(inside)).toEqual({ before: '', inside, after: '' });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('withFinalMark', () => {
  it.each([
    ['Long live peace.', 'Hòa bình muôn năm!', 'Long live peace!'],
    ['Long live peace', 'Hòa bình muôn năm!', 'Long live peace!'],
    ['News of peace.', 'Tin hòa bình', 'News of peace'],
    ['Who is it?', 'Ai đó.', 'Who is it?'],
    ['Dear comrade.', 'Đồng chí thân mến,', 'Dear comrade,'],
    ['as follows;', 'như sau:', 'as follows;'],
    ['He left for the U.S.', 'Ông sang Mỹ', 'He left for the U.S.'],
    ['He left for the U.S.', 'Ông sang Mỹ.', 'He left for the U.S.'],
    ['Wait...', 'Chờ đã', 'Wait...'],
    ['He said: "Go."', 'Ông nói: “Đi đi”.', 'He said: "Go."'],
    ['', 'Đi.', ''],
  ])('ends %j for %j as %j', (target, source, expected) => {
    expect(withFinalMark(target, source)).toBe(expected);
  });

  it('does nothing twice', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '!', '?', ',', ':', '”') });
    fc.assert(
      fc.property(text, text, (target, source) => {
        const once = withFinalMark(target, source);
        expect(withFinalMark(once, source)).toBe(once);
      }),
    );
  });
});

// What the model is given to read, and what becomes of what it says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  finishTarget,
  hasWords,
  prepareSource,
} from '../../../../electron/translation/engine/prepare-text.ts';

const reserved = ['</s>', '<unk>', '>>eng<<'];

describe('prepareSource', () => {
  it.each([
    ['  a \t b \n c ', 'a b c'],
    ['a\u0000b', 'a b'],
    ['\ud800x\udfff', 'x'],
    ['Vi\u00ea\u0323t', 'Việt'],
    ['a</s>b', 'a< /s>b'],
    ['>>eng<< a', '> >eng<< a'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['\u0000 \ufeff', ''],
  ])('makes %j into %j', (given, expected) => {
    expect(prepareSource(given, reserved)).toBe(expected);
  });

  it('leaves no reserved mark, no control character, no lone surrogate, and does nothing twice', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...reserved, '<', 's>'));
    const text = fc.array(piece).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const prepared = prepareSource(given, reserved);
        expect(reserved.filter((mark) => prepared.includes(mark))).toEqual([]);
        expect(/\p{Cc}/u.test(prepared)).toBe(false);
        expect(prepared.isWellFormed()).toBe(true);
        expect(prepareSource(prepared, reserved)).toBe(prepared);
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

describe('finishTarget', () => {
  it('lets the source stand where the model says nothing', () => {
    expect(finishTarget('  ', 'STALIN')).toBe('STALIN');
    expect(finishTarget(' a  b ', 'x')).toBe('a b');
  });
});

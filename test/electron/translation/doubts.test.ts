// What a reader is told to check; right translations of the project's own pairs are hardly ever doubted.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../../electron/translation/doubts.ts';

const viToEn = { from: 'vi', to: 'en', split: false } as const;

/** 400 pairs that people wrote. */
const pairs = readFileSync(new URL('../../../training/dev-genre.tsv', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.normalize('NFC').split('\t'))
  .flatMap(([vi, en]) => (vi && en ? [[vi, en] as const] : []));

describe('doubtsOf', () => {
  it('tells numbers first, then names, then what was cut', () => {
    const source = 'Năm 1945, Kim Nhật Thành rời Liên Xô cùng 200 người.';
    const target = 'In 1954, Kim left with […] people.';
    expect(doubtsOf({ source, target, ...viToEn, split: true })).toEqual([
      { kind: 'number-differs', params: { source: '1945', target: '1954' } },
      { kind: 'number-missing', params: { source: '200', target: '' } },
      { kind: 'name-missing', params: { name: 'Kim Nhật Thành (Kim Il Sung)' } },
      { kind: 'cut-short', params: {} },
      { kind: 'in-parts', params: {} },
    ]);
  });

  it('tells of a sentence that was left as it is, but not of a name or a heading', () => {
    const same = (text: string) => doubtsOf({ source: text, target: text, ...viToEn });
    expect(same('nhân dân yêu hòa bình và độc lập')).toEqual([
      { kind: 'untranslated', params: {} },
    ]);
    expect(same('STALIN')).toEqual([]);
    expect(same('Paris Match')).toEqual([]);
  });

  it('takes no […] of the source for a cut', () => {
    expect(doubtsOf({ source: 'đi […] về', target: 'went […] home', ...viToEn })).toEqual([]);
  });

  it('doubts fewer than one in a hundred of the pairs that people wrote', () => {
    expect(pairs.length).toBe(400);
    const doubted = pairs.flatMap(([vi, en]) => [
      ...doubtsOf({ source: vi, target: en, ...viToEn }),
      ...doubtsOf({ source: en, target: vi, from: 'en', to: 'vi', split: false }),
    ]);
    expect(doubted.length).toBeLessThan(8);
  });

  it('sees a changed number in all but a few of them', () => {
    const numbered = pairs.filter(([, en]) => /\d/.test(en));
    const seen = numbered.filter(([vi, en]) => {
      const changed = en.replace(/\d+/, (digits) => String(Number(digits) + 9));
      return doubtsOf({ source: vi, target: changed, ...viToEn }).length > 0;
    });
    expect(numbered.length).toBeGreaterThan(40);
    expect(seen.length / numbered.length).toBeGreaterThan(0.95);
  });

  it('takes any two texts, and soon', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, fc.boolean(), (source, target, split) => {
        for (const doubt of doubtsOf({ source, target, ...viToEn, split })) {
          expect(Object.values(doubt.params).every((words) => typeof words === 'string')).toBe(
            true,
          );
        }
      }),
    );
  });
});

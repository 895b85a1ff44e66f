// Whatever the input, the real process gives one line for each line, stays alive, and its memory stays bounded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peakChildMegabytes } from '../../../bench/child-memory.ts';
import { drive, texts, toyWith } from './drive.ts';

const oddParts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\u0000',
    '\u200d',
    '\ud83d',
    '\udc4d',
    '😀',
    '👩‍👩‍👧',
    '>>vie<<',
    '</s>',
    '<pad>',
    '<b>nước</b>',
    '&amp;',
    '中文字符',
    'Привет мир',
    'العربية',
    'ภาษาไทย',
    'STALIN',
    'KIM NHẬT THÀNH',
    'Hà Nội, ngày 3 tháng 9 năm 1948',
    '1. ',
    '“',
    'dân và nước ',
    'a'.repeat(300),
    'ư '.repeat(100),
  ),
);
const oddLine = fc.array(oddParts, { maxLength: 6 }).map((parts) => parts.join(''));

describe('odd input', () => {
  it('gives one line for each line, and the next request works', async () => {
    const { translate } = drive();
    await fc.assert(
      fc.asyncProperty(fc.array(oddLine, { minLength: 1, maxLength: 12 }), async (lines) => {
        const made = await translate(lines);
        expect(made).toHaveLength(lines.length);
        for (const line of texts(made)) {
          expect(line).not.toBe('(nothing)');
          expect(/[\r\n]/.test(line)).toBe(false);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
    expect(texts(await translate(['nước']))).toEqual(['country']);
  });

  it('is the same alone and among others', async () => {
    const { translate } = drive();
    const lines = fc.sample(oddLine, { numRuns: 12, seed: 1948 });
    const together = texts(await translate(lines));
    const alone: string[] = [];
    for (const line of lines) {
      alone.push(...texts(await translate([line])));
    }
    expect(together).toEqual(alone);
  });

  it('never fills the memory, however long the lines are', async () => {
    const { translate } = drive();
    await translate(['nước']);
    const before = peakChildMegabytes();
    const huge = [
      'x'.repeat(20_000),
      'Nước và dân. '.repeat(400),
      '“('.repeat(5_000),
      `a${'1. '.repeat(3_000)}`,
      'KIM NHẬT '.repeat(600),
    ];
    const made = await translate(huge);
    expect(made.map((one) => one !== undefined && 'text' in one)).toEqual(huge.map(() => true));
    if (before !== null) {
      expect((peakChildMegabytes() ?? 0) - before).toBeLessThan(400);
    }
  });

  it('that makes a model talk without end is answered with what it said till then, and a sign', async () => {
    const { translate } = drive();
    const folder = toyWith('looping', { looping: true });
    const lines = ['nước và dân yêu hòa', 'hòa', 'dân '.repeat(120).trim()];
    const made = texts(await translate(lines, { folder }));
    expect(made).toHaveLength(3);
    expect(made[0]).toBe('country and people […]');
    for (const line of made) {
      expect(line.length).toBeLessThan(4_000);
    }
  });
});

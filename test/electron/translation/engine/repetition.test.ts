// Loops are found and cut; what the source repeats itself may be repeated.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutLoop,
  findLoop,
  mostRepeats,
} from '../../../../electron/translation/engine/repetition.ts';

const repeated = (tokens: readonly number[], times: number): readonly number[] =>
  Array.from({ length: times }, () => tokens).flat();

describe('findLoop', () => {
  it.each([
    ['one token eight times', [1, 2, ...repeated([7], 8)], { period: 1, repeats: 8 }],
    ['two tokens four times', [1, ...repeated([7, 8], 4)], { period: 2, repeats: 4 }],
    ['five tokens four times', repeated([1, 2, 3, 4, 5], 4), { period: 5, repeats: 4 }],
    ['a thing said three times', [...repeated([1, 2, 3, 4], 3)], null],
    ['a laugh', repeated([7], 5), null],
    ['repetition that is over', [...repeated([7, 8], 6), 9], null],
    ['nothing', [], null],
  ])('sees %s', (_, tokens, loop) => {
    expect(findLoop(tokens, 1)).toEqual(loop);
  });

  it('allows what the source does', () => {
    const cheers = repeated([4, 5], 6);
    expect(mostRepeats(cheers)).toBe(6);
    expect(findLoop(repeated([8, 9], 6), mostRepeats(cheers))).toBeNull();
    expect(findLoop(repeated([8, 9], 7), mostRepeats(cheers))).toEqual({ period: 2, repeats: 7 });
  });

  it('leaves what was said before a loop, and the loop once', () => {
    const period = fc.array(fc.integer({ min: 10, max: 99 }), { minLength: 1, maxLength: 6 });
    const before = fc.array(fc.integer({ min: 100, max: 999 }), { maxLength: 10 });
    fc.assert(
      fc.property(before, period, fc.integer({ min: 8, max: 12 }), (start, unit, times) => {
        const tokens = [...start, ...repeated(unit, times)];
        const loop = findLoop(tokens, 1);
        if (loop === null) {
          throw new Error('no loop was found');
        }
        const cut = cutLoop(tokens, loop, 1);
        expect(cut).toEqual(tokens.slice(0, cut.length));
        expect(cut.length).toBe(start.length + loop.period);
        expect(findLoop(cut, 1)).toBeNull();
      }),
    );
  });
});

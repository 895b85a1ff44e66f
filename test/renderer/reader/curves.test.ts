import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvePath, endIn, linkPath, stubPath } from '../../../renderer/reader/curves.ts';

describe('the end of a curve', () => {
  test.each([
    ['all in sight', { top: 100, bottom: 200 }, { height: 150, beyond: null }],
    ['its upper part out of sight', { top: -100, bottom: 200 }, { height: 100, beyond: null }],
    ['its lower part out of sight', { top: 500, bottom: 900 }, { height: 550, beyond: null }],
    ['a sliver at the top', { top: -100, bottom: 4 }, { height: 10, beyond: null }],
    ['higher than the window', { top: -500, bottom: 5000 }, { height: 300, beyond: null }],
    ['above the window', { top: -300, bottom: -100 }, { height: 10, beyond: 'above' }],
    ['just above', { top: -300, bottom: 0 }, { height: 10, beyond: 'above' }],
    ['below the window', { top: 600, bottom: 700 }, { height: 590, beyond: 'below' }],
  ] as const)('of a passage %s', (_, extent, end) => {
    expect(endIn(extent, 600)).toEqual(end);
  });

  test('always lies in the window', () => {
    const edge = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(edge, fc.nat(2000), fc.integer({ min: 40, max: 2000 }), (top, length, window) => {
        const { height } = endIn({ top, bottom: top + length }, window);
        expect(height).toBeGreaterThanOrEqual(10);
        expect(height).toBeLessThanOrEqual(window - 10);
      }),
    );
  });
});

describe('a curve', () => {
  test('begins and ends level, at the two heights', () => {
    expect(curvePath(20, 80, 100)).toBe('M4 20C50 20 50 80 96 80');
  });

  test('that is steep is nearly straight, so that many of them do not run down the middle together', () => {
    const [, first, , second] = curvePath(0, 1000, 100).match(/C(\S+) (\S+) (\S+)/) ?? [];
    expect(Number(first)).toBeLessThan(15);
    expect(Number(second)).toBeGreaterThan(85);
  });
});

describe('the path of a link', () => {
  test('of one passage with several has a curve for each', () => {
    expect(linkPath([10], [20, 30], 100).match(/M4 10/g)).toHaveLength(2);
  });

  test('of several with several gathers in the middle, n and m lines', () => {
    const path = linkPath([10, 20, 30], [40, 50], 100);
    expect(path.match(/M/g)).toHaveLength(5);
    expect(path.match(/M50 30C/g)).toHaveLength(2);
    expect(path.match(/ 50 30(?=M)/g)).toHaveLength(3);
  });
});

describe('a stub', () => {
  test('starts at its own edge and stays on its side of the channel', () => {
    expect(stubPath('left', 100, 80)).toBe('M4 100L28.8 100.01');
    expect(stubPath('right', 100, 80)).toBe('M76 100L51.2 100.01');
  });
});

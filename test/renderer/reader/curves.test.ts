import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvePath, endIn, stubPath } from '../../../renderer/reader/curves.ts';

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

test('a curve begins and ends level, at the two heights', () => {
  expect(curvePath(20, 80, 100)).toBe('M0 20 C50 20 50 80 100 80');
});

describe('a stub', () => {
  test('starts at its own edge, stays on its side and bends the way that the curve would go', () => {
    expect(stubPath('left', 100, 'below', 80)).toBe('M0 100 Q24 100 24 126');
    expect(stubPath('right', 100, 'above', 80)).toBe('M80 100 Q56 100 56 74');
  });
});

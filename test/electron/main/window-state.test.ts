import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeWindow, type Rectangle, smallest } from '../../../electron/main/window-state.ts';

const large: Rectangle = { x: 0, y: 25, width: 1920, height: 1055 };
const right: Rectangle = { x: 1920, y: 0, width: 1280, height: 1024 };

test.each<[string, Rectangle | null, readonly [Rectangle, ...Rectangle[]], Rectangle]>([
  ['the first start: the middle', null, [large], { x: 240, y: 102, width: 1440, height: 900 }],
  ['a small display: all of it', null, [right], { x: 1920, y: 62, width: 1280, height: 900 }],
  [
    'where it stood',
    { x: 100, y: 100, width: 900, height: 700 },
    [large],
    { x: 100, y: 100, width: 900, height: 700 },
  ],
  [
    'on the second display',
    { x: 2000, y: 10, width: 900, height: 700 },
    [large, right],
    { x: 2000, y: 10, width: 900, height: 700 },
  ],
  [
    'its display is gone: the middle of the main one',
    { x: 2000, y: 10, width: 900, height: 700 },
    [large],
    { x: 510, y: 202, width: 900, height: 700 },
  ],
  [
    'its title bar lies above the display: the middle',
    { x: 100, y: -300, width: 900, height: 700 },
    [large],
    { x: 510, y: 202, width: 900, height: 700 },
  ],
  [
    'larger than the display now: cut',
    { x: 0, y: 30, width: 4000, height: 3000 },
    [large],
    { x: 0, y: 30, width: 1920, height: 1055 },
  ],
  [
    'cut, and its right part was all that showed: moved',
    { x: -5000, y: 30, width: 6000, height: 700 },
    [large],
    { x: -1840, y: 30, width: 1920, height: 700 },
  ],
])('%s', (_what, saved, displays, expected) => {
  expect(placeWindow(saved, displays)).toEqual(expected);
});

const anyDisplay = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
  width: fc.integer({ min: smallest.width, max: 5000 }),
  height: fc.integer({ min: smallest.height, max: 3000 }),
});
const anyBounds = fc.record({
  x: fc.maxSafeInteger(),
  y: fc.maxSafeInteger(),
  width: fc.maxSafeInteger(),
  height: fc.maxSafeInteger(),
});

test('whatever was kept, the reader can get hold of the window', () => {
  fc.assert(
    fc.property(fc.option(anyBounds), anyDisplay, fc.array(anyDisplay), (saved, main, others) => {
      const placed = placeWindow(saved, [main, ...others]);
      const reachable = [main, ...others].some(
        (area) =>
          placed.y >= area.y &&
          placed.y < area.y + area.height &&
          Math.min(placed.x + placed.width, area.x + area.width) > Math.max(placed.x, area.x),
      );
      expect(reachable).toBe(true);
      expect(placed.width).toBeGreaterThanOrEqual(smallest.width);
      expect(placed.height).toBeGreaterThanOrEqual(smallest.height);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../../renderer/ui/place.ts';

const window = { width: 1000, height: 600 };
const size = { width: 100, height: 40 };

describe('a panel beside a thing', () => {
  test.each([
    ['below, centred', { left: 400, top: 100, width: 30, height: 30 }, { left: 365, top: 136 }],
    ['above, at the foot', { left: 400, top: 560, width: 30, height: 30 }, { left: 365, top: 514 }],
    ['kept in at the left', { left: 0, top: 0, width: 30, height: 30 }, { left: 6, top: 36 }],
    ['kept in at the right', { left: 980, top: 0, width: 20, height: 30 }, { left: 894, top: 36 }],
  ])('%s', (_, anchor, place) => {
    expect(placeBeside(anchor, size, window)).toEqual(place);
  });

  test('never covers it, and is all in a window that has room', () => {
    const anchor = fc.record({
      left: fc.nat(960),
      top: fc.nat(560),
      width: fc.constant(40),
      height: fc.constant(40),
    });
    fc.assert(
      fc.property(anchor, (box) => {
        const { left, top } = placeBeside(box, size, window);
        expect(top >= box.top + box.height || top + size.height <= box.top).toBe(true);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + size.width).toBeLessThanOrEqual(window.width);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + size.height).toBeLessThanOrEqual(window.height);
      }),
    );
  });
});

// Where a window stood, and where it may stand now that the displays may be others.
import * as v from 'valibot';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const whole = v.pipe(v.number(), v.integer());

export const WindowStateSchema = v.strictObject({
  /** In the system's own pixels, of the window when it is not maximised. */
  bounds: v.strictObject({ x: whole, y: whole, width: whole, height: whole }),
  maximised: v.boolean(),
});
export type WindowState = Readonly<v.InferOutput<typeof WindowStateSchema>>;

const preferred = { width: 1440, height: 900 };
export const smallest = { width: 640, height: 480 };
/** So much of a window's upper edge must lie on a display for the reader to get hold of it. */
const gripPx = 80;

/**
 * Bounds for a window on one of the displays (their areas free of panels, the first one is the main one): where it stood
 * if it can still be reached there, cut to the display's size, else in the middle of the main display.
 */
export function placeWindow(
  saved: Rectangle | null,
  displays: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const display = saved && displays.find((area) => canBeReached(saved, area));
  if (saved && display) {
    const width = clamp(saved.width, smallest.width, display.width);
    return {
      // A window that is cut must not slip off with the part that was on the display.
      x: clamp(saved.x, display.x + gripPx - width, display.x + display.width - gripPx),
      y: saved.y,
      width,
      height: clamp(saved.height, smallest.height, display.height),
    };
  }
  const [area] = displays;
  const width = clamp(saved?.width ?? preferred.width, smallest.width, area.width);
  const height = clamp(saved?.height ?? preferred.height, smallest.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

function canBeReached(window: Rectangle, area: Rectangle): boolean {
  const across =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= gripPx && window.y >= area.y && window.y <= area.y + area.height - gripPx;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), Math.min(least, most));
}

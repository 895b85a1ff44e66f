// Where a small panel stands beside the thing that it belongs to.

/** A rectangle in px of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the panel and the thing, and between the panel and the window's edge, in px. */
const gap = 6;

/**
 * The upper left corner of a panel of `size`: below `anchor` and centred on it, above it where there is no room
 * below, and never past the window's edge where the window is large enough.
 */
export function placeBeside(
  anchor: Box,
  size: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - size.height;
  const fitsBelow = below + size.height + gap <= window.height;
  return {
    left: clamp(
      anchor.left + (anchor.width - size.width) / 2,
      gap,
      window.width - size.width - gap,
    ),
    top: fitsBelow || above < gap ? below : above,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

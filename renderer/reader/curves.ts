// The geometry of the curves between the panes. Heights are px from the top of the channel.

/** Where a passage stands: its top and bottom, possibly out of sight. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export interface End {
  /** The height at which the curve meets the pane's edge, kept inside the window. */
  readonly height: number;
  /** Whether the passage is above or below what the window shows. */
  readonly beyond: Beyond | null;
}

export type Beyond = 'above' | 'below';

/** A passage's end in a window of `windowHeight`: the middle of what can be seen of it, or the nearer edge. */
export function endIn(extent: Extent, windowHeight: number, inset = 10): End {
  if (extent.bottom <= 0) {
    return { height: inset, beyond: 'above' };
  }
  if (extent.top >= windowHeight) {
    return { height: windowHeight - inset, beyond: 'below' };
  }
  const top = Math.max(extent.top, 0);
  const bottom = Math.min(extent.bottom, windowHeight);
  return {
    height: Math.min(Math.max((top + bottom) / 2, inset), windowHeight - inset),
    beyond: null,
  };
}

/** How far from the channel's edges a curve begins: at the middle of its dot. */
const inset = 4;

/** An S-shaped path across a channel of `width`, flat at both ends. */
export function curvePath(leftHeight: number, rightHeight: number, width: number): string {
  return between(inset, leftHeight, width - inset, rightHeight);
}

/**
 * The path of a link that joins several passages on both sides: all of the left gather in the middle of the
 * channel and part from there, so that n and m passages make n + m lines and not n times m.
 */
export function linkPath(
  leftHeights: readonly number[],
  rightHeights: readonly number[],
  width: number,
): string {
  if (leftHeights.length === 1 || rightHeights.length === 1) {
    return leftHeights
      .flatMap((left) => rightHeights.map((right) => curvePath(left, right, width)))
      .join('');
  }
  const all = [...leftHeights, ...rightHeights];
  const middle = all.reduce((sum, height) => sum + height, 0) / all.length;
  return [
    ...leftHeights.map((left) => between(inset, left, width / 2, middle)),
    ...rightHeights.map((right) => between(width / 2, middle, width - inset, right)),
  ].join('');
}

function between(x: number, y: number, otherX: number, otherY: number): string {
  const across = otherX - x;
  const rise = Math.abs(otherY - y);
  // Steep curves that are flat at their ends would all run down the middle: the steeper, the straighter.
  const flat = (across / 2) * Math.max(0.1, Math.min(1, (1.5 * across) / Math.max(1, rise)));
  return `M${x} ${y}C${round(x + flat)} ${y} ${round(otherX - flat)} ${otherY} ${otherX} ${otherY}`;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}

/** The share of the channel's width that the beginning of a curve to a far passage takes. */
const stubShare = 0.36;

/** The beginning of a curve to a passage that is out of sight: level, from its own edge a little way into the channel. */
export function stubPath(side: 'left' | 'right', height: number, width: number): string {
  const [from, to] =
    side === 'left' ? [inset, width * stubShare] : [width - inset, width * (1 - stubShare)];
  // By a hair not level: a line without any height has no box for a gradient to fill.
  return `M${from} ${height}L${round(to)} ${height + 0.01}`;
}

// The geometry of the curves between the panes. Heights are px from the top of the channel.

/** Where a passage stands in its pane's window: its top and bottom, possibly out of sight. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export interface End {
  /** The height at which the curve meets the pane's edge, kept inside the window. */
  readonly height: number;
  /** Whether the passage is above or below what the window shows. */
  readonly beyond: 'above' | 'below' | null;
}

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

/** An S-shaped path from the left edge to the right edge of a channel of `width`, flat at both ends. */
export function curvePath(leftHeight: number, rightHeight: number, width: number): string {
  const half = width / 2;
  return `M0 ${leftHeight} C${half} ${leftHeight} ${half} ${rightHeight} ${width} ${rightHeight}`;
}

const stubRise = 26;

/**
 * The beginning of a curve whose other end is out of sight: from its passage a little way into the channel,
 * bent the way it would go. Fifty of them can stand side by side where fifty whole curves are a tangle.
 */
export function stubPath(
  side: 'left' | 'right',
  height: number,
  towards: 'above' | 'below',
  width: number,
): string {
  const edge = side === 'left' ? 0 : width;
  const reach = side === 'left' ? width * 0.3 : width * 0.7;
  const tip = height + (towards === 'below' ? stubRise : -stubRise);
  return `M${edge} ${height} Q${reach} ${height} ${reach} ${tip}`;
}

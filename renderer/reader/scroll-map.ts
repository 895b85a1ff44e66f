// How far one pane stands when the other stands at a height: straight lines between the points that belong level.

/** Where the reader's eye is taken to rest: a third down the pane. */
export const readingLine = 1 / 3;

/** Two heights in px, one in each pane's content, that belong side by side. */
export interface LevelPoint {
  readonly from: number;
  readonly to: number;
}

/**
 * The height in the other pane that belongs to `height`. `points` rise on both sides; before the first and
 * after the last the two texts run at the same pace.
 */
export function mapHeight(points: readonly LevelPoint[], height: number): number {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) {
    return height;
  }
  if (height <= first.from) {
    return first.to + (height - first.from);
  }
  if (height >= last.from) {
    return last.to + (height - last.from);
  }
  const after = points.findIndex((point) => point.from >= height);
  const upper = points[after] ?? last;
  const lower = points[after - 1] ?? first;
  const share = upper.from === lower.from ? 0 : (height - lower.from) / (upper.from - lower.from);
  return lower.to + share * (upper.to - lower.to);
}

/** Moves `offset` towards zero by at most `step`: how a pane that stands askew slides back into line. */
export function shrink(offset: number, step: number): number {
  return Math.sign(offset) * Math.max(0, Math.abs(offset) - step);
}

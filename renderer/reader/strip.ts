// The strip beside a scroll bar: a text's stretches by how their sentences stand, drawn to the strip's height.
import type { StretchState } from '../../electron/alignment/review.ts';
import type { Extent } from './curves.ts';

export interface StateExtent extends Extent {
  readonly state: StretchState;
}

/** A part of the strip, in whole px from its top, end exclusive. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly state: StretchState;
}

/** Where two meet in one px, the one that wants the reader's eye more is seen. */
const urgency: Readonly<Record<StretchState, number>> = {
  doubtful: 3,
  unlinked: 2,
  suggested: 1,
  confirmed: 0,
};

/** A gap between two bands of one kind is closed up to this many px: the room between paragraphs. */
const closedGap = 3;

/**
 * The bands of a strip of `stripHeight` px for sentences that stand in `contentHeight` px of text. No more
 * bands than px, however long the text; a sentence that is less than one px is one.
 */
export function bandsOf(
  sentences: readonly StateExtent[],
  contentHeight: number,
  stripHeight: number,
): readonly Band[] {
  const scale = contentHeight > 0 ? stripHeight / contentHeight : 0;
  const rows: (StretchState | undefined)[] = new Array(Math.max(0, Math.floor(stripHeight)));
  for (const { top, bottom, state } of sentences) {
    const first = Math.min(Math.max(0, Math.floor(top * scale)), rows.length - 1);
    const last = Math.min(Math.max(first, Math.ceil(bottom * scale) - 1), rows.length - 1);
    for (let row = first; row <= last; row += 1) {
      const there = rows[row];
      if (there === undefined || urgency[state] > urgency[there]) {
        rows[row] = state;
      }
    }
  }
  const found: Band[] = [];
  for (const [row, state] of rows.entries()) {
    if (state === undefined) {
      continue;
    }
    const last = found.at(-1);
    if (last?.state === state && row - last.to <= closedGap) {
      found[found.length - 1] = { ...last, to: row + 1 };
    } else {
      found.push({ from: row, to: row + 1, state });
    }
  }
  return found;
}

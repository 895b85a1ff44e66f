// What a search finds in the texts of the panes, in the order that "next" goes through it.
import type { SegmentId } from '../../electron/corpus/document.ts';
import type { Match as FoundSpan } from '../../electron/search/find.ts';
import type { PaneNumber } from '../app/reader-state.ts';
import type { SegmentIndex } from '../reader/segment-index.ts';
import type { TextSpan } from '../reader/text-selection.ts';

export interface Match extends TextSpan {
  readonly pane: PaneNumber;
  /** The sentence that it begins in. */
  readonly segmentId: SegmentId;
  /** Whether it lies in front or back matter, which may be folded away. */
  readonly inMatter: boolean;
}

/** A place in one of the panes' texts. */
export interface ReadingPlace {
  readonly pane: PaneNumber;
  readonly offset: number;
}

/** The matches of the panes named, pane by pane and in reading order; `find` answers those of one pane's text in order. */
export function collectMatches(
  panes: readonly (SegmentIndex | null)[],
  shown: readonly PaneNumber[],
  find: (pane: PaneNumber) => readonly FoundSpan[],
): readonly Match[] {
  return shown.flatMap((pane) => {
    const index = panes[pane];
    if (!index) {
      return [];
    }
    const places = index.order.flatMap((id) => index.places.get(id) ?? []);
    let at = 0;
    return find(pane).flatMap(({ start, end }) => {
      while ((places[at]?.segment.endOffset ?? Number.POSITIVE_INFINITY) <= start) {
        at += 1;
      }
      const place = places[at];
      return place && place.segment.startOffset < end
        ? [
            {
              pane,
              documentId: index.document.summary.id,
              start,
              end,
              segmentId: place.segment.id,
              inMatter: place.paragraph.part !== 'body',
            },
          ]
        : [];
    });
  });
}

/** The number of the first match at or after a place, from the beginning again after the last; -1 for none. */
export function matchFrom(matches: readonly Match[], place: ReadingPlace): number {
  const found = matches.findIndex(
    ({ pane, end }) => pane > place.pane || (pane === place.pane && end > place.offset),
  );
  return found >= 0 || matches.length === 0 ? found : 0;
}

/**
 * The panes whose texts a search goes through: those that are on the page; where both hold the same text,
 * the active one alone.
 */
export function searchedPanes(
  panes: readonly (SegmentIndex | null)[],
  single: boolean,
  activePane: PaneNumber,
): readonly PaneNumber[] {
  const [left, right] = panes;
  const same = left?.document.summary.id === right?.document.summary.id;
  return single || same ? [activePane] : [0, 1];
}

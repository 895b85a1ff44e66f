// How a link stands with the reader: what the strips, the curves, the cards and the counts show.
import type { Link } from '../../electron/alignment/alignment.ts';
import { isDoubtful, type StretchState } from '../../electron/alignment/review.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import type { SegmentIndex } from '../reader/segment-index.ts';

export const standings = ['confirmed', 'suggested', 'doubtful', 'rejected'] as const;
/** `suggested`: not yet judged by the reader, but the machine is sure. `doubtful`: it is not. */
export type Standing = (typeof standings)[number];
/** How a link stands that is drawn: one that was not rejected. */
export type ShownStanding = Exclude<StretchState, 'unlinked'>;

export function standingOf(link: Link): Standing {
  return isDoubtful(link) ? 'doubtful' : link.status;
}

export interface LinkCounts {
  readonly confirmed: number;
  readonly suggested: number;
  readonly doubtful: number;
  readonly rejected: number;
  /** Of each pane's text, the sentences of its body that no link joins but doubtful ones. */
  readonly unlinked: readonly [number, number];
}

/** How many links stand how. `linksBySegment` holds those that were not rejected. */
export function countLinks(
  links: readonly Link[],
  linksBySegment: ReadonlyMap<SegmentId, readonly Link[]>,
  [left, right]: readonly [SegmentIndex, SegmentIndex],
): LinkCounts {
  const count = (standing: Standing) =>
    links.filter((link) => standingOf(link) === standing).length;
  const isAnswered = (id: SegmentId) =>
    linksBySegment.get(id)?.some((link) => !isDoubtful(link)) === true;
  const unlinked = (index: SegmentIndex) =>
    bodySentences(index).filter((id) => !isAnswered(id)).length;
  return {
    confirmed: count('confirmed'),
    suggested: count('suggested'),
    doubtful: count('doubtful'),
    rejected: count('rejected'),
    unlinked: [unlinked(left), unlinked(right)],
  };
}

/** The sentences of a text without what surrounds it, in reading order. */
export function bodySentences({ order, places }: SegmentIndex): readonly SegmentId[] {
  return order.filter((id) => places.get(id)?.paragraph.part === 'body');
}

// Counts of links, and of the sentences that they leave alone.
import type { SegmentId } from '../corpus/document.ts';
import type { AlignmentCounts, Link } from './alignment.ts';
import { isDoubtful } from './review.ts';

/**
 * Counts links; `bodies` are the sentences of either document's body. A doubtful link gives no sentence a counterpart: as
 * long as the reader has not confirmed it, nobody knows.
 */
export function countLinks(
  links: readonly Link[],
  bodies: readonly [readonly SegmentId[], readonly SegmentId[]],
): AlignmentCounts {
  const linked = new Set(
    links
      .filter((link) => link.status !== 'rejected' && !isDoubtful(link))
      .flatMap(({ sides }) => sides.flatMap(({ segmentIds }) => segmentIds)),
  );
  const count = (isOne: (link: Link) => boolean) => links.filter(isOne).length;
  const unlinked = (body: readonly SegmentId[]) => body.filter((id) => !linked.has(id)).length;
  return {
    links: links.length,
    confirmed: count(({ status }) => status === 'confirmed'),
    suggested: count(({ status }) => status === 'suggested'),
    rejected: count(({ status }) => status === 'rejected'),
    locked: count(({ locked }) => locked),
    unlinked: [unlinked(bodies[0]), unlinked(bodies[1])],
  };
}

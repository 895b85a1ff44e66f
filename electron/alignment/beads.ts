// The law of an alignment of translations: no sentence in two of its links.
import type { SegmentId } from '../corpus/document.ts';
import type { AlignmentHead, AlignmentId, Link } from './alignment.ts';

/** A sentence that two links of one `translation` have, rejected ones not counted; null where there is none. */
export function findOverlap(
  alignments: ReadonlyMap<AlignmentId, Pick<AlignmentHead, 'kind'>>,
  links: Iterable<Link>,
): SegmentId | null {
  const taken = new Map<AlignmentId, Set<SegmentId>>();
  for (const link of links) {
    if (link.status === 'rejected' || alignments.get(link.alignmentId)?.kind !== 'translation') {
      continue;
    }
    const known = taken.get(link.alignmentId) ?? new Set();
    taken.set(link.alignmentId, known);
    for (const id of link.sides.flatMap(({ segmentIds }) => segmentIds)) {
      if (known.has(id)) {
        return id;
      }
      known.add(id);
    }
  }
  return null;
}

// Meeting points: pairs of sentences that the reader set to stand level, kept for every pair of texts.
import { type DocumentId, documentOf, type SegmentId } from '../../electron/corpus/document.ts';

/** One sentence in each of two texts, in no order. */
export type MeetingPoint = readonly [SegmentId, SegmentId];

/** Whether a point belongs to two texts, whichever stands on the left. */
export function isBetween(point: MeetingPoint, left: DocumentId, right: DocumentId): boolean {
  const documents = point.map(documentOf);
  return left !== right && documents.includes(left) && documents.includes(right);
}

/**
 * The points with one more; with one less where the same two sentences met already. A sentence meets one
 * sentence of a text: an older point between the two texts that names either gives way.
 */
export function toggleMeetingPoint(
  points: readonly MeetingPoint[],
  point: MeetingPoint,
): { readonly points: [SegmentId, SegmentId][]; readonly isSet: boolean } {
  const [first, second] = point;
  const kept = (points as [SegmentId, SegmentId][]).filter(
    (other) =>
      !isBetween(other, documentOf(first), documentOf(second)) ||
      !(other.includes(first) || other.includes(second)),
  );
  const isSet = !points.some((other) => other.includes(first) && other.includes(second));
  return { points: isSet ? [...kept, [first, second]] : kept, isSet };
}

// Finds the sentences that a portable alignment names in a document as it is now: by id, by words, by place.
import {
  type DocumentText,
  type Segment,
  type SegmentId,
  segmentText,
} from '../corpus/document.ts';
import type { PortableSentence } from './portable.ts';

/** A corrected sentence is still the same with at least this share of its character pairs (Dice). */
const leastLikeness = 0.5;

/**
 * The sentences that now stand where each named one stood, by its id; one that is lost is left out. In this order: the
 * sentence of that id with the same words; one with the same words elsewhere; those that cover its words (it was parted,
 * or joined with others); the one of that id with similar words (it was corrected). Of several places the one that fits
 * what was found before it is taken.
 */
export function resolveSentences(
  sentences: readonly PortableSentence[],
  document: DocumentText,
): ReadonlyMap<string, readonly SegmentId[]> {
  const segments = document.paragraphs.flatMap((paragraph) => paragraph.segments);
  const byId = new Map<string, Segment>(segments.map((segment) => [segment.id, segment]));
  const byText = Map.groupBy(segments, (segment) => segmentText(document, segment));
  const resolved = new Map<string, readonly SegmentId[]>();
  const taken = new Set<SegmentId>();
  for (const { id, text } of sentences) {
    const segment = byId.get(id);
    if (segment !== undefined && segmentText(document, segment) === text) {
      resolved.set(id, [segment.id]);
      taken.add(segment.id);
    }
  }
  // Words may run over the end of a paragraph.
  const line = document.text.replaceAll('\n', ' ');
  // How far the text has moved at the sentence last found.
  let drift = 0;
  for (const { id, start, text } of [...sentences].sort((a, b) => a.start - b.start)) {
    const known = resolved.get(id)?.[0];
    const found =
      known === undefined
        ? (findAlike(byText.get(text) ?? [], start + drift, taken) ??
          findCovering(line, segments, text, start + drift) ??
          findSimilar(document, byId.get(id), text))
        : [byId.get(known)].filter((segment) => segment !== undefined);
    const [first] = found ?? [];
    if (found === undefined || first === undefined) {
      continue;
    }
    drift = first.startOffset - start;
    resolved.set(
      id,
      found.map((segment) => segment.id),
    );
    for (const segment of found) {
      taken.add(segment.id);
    }
  }
  return resolved;
}

/** Of sentences of the same words the free one that is nearest. */
function findAlike(
  alike: readonly Segment[],
  expectedStart: number,
  taken: ReadonlySet<SegmentId>,
): readonly Segment[] | undefined {
  let nearest: Segment | undefined;
  for (const segment of alike) {
    const distance = Math.abs(segment.startOffset - expectedStart);
    if (
      !taken.has(segment.id) &&
      (nearest === undefined || distance < Math.abs(nearest.startOffset - expectedStart))
    ) {
      nearest = segment;
    }
  }
  return nearest && [nearest];
}

/** The sentences on which the words lie, at the place that is nearest. */
function findCovering(
  whole: string,
  segments: readonly Segment[],
  text: string,
  expectedStart: number,
): readonly Segment[] | undefined {
  const places = [whole.lastIndexOf(text, expectedStart), whole.indexOf(text, expectedStart)]
    .filter((place) => place !== -1 && text !== '')
    .sort((a, b) => Math.abs(a - expectedStart) - Math.abs(b - expectedStart));
  const [place] = places;
  const covering =
    place === undefined
      ? []
      : segments.filter(
          ({ startOffset, endOffset }) => startOffset < place + text.length && endOffset > place,
        );
  return covering.length > 0 ? covering : undefined;
}

function findSimilar(
  document: DocumentText,
  segment: Segment | undefined,
  text: string,
): readonly Segment[] | undefined {
  return segment !== undefined && likeness(segmentText(document, segment), text) >= leastLikeness
    ? [segment]
    : undefined;
}

/** The share of pairs of neighbouring code units that two texts have in common: 0 to 1. */
function likeness(one: string, other: string): number {
  const pairs = new Map<string, number>();
  for (let at = 1; at < one.length; at += 1) {
    const pair = one.slice(at - 1, at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 1; at < other.length; at += 1) {
    const pair = other.slice(at - 1, at + 1);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      pairs.set(pair, left - 1);
      common += 1;
    }
  }
  const all = Math.max(0, one.length - 1) + Math.max(0, other.length - 1);
  return all === 0 ? Number(one === other) : (2 * common) / all;
}

// Where each sentence of a document stands: for moving by sentence, naming places, finding offsets.
import type {
  Paragraph,
  ReadingDocument,
  Segment,
  SegmentId,
} from '../../electron/corpus/document.ts';

export interface Place {
  readonly segment: Segment;
  readonly paragraph: Paragraph;
  /** 0-based among the document's segments, over all parts. */
  readonly ordinal: number;
}

export interface SegmentIndex {
  readonly document: ReadingDocument;
  readonly places: ReadonlyMap<SegmentId, Place>;
  readonly order: readonly SegmentId[];
}

export function indexSegments(document: ReadingDocument): SegmentIndex {
  const places = new Map<SegmentId, Place>();
  const order: SegmentId[] = [];
  for (const paragraph of document.paragraphs) {
    for (const segment of paragraph.segments) {
      places.set(segment.id, { segment, paragraph, ordinal: order.length });
      order.push(segment.id);
    }
  }
  return { document, places, order };
}

/** The text of a sentence; empty for one of another document. */
export function textOf(index: SegmentIndex, id: SegmentId): string {
  const place = index.places.get(id);
  return place ? index.document.text.slice(place.segment.startOffset, place.segment.endOffset) : '';
}

/** The visible sentences in reading order: body, and the other parts where they are shown. */
export function visibleOrder(index: SegmentIndex, matterShown: boolean): readonly SegmentId[] {
  return matterShown
    ? index.order
    : index.order.filter((id) => index.places.get(id)?.paragraph.part === 'body');
}

/** Sorts sentences of the document into reading order, without repeats. */
export function inReadingOrder(
  index: SegmentIndex,
  ids: Iterable<SegmentId>,
): readonly SegmentId[] {
  return [...new Set(ids)]
    .filter((id) => index.places.has(id))
    .sort((a, b) => (index.places.get(a)?.ordinal ?? 0) - (index.places.get(b)?.ordinal ?? 0));
}

/** The 1-based numbers of the paragraphs that sentences stand in, as a reader counts them: each part by itself. */
export function paragraphNumbers(
  index: SegmentIndex,
  ids: readonly SegmentId[],
): readonly number[] {
  const { paragraphs } = index.document;
  const touched = new Set(ids.map((id) => index.places.get(id)?.paragraph));
  return paragraphs
    .filter((paragraph) => touched.has(paragraph))
    .map(
      ({ part, index: at }) =>
        paragraphs.filter((other) => other.part === part && other.index <= at).length,
    );
}

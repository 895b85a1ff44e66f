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
  /** The 1-based number of each paragraph as a reader counts them: each part by itself. */
  readonly numbers: ReadonlyMap<Paragraph, number>;
}

export function indexSegments(document: ReadingDocument): SegmentIndex {
  const places = new Map<SegmentId, Place>();
  const order: SegmentId[] = [];
  const numbers = new Map<Paragraph, number>();
  const counted = { front: 0, body: 0, back: 0 };
  for (const paragraph of document.paragraphs) {
    counted[paragraph.part] += 1;
    numbers.set(paragraph, counted[paragraph.part]);
    for (const segment of paragraph.segments) {
      places.set(segment.id, { segment, paragraph, ordinal: order.length });
      order.push(segment.id);
    }
  }
  return { document, places, order, numbers };
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

/** The numbers of the paragraphs that sentences stand in, in reading order. */
export function paragraphNumbers(
  index: SegmentIndex,
  ids: readonly SegmentId[],
): readonly number[] {
  const touched = new Set(ids.map((id) => index.places.get(id)?.paragraph));
  return [...index.numbers].filter(([paragraph]) => touched.has(paragraph)).map(([, at]) => at);
}

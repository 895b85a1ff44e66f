// Links between passages of two documents, and the alignments that hold them.
import * as v from 'valibot';
import { type DocumentId, DocumentIdSchema, SegmentIdSchema } from '../corpus/document.ts';

export const AlignmentIdSchema = v.pipe(v.string(), v.uuid(), v.brand('AlignmentId'));
export type AlignmentId = v.InferOutput<typeof AlignmentIdSchema>;

export const LinkIdSchema = v.pipe(v.string(), v.uuid(), v.brand('LinkId'));
export type LinkId = v.InferOutput<typeof LinkIdSchema>;

export const linkStatuses = ['suggested', 'confirmed', 'rejected'] as const;
export type LinkStatus = (typeof linkStatuses)[number];

export const linkOrigins = ['reader', 'machine', 'import'] as const;
export type LinkOrigin = (typeof linkOrigins)[number];

export const LinkSideSchema = v.strictObject({
  documentId: DocumentIdSchema,
  /** At least one, in reading order, no repeats. */
  segmentIds: v.pipe(v.array(SegmentIdSchema), v.maxLength(1000), v.readonly()),
});
export type LinkSide = Readonly<v.InferOutput<typeof LinkSideSchema>>;

export const LinkSchema = v.strictObject({
  id: LinkIdSchema,
  alignmentId: AlignmentIdSchema,
  /** The two sides, in the order of the alignment's documents. */
  sides: v.pipe(v.tuple([LinkSideSchema, LinkSideSchema]), v.readonly()),
  status: v.picklist(linkStatuses),
  origin: v.picklist(linkOrigins),
  /** 0 to 1 for a machine's link, null for a reader's. */
  confidence: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** The reader's comment; empty for none. */
  comment: v.pipe(v.string(), v.maxLength(10_000)),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});
/** An n:m link between sentences of two documents. */
export type Link = Readonly<v.InferOutput<typeof LinkSchema>>;

/** One set of links between two documents. */
export interface Alignment {
  readonly id: AlignmentId;
  readonly documentIds: readonly [DocumentId, DocumentId];
  readonly origin: LinkOrigin;
  readonly links: readonly Link[];
}

/** The side of a link that lies in a document, or null. */
export function sideIn(link: Link, documentId: DocumentId): LinkSide | null {
  return link.sides.find((side) => side.documentId === documentId) ?? null;
}

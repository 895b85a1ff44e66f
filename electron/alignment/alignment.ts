// Links between passages of two documents, and the alignments that hold them.
import * as v from 'valibot';
import { type DocumentId, DocumentIdSchema, SegmentIdSchema } from '../corpus/document.ts';
import { storableTextOf } from '../storage/storable-text.ts';
import type { PhraseLink } from './phrase.ts';
import { ReasonSchema } from './reason.ts';

export const AlignmentIdSchema = v.pipe(v.string(), v.uuid(), v.brand('AlignmentId'));
export type AlignmentId = v.InferOutput<typeof AlignmentIdSchema>;

export const LinkIdSchema = v.pipe(v.string(), v.uuid(), v.brand('LinkId'));
export type LinkId = v.InferOutput<typeof LinkIdSchema>;

export const linkStatuses = ['suggested', 'confirmed', 'rejected'] as const;
export type LinkStatus = (typeof linkStatuses)[number];

export const linkOrigins = ['reader', 'machine', 'import'] as const;
export type LinkOrigin = (typeof linkOrigins)[number];

/**
 * - `translation`: the texts translate each other. A sentence is in at most one link that is not rejected; an edit that
 *   would break this fails. Links of the reader's may cross others; what a run adds never crosses its own.
 * - `subject`: the texts share a subject. Links stand free of each other and may share sentences.
 */
export const alignmentKinds = ['translation', 'subject'] as const;
export type AlignmentKind = (typeof alignmentKinds)[number];

export const LinkSideSchema = v.strictObject({
  documentId: DocumentIdSchema,
  /** At least one, in reading order, no repeats. */
  segmentIds: v.pipe(v.array(SegmentIdSchema), v.readonly()),
});
export type LinkSide = Readonly<v.InferOutput<typeof LinkSideSchema>>;

export const LinkSidesSchema = v.pipe(v.tuple([LinkSideSchema, LinkSideSchema]), v.readonly());

export const LinkSchema = v.strictObject({
  id: LinkIdSchema,
  alignmentId: AlignmentIdSchema,
  /** The two sides, in the order of the alignment's documents. */
  sides: LinkSidesSchema,
  /** `confirmed`: the reader agrees. `rejected`: the reader refuses, and no run proposes it again. */
  status: v.picklist(linkStatuses),
  origin: v.picklist(linkOrigins),
  /** 0 to 1 for a machine's link, null for a reader's. */
  confidence: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Why it was suggested; empty for none. */
  reasons: v.pipe(v.array(ReasonSchema), v.maxLength(20), v.readonly()),
  /** Whether it is kept from any change, by mistake or by a run, until it is unlocked; beside the status. */
  locked: v.boolean(),
  /** The reader's comment; empty for none. */
  comment: storableTextOf(10_000),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});
/** An n:m link between sentences of two documents. */
export type Link = Readonly<v.InferOutput<typeof LinkSchema>>;

/** Of an alignment's name, in UTF-16 code units. */
export const longestName = 200;

export const AlignmentHeadSchema = v.strictObject({
  id: AlignmentIdSchema,
  /** In the order of order.ts: the Vietnamese one first. */
  documentIds: v.pipe(v.tuple([DocumentIdSchema, DocumentIdSchema]), v.readonly()),
  /** The reader's name for it; empty for none. */
  name: storableTextOf(longestName),
  origin: v.picklist(linkOrigins),
  kind: v.picklist(alignmentKinds),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});
/** An alignment without what it holds. */
export type AlignmentHead = Readonly<v.InferOutput<typeof AlignmentHeadSchema>>;

/** One set of links between two documents; there may be several for one pair. */
export interface Alignment extends AlignmentHead {
  /** Oldest first. */
  readonly links: readonly Link[];
  /** Oldest first. */
  readonly phrases: readonly PhraseLink[];
}

/** How many links of each kind there are, and what they leave unlinked. */
export interface AlignmentCounts {
  readonly links: number;
  readonly confirmed: number;
  readonly suggested: number;
  readonly rejected: number;
  readonly locked: number;
  /** Sentences of the body that are in no link but rejected and doubtful ones, on each side. */
  readonly unlinked: readonly [number, number];
}

/** An alignment as a list of alignments shows it. */
export interface AlignmentSummary extends AlignmentHead {
  readonly counts: AlignmentCounts;
  readonly phraseCount: number;
  /** When it was last changed: ISO 8601, UTC. */
  readonly updatedAt: string;
  /** Whether `alignment.open` opens it where none is named. */
  readonly shown: boolean;
}

/** The side of a link that lies in a document, or null. */
export function sideIn(link: Link, documentId: DocumentId): LinkSide | null {
  return link.sides.find((side) => side.documentId === documentId) ?? null;
}

// Highlights and notes, anchored to spans of text and to links.
// Selectors are those of the W3C Web Annotation Data Model (TextQuoteSelector, TextPositionSelector).
import * as v from 'valibot';
import { LinkIdSchema } from '../alignment/alignment.ts';
import { DocumentIdSchema } from '../corpus/document.ts';
import { storableTextOf } from '../storage/storable-text.ts';

export const AnnotationIdSchema = v.pipe(v.string(), v.uuid(), v.brand('AnnotationId'));
export type AnnotationId = v.InferOutput<typeof AnnotationIdSchema>;

export const colours = ['yellow', 'green', 'blue', 'pink'] as const;
export type Colour = (typeof colours)[number];

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const SpanTargetSchema = v.strictObject({
  type: v.literal('span'),
  documentId: DocumentIdSchema,
  /** The exact words and up to 32 code units on either side. */
  quote: v.strictObject({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
  /** UTF-16 code units into the document's reading text, end exclusive. */
  position: v.strictObject({ start: offset, end: offset }),
});
export type SpanTarget = Readonly<v.InferOutput<typeof SpanTargetSchema>>;

export const LinkTargetSchema = v.strictObject({ type: v.literal('link'), linkId: LinkIdSchema });
export type LinkTarget = Readonly<v.InferOutput<typeof LinkTargetSchema>>;

export const TargetSchema = v.variant('type', [SpanTargetSchema, LinkTargetSchema]);
export type Target = SpanTarget | LinkTarget;

export const AnnotationSchema = v.strictObject({
  id: AnnotationIdSchema,
  /** At least one; a note on both sides has a span in each document. */
  targets: v.pipe(v.array(TargetSchema), v.maxLength(100), v.readonly()),
  /** The highlight's colour, or null where the span is not tinted. */
  colour: v.nullable(v.picklist(colours)),
  /** The note; empty for a bare highlight. */
  text: storableTextOf(100_000),
  tags: v.pipe(v.array(v.pipe(storableTextOf(100), v.minLength(1))), v.maxLength(50), v.readonly()),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  changedAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type Annotation = Readonly<v.InferOutput<typeof AnnotationSchema>>;

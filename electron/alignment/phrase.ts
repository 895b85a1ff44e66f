// Phrase links: words of one text that answer words of the other, within linked sentences or without.
import * as v from 'valibot';
import { SpanTargetSchema } from '../annotation/annotation.ts';
import { AlignmentIdSchema, linkOrigins } from './alignment.ts';

export const PhraseIdSchema = v.pipe(v.string(), v.uuid(), v.brand('PhraseId'));
export type PhraseId = v.InferOutput<typeof PhraseIdSchema>;

/** One span on each side, in the order of the alignment's documents; anchored as annotations are (`makeSpanTarget`). */
export const PhraseSpansSchema = v.pipe(
  v.tuple([SpanTargetSchema, SpanTargetSchema]),
  v.readonly(),
);
export type PhraseSpans = Readonly<v.InferOutput<typeof PhraseSpansSchema>>;

export const PhraseLinkSchema = v.strictObject({
  id: PhraseIdSchema,
  alignmentId: AlignmentIdSchema,
  spans: PhraseSpansSchema,
  origin: v.picklist(linkOrigins),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});
/** Two spans, one of each text, that answer each other. */
export type PhraseLink = Readonly<v.InferOutput<typeof PhraseLinkSchema>>;

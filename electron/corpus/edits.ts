// The edits that a document's sentences can undergo at the reader's hand. Its source file stays as it was received.
import * as v from 'valibot';
import { storableTextOf } from '../storage/storable-text.ts';
import { SegmentIdSchema } from './document.ts';

/**
 * Parts a sentence. The first half keeps the id, the second gets one of its own (`telegram-1948/12.1`); both belong to
 * every link that the sentence was in.
 */
export const SegmentSplitSchema = v.strictObject({
  type: v.literal('segment.split'),
  segmentId: SegmentIdSchema,
  /** UTF-16 code units into the sentence's text; white space round it belongs to neither half. */
  at: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/**
 * Joins a sentence with the next one of its paragraph, under the first one's id. Where the two were in different links of
 * an alignment of the kind `translation`, these become one link.
 */
export const SegmentMergeSchema = v.strictObject({
  type: v.literal('segment.merge'),
  segmentId: SegmentIdSchema,
});

/** Puts other words in a sentence's place. Links, notes, highlights and phrase links stay on it. */
export const SegmentCorrectSchema = v.strictObject({
  type: v.literal('segment.correct'),
  segmentId: SegmentIdSchema,
  /** One line; white space at its ends is dropped. */
  text: storableTextOf(20_000),
});

export const SegmentEditSchema = v.variant('type', [
  SegmentSplitSchema,
  SegmentMergeSchema,
  SegmentCorrectSchema,
]);
export type SegmentEdit = Readonly<v.InferOutput<typeof SegmentEditSchema>>;

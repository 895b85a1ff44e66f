// Named snapshots: what an alignment held at a time, to compare with and to go back to.
import * as v from 'valibot';
import { storableTextOf } from '../storage/storable-text.ts';
import { AlignmentIdSchema } from './alignment.ts';

export const SnapshotIdSchema = v.pipe(v.string(), v.uuid(), v.brand('SnapshotId'));
export type SnapshotId = v.InferOutput<typeof SnapshotIdSchema>;

export const SnapshotHeadSchema = v.strictObject({
  id: SnapshotIdSchema,
  alignmentId: AlignmentIdSchema,
  name: v.pipe(storableTextOf(200), v.minLength(1)),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});
/** A snapshot without what it holds. */
export type SnapshotHead = Readonly<v.InferOutput<typeof SnapshotHeadSchema>>;

export const KeptSnapshotSchema = v.strictObject({
  ...SnapshotHeadSchema.entries,
  /** A portable alignment (portable.ts) as JSON: it names sentences by their words, so that it outlives their ids. */
  content: v.string(),
});
/** A snapshot with what it holds. */
export type KeptSnapshot = Readonly<v.InferOutput<typeof KeptSnapshotSchema>>;

/** A snapshot as a list shows it. */
export interface SnapshotSummary extends SnapshotHead {
  readonly linkCount: number;
}

export const VersionSchema = v.variant('type', [
  v.strictObject({ type: v.literal('alignment'), alignmentId: AlignmentIdSchema }),
  v.strictObject({ type: v.literal('snapshot'), snapshotId: SnapshotIdSchema }),
]);
/** What can be compared: an alignment as it is now, or a snapshot. */
export type Version = Readonly<v.InferOutput<typeof VersionSchema>>;

// The edits that alignments, their links, phrase links and snapshots can undergo.
import * as v from 'valibot';
import { AlignmentHeadSchema, AlignmentIdSchema, LinkIdSchema, LinkSchema } from './alignment.ts';
import { PhraseIdSchema, PhraseLinkSchema } from './phrase.ts';
import { KeptSnapshotSchema, SnapshotHeadSchema, SnapshotIdSchema } from './snapshot.ts';

export const LinkAddSchema = v.strictObject({ type: v.literal('link.add'), link: LinkSchema });

export const LinkRemoveSchema = v.strictObject({
  type: v.literal('link.remove'),
  linkId: LinkIdSchema,
});

/** A locked link takes one change: `locked: false`, alone. */
export const LinkChangeSchema = v.strictObject({
  type: v.literal('link.change'),
  linkId: LinkIdSchema,
  changes: v.strictObject({
    sides: v.exactOptional(LinkSchema.entries.sides),
    status: v.exactOptional(LinkSchema.entries.status),
    origin: v.exactOptional(LinkSchema.entries.origin),
    confidence: v.exactOptional(LinkSchema.entries.confidence),
    reasons: v.exactOptional(LinkSchema.entries.reasons),
    locked: v.exactOptional(LinkSchema.entries.locked),
    comment: v.exactOptional(LinkSchema.entries.comment),
  }),
});

export const LinkEditSchema = v.variant('type', [
  LinkAddSchema,
  LinkRemoveSchema,
  LinkChangeSchema,
]);
export type LinkEdit = Readonly<v.InferOutput<typeof LinkEditSchema>>;

export const PhraseAddSchema = v.strictObject({
  type: v.literal('phrase.add'),
  phrase: PhraseLinkSchema,
});

export const PhraseRemoveSchema = v.strictObject({
  type: v.literal('phrase.remove'),
  phraseId: PhraseIdSchema,
});

export const PhraseChangeSchema = v.strictObject({
  type: v.literal('phrase.change'),
  phraseId: PhraseIdSchema,
  changes: v.strictObject({ spans: v.exactOptional(PhraseLinkSchema.entries.spans) }),
});

export const PhraseEditSchema = v.variant('type', [
  PhraseAddSchema,
  PhraseRemoveSchema,
  PhraseChangeSchema,
]);
export type PhraseEdit = Readonly<v.InferOutput<typeof PhraseEditSchema>>;

export const AlignmentAddSchema = v.strictObject({
  type: v.literal('alignment.add'),
  alignment: AlignmentHeadSchema,
  /** Begins with everything that this alignment of the same two documents holds, under new ids. */
  copyOf: v.exactOptional(AlignmentIdSchema),
});

export const AlignmentChangeSchema = v.strictObject({
  type: v.literal('alignment.change'),
  alignmentId: AlignmentIdSchema,
  changes: v.strictObject({
    name: v.exactOptional(AlignmentHeadSchema.entries.name),
    kind: v.exactOptional(AlignmentHeadSchema.entries.kind),
  }),
});

/** Removes an alignment with all that it holds; not the last of a pair, and none with locked links. */
export const AlignmentRemoveSchema = v.strictObject({
  type: v.literal('alignment.remove'),
  alignmentId: AlignmentIdSchema,
});

/** Keeps what the alignment holds at this moment. */
export const SnapshotAddSchema = v.strictObject({
  type: v.literal('snapshot.add'),
  snapshot: SnapshotHeadSchema,
});

export const SnapshotRemoveSchema = v.strictObject({
  type: v.literal('snapshot.remove'),
  snapshotId: SnapshotIdSchema,
});

/** What `snapshot.add` comes to: made by the core, never sent by the page. */
export const SnapshotKeepSchema = v.strictObject({
  type: v.literal('snapshot.keep'),
  snapshot: KeptSnapshotSchema,
});

export const SnapshotStepSchema = v.variant('type', [SnapshotKeepSchema, SnapshotRemoveSchema]);
export type SnapshotStepEdit = Readonly<v.InferOutput<typeof SnapshotStepSchema>>;

/** An alignment's edits as they are carried out: it begins empty, and is emptied before it goes. */
export const AlignmentStepSchema = v.variant('type', [
  v.strictObject({ type: v.literal('alignment.add'), alignment: AlignmentHeadSchema }),
  AlignmentChangeSchema,
  AlignmentRemoveSchema,
]);
export type AlignmentStepEdit = Readonly<v.InferOutput<typeof AlignmentStepSchema>>;

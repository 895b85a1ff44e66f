// Every kind of edit that can be asked of the history.
import * as v from 'valibot';
import {
  AlignmentAddSchema,
  AlignmentChangeSchema,
  AlignmentRemoveSchema,
  LinkAddSchema,
  LinkChangeSchema,
  LinkRemoveSchema,
  PhraseAddSchema,
  PhraseChangeSchema,
  PhraseRemoveSchema,
  SnapshotAddSchema,
  SnapshotRemoveSchema,
} from '../alignment/edits.ts';
import {
  AnnotationAddSchema,
  AnnotationChangeSchema,
  AnnotationRemoveSchema,
} from '../annotation/edits.ts';
import { SegmentCorrectSchema, SegmentMergeSchema, SegmentSplitSchema } from '../corpus/edits.ts';

export const EditSchema = v.variant('type', [
  LinkAddSchema,
  LinkRemoveSchema,
  LinkChangeSchema,
  PhraseAddSchema,
  PhraseRemoveSchema,
  PhraseChangeSchema,
  AlignmentAddSchema,
  AlignmentChangeSchema,
  AlignmentRemoveSchema,
  SnapshotAddSchema,
  SnapshotRemoveSchema,
  AnnotationAddSchema,
  AnnotationRemoveSchema,
  AnnotationChangeSchema,
  SegmentSplitSchema,
  SegmentMergeSchema,
  SegmentCorrectSchema,
]);
/** A change that the page asks for. */
export type Edit = Readonly<v.InferOutput<typeof EditSchema>>;

/** What the reader did, for the words "Undo: ..."; each has its words under `history.labels` in the locale files. */
export const editLabels = [
  'link',
  'unlink',
  'change-link',
  'comment-link',
  'confirm-link',
  'confirm-links',
  'reject-link',
  'suggest-link',
  'lock-link',
  'unlock-link',
  'add-sentence',
  'take-sentence-out',
  'move-boundary',
  'merge-links',
  'split-link',
  'link-phrases',
  'unlink-phrases',
  'change-phrases',
  'run-aligner',
  'take-suggestions',
  'add-alignment',
  'rename-alignment',
  'change-alignment',
  'remove-alignment',
  'import-alignment',
  'add-snapshot',
  'remove-snapshot',
  'restore-snapshot',
  'split-sentence',
  'merge-sentences',
  'correct-sentence',
  'highlight',
  'change-highlight',
  'remove-highlight',
  'add-note',
  'change-note',
  'remove-note',
] as const;
export type EditLabel = (typeof editLabels)[number];

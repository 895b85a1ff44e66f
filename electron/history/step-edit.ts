// The edits that are carried out, recorded and taken back one by one; what the page asks for comes to these.
import * as v from 'valibot';
import {
  AlignmentStepSchema,
  LinkAddSchema,
  LinkChangeSchema,
  LinkRemoveSchema,
  PhraseAddSchema,
  PhraseChangeSchema,
  PhraseRemoveSchema,
  SnapshotKeepSchema,
  SnapshotRemoveSchema,
} from '../alignment/edits.ts';
import {
  AnnotationAddSchema,
  AnnotationChangeSchema,
  AnnotationRemoveSchema,
} from '../annotation/edits.ts';
import { DocumentChangeSchema } from './document-change.ts';

export const StepEditSchema = v.variant('type', [
  LinkAddSchema,
  LinkRemoveSchema,
  LinkChangeSchema,
  PhraseAddSchema,
  PhraseRemoveSchema,
  PhraseChangeSchema,
  ...AlignmentStepSchema.options,
  SnapshotKeepSchema,
  SnapshotRemoveSchema,
  AnnotationAddSchema,
  AnnotationRemoveSchema,
  AnnotationChangeSchema,
  DocumentChangeSchema,
]);
/** An edit with an exact inverse of the same kind. */
export type StepEdit = Readonly<v.InferOutput<typeof StepEditSchema>>;

// Every kind of edit that the history can apply, undo and redo.
import * as v from 'valibot';
import { LinkEditSchema } from '../alignment/edits.ts';
import { AnnotationEditSchema } from '../annotation/edits.ts';

export const EditSchema = v.union([LinkEditSchema, AnnotationEditSchema]);
export type Edit = Readonly<v.InferOutput<typeof EditSchema>>;

/** What the reader did, for the words "Undo: ..."; each has its words under `history.labels` in the locale files. */
export const editLabels = [
  'link',
  'unlink',
  'change-link',
  'comment-link',
  'confirm-link',
  'reject-link',
  'suggest-link',
  'highlight',
  'change-highlight',
  'remove-highlight',
  'add-note',
  'change-note',
  'remove-note',
] as const;
export type EditLabel = (typeof editLabels)[number];

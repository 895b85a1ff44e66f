// The edits that highlights and notes can undergo.
import * as v from 'valibot';
import { AnnotationIdSchema, AnnotationSchema } from './annotation.ts';

export const AnnotationAddSchema = v.strictObject({
  type: v.literal('annotation.add'),
  annotation: AnnotationSchema,
});

export const AnnotationRemoveSchema = v.strictObject({
  type: v.literal('annotation.remove'),
  annotationId: AnnotationIdSchema,
});

export const AnnotationChangeSchema = v.strictObject({
  type: v.literal('annotation.change'),
  annotationId: AnnotationIdSchema,
  changes: v.strictObject({
    targets: v.exactOptional(AnnotationSchema.entries.targets),
    colour: v.exactOptional(AnnotationSchema.entries.colour),
    text: v.exactOptional(AnnotationSchema.entries.text),
    tags: v.exactOptional(AnnotationSchema.entries.tags),
    changedAt: v.exactOptional(AnnotationSchema.entries.changedAt),
  }),
});

export const AnnotationEditSchema = v.variant('type', [
  AnnotationAddSchema,
  AnnotationRemoveSchema,
  AnnotationChangeSchema,
]);
export type AnnotationEdit = Readonly<v.InferOutput<typeof AnnotationEditSchema>>;

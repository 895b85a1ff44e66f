// The messages between the core and the translator's process, and their check at either border: what comes out of
// another process is not trusted to have the right shape.
import * as v from 'valibot';
import { LanguageSchema } from '../../corpus/document.ts';

const RequestIdSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const ModelFilesSchema = v.strictObject({
  /** An absolute path. */
  folder: v.pipe(v.string(), v.minLength(1)),
  /** Another one than before: the folder's files are others now, and are read anew. */
  version: v.string(),
});
export type ModelFiles = Readonly<v.InferOutput<typeof ModelFilesSchema>>;

const ToTranslatorSchema = v.variant('type', [
  /** Translate texts with a model; others in memory than those named are let go first. */
  v.strictObject({
    type: v.literal('translate'),
    requestId: RequestIdSchema,
    ...ModelFilesSchema.entries,
    /** A model of the other direction that chooses among the translations found; null for the search's own choice. */
    channel: v.nullable(ModelFilesSchema),
    from: LanguageSchema,
    to: LanguageSchema,
    texts: v.array(v.string()),
  }),
  /** Stop a request between two tokens; what is finished of it is kept. */
  v.strictObject({ type: v.literal('cancel'), requestId: RequestIdSchema }),
  /** Let go of the models in memory, so that their files can be moved or removed. */
  v.strictObject({ type: v.literal('unload'), requestId: RequestIdSchema }),
]);

const TextResultSchema = v.union([
  v.strictObject({
    /** Which of the request's texts. */
    index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    text: v.string(),
    /** The text was longer than the model is good at and was translated in several pieces. */
    split: v.boolean(),
  }),
  v.strictObject({
    index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** Why this text alone could not be translated. */
    failure: v.string(),
  }),
]);

const FromTranslatorSchema = v.variant('type', [
  /** Some of a request's texts; there may be several such messages, in no order. */
  v.strictObject({
    type: v.literal('translated'),
    requestId: RequestIdSchema,
    results: v.array(TextResultSchema),
  }),
  v.strictObject({
    type: v.literal('finished'),
    requestId: RequestIdSchema,
    outcome: v.picklist(['done', 'cancelled']),
  }),
  /** The model could not be loaded, so nothing of the request was done. */
  v.strictObject({ type: v.literal('refused'), requestId: RequestIdSchema, detail: v.string() }),
  /** A sign of life during long work. */
  v.strictObject({ type: v.literal('working') }),
  /** Something tried to reach the network and was not let. */
  v.strictObject({ type: v.literal('network-refused'), address: v.string() }),
]);

/** Core to translator. */
export type ToTranslator = v.InferOutput<typeof ToTranslatorSchema>;
export type TranslateRequest = Extract<ToTranslator, { type: 'translate' }>;

/** Translator to core. */
export type FromTranslator = v.InferOutput<typeof FromTranslatorSchema>;
export type TextResult = v.InferOutput<typeof TextResultSchema>;

/** The message, or null where it is none. */
export function readToTranslator(value: unknown): ToTranslator | null {
  const checked = v.safeParse(ToTranslatorSchema, value);
  return checked.success ? checked.output : null;
}

/** The message, or null where it is none. */
export function readFromTranslator(value: unknown): FromTranslator | null {
  const checked = v.safeParse(FromTranslatorSchema, value);
  return checked.success ? checked.output : null;
}

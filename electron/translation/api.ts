// Calls and events of translation. A job is a list of sentences of one document; its results come as events.
import * as v from 'valibot';
import { call } from '../contract/call.ts';
import type { Failure } from '../contract/result.ts';
import {
  type DocumentId,
  DocumentIdSchema,
  LanguageSchema,
  SegmentIdSchema,
} from '../corpus/document.ts';
import { catalogueCalls, type DownloadEvents } from './catalogue/api.ts';
import {
  type JobId,
  JobIdSchema,
  type ListedModel,
  ModelIdSchema,
  type ModelSummary,
  type Translation,
} from './model.ts';

export interface TranslationProgress {
  readonly jobId: JobId;
  readonly documentId: DocumentId;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Sentences that have a translation. In a job that is done, those beyond could not be translated. */
  readonly doneCount: number;
  readonly totalCount: number;
  /** Why the job failed, or the last of its sentences that did; or null. */
  readonly failure: Failure | null;
}

export interface TranslationEvents extends DownloadEvents {
  readonly 'translation.progress': TranslationProgress;
  readonly 'translation.translated': {
    readonly documentId: DocumentId;
    readonly translations: readonly Translation[];
  };
}

export const translationCalls = {
  'translation.listModels': call<readonly ListedModel[]>()(v.strictObject({})),
  /**
   * Adds a model from a folder or an archive; the original stays. A shell with a dialog asks for it and takes null alone
   * (`choosing-required`); one without takes a path alone (`choosing-unavailable`).
   */
  'translation.addModel': call<ModelSummary>()(
    v.strictObject({ path: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(4096))) }),
  ),
  /** Removes a model that the reader added; what it translated is kept. */
  'translation.removeModel': call<null>()(v.strictObject({ modelId: ModelIdSchema })),
  /** Makes a model the one that translates in a direction where none is named. What others have made stays. */
  'translation.useModel': call<null>()(
    v.strictObject({ modelId: ModelIdSchema, from: LanguageSchema, to: LanguageSchema }),
  ),
  /** What the models that are installed have made of a document so far; of one sentence, the newest first; not what an older edition of the translator made. */
  'translation.list': call<readonly Translation[]>()(
    v.strictObject({ documentId: DocumentIdSchema, to: LanguageSchema }),
  ),
  /** Begins a job over sentences in the order given; sentences that are known answer at once. Null: the model in use. */
  'translation.start': call<TranslationProgress>()(
    v.strictObject({
      documentId: DocumentIdSchema,
      segmentIds: v.pipe(v.array(SegmentIdSchema), v.minLength(1), v.maxLength(100_000)),
      to: LanguageSchema,
      modelId: v.nullable(ModelIdSchema),
    }),
  ),
  /** The jobs that run, oldest first: for a page that opens while they do. */
  'translation.listJobs': call<readonly TranslationProgress[]>()(v.strictObject({})),
  /** Moves sentences of a running job to its front: what is in view. */
  'translation.prioritise': call<null>()(
    v.strictObject({ jobId: JobIdSchema, segmentIds: v.array(SegmentIdSchema) }),
  ),
  'translation.cancel': call<null>()(v.strictObject({ jobId: JobIdSchema })),
  ...catalogueCalls,
} as const;

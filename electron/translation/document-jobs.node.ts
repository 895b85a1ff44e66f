// Jobs over a document's sentences: what is known answers at once, the rest as it is made, told by events.
import type { Emit } from '../contract/contract.ts';
import { type Failure, fail, type Result, succeed } from '../contract/result.ts';
import type { DocumentId, Language, SegmentId } from '../corpus/document.ts';
import { segmentsOf } from '../corpus/store.node.ts';
import type { Database } from '../storage/database.node.ts';
import type { TranslationProgress } from './api.ts';
import type { JobRunner } from './job-runner.node.ts';
import { findKnown, sentenceOf } from './known-sentences.node.ts';
import type { JobId, Translation } from './model.ts';
import type { InstalledModel } from './models.node.ts';
import type { StoredTranslation } from './store.node.ts';

export interface DocumentOrder {
  readonly documentId: DocumentId;
  /** In the order of need, each once. */
  readonly segments: readonly { readonly id: SegmentId; readonly text: string }[];
  readonly model: InstalledModel;
  readonly from: Language;
  readonly to: Language;
}

export interface DocumentJobs {
  start(order: DocumentOrder): TranslationProgress;
  /** How far the jobs that run are, oldest first. */
  running(): readonly TranslationProgress[];
  /** Moves sentences that still wait to the job's front, in this order. */
  prioritise(jobId: JobId, segmentIds: readonly SegmentId[]): Result<null>;
  cancel(jobId: JobId): Result<null>;
}

interface OpenJob {
  readonly keys: ReadonlyMap<SegmentId, string>;
  progress: TranslationProgress;
}

/** As the page sees it: with the names that the model has now. */
export function translationOf(
  stored: StoredTranslation,
  segmentId: SegmentId,
  model: InstalledModel,
): Translation {
  const { id, name } = model.summary;
  const { to, text, fingerprint, split, madeAt } = stored;
  return { segmentId, to, text, modelId: id, modelName: name, fingerprint, split, madeAt };
}

/** Jobs live in memory: they end with the program, and what they made until then is known the next time. */
export function createDocumentJobs(
  database: Database,
  runner: JobRunner,
  emit: Emit,
): DocumentJobs {
  const jobs = new Map<JobId, OpenJob>();

  function start({ documentId, segments, model, from, to }: DocumentOrder): TranslationProgress {
    const jobId = crypto.randomUUID() as JobId; // a UUID is what the schema asks for
    const wanted = segments.map(({ id, text }) => ({ id, sentence: sentenceOf(text) }));
    const idsByKey = Map.groupBy(wanted, ({ sentence }) => sentence.key);
    const sentences = [...new Map(wanted.map(({ sentence }) => [sentence.key, sentence])).values()];
    const job: OpenJob = {
      keys: new Map(wanted.map(({ id, sentence }) => [id, sentence.key])),
      progress: {
        jobId,
        documentId,
        state: 'running',
        doneCount: 0,
        totalCount: wanted.length,
        failure: null,
      },
    };
    const change = (changed: Partial<TranslationProgress>): void => {
      job.progress = { ...job.progress, ...changed };
      emit('translation.progress', job.progress);
    };
    const publish = (made: readonly StoredTranslation[]): void => {
      const answers = made.flatMap((stored) =>
        (idsByKey.get(stored.sourceHash) ?? []).map(({ id }) => ({ id, stored })),
      );
      // A sentence that the reader has corrected meanwhile is not told what its old words mean.
      const ids = answers.map(({ id }) => id);
      const keysNow = new Map(
        segmentsOf(database.read, ids).map(({ id, text }) => [id, sentenceOf(text).key]),
      );
      const translations = answers
        .filter(({ id, stored }) => keysNow.get(id) === stored.sourceHash)
        .map(({ id, stored }) => translationOf(stored, id, model));
      if (translations.length > 0) {
        emit('translation.translated', { documentId, translations });
      }
      change({ doneCount: job.progress.doneCount + answers.length });
    };
    const known = findKnown(database.read, sentences, model, from, to);
    const unknown = sentences.filter(({ key }) => !known.has(key));
    publish([...known.values()]);
    if (unknown.length === 0) {
      change({ state: 'done' });
      return job.progress;
    }
    let lastFailure: Failure | null = null;
    jobs.set(jobId, job);
    runner.start({
      jobId,
      model,
      from,
      to,
      sentences: unknown,
      onMade: publish,
      onSentenceFailed: (_key, failure) => {
        lastFailure = failure;
      },
      onEnd: (failure) => {
        jobs.delete(jobId);
        change({ state: failure === null ? 'done' : 'failed', failure: failure ?? lastFailure });
      },
    });
    return job.progress;
  }

  return {
    start,
    running: () => [...jobs.values()].map(({ progress }) => progress),
    prioritise: (jobId, segmentIds) => {
      const job = jobs.get(jobId);
      if (job === undefined) {
        return fail('job-not-found', {});
      }
      runner.prioritise(
        jobId,
        segmentIds.flatMap((id) => job.keys.get(id) ?? []),
      );
      return succeed(null);
    },
    cancel: (jobId) => {
      const job = jobs.get(jobId);
      if (job === undefined) {
        return fail('job-not-found', {});
      }
      jobs.delete(jobId);
      runner.cancel(jobId);
      emit('translation.progress', { ...job.progress, state: 'cancelled' });
      return succeed(null);
    },
  };
}

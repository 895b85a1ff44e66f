// Runs jobs: takes batches off the queue, has them translated, keeps what comes of it, and tells the jobs.
import { dirname } from 'node:path';
import { assertNever, type Failure } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import type { Database } from '../storage/database.node.ts';
import { storageFailure } from '../storage/errors.node.ts';
import { engineEdition } from './engine/edition.ts';
import type { TextResult } from './engine/messages.ts';
import { type InstalledModel, writeIfAllowed } from './models.node.ts';
import { type Batch, createQueue, type Sentence } from './queue.ts';
import { addTranslations, type StoredTranslation } from './store.node.ts';
import type { RequestOutcome, RunningRequest, TranslatorClient } from './translator-client.node.ts';

export interface RunnerJob {
  readonly jobId: string;
  readonly model: InstalledModel;
  readonly from: Language;
  readonly to: Language;
  /** In the order of need; the key of each is the hash of its text. */
  readonly sentences: readonly Sentence[];
  /** Told of translations as they are made and kept. */
  readonly onMade: (made: readonly StoredTranslation[]) => void;
  /** Told of a sentence that could not be translated. */
  readonly onSentenceFailed: (key: string, failure: Failure) => void;
  /** Told once, unless the job is cancelled: null when every sentence is done with. */
  readonly onEnd: (failure: Failure | null) => void;
}

export interface JobRunner {
  start(job: RunnerJob): void;
  prioritise(jobId: string, keys: readonly string[]): void;
  /** Forgets a job; what is made stays. */
  cancel(jobId: string): void;
  /** Ends every job of a model that is going away. */
  endModel(folder: string, failure: Failure): void;
  /** Ends every job and starts nothing more. */
  close(): void;
}

export interface RunnerContext {
  readonly database: Database;
  readonly client: TranslatorClient;
  readonly log: (message: string) => void;
}

/** After so many deaths of the translator with nothing done in between it is no use to start another. */
const hopelessCrashes = 10;

/**
 * Runs one batch at a time, for as long as a job waits. What is made is stored before its jobs are told; where the
 * workspace may only be read it is told without being stored.
 */
export function createJobRunner({ database, client, log }: RunnerContext): JobRunner {
  const queue = createQueue();
  const jobs = new Map<string, RunnerJob>();
  let current: { readonly batch: Batch; readonly request: RunningRequest } | null = null;
  let crashesInARow = 0;
  let closed = false;

  const laneOf = (job: RunnerJob) =>
    [
      job.model.summary.fingerprint,
      job.model.folder,
      job.model.channel?.version ?? '',
      job.from,
      job.to,
    ].join('\n');

  function endJob(job: RunnerJob, failure: Failure | null): void {
    queue.remove(job.jobId);
    jobs.delete(job.jobId);
    job.onEnd(failure);
  }

  function endJobs(failure: Failure, concerned: (job: RunnerJob) => boolean): void {
    for (const job of [...jobs.values()].filter(concerned)) {
      endJob(job, failure);
    }
  }

  function endFinishedJobs(): void {
    for (const job of [...jobs.values()]) {
      if (queue.waitingCount(job.jobId) === 0) {
        endJob(job, null);
      }
    }
  }

  function failSentences(lane: string, keys: readonly string[], failure: Failure): void {
    for (const key of keys) {
      for (const jobId of queue.settle(lane, key)) {
        jobs.get(jobId)?.onSentenceFailed(key, failure);
      }
    }
  }

  function keep(lane: string, made: readonly StoredTranslation[]): void {
    writeIfAllowed(database, (db) => addTranslations(db, made));
    const madeFor = new Map<string, StoredTranslation[]>();
    for (const translation of made) {
      for (const jobId of queue.settle(lane, translation.sourceHash)) {
        madeFor.set(jobId, [...(madeFor.get(jobId) ?? []), translation]);
      }
    }
    for (const [jobId, translations] of madeFor) {
      jobs.get(jobId)?.onMade(translations);
    }
  }

  function take(
    job: RunnerJob,
    { lane, sentences }: Batch,
    unfinished: Set<string>,
    results: readonly TextResult[],
  ): void {
    crashesInARow = 0;
    const madeAt = new Date().toISOString();
    const { fingerprint, id, name } = job.model.summary;
    const made: StoredTranslation[] = [];
    for (const result of results) {
      const sentence = sentences[result.index];
      if (sentence === undefined || !unfinished.delete(sentence.key)) {
        continue; // an answer to nothing that was asked
      }
      if ('failure' in result) {
        const params = { detail: result.failure };
        failSentences(lane, [sentence.key], { code: 'translation-failed', params });
        continue;
      }
      made.push({
        sourceHash: sentence.key,
        from: job.from,
        to: job.to,
        fingerprint,
        engine: engineEdition,
        text: result.text,
        split: result.split,
        modelId: id,
        modelName: name,
        madeAt,
      });
    }
    try {
      keep(lane, made);
    } catch (error) {
      const failure = storageFailure(error, dirname(database.file));
      log(`translations could not be kept: ${error instanceof Error ? error.stack : error}`);
      endJobs(failure ?? { code: 'internal', params: {} }, () => true);
    }
    endFinishedJobs();
  }

  function conclude(
    job: RunnerJob,
    batch: Batch,
    unfinished: ReadonlySet<string>,
    outcome: RequestOutcome,
  ): void {
    switch (outcome.kind) {
      case 'cancelled':
        return; // what is still wanted waits on
      case 'done': {
        const detail = 'no answer';
        failSentences(batch.lane, [...unfinished], {
          code: 'translation-failed',
          params: { detail },
        });
        break;
      }
      case 'refused': {
        const params = { model: job.model.summary.id, detail: outcome.detail };
        endJobs(
          { code: 'model-unloadable', params },
          ({ model }) => model.folder === job.model.folder,
        );
        return;
      }
      case 'crashed': {
        crashesInARow += 1;
        if (crashesInARow >= hopelessCrashes) {
          crashesInARow = 0;
          endJobs({ code: 'translator-stopped', params: {} }, () => true);
          return;
        }
        const fatal = queue.crash(batch, [...unfinished]);
        const params = { detail: outcome.detail };
        failSentences(batch.lane, fatal, { code: 'translation-failed', params });
        break;
      }
      default:
        assertNever(outcome);
    }
    endFinishedJobs();
  }

  async function runBatch(batch: Batch): Promise<void> {
    const { lane, sentences } = batch;
    const job = [...jobs.values()].find((one) => laneOf(one) === lane);
    if (job === undefined) {
      throw new Error('a batch that no job asked for');
    }
    const unfinished = new Set(sentences.map(({ key }) => key));
    const request = client.translate({
      folder: job.model.folder,
      version: job.model.summary.fingerprint,
      channel: job.model.channel,
      from: job.from,
      to: job.to,
      texts: sentences.map(({ text }) => text),
      onResults: (results) => take(job, batch, unfinished, results),
    });
    current = { batch, request };
    const outcome = await request.outcome;
    current = null;
    if (!closed) {
      conclude(job, batch, unfinished, outcome);
    }
  }

  async function work(): Promise<void> {
    try {
      for (let batch = queue.next(); batch !== null && !closed; batch = queue.next()) {
        await runBatch(batch);
      }
    } catch (error) {
      log(`translation broke off: ${error instanceof Error ? error.stack : error}`);
      endJobs({ code: 'internal', params: {} }, () => true);
    } finally {
      working = false; // at once when nothing waits: what comes next must wake it again
    }
  }

  let working = false;
  function wake(): void {
    if (!working && !closed) {
      working = true;
      void work();
    }
  }

  return {
    start: (job) => {
      jobs.set(job.jobId, job);
      queue.add({ jobId: job.jobId, lane: laneOf(job) }, job.sentences);
      wake();
    },
    prioritise: (jobId, keys) => queue.prioritise(jobId, keys),
    cancel: (jobId) => {
      queue.remove(jobId);
      jobs.delete(jobId);
      if (current !== null && !queue.isWanted(current.batch)) {
        current.request.cancel();
      }
    },
    endModel: (folder, failure) => {
      endJobs(failure, (job) => job.model.folder === folder);
      if (current !== null && !queue.isWanted(current.batch)) {
        current.request.cancel();
      }
    },
    close: () => {
      closed = true;
      endJobs({ code: 'translator-stopped', params: {} }, () => true);
    },
  };
}

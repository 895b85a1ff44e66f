// What the translator does next: the waiting sentences of all jobs, each sentence once, in the order of need.
// What is in view goes first, jobs take turns, and sentences of like length go together.

/** Sentences with one lane can share a batch: the same model, the same direction. */
export interface QueueJob {
  readonly jobId: string;
  readonly lane: string;
}

/** One sentence. `key` tells it from all others of its lane; two jobs that want one key wait for one translation. */
export interface Sentence {
  readonly key: string;
  readonly text: string;
}

export interface Batch {
  readonly lane: string;
  readonly sentences: readonly Sentence[];
}

export interface TranslationQueue {
  /** Adds a job's sentences behind what it has, in their order. */
  add(job: QueueJob, sentences: readonly Sentence[]): void;
  /** Moves those of a job's sentences that still wait to its front, in this order. */
  prioritise(jobId: string, keys: readonly string[]): void;
  /** Forgets a job. A sentence that another job wants goes on waiting. */
  remove(jobId: string): void;
  /** The next batch, or null where nothing waits. Its sentences wait on until {@link settle} or {@link crash}. */
  next(): Batch | null;
  /** Whether any job still wants a sentence of this batch. */
  isWanted(batch: Batch): boolean;
  /** A sentence is done with, whatever came of it. The jobs that wanted it, each told once. */
  settle(lane: string, key: string): readonly string[];
  /**
   * The translator died over these sentences. Each is tried again, alone, until it has been there {@link fatalCrashes}
   * times; those that have are given back, and are to be settled as failures.
   */
  crash(batch: Batch, unfinished: readonly string[]): readonly string[];
  /** How many sentences a job still waits for. */
  waitingCount(jobId: string): number;
}

/** A sentence that has been at so many deaths of the translator is not tried again. */
export const fatalCrashes = 3;

/** Sentences of a batch: of a job's first batch fewer, so that the reader soon sees something. */
const batchSize = 8;
const firstBatchSize = 2;
/** A batch is filled up from so many sentences behind its first. */
const lookahead = 32;
/** Characters of a batch; its first sentence may have more. */
const batchCharacters = 4_000;
/** Batches of one lane in a row while another lane waits: changing lanes may mean loading another model. */
const lanePatience = 8;

interface OpenJob {
  readonly lane: string;
  urgent: Map<string, string>;
  readonly waiting: Map<string, string>;
  batchCount: number;
  lastTurn: number;
}

/** An empty queue, kept in memory alone. */
export function createQueue(): TranslationQueue {
  const jobs = new Map<string, OpenJob>();
  const crashCounts = new Map<string, number>();
  let turn = 0;
  let currentLane: string | null = null;
  let laneTurns = 0;

  const crashKey = (lane: string, key: string) => `${lane}\n${key}`;
  const crashesOf = (lane: string, key: string) => crashCounts.get(crashKey(lane, key)) ?? 0;
  const wants = (job: OpenJob, lane: string, key: string) =>
    job.lane === lane && (job.urgent.has(key) || job.waiting.has(key));

  function chooseJob(): OpenJob | null {
    const ready = [...jobs.values()].filter((job) => job.urgent.size + job.waiting.size > 0);
    const sameLane = ready.filter((job) => job.lane === currentLane);
    const otherLane = ready.filter((job) => job.lane !== currentLane);
    const stay = sameLane.length > 0 && (laneTurns < lanePatience || otherLane.length === 0);
    const choice = stay ? sameLane : otherLane;
    return choice.reduce<OpenJob | null>(
      (best, job) => (best === null || job.lastTurn < best.lastTurn ? job : best),
      null,
    );
  }

  function fill(job: OpenJob): readonly Sentence[] {
    const source = job.urgent.size > 0 ? job.urgent : job.waiting;
    const ahead: Sentence[] = [];
    for (const [key, text] of source) {
      ahead.push({ key, text });
      if (ahead.length > lookahead) {
        break;
      }
    }
    const [head, ...others] = ahead;
    if (head === undefined || crashesOf(job.lane, head.key) > 0) {
      return head === undefined ? [] : [head];
    }
    const size = job.batchCount === 0 ? firstBatchSize : batchSize;
    let characters = head.text.length;
    const alike = others
      .filter(({ key }) => crashesOf(job.lane, key) === 0)
      .map((sentence) => ({
        sentence,
        difference: Math.abs(sentence.text.length - head.text.length),
      }))
      .sort((a, b) => a.difference - b.difference)
      .slice(0, size - 1)
      .map(({ sentence }) => sentence)
      .filter(({ text }) => {
        characters += text.length;
        return characters <= batchCharacters;
      });
    return [head, ...alike];
  }

  return {
    add: ({ jobId, lane }, sentences) => {
      const job = jobs.get(jobId) ?? {
        lane,
        urgent: new Map(),
        waiting: new Map(),
        batchCount: 0,
        lastTurn: 0,
      };
      jobs.set(jobId, job);
      for (const { key, text } of sentences) {
        if (!wants(job, lane, key)) {
          job.waiting.set(key, text);
        }
      }
    },
    prioritise: (jobId, keys) => {
      const job = jobs.get(jobId);
      if (job === undefined) {
        return;
      }
      const front = new Map<string, string>();
      for (const key of keys) {
        const text = job.urgent.get(key) ?? job.waiting.get(key);
        if (text !== undefined) {
          front.set(key, text);
          job.urgent.delete(key);
          job.waiting.delete(key);
        }
      }
      job.urgent = new Map([...front, ...job.urgent]);
    },
    remove: (jobId) => {
      jobs.delete(jobId);
    },
    next: () => {
      const job = chooseJob();
      if (job === null) {
        return null;
      }
      const sentences = fill(job);
      turn += 1;
      job.lastTurn = turn;
      job.batchCount += 1;
      laneTurns = job.lane === currentLane ? laneTurns + 1 : 1;
      currentLane = job.lane;
      return { lane: job.lane, sentences };
    },
    isWanted: ({ lane, sentences }) =>
      [...jobs.values()].some((job) => sentences.some(({ key }) => wants(job, lane, key))),
    settle: (lane, key) => {
      crashCounts.delete(crashKey(lane, key));
      const told: string[] = [];
      for (const [jobId, job] of jobs) {
        if (wants(job, lane, key)) {
          job.urgent.delete(key);
          job.waiting.delete(key);
          told.push(jobId);
        }
      }
      return told;
    },
    crash: ({ lane }, unfinished) => {
      for (const key of unfinished) {
        crashCounts.set(crashKey(lane, key), crashesOf(lane, key) + 1);
      }
      return unfinished.filter((key) => crashesOf(lane, key) >= fatalCrashes);
    },
    waitingCount: (jobId) => {
      const job = jobs.get(jobId);
      return job === undefined ? 0 : job.urgent.size + job.waiting.size;
    },
  };
}

// Plain lines through the translator, for the command line: each line cut into its sentences and put together again.
import { type Failure, type Result, succeed } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import { splitSentences } from '../segmentation/sentences.ts';
import type { Database } from '../storage/database.node.ts';
import type { JobRunner } from './job-runner.node.ts';
import { findKnown, sentenceOf } from './known-sentences.node.ts';
import type { InstalledModel } from './models.node.ts';
import type { Sentence } from './queue.ts';
import type { StoredTranslation } from './store.node.ts';

export interface LineJob {
  readonly database: Database;
  readonly runner: JobRunner;
  readonly model: InstalledModel;
  readonly from: Language;
  readonly to: Language;
}

/** As many lines as were given; a blank line gives an empty one. One sentence that fails fails them all. */
export async function translateLines(
  job: LineJob,
  lines: readonly string[],
): Promise<Result<readonly string[]>> {
  const cut = lines.map((line) =>
    splitSentences(line, job.from).map(({ start, end }) => sentenceOf(line.slice(start, end))),
  );
  const made = await translateSentences(job, cut.flat());
  if (!made.ok) {
    return made;
  }
  return succeed(
    cut.map((sentences) => sentences.map(({ key }) => made.value.get(key) ?? '').join(' ')),
  );
}

/** The translations by the sentences' keys. */
function translateSentences(
  { database, runner, model, from, to }: LineJob,
  sentences: readonly Sentence[],
): Promise<Result<ReadonlyMap<string, string>>> {
  const targets = new Map<string, string>();
  const note = (made: StoredTranslation): void => {
    targets.set(made.sourceHash, made.text);
  };
  for (const made of findKnown(database.read, sentences, model, from, to).values()) {
    note(made);
  }
  const unknown = sentences.filter(({ key }) => !targets.has(key));
  if (unknown.length === 0) {
    return Promise.resolve(succeed(targets));
  }
  let lastFailure: Failure | null = null;
  return new Promise((resolve) => {
    runner.start({
      jobId: crypto.randomUUID(),
      model,
      from,
      to,
      sentences: unknown,
      onMade: (made) => made.forEach(note),
      onSentenceFailed: (_key, failure) => {
        lastFailure = failure;
      },
      onEnd: (failure) => {
        const error = failure ?? lastFailure;
        resolve(error === null ? succeed(targets) : { ok: false, error });
      },
    });
  });
}

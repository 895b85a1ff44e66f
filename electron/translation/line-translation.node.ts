// Plain lines through the translator, for the command line: each line cut into its sentences and put together again.
import { type Failure, type Result, succeed } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import { splitSentences } from '../segmentation/sentences.ts';
import type { Database } from '../storage/database.node.ts';
import type { TranslatedText } from './doubts.ts';
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

/** A line and its sentences, in order; a blank line has none. */
export interface TranslatedLine {
  readonly text: string;
  readonly sentences: readonly TranslatedText[];
}

/** As many lines as were given; a blank line gives an empty one. One sentence that fails fails them all. */
export async function translateLines(
  job: LineJob,
  lines: readonly string[],
): Promise<Result<readonly TranslatedLine[]>> {
  const cut = lines.map((line) =>
    splitSentences(line, job.from).map(({ start, end }) => sentenceOf(line.slice(start, end))),
  );
  const made = await translateSentences(job, cut.flat());
  return made.ok ? succeed(cut.map((sentences) => joined(job, sentences, made.value))) : made;
}

function joined(
  { from, to }: LineJob,
  sentences: readonly Sentence[],
  made: ReadonlyMap<string, StoredTranslation>,
): TranslatedLine {
  const translated = sentences.map(({ key, text: source }): TranslatedText => {
    const { text: target = '', split = false } = made.get(key) ?? {};
    return { source, target, from, to, split };
  });
  return { text: translated.map(({ target }) => target).join(' '), sentences: translated };
}

/** The translations by the sentences' keys. */
function translateSentences(
  { database, runner, model, from, to }: LineJob,
  sentences: readonly Sentence[],
): Promise<Result<ReadonlyMap<string, StoredTranslation>>> {
  const targets = new Map<string, StoredTranslation>();
  const note = (made: StoredTranslation): void => {
    targets.set(made.sourceHash, made);
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

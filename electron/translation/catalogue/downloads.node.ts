// The downloads of models: each runs in the core whatever pages are open, can be stopped and gone on with, also after a
// restart of the program (but never by itself: the reader says so), and ends in the same checks as any other model.
import { link, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FailureCode } from '../../contract/failures.ts';
import { type Failure, fail, type Result, succeed } from '../../contract/result.ts';
import { failureOrThrow } from '../../storage/errors.node.ts';
import type { ModelId } from '../model.ts';
import type { ModelAbout } from '../model-about.ts';
import type { DownloadProgress } from './api.ts';
import { type CatalogueModel, sizeOf } from './catalogue.ts';
import { downloadFile } from './download-file.node.ts';
import type { DownloadOptions } from './download-options.node.ts';
import { readKnownFiles, rememberFiles } from './known-files.node.ts';
import {
  makePartialFolder,
  partialFolder,
  partialSizes,
  removePartialFolder,
} from './partial-folders.node.ts';

export interface DownloadsContext {
  readonly models: () => Promise<readonly CatalogueModel[]>;
  /** Holds the models that the reader added. */
  readonly modelsFolder: string;
  readonly options: DownloadOptions;
  /** Checks and installs what `fill` puts into an empty folder, as any model that is added. */
  readonly install: (
    id: ModelId,
    fill: (folder: string) => Promise<Result<null>>,
  ) => Promise<Result<unknown>>;
  readonly report: (progress: DownloadProgress) => void;
  readonly log: (message: string) => void;
}

export interface Downloads {
  list(): Promise<readonly DownloadProgress[]>;
  /** Begins a download or goes on with it; one that runs answers how far it is. */
  start(id: ModelId): Promise<Result<DownloadProgress>>;
  stop(id: ModelId): Promise<Result<null>>;
  discard(id: ModelId): Promise<Result<null>>;
  /** Stops all downloads, keeping what has come. */
  close(): Promise<void>;
}

/** The failures of an installation that the files themselves are to blame for: to keep them is of no use. */
const condemned: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'model-file-missing',
  'model-file-unreadable',
  'model-languages-unknown',
  'model-kind-unknown',
  'model-unloadable',
]);

interface Running {
  progress: DownloadProgress;
  readonly interruption: AbortController;
  readonly ended: Promise<void>;
}

/** The downloads of this run of the program. */
export function createDownloads(context: DownloadsContext): Downloads {
  const { modelsFolder, options, log } = context;
  const running = new Map<ModelId, Running>();
  /** Why the last attempt failed, until the next. */
  const failures = new Map<ModelId, Failure>();
  const beginning = new Map<ModelId, Promise<Result<DownloadProgress>>>();
  let closed = false;

  async function find(id: ModelId): Promise<CatalogueModel | undefined> {
    return (await context.models()).find((model) => model.id === id);
  }

  async function atRest(model: CatalogueModel): Promise<DownloadProgress | null> {
    const sizes = await partialSizes(modelsFolder, model);
    const failure = failures.get(model.id) ?? null;
    if (sizes === null && failure === null) {
      return null;
    }
    return {
      modelId: model.id,
      state: failure === null ? 'stopped' : 'failed',
      receivedBytes: (sizes ?? []).reduce((sum, size) => sum + size, 0),
      totalBytes: sizeOf(model),
      failure,
    };
  }

  /** Waits until a start that is under way has either led to a download or failed, of which its caller hears. */
  async function hasBegun(id: ModelId): Promise<void> {
    await Promise.allSettled([beginning.get(id)]);
  }

  /** What the disk must still take for a download, or null where there is room. */
  async function lackOfRoom(model: CatalogueModel): Promise<Failure | null> {
    const sizes = (await partialSizes(modelsFolder, model)) ?? [];
    const missing = sizeOf(model) - sizes.reduce((sum, size) => sum + size, 0);
    const others = [...running.values()].map(
      ({ progress }) => progress.totalBytes - progress.receivedBytes,
    );
    const neededBytes = others.reduce((sum, size) => sum + size, missing + options.reserveBytes);
    const freeBytes = await options.freeBytes(modelsFolder);
    return freeBytes >= neededBytes
      ? null
      : fail('download-no-room', {
          folder: modelsFolder,
          neededMegabytes: Math.ceil(neededBytes / 1e6),
          freeMegabytes: Math.floor(freeBytes / 1e6),
        }).error;
  }

  async function begin(id: ModelId): Promise<Result<DownloadProgress>> {
    const model = await find(id);
    if (model === undefined) {
      return fail('catalogue-model-unknown', { model: id });
    }
    const current = running.get(id);
    if (current !== undefined) {
      return succeed(current.progress);
    }
    if (closed) {
      return succeed((await atRest(model)) ?? { ...nothingOf(model), state: 'stopped' });
    }
    await makePartialFolder(modelsFolder, model);
    const lack = await lackOfRoom(model);
    if (lack !== null) {
      if ((await partialSizes(modelsFolder, model))?.every((size) => size === 0)) {
        await removePartialFolder(modelsFolder, model);
      }
      return { ok: false, error: lack };
    }
    failures.delete(model.id);
    const interruption = new AbortController();
    const ended = Promise.withResolvers<void>();
    const rest = (await atRest(model)) ?? { ...nothingOf(model), state: 'stopped' };
    if (closed) {
      return succeed(rest); // while the disk was asked; from here on there is nothing to wait for
    }
    const entry: Running = {
      progress: { ...rest, state: 'downloading' },
      interruption,
      ended: ended.promise,
    };
    running.set(model.id, entry);
    context.report(entry.progress);
    void run(model, entry).finally(() => ended.resolve());
    return succeed(entry.progress);
  }

  /** Never rejects. */
  async function run(model: CatalogueModel, entry: Running): Promise<void> {
    let outcome: DownloadProgress['state'] = 'failed';
    let failure: Failure | null = null;
    try {
      const made = await fetchAndInstall(model, entry);
      outcome = made.kind;
      failure = made.kind === 'failed' ? made.failure : null;
    } catch (error) {
      failure = expectedFailure(error);
    }
    running.delete(model.id);
    if (failure !== null) {
      failures.set(model.id, failure);
    }
    const receivedBytes =
      outcome === 'installed'
        ? entry.progress.totalBytes
        : ((await atRest(model))?.receivedBytes ?? 0);
    entry.progress = { ...entry.progress, state: outcome, receivedBytes, failure };
    context.report(entry.progress);
  }

  function expectedFailure(error: unknown): Failure {
    try {
      return failureOrThrow(error, modelsFolder).error;
    } catch (bug) {
      log(`a download failed: ${bug instanceof Error ? bug.stack : bug}`);
      return fail('internal', {}).error;
    }
  }

  type End =
    | { readonly kind: 'installed' | 'stopped' }
    | { readonly kind: 'failed'; readonly failure: Failure };

  async function fetchAndInstall(model: CatalogueModel, entry: Running): Promise<End> {
    const folder = partialFolder(modelsFolder, model);
    const known = await readKnownFiles(modelsFolder);
    const received = [...((await partialSizes(modelsFolder, model)) ?? [])];
    const reportSeldom = seldom(options.reportEveryMs, () => context.report(entry.progress));
    const seen: Record<string, { sha256: string; firstSeenAt: string }> = {};
    for (const [index, file] of model.files.entries()) {
      const outcome = await downloadFile({
        file,
        hosts: model.hosts,
        rememberedSha256: known[file.url]?.sha256 ?? null,
        path: join(folder, file.name),
        options,
        signal: entry.interruption.signal,
        onBytes: (bytes) => {
          received[index] = bytes;
          const receivedBytes = received.reduce((sum, size) => sum + size, 0);
          entry.progress = { ...entry.progress, receivedBytes };
          reportSeldom();
        },
      });
      if (outcome.kind !== 'whole') {
        return outcome;
      }
      if (file.sha256 === null) {
        seen[file.url] = { sha256: outcome.sha256, firstSeenAt: new Date().toISOString() };
      }
    }
    entry.progress = { ...entry.progress, state: 'checking', receivedBytes: sizeOf(model) };
    context.report(entry.progress);
    const installed = await context.install(model.id, (target) => fill(model, folder, target));
    if (!installed.ok && closed) {
      return { kind: 'stopped' }; // the program ends, and the translator with it: nothing was found out
    }
    if (!installed.ok && !condemned.has(installed.error.code)) {
      return { kind: 'failed', failure: installed.error }; // not the files' fault: they can be gone on with
    }
    // It is either where it belongs by now, or of no use.
    await removePartialFolder(modelsFolder, model);
    if (!installed.ok) {
      return { kind: 'failed', failure: installed.error };
    }
    try {
      await rememberFiles(modelsFolder, seen);
    } catch (error) {
      log(`the checksums of ${model.id} could not be kept: ${error}`); // it is installed all the same
    }
    return { kind: 'installed' };
  }

  return {
    list: async () => {
      const all = await Promise.all(
        (await context.models()).map((model) => running.get(model.id)?.progress ?? atRest(model)),
      );
      return all.filter((one) => one !== null);
    },
    start: (id) => {
      const begun =
        beginning.get(id) ??
        begin(id)
          .catch((error: unknown) => failureOrThrow(error, modelsFolder))
          .finally(() => beginning.delete(id));
      beginning.set(id, begun);
      return begun;
    },
    stop: async (id) => {
      await hasBegun(id);
      const entry = running.get(id);
      if (entry?.progress.state === 'downloading') {
        entry.interruption.abort();
        await entry.ended;
      }
      return succeed(null);
    },
    discard: async (id) => {
      const model = await find(id);
      if (model === undefined) {
        return fail('catalogue-model-unknown', { model: id });
      }
      await hasBegun(id);
      const entry = running.get(id);
      entry?.interruption.abort();
      await entry?.ended;
      if (entry?.progress.state === 'installed') {
        return succeed(null); // too late
      }
      failures.delete(id);
      try {
        await removePartialFolder(modelsFolder, model);
      } catch (error) {
        return failureOrThrow(error, modelsFolder);
      }
      context.report({ ...nothingOf(model), state: 'discarded' });
      return succeed(null);
    },
    close: async () => {
      closed = true;
      const all = [...running.values()];
      for (const { interruption } of all) {
        interruption.abort();
      }
      // What is beginning sees that it is too late, and adds nothing to what runs.
      await Promise.allSettled([...beginning.values(), ...all.map(({ ended }) => ended)]);
    },
  };
}

/** What is said of a model's download of which nothing has come. */
function nothingOf(model: CatalogueModel): Omit<DownloadProgress, 'state'> {
  return { modelId: model.id, receivedBytes: 0, totalBytes: sizeOf(model), failure: null };
}

/** Puts the files of a finished download into a folder that is to become the model, and says beside them what it is. */
async function fill(model: CatalogueModel, folder: string, target: string): Promise<Result<null>> {
  for (const { name } of model.files) {
    // A second name for the same bytes: they stay where they are in case the program ends now. Not every disk can.
    await link(join(folder, name), join(target, name)).catch(() =>
      rename(join(folder, name), join(target, name)),
    );
  }
  const [first] = model.files;
  const about: ModelAbout = {
    name: model.name,
    licence: model.licence,
    scores: model.scores,
    limits: model.limits,
    page: model.page,
    download: {
      host: first === undefined ? '' : new URL(first.url).hostname,
      revision: model.revision,
      at: new Date().toISOString(),
    },
  };
  await writeFile(join(target, 'about.json'), `${JSON.stringify(about, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  return succeed(null);
}

/** Calls at once, then not again before the time has passed. */
function seldom(everyMs: number, call: () => void): () => void {
  let last = 0;
  return () => {
    const now = performance.now();
    if (now - last >= everyMs) {
      last = now;
      call();
    }
  };
}

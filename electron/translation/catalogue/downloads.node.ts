// The downloads of models: each runs in the core whatever pages are open, can be stopped and gone on with, also after a
// restart of the program (but never by itself: the reader says so), and ends in the same checks as any other model.
import { join } from 'node:path';
import type { FailureCode } from '../../contract/failures.ts';
import { type Failure, fail, type Result, succeed } from '../../contract/result.ts';
import { failureOrThrow } from '../../storage/errors.node.ts';
import type { ModelId } from '../model.ts';
import type { DownloadProgress } from './api.ts';
import { type CatalogueModel, sizeOf } from './catalogue.ts';
import { downloadFile } from './download-file.node.ts';
import type { DownloadOptions } from './download-options.node.ts';
import { fillModel } from './fill-model.node.ts';
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
  readonly isInstalled: (id: ModelId) => Promise<boolean>;
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
  /** The end of the last turn that was asked for. */
  const turns = new Map<ModelId, Promise<unknown>>();
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

  /** Starts, stops and discards of one model follow one another: none sees what another has half done. */
  function inTurn<Value>(id: ModelId, act: () => Promise<Value>): Promise<Value> {
    const turn = (turns.get(id) ?? Promise.resolve()).then(act);
    const end = turn
      .catch(() => undefined) // the caller hears of it
      .then(() => {
        if (turns.get(id) === end) {
          turns.delete(id);
        }
      });
    turns.set(id, end);
    return turn;
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
    if (await context.isInstalled(id)) {
      return fail('model-exists', { model: id }); // it may have been checked while this waited for its turn
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
    const receivedBytes =
      outcome === 'installed'
        ? entry.progress.totalBytes
        : ((await atRest(model))?.receivedBytes ?? 0);
    // Without a pause until it is told: the next start tells of itself after this.
    running.delete(model.id);
    if (failure !== null) {
      failures.set(model.id, failure);
    }
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
    let hasCome = false;
    const seen: Record<string, { sha256: string; firstSeenAt: string }> = {};
    for (const [index, file] of model.files.entries()) {
      const outcome = await downloadFile({
        file,
        hosts: model.hosts,
        rememberedSha256: known[file.url]?.sha256 ?? null,
        path: join(folder, file.name),
        options,
        signal: entry.interruption.signal,
        hasCome: () => hasCome,
        onBytes: (bytes) => {
          hasCome ||= bytes > (received[index] ?? 0);
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
    const installed = await context.install(model.id, (target) =>
      fillModel(model, folder, target, options),
    );
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

  async function stop(id: ModelId): Promise<Result<null>> {
    const entry = running.get(id);
    if (entry?.progress.state === 'downloading') {
      entry.interruption.abort();
      await entry.ended;
    }
    return succeed(null);
  }

  async function discard(id: ModelId): Promise<Result<null>> {
    const model = await find(id);
    if (model === undefined) {
      return fail('catalogue-model-unknown', { model: id });
    }
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
  }

  return {
    list: async () => {
      const all = await Promise.all(
        (await context.models()).map((model) => running.get(model.id)?.progress ?? atRest(model)),
      );
      return all.filter((one) => one !== null);
    },
    start: (id) =>
      inTurn(id, () => begin(id).catch((error: unknown) => failureOrThrow(error, modelsFolder))),
    stop: (id) => inTurn(id, () => stop(id)),
    discard: (id) => inTurn(id, () => discard(id)),
    close: async () => {
      closed = true;
      const all = [...running.values()];
      for (const { interruption } of all) {
        interruption.abort();
      }
      // What is beginning sees that it is too late, and adds nothing to what runs.
      await Promise.all([...turns.values(), ...all.map(({ ended }) => ended)]);
    },
  };
}

/** What is said of a model's download of which nothing has come. */
function nothingOf(model: CatalogueModel): Omit<DownloadProgress, 'state'> {
  return { modelId: model.id, receivedBytes: 0, totalBytes: sizeOf(model), failure: null };
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

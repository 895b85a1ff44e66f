// The handlers of translation: models, jobs over a document's sentences, and plain lines for the command line.
import type { Emit, FeatureHandlers } from '../contract/contract.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import { type Language, segmentText } from '../corpus/document.ts';
import { getDocument, hasDocument, segmentsOf } from '../corpus/store.node.ts';
import type { Database } from '../storage/database.node.ts';
import type { DownloadOptions } from './catalogue/download-options.node.ts';
import { createCatalogueService } from './catalogue/service.node.ts';
import { chooseModel, modelInUse } from './choose-model.node.ts';
import { createDocumentJobs, translationOf } from './document-jobs.node.ts';
import { engineEdition } from './engine/edition.ts';
import {
  type InstallContext,
  installFilled,
  installModel,
  type Trial,
} from './install-model.node.ts';
import { createJobRunner } from './job-runner.node.ts';
import { sentenceOf } from './known-sentences.node.ts';
import { type TranslatedLine, translateLines } from './line-translation.node.ts';
import type { Direction, ModelId } from './model.ts';
import { createModelRegistry, type InstalledModel } from './models.node.ts';
import { modelWanted, wantModel } from './models-in-use.node.ts';
import { findTranslations } from './store.node.ts';
import { createTranslatorClient } from './translator-client.node.ts';
import type { StartTranslator } from './translator-process.ts';

export interface TranslationContext {
  readonly database: Database;
  readonly emit: Emit;
  readonly log: (message: string) => void;
  /** Holds the models that ship, a folder each. */
  readonly builtInFolder: string;
  /** Holds the models that the reader added, a folder each; made when the first is added. */
  readonly addedFolder: string;
  readonly startTranslator: StartTranslator;
  /** Asks the reader for a folder or an archive; null where the shell has no dialog. */
  readonly chooseModelPath: (() => Promise<string | null>) | null;
  /** For tests: another catalogue than the one that ships, and other ways with the network. */
  readonly downloads?: Partial<DownloadOptions> & { readonly catalogueFile?: string };
}

export interface TranslationService {
  readonly handlers: FeatureHandlers<'translation'>;
  /**
   * Translates lines, as many out as in; a blank line gives an empty one. Fails as a whole where no model can, or
   * where one of the lines could not be translated; what was made till then is known the next time. A null model is
   * the one in use.
   */
  translateLines(
    lines: readonly string[],
    from: Language,
    to: Language,
    modelId: ModelId | null,
  ): Promise<Result<readonly TranslatedLine[]>>;
  /** Ends the translator's process and all jobs with it. What is made is kept. */
  close(): Promise<void>;
}

/** The service over two folders of models; no process is started before something is to be translated. */
export function createTranslationService(context: TranslationContext): TranslationService {
  const { database, emit, log } = context;
  const registry = createModelRegistry(context);
  const client = createTranslatorClient(context);
  const runner = createJobRunner({ database, client, log });
  const jobs = createDocumentJobs(database, runner, emit);
  let lastChange: Promise<unknown> = Promise.resolve();

  /** Models are added and removed one at a time, and only where the workspace may be written. */
  async function changeModels<T>(change: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = lastChange.then(() => {
      database.write(() => undefined); // throws where it may not
      return change();
    });
    lastChange = turn.catch(() => undefined); // the caller hears of it
    const changed = await turn;
    if (changed.ok) {
      emit('shell.changed', { features: ['translation'] });
    }
    return changed;
  }

  /** Where the reader can point at a model, a path from the page is refused: it may not be the reader's. */
  async function choosePath(typed: string | null): Promise<Result<string>> {
    if (context.chooseModelPath === null) {
      return typed === null ? fail('choosing-unavailable', {}) : succeed(typed);
    }
    if (typed !== null) {
      return fail('choosing-required', {});
    }
    const chosen = await context.chooseModelPath();
    return chosen === null ? fail('choosing-cancelled', {}) : succeed(chosen);
  }

  async function tryModel(folder: string, direction: Direction, text: string): Promise<Trial> {
    let answer: Trial = { detail: 'no answer' };
    const { outcome } = client.translate({
      folder,
      version: crypto.randomUUID(), // a trial reads the files anew
      channel: null,
      ...direction,
      texts: [text],
      onResults: ([result]) => {
        if (result !== undefined) {
          answer = 'text' in result ? { text: result.text } : { detail: result.failure };
        }
      },
    });
    const ended = await outcome;
    switch (ended.kind) {
      case 'refused':
        return { detail: ended.detail };
      case 'crashed':
        return { crash: ended.detail };
      default:
        return answer;
    }
  }

  const installContext: InstallContext = {
    registry,
    addedFolder: context.addedFolder,
    tryModel,
    letGo: client.unload,
  };
  const catalogue = createCatalogueService({
    ...context,
    registry,
    mayWrite: () => database.write(() => undefined), // throws where it may not
    install: (id, fill) => changeModels(() => installFilled(installContext, id, fill)),
  });

  function choose(
    models: readonly InstalledModel[],
    modelId: ModelId | null,
    direction: Direction,
  ): Result<InstalledModel> {
    return chooseModel(models, modelId, modelWanted(database.read, direction), direction);
  }

  /** The directions that a model translates where none is named. */
  function inUse(models: readonly InstalledModel[], model: InstalledModel): readonly Direction[] {
    return model.summary.directions.filter(
      (direction) => modelInUse(models, modelWanted(database.read, direction), direction) === model,
    );
  }

  async function removeModel(modelId: ModelId): Promise<Result<null>> {
    const models = await registry.list();
    const model = models.find(({ summary }) => summary.id === modelId);
    if (model === undefined) {
      return fail('model-not-found', { model: modelId });
    }
    if (model.summary.origin === 'built-in') {
      return fail('model-built-in', { model: modelId });
    }
    runner.endModel(model.folder, { code: 'model-not-found', params: { model: modelId } });
    await client.unload();
    return registry.remove(model);
  }

  const handlers: FeatureHandlers<'translation'> = {
    'translation.listModels': async () => {
      const models = await registry.list();
      return succeed(models.map((model) => ({ ...model.summary, inUse: inUse(models, model) })));
    },
    'translation.addModel': async ({ path }) => {
      const goal = await choosePath(path);
      if (!goal.ok) {
        return goal;
      }
      const added = await changeModels(() => installModel(installContext, goal.value));
      return added.ok ? succeed(added.value.summary) : added;
    },
    'translation.removeModel': ({ modelId }) => changeModels(() => removeModel(modelId)),
    'translation.useModel': ({ modelId, from, to }) =>
      changeModels(async () => {
        const chosen = choose(await registry.list(), modelId, { from, to });
        if (!chosen.ok) {
          return chosen;
        }
        database.write((db) => wantModel(db, { from, to }, modelId));
        return succeed(null);
      }),
    'translation.list': async ({ documentId, to }) => {
      const models = await registry.list();
      const document = getDocument(database.read, documentId);
      if (document === undefined) {
        return fail('document-not-found', { document: documentId });
      }
      const byFingerprint = firstByFingerprint(models);
      const sentences = document.paragraphs
        .flatMap((paragraph) => paragraph.segments)
        .map((segment) => ({ id: segment.id, ...sentenceOf(segmentText(document, segment)) }));
      const stored = findTranslations(database.read, {
        sourceHashes: [...new Set(sentences.map(({ key }) => key))],
        from: document.summary.language,
        to,
        fingerprints: [...byFingerprint.keys()],
        engine: engineEdition,
      });
      const byHash = Map.groupBy(stored, ({ sourceHash }) => sourceHash);
      return succeed(
        sentences.flatMap(({ id, key }) =>
          (byHash.get(key) ?? []).flatMap((made) => {
            const model = byFingerprint.get(made.fingerprint);
            return model === undefined ? [] : [translationOf(made, id, model)];
          }),
        ),
      );
    },
    'translation.start': async ({ documentId, segmentIds, to, modelId }) => {
      const models = await registry.list();
      if (!hasDocument(database.read, documentId)) {
        return fail('document-not-found', { document: documentId });
      }
      const wanted = [...new Set(segmentIds)];
      const segments = segmentsOf(database.read, wanted).filter(
        (segment) => segment.documentId === documentId,
      );
      const [first] = segments;
      if (first === undefined || segments.length < wanted.length) {
        const found = new Set(segments.map(({ id }) => id));
        const detail = `segmentIds: ${wanted.find((id) => !found.has(id))}`;
        return fail('invalid-request', { call: 'translation.start', detail });
      }
      const from = first.language;
      const model = choose(models, modelId, { from, to });
      return model.ok
        ? succeed(jobs.start({ documentId, segments, model: model.value, from, to }))
        : model;
    },
    'translation.listJobs': () => succeed(jobs.running()),
    'translation.prioritise': ({ jobId, segmentIds }) => jobs.prioritise(jobId, segmentIds),
    'translation.cancel': ({ jobId }) => jobs.cancel(jobId),
    ...catalogue.handlers,
  };

  return {
    handlers,
    translateLines: async (lines, from, to, modelId) => {
      const model = choose(await registry.list(), modelId, { from, to });
      return model.ok
        ? translateLines({ database, runner, model: model.value, from, to }, lines)
        : model;
    },
    close: async () => {
      const stopped = catalogue.close();
      runner.close();
      await client.close();
      await stopped;
    },
  };
}

/** The models that can be used; of two with the same files the first listed. */
function firstByFingerprint(
  models: readonly InstalledModel[],
): ReadonlyMap<string, InstalledModel> {
  const usable = models.filter(({ summary }) => summary.problem === null);
  return new Map(usable.toReversed().map((model) => [model.summary.fingerprint, model]));
}

// Answers the calls on the catalogue, the downloads and the files of models.
import { join } from 'node:path';
import type { Emit, Handlers } from '../../contract/contract.ts';
import { fail, succeed } from '../../contract/result.ts';
import type { ModelId } from '../model.ts';
import type { ModelRegistry } from '../models.node.ts';
import type { catalogueCalls } from './api.ts';
import { type CatalogueModel, sizeOf } from './catalogue.ts';
import { checksumsOf } from './checksums.node.ts';
import { type DownloadOptions, downloadDefaults } from './download-options.node.ts';
import { createDownloads, type DownloadsContext } from './downloads.node.ts';
import { readKnownFiles } from './known-files.node.ts';
import { clearStaleFolders } from './partial-folders.node.ts';
import { readCatalogue } from './read-catalogue.node.ts';

export interface CatalogueContext {
  readonly emit: Emit;
  readonly log: (message: string) => void;
  readonly registry: ModelRegistry;
  /** Holds `catalogue.json`, unless another is named. */
  readonly builtInFolder: string;
  readonly addedFolder: string;
  /** Throws where the workspace is open to be read alone. */
  readonly mayWrite: () => void;
  readonly install: DownloadsContext['install'];
  readonly downloads?: Partial<DownloadOptions> & { readonly catalogueFile?: string };
}

export interface CatalogueService {
  readonly handlers: Pick<Handlers, keyof typeof catalogueCalls>;
  /** Stops all downloads; what has come is kept. */
  close(): Promise<void>;
}

/** Reads the catalogue at the first question, and asks no network for anything before `translation.startDownload`. */
export function createCatalogueService(context: CatalogueContext): CatalogueService {
  const { emit, log, registry, addedFolder, mayWrite } = context;
  const { catalogueFile, ...changes } = context.downloads ?? {};
  const file = catalogueFile ?? join(context.builtInFolder, 'catalogue.json');
  let read: ReturnType<typeof readCatalogue> | null = null;
  const readOnce = (): ReturnType<typeof readCatalogue> => {
    read ??= readCatalogue(file, log);
    return read;
  };
  const models = async (): Promise<readonly CatalogueModel[]> => (await readOnce()) ?? [];
  const downloads = createDownloads({
    models,
    modelsFolder: addedFolder,
    options: { ...downloadDefaults, ...changes },
    isInstalled,
    install: context.install,
    report: (progress) => emit('translation.download', progress),
    log,
  });

  async function isInstalled(id: ModelId): Promise<boolean> {
    return (await registry.list()).some(({ summary }) => summary.id === id);
  }

  return {
    handlers: {
      'translation.listCatalogue': async () => {
        const installed = new Set((await registry.list()).map(({ summary }) => summary.id));
        return succeed(
          (await models()).map((model) => ({
            ...model,
            sizeBytes: sizeOf(model),
            installed: installed.has(model.id),
          })),
        );
      },
      'translation.listDownloads': async () => succeed(await downloads.list()),
      'translation.startDownload': async ({ modelId }) => {
        mayWrite();
        const current = await readOnce();
        if (current !== null) {
          clearStaleFolders(addedFolder, current); // a damaged catalogue condemns no download
        }
        return downloads.start(modelId);
      },
      'translation.stopDownload': ({ modelId }) => downloads.stop(modelId),
      'translation.discardDownload': ({ modelId }) => {
        mayWrite();
        return downloads.discard(modelId);
      },
      'translation.modelFiles': async ({ modelId }) => {
        const model = (await registry.list()).find(({ summary }) => summary.id === modelId);
        if (model === undefined) {
          return fail('model-not-found', { model: modelId });
        }
        const published = (await models()).find(({ id }) => id === modelId);
        return checksumsOf(model, published, await readKnownFiles(addedFolder));
      },
    },
    close: downloads.close,
  };
}

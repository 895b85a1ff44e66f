// Opens a data folder and puts the features together, for every shell.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createAlignmentService } from './alignment/service.node.ts';
import { createAnnotationService } from './annotation/service.node.ts';
import type { Emit, Handlers } from './contract/contract.ts';
import { type Failure, type Result, succeed } from './contract/result.ts';
import type { ShellInfo } from './contract/shell.ts';
import { importShippedCorpus } from './corpus/import.node.ts';
import { createCorpusService } from './corpus/service.node.ts';
import { listDocuments } from './corpus/store.node.ts';
import { createHistoryService } from './history/service.node.ts';
import { createSettingsService } from './settings/service.node.ts';
import { backUpDaily, keepDailyBackup } from './storage/backups.node.ts';
import { type Database, openDatabase, openDatabaseForReading } from './storage/database.node.ts';
import { failureOrThrow } from './storage/errors.node.ts';
import { createStorageGuard, type StorageGuard } from './storage/guard.node.ts';
import { type FolderLock, lockFolder } from './storage/lock.node.ts';
import {
  createTranslationService,
  type TranslationContext,
  type TranslationService,
} from './translation/service.node.ts';
import type { StartTranslator } from './translation/translator-process.ts';

export interface Workspace {
  readonly handlers: Handlers;
  /** What failed while opening and did not prevent it (a shipped text that is missing, a backup): to be shown. */
  readonly warnings: readonly Failure[];
  /** For the command line: as many lines out as in. A null model is the one in use. */
  readonly translateLines: TranslationService['translateLines'];
  /** Calls the listener for every event; answers how to stop that. */
  onEvent(listener: Emit): () => void;
  /** Stops the translator, writes everything into the workspace file and lets go of the data folder. */
  close(): Promise<void>;
}

export interface WorkspaceOptions {
  /** Made if missing; holds workspace.sqlite, models/ and backups/. */
  readonly dataFolder: string;
  /** Holds corpus/, models/ and locales/. */
  readonly resourcesFolder: string;
  readonly shell: ShellInfo;
  readonly startTranslator: StartTranslator;
  /** Asks the reader for a model's folder or archive; null where the shell has no dialog for it. */
  readonly chooseModelPath: (() => Promise<string | null>) | null;
  readonly log: (message: string) => void;
  /**
   * What to do where another process has the data folder: fail with `data-folder-in-use` (the default), or
   * open it to be read alone, beside that process. Calls that change something then fail with that code.
   */
  readonly whenInUse?: 'refuse' | 'read';
  /** For tests, see {@link TranslationContext}. */
  readonly downloads?: TranslationContext['downloads'];
}

/** Opens a data folder, made and filled with the shipped texts where it is new. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Result<Workspace>> {
  const dataFolder = resolve(options.dataFolder);
  const held = holdFolder(dataFolder);
  if (!held.ok && (held.error.code !== 'data-folder-in-use' || options.whenInUse !== 'read')) {
    return held;
  }
  const lock = held.ok ? held.value : null;
  let database: Database | null = null;
  try {
    const file = join(dataFolder, 'workspace.sqlite');
    const opened = lock === null ? openDatabaseForReading(file) : openDatabase(file);
    if (!opened.ok) {
      lock?.release();
      return opened;
    }
    database = opened.value;
    const prepared = lock === null ? succeed([]) : prepare(database, dataFolder, options);
    if (!prepared.ok) {
      database.close();
      lock?.release();
      return prepared;
    }
    return succeed(assemble(database, lock, dataFolder, prepared.value, options));
  } catch (error) {
    database?.close();
    lock?.release();
    return failureOrThrow(error, dataFolder);
  }
}

function holdFolder(dataFolder: string): Result<FolderLock> {
  try {
    makeFolder(dataFolder);
  } catch (error) {
    return failureOrThrow(error, dataFolder);
  }
  return lockFolder(dataFolder);
}

/**
 * Makes a folder and those above it that are missing, for nobody but the reader: notes are nobody else's business
 * on a shared computer. One by one, because Node's own recursion never ends where the system says that a
 * folder's parent is missing although it is there (/proc).
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    return;
  }
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Makes the day's backup and enters the shipped texts. Neither failing keeps the reader from what is there
 * already: it is a warning then. Without a single text to read, the texts' failure is the workspace's.
 */
function prepare(
  database: Database,
  dataFolder: string,
  { resourcesFolder, log }: WorkspaceOptions,
): Result<readonly Failure[]> {
  const warnings: Failure[] = [];
  const warn = (failure: Failure): void => {
    log(`opening: ${failure.code} ${JSON.stringify(failure.params)}`);
    warnings.push(failure);
  };
  if (listDocuments(database.read).length > 0) {
    try {
      backUpDaily(database, new Date());
    } catch (error) {
      warn(failureOrThrow(error, dataFolder).error);
    }
  }
  const imported = enterShippedTexts(database, dataFolder, join(resourcesFolder, 'corpus'));
  if (!imported.ok) {
    if (listDocuments(database.read).length === 0) {
      return imported;
    }
    warn(imported.error);
  }
  return succeed(warnings);
}

function enterShippedTexts(
  database: Database,
  dataFolder: string,
  corpusFolder: string,
): Result<null> {
  try {
    return importShippedCorpus(database, corpusFolder);
  } catch (error) {
    return failureOrThrow(error, dataFolder);
  }
}

function assemble(
  database: Database,
  lock: FolderLock | null,
  dataFolder: string,
  warnings: readonly Failure[],
  options: WorkspaceOptions,
): Workspace {
  const { log, shell } = options;
  const listeners = new Set<Emit>();
  const emit: Emit = (name, payload) => {
    for (const listener of listeners) {
      try {
        listener(name, payload);
      } catch (error) {
        // What happened has happened: a page that cannot be told must not undo it for the others.
        log(`a listener of ${name} failed: ${error instanceof Error ? error.stack : error}`);
      }
    }
  };
  const translation = createTranslationService({
    database,
    emit,
    log,
    builtInFolder: join(options.resourcesFolder, 'models'),
    addedFolder: join(dataFolder, 'models'),
    startTranslator: options.startTranslator,
    chooseModelPath: options.chooseModelPath,
    ...(options.downloads && { downloads: options.downloads }),
  });
  const alignment = createAlignmentService({
    database,
    listTranslations: translation.handlers['translation.list'],
  });
  const handlers = {
    'shell.info': () => succeed(shell),
    ...createCorpusService({ database }),
    ...alignment.handlers,
    ...createAnnotationService({ database }),
    ...createHistoryService({ database, emit }),
    ...createSettingsService({ database, emit }),
    ...translation.handlers,
  } satisfies Handlers;

  const guard = createStorageGuard(database, lock === null ? 'reads' : 'writes');
  const stopBackups = lock === null ? () => undefined : keepDailyBackup(database, log);
  const close = async (): Promise<void> => {
    stopBackups();
    alignment.close();
    await translation.close();
    listeners.clear();
    database.close();
    lock?.release();
  };
  let closing: Promise<void> | null = null;
  return {
    handlers: guardHandlers(handlers, guard),
    warnings,
    translateLines: (...input) => guard(() => translation.translateLines(...input)),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function guardHandlers(handlers: Handlers, guard: StorageGuard): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    (input: never) => guard<unknown>(() => handler(input)),
  ]);
  // The same names, each with a handler that answers what the original does: TypeScript cannot see that.
  return Object.fromEntries(guarded) as Handlers;
}

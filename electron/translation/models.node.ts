// The registry of models: what lies in the folder that ships and in the reader's own. A broken folder is listed with
// what is wrong with it, never hidden.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Database, WriteDb } from '../storage/database.node.ts';
import { failureOrThrow, isSqliteError, sqliteCodes } from '../storage/errors.node.ts';
import type { ModelFiles } from './engine/messages.ts';
import { fingerprintOf, inspectModel, listModelFiles, signatureOf } from './inspect-model.node.ts';
import { type ModelId, ModelIdSchema, type ModelSummary } from './model.ts';
import { findFingerprint, forgetFingerprint, saveFingerprint } from './store.node.ts';

/** Folders that are being added or removed; what a crash left of them is cleared at the next start. */
const temporaryPrefix = '.unfinished-';

export interface InstalledModel {
  readonly summary: ModelSummary;
  /** An absolute path. */
  readonly folder: string;
  /** The model that its own names as its channel, where it is there and whole. */
  readonly channel: ModelFiles | null;
}

export interface ModelRegistry {
  /** Built-in models first, each kind in the order of its names. */
  list(): Promise<readonly InstalledModel[]>;
  /** Deletes an added model's folder. The caller has made the translator let go of it. */
  remove(model: InstalledModel): Promise<Result<null>>;
  /** An empty folder beside the installed models, for one that is being added. */
  makeTemporary(): Result<string>;
  /** Gives a temporary folder its name among the installed models. */
  install(temporary: string, id: ModelId): Promise<Result<InstalledModel>>;
}

export interface RegistryContext {
  readonly database: Database;
  readonly builtInFolder: string;
  readonly addedFolder: string;
  readonly log: (message: string) => void;
}

/** A folder's or file's name as a model's id: other characters than an id may have become hyphens. */
export function modelIdOf(name: string): ModelId {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 100);
  return v.parse(ModelIdSchema, plain === '' ? 'model' : plain);
}

/**
 * The registry of two folders, neither of which need be there. Clears away what a crash left half added, where the
 * workspace may be written. Fingerprints are kept in the workspace, so that a large model is read once.
 */
export function createModelRegistry(context: RegistryContext): ModelRegistry {
  const { database, addedFolder } = context;
  if (writeIfAllowed(database, () => undefined)) {
    clearUnfinished(addedFolder, context.log);
  }
  const described = new Map<string, { readonly state: string; readonly model: InstalledModel }>();
  const known = new Map<string, { readonly signature: string; readonly print: Promise<string> }>();

  /** Read once for each state of a folder, however many ask at a time. */
  function fingerprint(
    folder: string,
    signature: string,
    read: () => Promise<string>,
  ): Promise<string> {
    const cached = known.get(folder);
    if (cached?.signature === signature) {
      return cached.print;
    }
    const stored = findFingerprint(database.read, folder, signature);
    const print = stored === null ? readAndSave(folder, signature, read) : Promise.resolve(stored);
    known.set(folder, { signature, print });
    return print;
  }

  async function readAndSave(
    folder: string,
    signature: string,
    read: () => Promise<string>,
  ): Promise<string> {
    try {
      const print = await read();
      writeIfAllowed(database, (db) => saveFingerprint(db, folder, signature, print));
      return print;
    } catch (error) {
      known.delete(folder);
      throw error;
    }
  }

  /** A folder is read again only when one of its files has changed, or while something is wrong with it. */
  async function describe(
    folder: string,
    id: ModelId,
    origin: ModelSummary['origin'],
  ): Promise<InstalledModel> {
    const files = await listModelFiles(folder);
    const state = [id, ...files.map((file) => Object.values(file).join('|'))].join('\n');
    const cached = described.get(folder);
    if (cached?.state === state) {
      return cached.model;
    }
    const model = await read(folder, id, origin);
    if (model.summary.problem === null) {
      described.set(folder, { state, model });
    }
    return model;
  }

  async function read(
    folder: string,
    id: ModelId,
    origin: ModelSummary['origin'],
  ): Promise<InstalledModel> {
    const broken = (problem: ModelSummary['problem']): InstalledModel => ({
      folder,
      channel: null,
      summary: {
        id,
        name: id,
        origin,
        directions: [],
        sizeBytes: 0,
        fingerprint: '',
        about: null,
        problem,
      },
    });
    const facts = await inspectModel(folder, id);
    if (!facts.ok) {
      return broken(facts.error);
    }
    const { files, chosen, directions, about } = facts.value;
    const name = facts.value.name ?? id;
    const signature = signatureOf(files, chosen);
    let print: string;
    try {
      print = await fingerprint(folder, signature, () => fingerprintOf(folder, chosen));
    } catch (error) {
      const file = chosen.files.find((part) => fileErrorConcerns(error, join(folder, part)));
      if (file === undefined) {
        throw error;
      }
      return broken({ code: 'model-file-unreadable', params: { model: id, file } });
    }
    const sizeBytes = files
      .filter((file) => chosen.files.includes(file.name))
      .reduce((sum, file) => sum + file.sizeBytes, 0);
    return {
      folder,
      channel: null,
      summary: {
        id,
        name,
        origin,
        directions,
        sizeBytes,
        fingerprint: print,
        about,
        problem: null,
      },
    };
  }

  async function listFolder(
    parent: string,
    origin: ModelSummary['origin'],
    taken: Set<string>,
  ): Promise<readonly InstalledModel[]> {
    const models: InstalledModel[] = [];
    for (const name of await modelFoldersIn(parent)) {
      let id = modelIdOf(name);
      for (let count = 2; taken.has(id); count += 1) {
        id = modelIdOf(`${name.slice(0, 90)}-${count}`);
      }
      taken.add(id);
      try {
        models.push(await describe(join(parent, name), id, origin));
      } catch (error) {
        if (!hasCode(error, 'ENOENT')) {
          throw error;
        }
        taken.delete(id); // removed or renamed meanwhile
      }
    }
    return models.map((model) => ({ ...model, channel: channelOf(model, models) }));
  }

  return {
    list: async () => {
      const taken = new Set<string>();
      const builtIn = await listFolder(context.builtInFolder, 'built-in', taken);
      return [...builtIn, ...(await listFolder(addedFolder, 'added', taken))];
    },
    remove: async ({ folder, summary }) => {
      if (summary.origin === 'built-in') {
        return fail('model-built-in', { model: summary.id });
      }
      return asResult(addedFolder, async () => {
        const doomed = temporaryPath(addedFolder);
        await rename(folder, doomed);
        known.delete(folder);
        described.delete(folder);
        database.write((db) => forgetFingerprint(db, folder));
        await rm(doomed, { recursive: true, force: true });
        return null;
      });
    },
    makeTemporary: () => {
      try {
        const folder = temporaryPath(addedFolder);
        mkdirSync(join(folder, 'onnx'), { recursive: true });
        return succeed(folder);
      } catch (error) {
        return failureOrThrow(error, addedFolder);
      }
    },
    install: (temporary, id) =>
      asResult(addedFolder, async () => {
        const folder = join(addedFolder, id);
        await rename(temporary, folder);
        return describe(folder, id, 'added');
      }),
  };
}

function channelOf(
  { summary: { about, directions } }: InstalledModel,
  models: readonly InstalledModel[],
): ModelFiles | null {
  const named = models.find(({ summary }) => summary.id === about?.channel);
  const goesBack = directions.every(({ from, to }) =>
    named?.summary.directions.some((other) => other.from === to && other.to === from),
  );
  return named?.summary.problem === null && goesBack
    ? { folder: named.folder, version: named.summary.fingerprint }
    : null;
}

/** Writes, unless the workspace is open for reading alone; tells whether it did. */
export function writeIfAllowed(database: Database, work: (db: WriteDb) => void): boolean {
  try {
    database.write(work);
    return true;
  } catch (error) {
    if (isSqliteError(error, sqliteCodes.readOnly)) {
      return false;
    }
    throw error;
  }
}

function temporaryPath(addedFolder: string): string {
  return join(addedFolder, `${temporaryPrefix}${crypto.randomUUID()}`);
}

/** The folders that hold a config.json, whatever else they lack. A parent that is not there holds none. */
async function modelFoldersIn(parent: string): Promise<readonly string[]> {
  const entries = await readdir(parent).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
      return [];
    }
    throw error;
  });
  const names: string[] = [];
  for (const name of entries.sort()) {
    const config = await stat(join(parent, name, 'config.json')).catch(() => null); // not there: not a model
    if (!name.startsWith('.') && config !== null) {
      names.push(name);
    }
  }
  return names;
}

function clearUnfinished(addedFolder: string, log: (message: string) => void): void {
  try {
    for (const name of readdirSync(addedFolder)) {
      if (name.startsWith(temporaryPrefix)) {
        rmSync(join(addedFolder, name), { recursive: true, force: true });
      }
    }
  } catch (error) {
    // No folder yet; or one that cannot be cleared, which keeps nobody from reading.
    if (!hasCode(error, 'ENOENT')) {
      log(`unfinished models were not cleared: ${error}`);
    }
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function fileErrorConcerns(error: unknown, path: string): boolean {
  return error instanceof Error && 'path' in error && error.path === path;
}

async function asResult<T>(folder: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await work());
  } catch (error) {
    return failureOrThrow(error, folder);
  }
}

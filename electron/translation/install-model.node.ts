// Adds a model from a folder or an archive: copied aside, checked, loaded, made to translate, and only then given its
// place. Whatever fails on the way, nothing of it stays.
import { createReadStream } from 'node:fs';
import { chmod, copyFile, open, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import { failureOrThrow, isOfFolder } from '../storage/errors.node.ts';
import { inspectModel, listModelFiles } from './inspect-model.node.ts';
import type { Direction, ModelId } from './model.ts';
import { type ArchiveLimits, archiveLimits, unpackModel } from './model-archive.node.ts';
import { chooseModelFiles } from './model-files.ts';
import { type InstalledModel, type ModelRegistry, modelIdOf } from './models.node.ts';

/** The most bytes of a model that is copied from a folder. */
const folderLimitBytes = 4 * 2 ** 30;

/** What a model must be able to translate to be let in: plain words that every model of these languages knows. */
const testSentences: Readonly<Record<Language, string>> = {
  vi: 'Nhân dân hai nước yêu hòa bình và độc lập.',
  en: 'The people of the two countries love peace and independence.',
};

/** What came of trying a model: what it made of the text, why it could not, or how the translator ended over it. */
export type Trial =
  | { readonly text: string }
  | { readonly detail: string }
  | { readonly crash: string };

export interface InstallContext {
  readonly registry: ModelRegistry;
  readonly addedFolder: string;
  /** Translates one text with the model in a folder, in the translator's process. */
  readonly tryModel: (folder: string, direction: Direction, text: string) => Promise<Trial>;
  /** Makes the translator let go of whatever model it holds. */
  readonly letGo: () => Promise<void>;
  readonly archiveLimits?: ArchiveLimits;
}

/** Adds the model at a path; the original stays. A model's id is the name of its folder or archive. */
export async function installModel(
  context: InstallContext,
  givenPath: string,
): Promise<Result<InstalledModel>> {
  const path = resolve(givenPath);
  const found = await stat(path).catch(() => null); // nothing there, or nothing that we may see
  if (found === null) {
    return fail('model-path-missing', { path });
  }
  const id = modelIdOf(
    found.isDirectory()
      ? basename(path)
      : basename(path).replace(/\.(?:zip|tgz|tar(?:\.gz)?)$/i, ''),
  );
  return installFilled(context, id, (folder) =>
    found.isDirectory()
      ? copyModel(path, folder, id)
      : unpackModel(path, folder, id, context.archiveLimits ?? archiveLimits),
  );
}

/** Installs what `fill` puts into an empty folder that has an `onnx` folder, if it passes every check; else nothing of it stays. */
export async function installFilled(
  context: InstallContext,
  id: ModelId,
  fill: (folder: string) => Promise<Result<null>>,
): Promise<Result<InstalledModel>> {
  const installed = await context.registry.list();
  const isTaken = (other: ModelId) => other.toLowerCase() === id.toLowerCase();
  const inTheWay = await stat(join(context.addedFolder, id)).catch(() => null); // nothing there, as it should be
  if (inTheWay !== null || installed.some((model) => isTaken(model.summary.id))) {
    return fail('model-exists', { model: id });
  }
  const temporary = context.registry.makeTemporary();
  if (!temporary.ok) {
    return temporary;
  }
  const folder = temporary.value;
  try {
    const filled = await fill(folder);
    const checked = filled.ok ? await check(context, folder, id) : filled;
    return checked.ok ? await context.registry.install(folder, id) : checked;
  } catch (error) {
    return failureOrThrow(error, context.addedFolder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyModel(from: string, folder: string, model: ModelId): Promise<Result<null>> {
  const files = await listModelFiles(from).catch(() => null); // not ours to look into
  if (files === null) {
    return fail('model-path-missing', { path: from });
  }
  const choice = chooseModelFiles(files.map((file) => file.name));
  if (!choice.complete) {
    return fail('model-file-missing', { model, file: choice.missing });
  }
  const wanted = [...choice.chosen.files, ...choice.chosen.papers];
  const total = files
    .filter((file) => wanted.includes(file.name))
    .reduce((sum, file) => sum + file.sizeBytes, 0);
  if (total > folderLimitBytes) {
    const limitMegabytes = Math.ceil(folderLimitBytes / 2 ** 20);
    return fail('model-folder-too-large', { path: from, limitMegabytes });
  }
  for (const name of wanted) {
    const target = join(folder, name);
    try {
      await copyFile(join(from, name), target);
    } catch (error) {
      if (isOfFolder(error, folder) || !(error instanceof Error)) {
        throw error;
      }
      return fail('model-file-unreadable', { model, file: name });
    }
    await chmod(target, 0o600); // a copy is as read-only as its original
    // On disk before the folder gets its name: a power cut leaves a whole model or none.
    const copy = await open(target, 'r+');
    await copy.sync().finally(() => copy.close());
  }
  return succeed(null);
}

async function check(
  context: InstallContext,
  folder: string,
  model: ModelId,
): Promise<Result<null>> {
  const facts = await inspectModel(folder, model);
  if (!facts.ok) {
    await readWhole(
      folder,
      (await listModelFiles(folder)).map(({ name }) => name),
    );
    return facts;
  }
  try {
    for (const direction of facts.value.directions) {
      const sentence = testSentences[direction.from];
      const tried = await context.tryModel(folder, direction, sentence);
      if ('crash' in tried) {
        return fail('translator-stopped', {}); // which need not be the model's fault
      }
      if ('detail' in tried) {
        await readWhole(folder, facts.value.chosen.files);
        return fail('model-unloadable', { model, detail: tried.detail });
      }
      if (tried.text === sentence) {
        return fail('model-unloadable', { model, detail: `"${sentence}" = "${tried.text}"` });
      }
    }
  } finally {
    await context.letGo();
  }
  return succeed(null);
}

/** Throws where the disk gives a file no more: then it is to blame for a model that is refused, not the model. */
async function readWhole(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await pipeline(createReadStream(join(folder, name)), new Writable({ write: drop }));
  }
}

function drop(_chunk: unknown, _encoding: string, next: () => void): void {
  next();
}

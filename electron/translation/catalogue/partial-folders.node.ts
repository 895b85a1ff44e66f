// Where unfinished downloads lie: `.downloads/ID@KEY` in the models' folder, laid out like the model itself. The key is
// of the files' addresses, sizes and hashes: where the catalogue has changed since, an old download is not gone on with.
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueModel } from './catalogue.ts';

function downloadsFolder(modelsFolder: string): string {
  return join(modelsFolder, '.downloads');
}

function nameOf({ id, files }: CatalogueModel): string {
  const facts = JSON.stringify(
    files.map(({ name, url, sizeBytes, sha256 }) => [name, url, sizeBytes, sha256]),
  );
  return `${id}@${createHash('sha256').update(facts).digest('hex').slice(0, 12)}`;
}

/** The folder of a model's download, an absolute path; it need not be there. */
export function partialFolder(modelsFolder: string, model: CatalogueModel): string {
  return join(downloadsFolder(modelsFolder), nameOf(model));
}

export async function makePartialFolder(
  modelsFolder: string,
  model: CatalogueModel,
): Promise<void> {
  await mkdir(join(partialFolder(modelsFolder, model), 'onnx'), { recursive: true, mode: 0o700 });
}

/** Deletes what has come of a model; the folder of all downloads too when it was the last. */
export async function removePartialFolder(
  modelsFolder: string,
  model: CatalogueModel,
): Promise<void> {
  await rm(partialFolder(modelsFolder, model), { recursive: true, force: true });
  await rmdir(downloadsFolder(modelsFolder)).catch(() => undefined); // others lie there, or it is gone
}

/** How many bytes of each file have come, in the order of the catalogue; null where no download was begun. */
export async function partialSizes(
  modelsFolder: string,
  model: CatalogueModel,
): Promise<readonly number[] | null> {
  const folder = partialFolder(modelsFolder, model);
  if ((await stat(folder).catch(() => null)) === null) {
    return null; // nothing there
  }
  const sizeOf = async (name: string) =>
    (await stat(join(folder, name)).catch(() => null))?.size ?? 0; // not begun
  return Promise.all(model.files.map(({ name }) => sizeOf(name)));
}

/** Deletes downloads that no entry of the catalogue fits any more. */
export function clearStaleFolders(modelsFolder: string, models: readonly CatalogueModel[]): void {
  const folder = downloadsFolder(modelsFolder);
  const current = new Set(models.map(nameOf));
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return; // there are none
  }
  for (const name of names.filter((found) => !current.has(found))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

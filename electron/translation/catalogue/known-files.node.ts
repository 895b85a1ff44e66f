// Remembers the SHA-256 of files that the catalogue gives none for, from their first download on: a later download of
// the same address must bring the same bytes. Kept in the models' folder as `.known-files.json`; whoever deletes it
// trusts the next download as the first.
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const KnownFilesSchema = v.object({
  files: v.record(
    v.string(),
    v.object({ sha256: v.string(), firstSeenAt: v.pipe(v.string(), v.isoTimestamp()) }),
  ),
});

/** By address: the SHA-256 in hexadecimal, and when it was first seen (ISO 8601, UTC). */
export type KnownFiles = v.InferOutput<typeof KnownFilesSchema>['files'];

export function knownFilesPath(modelsFolder: string): string {
  return join(modelsFolder, '.known-files.json');
}

/** What is remembered; nothing where the file is missing or cannot be understood. */
export async function readKnownFiles(modelsFolder: string): Promise<KnownFiles> {
  const text = await readFile(knownFilesPath(modelsFolder), 'utf8').catch(() => null); // none yet
  if (text === null) {
    return {};
  }
  try {
    return v.parse(KnownFilesSchema, JSON.parse(text)).files;
  } catch (error) {
    if (error instanceof SyntaxError || v.isValiError(error)) {
      return {};
    }
    throw error;
  }
}

/** The last call's end: the file is read, changed and replaced by one call at a time. */
let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Remembers more files; what is remembered already stays as it is. The file is replaced as a whole, by calls at the
 * same time one after the other.
 */
export function rememberFiles(modelsFolder: string, files: KnownFiles): Promise<void> {
  const turn = lastTurn.then(() => addFiles(modelsFolder, files));
  lastTurn = turn.catch(() => undefined); // the caller hears of it
  return turn;
}

async function addFiles(modelsFolder: string, files: KnownFiles): Promise<void> {
  const known = { ...files, ...(await readKnownFiles(modelsFolder)) };
  const path = knownFilesPath(modelsFolder);
  const fresh = await open(`${path}.new`, 'w', 0o600);
  try {
    await fresh.writeFile(`${JSON.stringify({ files: known }, null, 2)}\n`);
    await fresh.sync();
  } finally {
    await fresh.close();
  }
  await rename(`${path}.new`, path);
}

// Which folder this run works in; Electron's own files go into a folder inside it.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { fail, type Result, succeed } from '../contract/result.ts';
import { dataFolderOf } from '../start/folders.node.ts';

/** The folder that the command line names (`--data DIR`, `--data=DIR`), else the one that every shell uses. */
export function chosenDataFolder(args: readonly string[]): string {
  const index = args.findLastIndex((arg) => arg === '--data' || arg.startsWith('--data='));
  const arg = args[index];
  return dataFolderOf(arg === '--data' ? args[index + 1] : arg?.slice('--data='.length));
}

/** Makes the folder and takes it for Electron as well, so that the single-instance lock is the folder's. */
export function takeDataFolder(folder: string): Result<null> {
  const browserFolder = join(folder, 'browser');
  try {
    mkdirSync(browserFolder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    return fail('data-folder-unwritable', { folder });
  }
  app.setPath('userData', folder);
  app.setPath('sessionData', browserFolder);
  return succeed(null);
}

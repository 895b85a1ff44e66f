// Keeps a copy of a damaged workspace file beside it, whatever the reader does next with the file itself.
import { constants, copyFileSync, existsSync } from 'node:fs';
import { contentHash, sizeOf } from './inspect.node.ts';

/**
 * Copies a damaged file, with its write-ahead log, to a name made of its content: the same damage gives the
 * same name and one copy, however often the program starts. Answers the copy's path. The file stays.
 */
export function keepDamagedCopy(file: string): string {
  const log = `${file}-wal`;
  const hasLog = sizeOf(log) > 0;
  const copy = `${file}.damaged-${contentHash(hasLog ? [file, log] : [file])}`;
  copyOnce(file, copy);
  if (hasLog) {
    copyOnce(log, `${copy}-wal`);
  }
  return copy;
}

function copyOnce(from: string, to: string): void {
  if (!existsSync(to)) {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

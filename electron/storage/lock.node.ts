// Keeps a data folder to one process: a lock that its holder's end releases, however it ends.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, type Result, succeed } from '../contract/result.ts';
import { failureOrThrow, isSqliteError, sqliteCodes } from './errors.node.ts';

export interface FolderLock {
  /** Harmless when done before. */
  release(): void;
}

// A connection that nothing refers to is closed when its memory is reclaimed, and its lock is gone with it.
const held = new Set<DatabaseSync>();

// Long enough for a process that is just closing, short enough to answer at once.
const patienceMs = 300;

/**
 * Takes the folder's lock; `data-folder-in-use` where another process (or another workspace of this one) has
 * it. It is SQLite's own lock on an empty file `workspace.lock`: the operating system drops it with the
 * process, so that a file left behind blocks nobody.
 */
export function lockFolder(folder: string): Result<FolderLock> {
  const file = join(folder, 'workspace.lock');
  let connection: DatabaseSync | null = null;
  try {
    connection = new DatabaseSync(file, { timeout: patienceMs });
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    if (isSqliteError(error, sqliteCodes.busy, sqliteCodes.locked)) {
      return fail('data-folder-in-use', { folder });
    }
    return failureOrThrow(error, folder);
  }
  const holder = connection;
  held.add(holder);
  return succeed({
    release() {
      if (held.delete(holder)) {
        holder.close();
      }
    },
  });
}

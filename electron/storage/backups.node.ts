// Backups of the workspace file, in the folder `backups` beside it: one before each migration, one a day.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Database } from './database.node.ts';

const keptBeforeMigration = 5;
const keptDaily = 7;
/** How often a program that stays open looks whether the day has a backup. */
const lookEveryMs = 60 * 60 * 1000;

function backupFolderOf(file: string): string {
  return join(dirname(file), 'backups');
}

/** Copies the database as it was under the old schema number; keeps the newest five of these copies. */
export function backUpBeforeMigration(
  connection: DatabaseSync,
  file: string,
  version: number,
): void {
  const folder = backupFolderOf(file);
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '');
  const schema = String(version).padStart(4, '0');
  copyDatabase(connection, join(folder, `before-migration-${stamp}-${schema}.sqlite`));
  keepNewest(folder, 'before-migration-', keptBeforeMigration);
}

/** Copies the database unless that was done on this day (UTC); keeps the newest seven of these copies. */
export function backUpDaily(database: Database, now: Date): void {
  const folder = backupFolderOf(database.file);
  mkdirSync(folder, { recursive: true });
  const backup = join(folder, `daily-${now.toISOString().slice(0, 10)}.sqlite`);
  if (!existsSync(backup)) {
    database.copyTo(backup);
    keepNewest(folder, 'daily-', keptDaily);
  }
}

/**
 * Makes the daily backup also where the program stays open for days: looks once an hour, which keeps no process alive.
 * A backup that fails is logged, and tried again the next time. Answers how to stop.
 */
export function keepDailyBackup(database: Database, log: (message: string) => void): () => void {
  const looking = setInterval(() => {
    try {
      backUpDaily(database, new Date());
    } catch (error) {
      log(`no backup was made: ${error instanceof Error ? error.stack : error}`);
    }
  }, lookEveryMs);
  looking.unref();
  return () => clearInterval(looking);
}

/**
 * Writes a consistent, compact copy: under a passing name first, then on disk, then renamed, so that a file
 * of the final name is always whole.
 */
export function copyDatabase(connection: DatabaseSync, target: string): void {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    connection.prepare('VACUUM INTO ?').run(unfinished);
    flush(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Deletes all but the last files by name; the names carry their time, so that is the newest. */
function keepNewest(folder: string, prefix: string, count: number): void {
  const backups = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.sqlite'))
    .sort();
  for (const name of backups.slice(0, -count)) {
    rmSync(join(folder, name));
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

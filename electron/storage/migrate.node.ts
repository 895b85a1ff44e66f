// Brings a workspace file's schema up to date: every missing migration, in one transaction.
import type { DatabaseSync } from 'node:sqlite';
import type { Database, Migration } from './database.node.ts';
import { applicationId } from './inspect.node.ts';

/**
 * Runs the migrations beyond `version` in order and states the new schema number (PRAGMA user_version). All
 * of it is committed or nothing. Foreign keys are off meanwhile, so that a migration may rebuild a table,
 * and are checked before the commit.
 */
export function migrate(
  connection: DatabaseSync,
  write: Database['write'],
  version: number,
  migrations: readonly Migration[],
): void {
  const missing = migrations
    .filter((migration) => migration.number > version)
    .sort((a, b) => a.number - b.number);
  const last = missing.at(-1);
  if (last === undefined) {
    return;
  }
  connection.exec('PRAGMA foreign_keys = OFF');
  write((db) => {
    for (const migration of missing) {
      migration.up(db);
    }
    const [orphan] = db.all('PRAGMA foreign_key_check');
    if (orphan !== undefined) {
      throw new Error(
        `a migration left a row of ${orphan['table']} without its ${orphan['parent']}`,
      );
    }
    db.run(`PRAGMA application_id = ${applicationId}`);
    db.run(`PRAGMA user_version = ${last.number}`);
  });
}

// The workspace file: opened safely, brought up to date, read and written in transactions.
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { fail, type Result, succeed } from '../contract/result.ts';
import { backUpBeforeMigration, copyDatabase } from './backups.node.ts';
import { keepDamagedCopy } from './damage.node.ts';
import {
  failureOrThrow,
  isDamage,
  isSqliteError,
  readOnlyError,
  sqliteCodes,
  storageFailure,
} from './errors.node.ts';
import { inspectDatabase, pragma, setStrayLogAside, sizeOf } from './inspect.node.ts';
import { migrate } from './migrate.node.ts';
import { migrations as allMigrations } from './migrations/index.node.ts';
import { checkSqliteVersion } from './sqlite-version.node.ts';

/** What a column holds and a parameter takes. Integers beyond 2^53 are not for this program. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** One row, by column name. */
export type Row = Readonly<Record<string, SqlValue>>;

/** Reads. `sql` is one statement with `?` for each parameter. */
export interface ReadDb {
  all(sql: string, ...params: SqlValue[]): readonly Row[];
  get(sql: string, ...params: SqlValue[]): Row | undefined;
}

/** Reads and writes, inside the transaction that {@link Database.write} began. */
export interface WriteDb extends ReadDb {
  run(sql: string, ...params: SqlValue[]): { readonly changes: number };
}

/** One step of the schema. `number` counts from 1; `up` runs inside a transaction. */
export interface Migration {
  readonly number: number;
  up(db: WriteDb): void;
}

export interface Database {
  readonly file: string;
  readonly read: ReadDb;
  /** One IMMEDIATE transaction: on disk when this returns, rolled back when `work` throws. Not to be nested. */
  write<T>(work: (db: WriteDb) => T): T;
  /** Writes a consistent copy to a file that is not there yet. */
  copyTo(file: string): void;
  /** Empties the write-ahead log into the file and lets go of it. Harmless when done before. */
  close(): void;
}

const busyTimeoutMs = 5000;
const cachedStatementLimit = 256;

/**
 * Opens the workspace file and brings it up to date; makes it where it is missing or empty. A newer or a
 * damaged file is left as it is. The caller holds the data folder's lock (lock.node.ts).
 */
export function openDatabase(
  file: string,
  migrations: readonly Migration[] = allMigrations,
): Result<Database> {
  const version = checkSqliteVersion();
  if (!version.ok) {
    return version;
  }
  try {
    setStrayLogAside(file);
    const state = inspectDatabase(file);
    if (state.kind === 'damaged') {
      return damaged(file);
    }
    const known = newest(migrations);
    if (state.kind === 'healthy' && state.version > known) {
      return fail('database-newer', { file, found: state.version, known });
    }
    return openForWriting(file, state.kind === 'healthy' ? state.version : null, migrations);
  } catch (error) {
    return failureOrThrow(error, dirname(file));
  }
}

/**
 * Opens a workspace file that another process is using, to read it alone: `write` throws. A file that is
 * not there or not up to date gives `data-folder-in-use`: its owner is at work on it.
 */
export function openDatabaseForReading(
  file: string,
  migrations: readonly Migration[] = allMigrations,
): Result<Database> {
  const version = checkSqliteVersion();
  if (!version.ok) {
    return version;
  }
  const inUse = fail('data-folder-in-use', { folder: dirname(file) });
  let connection: DatabaseSync | null = null;
  try {
    if (sizeOf(file) === 0) {
      return inUse;
    }
    connection = new DatabaseSync(file, { readOnly: true, timeout: busyTimeoutMs });
    const found = pragma(connection, 'user_version');
    const known = newest(migrations);
    if (found === known) {
      return succeed(wrap(file, connection, 'reads'));
    }
    connection.close();
    return found > known ? fail('database-newer', { file, found, known }) : inUse;
  } catch (error) {
    connection?.close();
    return isDamage(error) ? damaged(file) : failureOrThrow(error, dirname(file));
  }
}

function openForWriting(
  file: string,
  version: number | null,
  migrations: readonly Migration[],
): Result<Database> {
  const connection = new DatabaseSync(file, { timeout: busyTimeoutMs, defensive: true });
  try {
    if (version !== null && version < newest(migrations)) {
      backUpBeforeMigration(connection, file, version);
    }
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec('PRAGMA synchronous = FULL');
    const database = wrap(file, connection, 'writes');
    migrate(connection, database.write, version ?? 0, migrations);
    connection.exec('PRAGMA foreign_keys = ON');
    return succeed(database);
  } catch (error) {
    connection.close();
    // An existing file that goes wrong here has tables that do not fit its schema number.
    const misfit = isSqliteError(error, sqliteCodes.error, sqliteCodes.constraint);
    if (version !== null && (misfit || isDamage(error))) {
      return damaged(file);
    }
    throw error;
  }
}

function wrap(file: string, connection: DatabaseSync, access: 'reads' | 'writes'): Database {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) {
      return known;
    }
    const statement = connection.prepare(sql);
    if (statements.size >= cachedStatementLimit) {
      statements.clear();
    }
    statements.set(sql, statement);
    return statement;
  };
  const read: ReadDb = {
    all: (sql, ...params) => prepare(sql).all(...params),
    get: (sql, ...params) => prepare(sql).get(...params),
  };
  const writer: WriteDb = {
    ...read,
    run: (sql, ...params) => ({ changes: Number(prepare(sql).run(...params).changes) }),
  };
  return {
    file,
    read,
    write(work) {
      if (access === 'reads') {
        throw readOnlyError(); // SQLite itself would mind the first change only
      }
      return transact(connection, () => work(writer));
    },
    copyTo: (target) => copyDatabase(connection, target),
    close() {
      if (connection.isOpen) {
        statements.clear();
        try {
          if (access === 'writes') {
            connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
          }
        } catch (error) {
          // On a full disk or a damaged file the log stays as it is: nothing in it is lost.
          if (storageFailure(error, dirname(file)) === null && !isDamage(error)) {
            throw error;
          }
        } finally {
          connection.close();
        }
      }
    },
  };
}

function transact<T>(connection: DatabaseSync, work: () => T): T {
  if (connection.isTransaction) {
    throw new Error('a transaction is under way: write() is not to be nested');
  }
  connection.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    if (value instanceof Promise) {
      throw new Error('a transaction cannot wait: the work given to write() answered a promise');
    }
    connection.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (connection.isTransaction) {
      connection.exec('ROLLBACK');
    }
    throw error;
  }
}

function newest(migrations: readonly Migration[]): number {
  return migrations.reduce((highest, migration) => Math.max(highest, migration.number), 0);
}

function damaged(file: string): Result<never> {
  return fail('database-damaged', { file, copy: keepDamagedCopy(file) });
}

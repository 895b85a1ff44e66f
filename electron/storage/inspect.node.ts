// Looks at a workspace file without changing it: absent, damaged, or healthy and of which schema number.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, renameSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isDamage, isSqliteError, sqliteCodes } from './errors.node.ts';

/** "SONG" in ASCII: marks a SQLite file as a workspace of this program (PRAGMA application_id). */
export const applicationId = 0x534f4e47;

export type DatabaseState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'healthy'; readonly version: number };

/**
 * Reads the header, then runs `quick_check` over a connection that cannot write. The caller holds the data
 * folder's lock: nobody writes meanwhile.
 */
export function inspectDatabase(file: string): DatabaseState {
  if (sizeOf(file) === 0) {
    // An empty file is a new one, unless a write-ahead log says that it held something.
    return { kind: sizeOf(`${file}-wal`) > 0 ? 'damaged' : 'absent' };
  }
  const header = readHeader(file);
  if (header === null) {
    return { kind: 'damaged' };
  }
  const connection = lookAt(file);
  try {
    const check = connection.prepare('PRAGMA quick_check(1)').get();
    const version = pragma(connection, 'user_version');
    const isWorkspace = pragma(connection, 'application_id') === applicationId;
    return check?.['quick_check'] === 'ok' && isWorkspace && version > 0
      ? { kind: 'healthy', version }
      : emptyOrDamaged(connection, check?.['quick_check'] === 'ok' && version === 0);
  } catch (error) {
    if (isDamage(error) || isSqliteError(error, sqliteCodes.error)) {
      return { kind: 'damaged' };
    }
    throw error;
  } finally {
    connection.close();
  }
}

/**
 * Renames a write-ahead log that does not belong to the file beside it: SQLite would write its pages into
 * that file, or delete it. It is a stray where the file is missing, or is a backup put in its place (those
 * are not in WAL mode). Answers the log's new name, or null.
 */
export function setStrayLogAside(file: string): string | null {
  const log = `${file}-wal`;
  if (sizeOf(log) === 0) {
    return null;
  }
  const missing = statSync(file, { throwIfNoEntry: false }) === undefined;
  if (!missing && (sizeOf(file) === 0 || readHeader(file) !== 'rollback-journal')) {
    return null;
  }
  const aside = `${log}.stray-${contentHash([log])}`;
  renameSync(log, aside);
  return aside;
}

/** The first 12 hexadecimal digits of the SHA-256 over the files' bytes. */
export function contentHash(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The file's size in bytes; 0 where it is missing. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The journal mode that a database's header states (sqlite.org/fileformat2.html, 1.3), or null for no database. */
function readHeader(file: string): 'rollback-journal' | 'write-ahead-log' | null {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    const length = readSync(descriptor, header, 0, header.length, 0);
    if (length < header.length || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
      return null;
    }
  } finally {
    closeSync(descriptor);
  }
  const [writeVersion, readVersion] = [header[18], header[19]];
  if (writeVersion !== readVersion || (writeVersion !== 1 && writeVersion !== 2)) {
    return null;
  }
  return writeVersion === 1 ? 'rollback-journal' : 'write-ahead-log';
}

/** Without a log the file alone is all there is to see, and SQLite need not put one beside it to look. */
function lookAt(file: string): DatabaseSync {
  const address = pathToFileURL(file);
  if (sizeOf(`${file}-wal`) === 0) {
    address.searchParams.set('immutable', '1');
  }
  return new DatabaseSync(address, { readOnly: true });
}

/** A file that was made and never got its first table (the program was stopped just then) counts as absent. */
function emptyOrDamaged(connection: DatabaseSync, sound: boolean): DatabaseState {
  const tables = connection.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  return { kind: sound && tables?.['count'] === 0 ? 'absent' : 'damaged' };
}

/** A number that the file's header holds for the program. */
export function pragma(connection: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(connection.prepare(`PRAGMA ${name}`).get()?.[name]);
}

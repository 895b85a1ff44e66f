// Tells the storage errors that are to be expected (a full disk, a folder that cannot be written) from bugs.
import { sep } from 'node:path';
import type { Failure } from '../contract/result.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html) that this program tells apart. */
export const sqliteCodes = {
  error: 1,
  permission: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26,
} as const;

type SqliteCode = (typeof sqliteCodes)[keyof typeof sqliteCodes];

/** The system's codes for a disk, or the reader's share of it, that is full. */
const fullCodes = ['ENOSPC', 'EDQUOT'] as const;

/** Whether an error came from SQLite with one of these primary result codes. */
export function isSqliteError(error: unknown, ...codes: readonly SqliteCode[]): boolean {
  const code = sqliteCodeOf(error);
  return code !== null && codes.some((known) => known === code);
}

/** Whether SQLite found that a file is no database, or no longer a sound one. */
export function isDamage(error: unknown): boolean {
  return isSqliteError(error, sqliteCodes.corrupt, sqliteCodes.notADatabase);
}

/** The error that a write gives where a workspace is open to be read alone: as SQLite's own. */
export function readOnlyError(): Error {
  const message = 'attempt to write a readonly database';
  return Object.assign(new Error(message), { errcode: sqliteCodes.readOnly });
}

/** The failure that an error of the file system or of SQLite stands for, or null where it is a bug. */
export function storageFailure(error: unknown, folder: string): Failure | null {
  const { full, busy, locked, permission, readOnly, cannotOpen, inputOutput } = sqliteCodes;
  if (isSqliteError(error, full) || hasSystemCode(error, ...fullCodes)) {
    return { code: 'disk-full', params: { folder } };
  }
  if (isSqliteError(error, busy, locked)) {
    return { code: 'data-folder-in-use', params: { folder } };
  }
  if (
    isSqliteError(error, permission, readOnly, cannotOpen, inputOutput) ||
    hasSystemCode(
      error,
      'EACCES',
      'EPERM',
      'EROFS',
      'EEXIST',
      'ENOTDIR',
      'EISDIR',
      'ENOENT',
      'EIO',
      'EFBIG',
    )
  ) {
    return { code: 'data-folder-unwritable', params: { folder } };
  }
  return null;
}

/** The failed result of an error that {@link storageFailure} knows; any other is thrown on, being a bug. */
export function failureOrThrow(
  error: unknown,
  folder: string,
): { readonly ok: false; readonly error: Failure } {
  const failure = storageFailure(error, folder);
  if (failure === null) {
    throw error;
  }
  return { ok: false, error: failure };
}

/** Whether an error is of this folder or of a disk that takes no more, rather than of the file that was being read into it. */
export function isOfFolder(error: unknown, folder: string): boolean {
  const isInside =
    error instanceof Error &&
    'path' in error &&
    (error.path === folder || String(error.path).startsWith(folder + sep));
  return isInside || hasSystemCode(error, ...fullCodes, 'EFBIG');
}

function sqliteCodeOf(error: unknown): number | null {
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    return error.errcode & 0xff; // the primary code of an extended one
  }
  return null;
}

function hasSystemCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

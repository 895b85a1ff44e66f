// Turns what the disk can do to any call (full, unwritable, damaged) into the call's failure, in one place.
import { dirname } from 'node:path';
import { type Failure, fail, type Result } from '../contract/result.ts';
import { keepDamagedCopy } from './damage.node.ts';
import type { Database } from './database.node.ts';
import { isDamage, storageFailure } from './errors.node.ts';

/** Runs work; a storage error that it throws becomes a failed result, any other stays a thrown bug. */
export type StorageGuard = <T>(work: () => Result<T> | Promise<Result<T>>) => Promise<Result<T>>;

/**
 * A guard for one open workspace file. With the access `reads` another process has the file, so that a
 * write fails with `data-folder-in-use`. Damage that shows while the file is open is copied once.
 */
export function createStorageGuard({ file }: Database, access: 'reads' | 'writes'): StorageGuard {
  const folder = dirname(file);
  let copy: string | null = null;
  const failureOf = (error: unknown): Failure => {
    if (isDamage(error)) {
      copy ??= keepDamagedCopy(file);
      return fail('database-damaged', { file, copy }).error;
    }
    const failure = storageFailure(error, folder);
    if (failure === null) {
      throw error;
    }
    return access === 'reads' && failure.code === 'data-folder-unwritable'
      ? fail('data-folder-in-use', { folder }).error
      : failure;
  };
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      return { ok: false, error: failureOf(error) };
    }
  };
}

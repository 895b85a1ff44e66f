// Several processes and one data folder; a process killed in the middle of writing.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listAnnotations } from '../../../electron/annotation/store.node.ts';
import { createHistoryService } from '../../../electron/history/service.node.ts';
import { lockFolder } from '../../../electron/storage/lock.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestAlignment, openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const script = new URL('../../helpers/write-until-killed.ts', import.meta.url).pathname;

interface Writer {
  readonly process: ChildProcessWithoutNullStreams;
  /** The numbers of the edits that it reported as saved, so far. */
  readonly saved: readonly number[];
  /** Resolves when so many edits are saved. */
  reached(count: number): Promise<void>;
  /** Kills it as a power cut would the program, and waits for its end. */
  kill(): Promise<void>;
}

function startWriter(folder: string, firstNumber: number): Writer {
  const child = spawn(process.execPath, [script, folder, String(firstNumber)]);
  const ended = once(child, 'exit');
  const saved: number[] = [];
  let partial = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (partial + chunk.toString()).split('\n');
    partial = lines.pop() ?? '';
    saved.push(...lines.map(Number));
    child.emit('saved');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  return {
    process: child,
    saved,
    async reached(count) {
      while (saved.length < count) {
        if (child.exitCode !== null) {
          throw new Error(`the writer ended by itself: ${complaint}`);
        }
        await Promise.race([once(child, 'saved'), ended]);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe('a data folder', () => {
  test('is of one process at a time, and free as soon as that one is killed', async () => {
    const folder = makeTemporaryFolder();
    openTestAlignment(openTestDatabase(folder)).close();
    const writer = startWriter(folder, 1);
    try {
      await writer.reached(1);
      expect(lockFolder(folder)).toEqual({
        ok: false,
        error: { code: 'data-folder-in-use', params: { folder } },
      });
    } finally {
      await writer.kill();
    }
    expect(existsSync(join(folder, 'workspace.lock'))).toBe(true);
    unwrap(lockFolder(folder)).release();
  });

  test('is of one workspace at a time within a process, until that lets go', () => {
    const folder = makeTemporaryFolder();
    const lock = unwrap(lockFolder(folder));
    expect(lockFolder(folder)).toMatchObject({ error: { code: 'data-folder-in-use' } });
    lock.release();
    lock.release();
    unwrap(lockFolder(folder)).release();
  });

  test('cannot be had where it cannot be written', () => {
    const folder = join(makeTemporaryFolder(), 'data');
    writeFileSync(folder, '');
    expect(lockFolder(folder)).toMatchObject({ error: { code: 'data-folder-unwritable' } });
    const blocked = makeTemporaryFolder();
    mkdirSync(join(blocked, 'workspace.lock'));
    expect(lockFolder(blocked)).toMatchObject({ error: { code: 'data-folder-unwritable' } });
  });
});

describe('a process killed while it writes', () => {
  test('loses no edit that it reported, leaves no half of one, and the history goes on', async () => {
    const folder = makeTemporaryFolder();
    openTestAlignment(openTestDatabase(folder)).close();
    const reported: number[] = [];
    let next = 1;
    for (let round = 0; round < 5; round += 1) {
      const writer = startWriter(folder, next);
      try {
        await writer.reached(1 + 11 * round);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      } finally {
        await writer.kill();
      }
      reported.push(...writer.saved);

      const database = openTestDatabase(folder);
      expect(database.read.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
      expect(database.read.all('PRAGMA foreign_key_check')).toEqual([]);
      const numbers = listAnnotations(database.read).map(({ id }) => Number(id.slice(-12)));
      expect(numbers).toEqual(expect.arrayContaining(reported));
      const linked = database.read
        .all('SELECT id FROM links')
        .map(({ id }) => String(id).slice(-12));
      expect(linked.map(Number).sort()).toEqual(numbers.sort());
      expect(database.read.get('SELECT count(*) AS count FROM history_groups')).toEqual({
        count: numbers.length,
      });
      database.close();
      next = Math.max(...numbers) + 1;
    }

    const database = openTestDatabase(folder);
    const history = createHistoryService({ database, emit: () => undefined });
    for (let count = listAnnotations(database.read).length; count > 0; count -= 1) {
      unwrap(await history['history.undo']({}));
    }
    expect(await history['history.undo']({})).toMatchObject({ error: { code: 'nothing-to-undo' } });
    expect(listAnnotations(database.read)).toEqual([]);
    expect(database.read.all('SELECT * FROM links')).toEqual([]);
    database.close();
  });
});

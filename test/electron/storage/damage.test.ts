// Files that are not, or no longer, what they should be: nothing of them is lost, and the answer says so.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/storage/database.node.ts';
import { migrations } from '../../../electron/storage/migrations/index.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const known = Math.max(...migrations.map(({ number }) => number));

/** A closed, healthy workspace file with some settings in it; answers its path. */
function makeFile(folder = makeTemporaryFolder()): string {
  const database = openTestDatabase(folder);
  database.write((db) => db.run("INSERT INTO settings VALUES ('preferences', '{}')"));
  database.close();
  return database.file;
}

/** What lies beside a workspace file, without SQLite's shared memory. */
function besides(file: string): readonly string[] {
  return readdirSync(dirname(file)).filter(
    (name) => name !== 'workspace.sqlite' && !name.endsWith('-shm'),
  );
}

function expectDamaged(file: string, content: Buffer): string {
  const opened = openDatabase(file);
  expect(opened).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
  const copy = opened.ok ? '' : String(opened.error.params['copy']);
  expect(readFileSync(file).equals(content)).toBe(true);
  expect(readFileSync(copy).equals(content)).toBe(true);
  expect(dirname(copy)).toBe(dirname(file));
  return copy;
}

describe('a damaged file', () => {
  test.each([0.3, 0.5, 0.9])('truncated to %d of its length stays, and is copied', (share) => {
    const file = makeFile();
    truncateSync(file, Math.floor(readFileSync(file).length * share));
    expectDamaged(file, readFileSync(file));
  });

  test('that is no database at all stays, and is copied', () => {
    const file = join(makeTemporaryFolder(), 'workspace.sqlite');
    writeFileSync(file, 'Ghi chú của tôi, lưu nhầm chỗ.\n'.repeat(100));
    expectDamaged(file, readFileSync(file));
    writeFileSync(file, 'SQLite');
    expectDamaged(file, readFileSync(file));
  });

  test("that is another program's database stays as it is", () => {
    const file = join(makeTemporaryFolder(), 'workspace.sqlite');
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE recipes (name TEXT); PRAGMA user_version = 3');
    other.close();
    expectDamaged(file, readFileSync(file));
  });

  test('is copied once, however often it is opened; other damage gets another copy', () => {
    const file = makeFile();
    const whole = readFileSync(file);
    truncateSync(file, whole.length / 2);
    const half = readFileSync(file);
    const copy = expectDamaged(file, half);
    expect(expectDamaged(file, half)).toBe(copy);
    expect(besides(file)).toHaveLength(1);
    truncateSync(file, whole.length / 4);
    expect(expectDamaged(file, readFileSync(file))).not.toBe(copy);
    expect(readFileSync(copy).equals(half)).toBe(true);
  });

  test('of no length beside a log that holds something is damaged, and the log is copied with it', () => {
    const file = makeFile();
    writeFileSync(file, '');
    writeFileSync(`${file}-wal`, 'what was written last');
    const copy = expectDamaged(file, Buffer.alloc(0));
    expect(readFileSync(`${copy}-wal`, 'utf8')).toBe('what was written last');
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('what was written last');
  });

  test('whose schema number is lower than its tables say is not migrated over them', () => {
    const file = makeFile();
    const connection = new DatabaseSync(file);
    connection.exec('PRAGMA user_version = 1');
    connection.close();
    expect(openDatabase(file)).toMatchObject({ error: { code: 'database-damaged' } });
    const looked = new DatabaseSync(file, { readOnly: true });
    expect(looked.prepare('SELECT key FROM settings').all()).toEqual([{ key: 'preferences' }]);
    looked.close();
  });

  test('with any byte changed opens, or is refused with its content kept; it never throws', () => {
    const file = makeFile();
    const whole = readFileSync(file);
    const copy = join(makeTemporaryFolder(), 'workspace.sqlite');
    const outcomes = new Set<string>();
    // The header and the first pages' headers matter most; the rest is for the law.
    const place = fc.oneof(
      fc.integer({ min: 0, max: 107 }),
      fc
        .nat(whole.length / 4096 - 1)
        .chain((page) => fc.integer({ min: page * 4096, max: page * 4096 + 40 })),
      fc.nat(whole.length - 1),
    );
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        rmSync(dirname(copy), { recursive: true });
        mkdirSync(dirname(copy));
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ mask;
        writeFileSync(copy, changed);
        const opened = openDatabase(copy);
        outcomes.add(opened.ok ? 'opened' : opened.error.code);
        if (opened.ok) {
          opened.value.close();
        } else if (opened.error.code === 'database-damaged') {
          const kept = readFileSync(String(opened.error.params['copy']));
          expect(kept.length).toBe(changed.length);
          expect(readFileSync(copy).length).toBe(changed.length);
        } else {
          expect(opened.error.code).toBe('database-newer');
          expect(readFileSync(copy).equals(changed)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(outcomes).toContain('opened');
    expect(outcomes).toContain('database-damaged');
  });
});

describe('a file that is not damaged', () => {
  test('of no length is a new one', () => {
    const file = join(makeTemporaryFolder(), 'workspace.sqlite');
    writeFileSync(file, '');
    const database = unwrap(openDatabase(file));
    expect(database.read.get('PRAGMA user_version')).toEqual({ user_version: known });
    database.close();
    expect(besides(file)).toEqual([]);
  });

  test('of a newer program stays byte for byte, and nothing is put beside it', () => {
    const file = makeFile();
    const connection = new DatabaseSync(file);
    connection.exec(`PRAGMA user_version = ${known + 1}; CREATE TABLE of_the_future (id TEXT)`);
    connection.close();
    const content = readFileSync(file);
    expect(openDatabase(file)).toEqual({
      ok: false,
      error: { code: 'database-newer', params: { file, found: known + 1, known } },
    });
    expect(readFileSync(file).equals(content)).toBe(true);
    expect(besides(file)).toEqual([]);
  });

  test('of a newer program that was killed stays, with its log', () => {
    const file = makeFile();
    const connection = new DatabaseSync(file);
    connection.exec(`PRAGMA user_version = ${known + 1}`);
    const content = [readFileSync(file), readFileSync(`${file}-wal`)];
    const folder = makeTemporaryFolder();
    const left = join(folder, 'workspace.sqlite');
    copyFileSync(file, left);
    copyFileSync(`${file}-wal`, `${left}-wal`);
    connection.close();
    expect(openDatabase(left)).toMatchObject({
      error: { code: 'database-newer', params: { found: known + 1 } },
    });
    expect([readFileSync(left), readFileSync(`${left}-wal`)]).toEqual(content);
  });

  test('put back from a backup beside the log of the file that it replaces opens as it was backed up', () => {
    const folder = makeTemporaryFolder();
    const database = openTestDatabase(folder);
    database.write((db) => db.run("INSERT INTO settings VALUES ('preferences', '1')"));
    const backup = join(folder, 'backup.sqlite');
    database.copyTo(backup);
    database.write((db) => db.run("UPDATE settings SET value = '2'"));
    const log = readFileSync(`${database.file}-wal`);
    database.close();

    copyFileSync(backup, database.file);
    writeFileSync(`${database.file}-wal`, log);
    const restored = unwrap(openDatabase(database.file));
    expect(restored.read.get('SELECT value FROM settings')).toEqual({ value: '1' });
    restored.close();
    const aside = readdirSync(folder).find((name) => name.includes('-wal.stray-')) ?? '';
    expect(readFileSync(join(folder, aside)).equals(log)).toBe(true);
  });

  test('that is missing beside a log is made anew, and the log kept under another name', () => {
    const file = join(makeTemporaryFolder(), 'workspace.sqlite');
    writeFileSync(`${file}-wal`, 'left behind');
    unwrap(openDatabase(file)).close();
    expect(besides(file)).toEqual([expect.stringMatching(/^workspace\.sqlite-wal\.stray-/)]);
  });
});

describe('a place that cannot be written', () => {
  test('is refused where a file stands in place of the folder', () => {
    const folder = join(makeTemporaryFolder(), 'data');
    writeFileSync(folder, '');
    expect(openDatabase(join(folder, 'workspace.sqlite'))).toEqual({
      ok: false,
      error: { code: 'data-folder-unwritable', params: { folder } },
    });
  });

  test('is refused where a folder stands in place of the file', () => {
    const folder = makeTemporaryFolder();
    mkdirSync(join(folder, 'workspace.sqlite'));
    expect(openDatabase(join(folder, 'workspace.sqlite'))).toMatchObject({
      error: { code: 'data-folder-unwritable' },
    });
    expect(existsSync(join(folder, 'workspace.sqlite'))).toBe(true);
  });
});

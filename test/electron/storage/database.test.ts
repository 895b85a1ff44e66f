// The workspace file when all is well: transactions, settings of the connection, reopening.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Database,
  type Migration,
  openDatabase,
  openDatabaseForReading,
} from '../../../electron/storage/database.node.ts';
import { storageFailure } from '../../../electron/storage/errors.node.ts';
import { checkSqliteVersion } from '../../../electron/storage/sqlite-version.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const shelf: Migration = {
  number: 1,
  up(db) {
    db.run('CREATE TABLE shelves (id INTEGER PRIMARY KEY) STRICT');
    db.run(`CREATE TABLE books (
      title TEXT PRIMARY KEY,
      shelf INTEGER REFERENCES shelves (id),
      cover BLOB
    ) STRICT`);
  },
};

function open(folder = makeTemporaryFolder()): Database {
  return unwrap(openDatabase(join(folder, 'workspace.sqlite'), [shelf]));
}

const titles = (database: Database) =>
  database.read.all('SELECT title FROM books ORDER BY title').map((row) => row['title']);
const add = (database: Database, title: string) =>
  database.write((db) => db.run('INSERT INTO books (title) VALUES (?)', title));

describe('a connection', () => {
  test('keeps every commit through a power cut, checks references and waits its turn', () => {
    const { read } = open();
    expect(read.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(read.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(read.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    expect(read.get('PRAGMA busy_timeout')).toEqual({ timeout: 5000 });
  });

  test('gives back text and bytes as they were, an inner NUL included', () => {
    const database = open();
    const cover = new Uint8Array([0, 255, 128]);
    database.write((db) =>
      db.run('INSERT INTO books (title, cover) VALUES (?, ?)', 'Thơ\u0000 😀', cover),
    );
    expect(database.read.get('SELECT title, cover FROM books')).toEqual({
      title: 'Thơ\u0000 😀',
      cover,
    });
  });

  test('answers many different statements, more than it keeps prepared', () => {
    const { read } = open();
    for (let number = 0; number < 600; number += 1) {
      expect(read.get(`SELECT ${number} AS answer`)).toEqual({ answer: number });
    }
  });
});

describe('write', () => {
  test('keeps what it did when the file is opened again, and leaves one file when closed', () => {
    const folder = makeTemporaryFolder();
    const database = open(folder);
    expect(add(database, 'Nhật ký')).toEqual({ changes: 1 });
    database.close();
    database.close();
    expect(readdirSync(folder)).toEqual(['workspace.sqlite']);
    expect(titles(open(folder))).toEqual(['Nhật ký']);
  });

  test('takes everything back when its work throws', () => {
    const database = open();
    add(database, 'a');
    const work = () =>
      database.write((db) => {
        db.run('INSERT INTO books (title) VALUES (?)', 'b');
        throw new Error('stop');
      });
    expect(work).toThrow('stop');
    expect(titles(database)).toEqual(['a']);
    add(database, 'c');
    expect(titles(database)).toEqual(['a', 'c']);
  });

  test('refuses a row without what it refers to', () => {
    const database = open();
    const orphan = () =>
      database.write((db) => db.run("INSERT INTO books (title, shelf) VALUES ('a', 7)"));
    expect(orphan).toThrow('FOREIGN KEY');
  });

  test('throws when nested, and takes the outer one back', () => {
    const database = open();
    const nested = () =>
      database.write((db) => {
        db.run("INSERT INTO books (title) VALUES ('outer')");
        add(database, 'inner');
      });
    expect(nested).toThrow('nested');
    expect(titles(database)).toEqual([]);
  });

  test('throws when its work is asynchronous: the transaction would end before it', () => {
    const database = open();
    const late = () =>
      database.write(async (db) => {
        db.run("INSERT INTO books (title) VALUES ('late')");
      });
    expect(late).toThrow('promise');
    expect(titles(database)).toEqual([]);
  });

  test('fails as disk-full where there is no more room, and keeps what was there', () => {
    const folder = makeTemporaryFolder();
    const database = open(folder);
    add(database, 'a');
    database.read.get('PRAGMA max_page_count = 1');
    try {
      database.write((db) => {
        for (let number = 0; number < 100; number += 1) {
          db.run('INSERT INTO books (title) VALUES (?)', `${number} ${'x'.repeat(4096)}`);
        }
      });
      expect.unreachable();
    } catch (error) {
      expect(storageFailure(error, folder)).toEqual({ code: 'disk-full', params: { folder } });
    }
    expect(titles(database)).toEqual(['a']);
  });
});

describe('openDatabaseForReading', () => {
  test('reads beside the writer, sees its new commits, and writes nothing', () => {
    const folder = makeTemporaryFolder();
    const writer = open(folder);
    add(writer, 'a');
    const reader = unwrap(openDatabaseForReading(writer.file, [shelf]));
    expect(titles(reader)).toEqual(['a']);
    add(writer, 'b');
    expect(titles(reader)).toEqual(['a', 'b']);
    expect(() => add(reader, 'c')).toThrow('readonly');
    reader.close();
    expect(titles(writer)).toEqual(['a', 'b']);
  });

  test('leaves a file that is not there, or not up to date, to its owner', () => {
    const folder = makeTemporaryFolder();
    const file = join(folder, 'workspace.sqlite');
    const refused = { ok: false, error: { code: 'data-folder-in-use', params: { folder } } };
    expect(openDatabaseForReading(file, [shelf])).toEqual(refused);
    expect(existsSync(file)).toBe(false);
    open(folder).close();
    const next: Migration = { number: 2, up: () => undefined };
    expect(openDatabaseForReading(file, [shelf, next])).toEqual(refused);
  });
});

describe('checkSqliteVersion', () => {
  test.each(['3.51.3', '3.53.0', '3.100.0', '4.0.0'])('takes %s', (version) => {
    expect(checkSqliteVersion(version).ok).toBe(true);
  });

  test.each(['3.51.2', '3.9.9', '2.99.99'])('refuses %s', (version) => {
    expect(checkSqliteVersion(version)).toEqual({
      ok: false,
      error: { code: 'sqlite-too-old', params: { found: version, needed: '3.51.3' } },
    });
  });

  test('takes the one that is in use here', () => {
    expect(checkSqliteVersion().ok).toBe(true);
  });
});

// Schema changes: every step from the one before, all or nothing, with a backup first.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { backUpDaily } from '../../../electron/storage/backups.node.ts';
import { type Migration, openDatabase } from '../../../electron/storage/database.node.ts';
import { migrations } from '../../../electron/storage/migrations/index.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const schema = (file: string): readonly unknown[] => {
  const connection = new DatabaseSync(file, { readOnly: true });
  const rows = connection
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .all();
  connection.close();
  return rows.map((row) => row['sql']);
};

const backupsIn = (folder: string) => readdirSync(join(folder, 'backups')).sort();

describe('the migrations of the program', () => {
  test('are numbered from 1 without a gap, in order', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('make STRICT tables only', () => {
    const database = unwrap(openDatabase(join(makeTemporaryFolder(), 'workspace.sqlite')));
    const tables = database.read.all(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    );
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
    database.close();
  });

  test.each(migrations.slice(0, -1).map(({ number }) => number))(
    'lead from schema %d to the same schema as from nothing, with a backup of the old one',
    (number) => {
      const fresh = join(makeTemporaryFolder(), 'workspace.sqlite');
      unwrap(openDatabase(fresh)).close();
      const folder = makeTemporaryFolder();
      const file = join(folder, 'workspace.sqlite');
      unwrap(openDatabase(file, migrations.slice(0, number))).close();
      const old = schema(file);
      unwrap(openDatabase(file)).close();
      expect(schema(file)).toEqual(schema(fresh));
      const [backup = '', ...others] = backupsIn(folder);
      expect(others).toEqual([]);
      expect(schema(join(folder, 'backups', backup))).toEqual(old);
    },
  );
});

describe('a migration', () => {
  const add = (number: number): Migration => ({
    number,
    up: (db) => {
      db.run(`CREATE TABLE t${number} (value TEXT) STRICT`);
    },
  });

  test('that fails takes the whole step back', () => {
    const file = join(makeTemporaryFolder(), 'workspace.sqlite');
    unwrap(openDatabase(file, [add(1)])).close();
    const before = schema(file);
    const broken: Migration = {
      number: 3,
      up: (db) => {
        db.run('CREATE TABLE half (value TEXT) STRICT');
        throw new Error('stopped half-way');
      },
    };
    expect(() => openDatabase(file, [add(1), add(2), broken])).toThrow('stopped half-way');
    expect(schema(file)).toEqual(before);
    unwrap(openDatabase(file, [add(1), add(2), add(3)])).close();
    expect(schema(file)).toHaveLength(3);
  });

  test('may rebuild a table that others refer to, but may leave no reference open', () => {
    const file = join(makeTemporaryFolder(), 'workspace.sqlite');
    const first: Migration = {
      number: 1,
      up: (db) => {
        db.run('CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT');
        db.run('CREATE TABLE b (a INTEGER REFERENCES a (id)) STRICT');
        db.run('INSERT INTO a VALUES (1)');
        db.run('INSERT INTO b VALUES (1)');
      },
    };
    const rebuild: Migration = {
      number: 2,
      up: (db) => {
        db.run('CREATE TABLE a2 (id INTEGER PRIMARY KEY, name TEXT) STRICT');
        db.run('INSERT INTO a2 (id) SELECT id FROM a');
        db.run('DROP TABLE a');
        db.run('ALTER TABLE a2 RENAME TO a');
      },
    };
    const lose: Migration = { number: 3, up: (db) => void db.run('DELETE FROM a') };
    unwrap(openDatabase(file, [first])).close();
    const database = unwrap(openDatabase(file, [first, rebuild]));
    expect(database.read.all('SELECT * FROM b')).toEqual([{ a: 1 }]);
    expect(database.read.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    database.close();
    expect(() => openDatabase(file, [first, rebuild, lose])).toThrow('without its a');
  });

  test('keeps the newest five backups that migrations made, and no other file', () => {
    const folder = makeTemporaryFolder();
    const file = join(folder, 'workspace.sqlite');
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'of my own.sqlite'), '');
    for (let count = 1; count <= 8; count += 1) {
      const list = Array.from({ length: count }, (_, index) => add(index + 1));
      unwrap(openDatabase(file, list)).close();
    }
    const kept = backupsIn(folder);
    expect(kept.map((name) => name.slice(-11))).toEqual(
      [
        '0003.sqlite',
        '0004.sqlite',
        '0005.sqlite',
        '0006.sqlite',
        '0007.sqlite',
        'my own.sqlite',
      ].map((name) => name.slice(-11)),
    );
  });
});

describe('the daily backup', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 10, number, 12));

  test('is made once a day, opens as a workspace, and the newest seven stay', () => {
    const folder = makeTemporaryFolder();
    const database = openTestDatabase(folder);
    const set = (value: number) =>
      database.write((db) =>
        db.run(
          "INSERT INTO settings VALUES ('preferences', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
          String(value),
        ),
      );
    set(1);
    backUpDaily(database, day(1));
    set(2);
    backUpDaily(database, day(1));
    expect(backupsIn(folder)).toEqual(['daily-2026-11-01.sqlite']);
    const restored = join(makeTemporaryFolder(), 'workspace.sqlite');
    writeFileSync(restored, '');
    const backup = new DatabaseSync(join(folder, 'backups', 'daily-2026-11-01.sqlite'));
    expect(backup.prepare('SELECT value FROM settings').get()).toEqual({ value: '1' });
    backup.close();
    for (let number = 2; number <= 10; number += 1) {
      backUpDaily(database, day(number));
    }
    expect(backupsIn(folder)).toEqual(
      [4, 5, 6, 7, 8, 9, 10].map((n) => `daily-2026-11-${String(n).padStart(2, '0')}.sqlite`),
    );
    database.close();
  });

  test('that was stopped half-way leaves no file of its final name, and is made the next time', () => {
    const folder = makeTemporaryFolder();
    const database = openTestDatabase(folder);
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'daily-2026-11-01.sqlite.unfinished'), 'half');
    backUpDaily(database, day(1));
    expect(backupsIn(folder)).toEqual(['daily-2026-11-01.sqlite']);
    database.close();
  });
});

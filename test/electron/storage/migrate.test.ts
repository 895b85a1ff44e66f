// Schema changes: every step from the one before, all or nothing, with a backup first.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { createAlignmentService } from '../../../electron/alignment/service.node.ts';
import { createHistoryService } from '../../../electron/history/service.node.ts';
import { backUpDaily } from '../../../electron/storage/backups.node.ts';
import { type Migration, openDatabase } from '../../../electron/storage/database.node.ts';
import { migrations } from '../../../electron/storage/migrations/index.node.ts';
import { emptyState, en, vi } from '../../helpers/edit-world.ts';
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

describe('a workspace of schema 6', () => {
  const link = {
    id: '10000000-0000-4000-8000-000000000001',
    alignmentId: '0a000000-0000-4000-8000-000000000001',
    sides: [
      { documentId: vi, segmentIds: [`${vi}/0`] },
      { documentId: en, segmentIds: [`${en}/0`, `${en}/1`] },
    ],
    status: 'confirmed',
    origin: 'reader',
    confidence: null,
    comment: 'đối chiếu',
    createdAt: '2026-11-21T08:00:00.000Z',
  };
  const removed = { ...link, id: '10000000-0000-4000-8000-000000000002' };

  /** Written as the program of that time wrote: one link there, one that was removed, a note, and their history. */
  function writeOld(file: string): void {
    const old = unwrap(openDatabase(file, migrations.slice(0, 6)));
    old.write((db) => {
      for (const { id, language, text, paragraphs } of emptyState.documents.values()) {
        db.run(
          "INSERT INTO documents VALUES (?, 0, ?, ?, NULL, 'made for tests', NULL, NULL, x'00', 'none', ?)",
          id,
          id,
          language,
          text,
        );
        for (const { index, part, kind, startOffset, endOffset, segments } of paragraphs) {
          db.run(
            'INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?)',
            ...[id, index, part, kind, startOffset, endOffset],
          );
          for (const segment of segments) {
            db.run(
              'INSERT INTO segments VALUES (?, ?, ?, ?, ?)',
              ...[segment.id, id, index, segment.startOffset, segment.endOffset],
            );
          }
        }
      }
      db.run(
        "INSERT INTO alignments VALUES (?, ?, ?, 'reader', ?)",
        ...[link.alignmentId, vi, en, link.createdAt],
      );
      db.run(
        'INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[
          link.id,
          link.alignmentId,
          link.status,
          link.origin,
          null,
          link.comment,
          link.createdAt,
        ],
      );
      for (const [side, { segmentIds }] of link.sides.entries()) {
        for (const [ordinal, id] of segmentIds.entries()) {
          db.run('INSERT INTO link_segments VALUES (?, ?, ?, ?)', link.id, side, ordinal, id);
        }
      }
      const edits = [
        [
          { type: 'link.add', link },
          { type: 'link.remove', linkId: link.id },
        ],
        [
          { type: 'link.add', link: removed },
          { type: 'link.remove', linkId: removed.id },
        ],
        [
          { type: 'link.remove', linkId: removed.id },
          { type: 'link.add', link: removed },
        ],
      ];
      for (const [number, [edit, inverse]] of edits.entries()) {
        db.run(
          "INSERT INTO history_groups VALUES (?, 'link', NULL, 0, ?)",
          number + 1,
          link.createdAt,
        );
        db.run(
          'INSERT INTO history_edits VALUES (?, 0, ?, ?)',
          ...[number + 1, JSON.stringify(edit), JSON.stringify(inverse)],
        );
      }
    });
    old.close();
  }

  test('keeps its links, its one alignment of a pair, and its history: undo goes back through it all', async () => {
    const file = join(makeTemporaryFolder(), 'workspace.sqlite');
    writeOld(file);
    const database = unwrap(openDatabase(file));
    const { handlers } = createAlignmentService({ database });
    const open = async () => unwrap(await handlers['alignment.open']({ documentIds: [en, vi] }));
    const migrated = { ...link, locked: false, reasons: [] };
    expect(await open()).toEqual({
      id: link.alignmentId,
      documentIds: [vi, en],
      name: '',
      origin: 'reader',
      kind: 'subject',
      createdAt: link.createdAt,
      links: [migrated],
      phrases: [],
    });
    expect(unwrap(await handlers['alignment.list']({ documentIds: [vi, en] }))).toMatchObject([
      {
        counts: { links: 1, confirmed: 1, unlinked: [3, 1] },
        updatedAt: link.createdAt,
        shown: true,
      },
    ]);
    const history = createHistoryService({ database, emit: () => undefined });
    const links = async () => (await open()).links;
    unwrap(await history['history.undo']({}));
    expect(await links()).toEqual([migrated, { ...migrated, id: removed.id }]);
    unwrap(await history['history.undo']({}));
    unwrap(await history['history.undo']({}));
    expect(await links()).toEqual([]);
    expect(await history['history.undo']({})).toMatchObject({ error: { code: 'nothing-to-undo' } });
    for (const _ of [1, 2, 3]) {
      unwrap(await history['history.redo']({}));
    }
    expect(await links()).toEqual([migrated]);
    database.close();
  });
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

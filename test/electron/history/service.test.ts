// The history over a real workspace file: saved at once, taken back and done again, also after reopening.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { findOverlap } from '../../../electron/alignment/beads.ts';
import { findLinksOfAlignments } from '../../../electron/alignment/link-store.node.ts';
import { findPhrasesOfAlignments } from '../../../electron/alignment/phrase-store.node.ts';
import { knownDocument } from '../../../electron/alignment/portable.ts';
import { findSnapshotsOfAlignments } from '../../../electron/alignment/snapshot-store.node.ts';
import { listAlignments } from '../../../electron/alignment/store.node.ts';
import { listAnnotations } from '../../../electron/annotation/store.node.ts';
import type { FeatureHandlers } from '../../../electron/contract/contract.ts';
import { getDocument } from '../../../electron/corpus/store.node.ts';
import { applyEdits } from '../../../electron/history/apply.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import { createHistoryService } from '../../../electron/history/service.node.ts';
import type { Database } from '../../../electron/storage/database.node.ts';
import {
  aim,
  anyEdit,
  anyWorld,
  contentOf,
  countIds,
  en,
  makeLink,
  makeNote,
  vi,
} from '../../helpers/edit-world.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestAlignment, openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const link = makeLink(1, [0, 1], [0]);
const note = makeNote(1, { targets: [{ type: 'link', linkId: link.id }, ...makeNote(1).targets] });
const linking: Edit[] = [{ type: 'link.add', link }];
const noting: Edit[] = [{ type: 'annotation.add', annotation: note }];
const unlinking: Edit[] = [{ type: 'link.remove', linkId: link.id }];

interface Opened {
  readonly database: Database;
  readonly history: FeatureHandlers<'history'>;
  readonly events: readonly unknown[];
}

function open(database: Database, newId = countIds()): Opened {
  const events: unknown[] = [];
  const emit = (name: unknown, payload: unknown) => events.push([name, payload]);
  return { database, history: createHistoryService({ database, emit, newId }), events };
}

/** All that edits can change, as it stands in the file. */
function stored({ read }: Database): ReturnType<typeof contentOf> {
  const alignments = listAlignments(read, [vi, en]);
  const ids = alignments.map(({ id }) => id);
  const byId = <Item extends { readonly id: unknown }>(items: readonly Item[]) =>
    new Map(items.map((item) => [item.id as Item['id'], item]));
  return contentOf({
    alignments: byId(alignments),
    links: byId(findLinksOfAlignments(read, ids)),
    phrases: byId(findPhrasesOfAlignments(read, ids)),
    snapshots: byId(findSnapshotsOfAlignments(read, ids)),
    annotations: byId(listAnnotations(read)),
    documents: byId(
      [vi, en].flatMap((id) => {
        const document = getDocument(read, id);
        return document === undefined ? [] : [knownDocument(document)];
      }),
    ),
  });
}

/** The law of translations, over what is stored: no sentence in two links that are not rejected. */
function expectNoOverlap(database: Database): void {
  const { alignments, links } = stored(database);
  expect(findOverlap(new Map(alignments.map((each) => [each.id, each])), links)).toBeNull();
}

/** Every row that the reader's data is made of. */
function dump({ read }: Database): unknown {
  const tables = read
    .all(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .map(({ name }) => String(name))
    .filter((name) => !name.startsWith('history_') && name !== 'alignment_use');
  return tables.map((name) => [
    name,
    read
      .all(`SELECT * FROM ${name}`)
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
}

describe('history.apply', () => {
  let opened: Opened;
  beforeEach(() => {
    opened = open(openTestAlignment(openTestDatabase()));
    return () => opened.database.close();
  });

  test('saves a group, tells what it touched, and says what undo would do', async () => {
    const { database, history, events } = opened;
    expect(unwrap(await history['history.state']({}))).toEqual({ undo: null, redo: null });
    const state = await history['history.apply']({ label: 'link', edits: [...linking, ...noting] });
    expect(unwrap(state)).toEqual({ undo: 'link', redo: null });
    expect(stored(database)).toMatchObject({ links: [link], annotations: [note] });
    expect(events).toEqual([['shell.changed', { features: ['alignment', 'annotation'] }]]);
  });

  test('changes nothing, records nothing and tells nothing when one edit of the group fails', async () => {
    const { database, history, events } = opened;
    const failed = await history['history.apply']({
      label: 'link',
      edits: [...linking, ...linking],
    });
    expect(failed).toMatchObject({ ok: false, error: { code: 'link-exists' } });
    expect(stored(database)).toMatchObject({ links: [], annotations: [] });
    expect(unwrap(await history['history.state']({}))).toEqual({ undo: null, redo: null });
    expect(events).toEqual([]);
  });

  test('drops what was undone before it', async () => {
    const { history } = opened;
    await history['history.apply']({ label: 'link', edits: linking });
    await history['history.undo']({});
    expect(unwrap(await history['history.state']({}))).toEqual({ undo: null, redo: 'link' });
    const other: Edit[] = [{ type: 'link.add', link: makeLink(2, [0], [0]) }];
    await history['history.apply']({ label: 'link', edits: other });
    expect(await history['history.redo']({})).toMatchObject({ error: { code: 'nothing-to-redo' } });
  });

  test('joins edits of one gesture into one group, until something is undone', async () => {
    const { database, history } = opened;
    const write = (text: string) =>
      history['history.apply']({
        label: 'change-note',
        gesture: 'typing',
        edits: [{ type: 'annotation.change', annotationId: note.id, changes: { text } }],
      });
    await history['history.apply']({ label: 'link', edits: linking });
    await history['history.apply']({ label: 'add-note', edits: noting });
    await write('m');
    await write('mộ');
    await write('một');
    const textNow = () => listAnnotations(database.read).map(({ text }) => text);
    expect(textNow()).toEqual(['một']);
    // One state to go back to and one to go on to, however long the reader types.
    expect(database.read.get('SELECT count(*) AS count FROM history_edits')).toEqual({ count: 3 });
    await history['history.undo']({});
    expect(textNow()).toEqual([note.text]);
    await history['history.redo']({});
    expect(textNow()).toEqual(['một']);
    await history['history.undo']({});
    await write('hai');
    await history['history.undo']({});
    expect(textNow()).toEqual([note.text]);
    expect(unwrap(await history['history.state']({}))).toEqual({
      undo: 'add-note',
      redo: 'change-note',
    });
  });

  test('does not join edits that have no gesture, or another', async () => {
    const { history } = opened;
    await history['history.apply']({ label: 'link', edits: linking, gesture: 'a' });
    await history['history.apply']({ label: 'add-note', edits: noting, gesture: 'b' });
    await history['history.apply']({ label: 'unlink', edits: unlinking });
    const labels: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      labels.push(unwrap(await history['history.state']({})).undo);
      await history['history.undo']({});
    }
    expect(labels).toEqual(['unlink', 'add-note', 'link']);
  });

  test('keeps a note whose link goes, and undo puts both back as they were', async () => {
    const { database, history } = opened;
    await history['history.apply']({ label: 'link', edits: linking });
    await history['history.apply']({ label: 'add-note', edits: noting });
    await history['history.apply']({ label: 'unlink', edits: unlinking });
    expect(stored(database)).toMatchObject({ links: [], annotations: [note] });
    const removal: Edit[] = [{ type: 'annotation.remove', annotationId: note.id }];
    await history['history.apply']({ label: 'remove-note', edits: removal });
    await history['history.undo']({});
    expect(stored(database)).toMatchObject({ links: [], annotations: [note] });
    await history['history.undo']({});
    expect(stored(database)).toMatchObject({ links: [link], annotations: [note] });
  });
});

describe('history.undo and history.redo', () => {
  test('have nothing to do in a new workspace', async () => {
    const { database, history } = open(openTestDatabase());
    expect(await history['history.undo']({})).toMatchObject({ error: { code: 'nothing-to-undo' } });
    expect(await history['history.redo']({})).toMatchObject({ error: { code: 'nothing-to-redo' } });
    database.close();
  });

  test('fail and change nothing where the data no longer fits, and keep the group', async () => {
    const { database, history } = open(openTestAlignment(openTestDatabase()));
    await history['history.apply']({ label: 'link', edits: linking });
    await history['history.apply']({ label: 'add-note', edits: noting });
    // What no call of the program does: a note removed behind the history's back.
    database.write((db) => db.run('DELETE FROM annotations'));
    expect(await history['history.undo']({})).toMatchObject({
      error: { code: 'annotation-not-found' },
    });
    expect(unwrap(await history['history.state']({}))).toEqual({ undo: 'add-note', redo: null });
    expect(stored(database)).toMatchObject({ links: [link], annotations: [] });
    database.close();
  });

  test('random groups on random texts: what is stored is what the pure edits give; undo all, reopen, redo all restores every row', async () => {
    const anyGroups = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), {
      minLength: 10,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(anyWorld, anyGroups, async (world, groups) => {
        const folder = makeTemporaryFolder();
        let { database, history } = open(openTestAlignment(openTestDatabase(folder, world)));
        const newId = countIds();
        let state = world;
        const dumps = [dump(database)];
        for (const group of groups) {
          const edits = group.map((edit) => aim(state, edit));
          const expected = applyEdits(state, edits, newId);
          const applied = await history['history.apply']({ label: 'change-note', edits });
          expect(applied.ok ? null : applied.error).toEqual(expected.ok ? null : expected.error);
          if (expected.ok) {
            ({ state } = expected.value);
          }
          expectNoOverlap(database);
          if (expected.ok && expected.value.steps.length > 0) {
            dumps.push(dump(database));
          } else {
            expect(dump(database)).toEqual(dumps.at(-1));
          }
          expect(stored(database)).toEqual(contentOf(state));
        }
        for (const rows of dumps.slice(0, -1).reverse()) {
          unwrap(await history['history.undo']({}));
          expectNoOverlap(database);
          expect(dump(database)).toEqual(rows);
        }
        expect((await history['history.undo']({})).ok).toBe(false);
        database.close();
        ({ database, history } = open(openTestDatabase(folder)));
        for (const rows of dumps.slice(1)) {
          unwrap(await history['history.redo']({}));
          expectNoOverlap(database);
          expect(dump(database)).toEqual(rows);
        }
        expect((await history['history.redo']({})).ok).toBe(false);
        expect(database.read.all('PRAGMA foreign_key_check')).toEqual([]);
        database.close();
      }),
      { numRuns: 25 },
    );
  });

  test('random groups of one gesture: one undo goes back before them all, one redo after them', async () => {
    const anyGroups = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), {
      minLength: 10,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(anyGroups, async (groups) => {
        const { database, history } = open(openTestAlignment(openTestDatabase()));
        await history['history.apply']({
          label: 'link',
          gesture: 'drag',
          edits: [...linking, ...noting],
        });
        for (const edits of groups) {
          await history['history.apply']({ label: 'change-link', gesture: 'drag', edits });
        }
        const after = stored(database);
        expect(unwrap(await history['history.undo']({}))).toEqual({ undo: null, redo: 'link' });
        expect(stored(database)).toMatchObject({ links: [], annotations: [] });
        expect(unwrap(await history['history.redo']({}))).toEqual({ undo: 'link', redo: null });
        expect(stored(database)).toEqual(after);
        database.close();
      }),
      { numRuns: 25 },
    );
  });
});

// What the disk does to a call: the call fails with a code, nothing is lost, and it works again afterwards.
import { expect, test } from 'vitest';
import { listAnnotations } from '../../../electron/annotation/store.node.ts';
import { createHistoryService } from '../../../electron/history/service.node.ts';
import { createStorageGuard } from '../../../electron/storage/guard.node.ts';
import { makeNote } from '../../helpers/edit-world.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

test('a full disk fails the edit whole; with room again the same edit succeeds', async () => {
  const folder = makeTemporaryFolder();
  const database = openTestDatabase(folder);
  const history = createHistoryService({ database, emit: () => undefined });
  const guard = createStorageGuard(database, 'writes');
  const note = makeNote(1, { text: 'dài '.repeat(20_000) });
  const add = () =>
    guard(() =>
      history['history.apply']({
        label: 'add-note',
        edits: [{ type: 'annotation.add', annotation: note }],
      }),
    );
  const pages = Number(database.read.get('PRAGMA page_count')?.['page_count']);
  database.read.get(`PRAGMA max_page_count = ${pages + 4}`);
  expect(await add()).toEqual({ ok: false, error: { code: 'disk-full', params: { folder } } });
  expect(listAnnotations(database.read)).toEqual([]);
  expect(unwrap(await history['history.state']({}))).toEqual({ undo: null, redo: null });

  database.read.get('PRAGMA max_page_count = 1000000');
  expect(unwrap(await add())).toEqual({ undo: 'add-note', redo: null });
  expect(listAnnotations(database.read)).toEqual([note]);
  database.close();
});

test('a bug stays a bug', async () => {
  const database = openTestDatabase();
  const guard = createStorageGuard(database, 'writes');
  const bug = () => {
    throw new TypeError('not a storage error');
  };
  await expect(guard(bug)).rejects.toThrow('not a storage error');
  await expect(guard(() => database.read.all('SELECT * FROM nowhere') as never)).rejects.toThrow(
    'no such table',
  );
  database.close();
});

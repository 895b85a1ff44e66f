// The whole core over the shipped texts: opens, is used through its handlers, closes, and opens again as it was.
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { makeSpanTarget } from '../../electron/annotation/anchor.ts';
import { type CallName, type CallValue, callNames } from '../../electron/contract/contract.ts';
import { dispatch } from '../../electron/contract/dispatch.ts';
import type { Result } from '../../electron/contract/result.ts';
import { type ReadingDocument, segmentText } from '../../electron/corpus/document.ts';
import { openWorkspace, type Workspace } from '../../electron/workspace.node.ts';
import { asPlainUser } from '../helpers/plain-user.ts';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import {
  openTestWorkspace,
  resourcesFolder,
  testWorkspaceOptions,
} from '../helpers/test-workspace.ts';
import { unwrap } from '../helpers/unwrap.ts';

/** As a page calls: what crosses is plain JSON, checked at the border. */
async function call<Name extends CallName>(
  workspace: Workspace,
  name: Name,
  input: unknown = {},
): Promise<CallValue<Name>> {
  // `dispatch` answers what the handler of that name does.
  return unwrap(await tryCall(workspace, name, input)) as CallValue<Name>;
}

function tryCall(
  workspace: Workspace,
  name: CallName,
  input: unknown = {},
): Promise<Result<unknown>> {
  return dispatch(workspace.handlers, name, input, (message) => {
    throw new Error(message);
  });
}

const dayMs = 24 * 60 * 60 * 1000;
const now = '2026-11-21T08:00:00.000Z';

describe('a workspace', () => {
  test('finds everything as it was after it was closed: the reader links, notes, changes settings', async () => {
    const dataFolder = makeTemporaryFolder();
    let workspace = await openTestWorkspace({ dataFolder });
    expect(Object.keys(workspace.handlers).sort()).toEqual([...callNames].sort());
    expect(workspace.warnings).toEqual([]);

    const documents = await call(workspace, 'corpus.listDocuments');
    expect(documents).toHaveLength(5);
    const documentIds = ['telegram-1948', 'rodong-putin-article-2024'];
    const alignment = await call(workspace, 'alignment.open', { documentIds });
    const [left, right]: ReadingDocument[] = await Promise.all(
      documentIds.map((documentId) => call(workspace, 'corpus.getDocument', { documentId })),
    );
    const sentence = (document: ReadingDocument | undefined, paragraph: number) => {
      const found = document?.paragraphs[paragraph]?.segments[0];
      if (document === undefined || found === undefined) {
        throw new Error('the text has no such sentence');
      }
      return { document, segment: found, text: segmentText(document, found) };
    };
    const sides = [sentence(left, 3), sentence(right, 3)];

    const events: unknown[] = [];
    const stop = workspace.onEvent((name, payload) => events.push([name, payload]));
    const link = {
      id: randomUUID(),
      alignmentId: alignment.id,
      sides: sides.map(({ document, segment }) => ({
        documentId: document.summary.id,
        segmentIds: [segment.id],
      })),
      status: 'confirmed',
      origin: 'reader',
      confidence: null,
      reasons: [],
      locked: false,
      comment: 'hai bên cùng một ý',
      createdAt: now,
    };
    const note = {
      id: randomUUID(),
      targets: [
        { type: 'link', linkId: link.id },
        ...sides.map(({ document, segment }) =>
          makeSpanTarget(document.summary.id, document.text, {
            start: segment.startOffset,
            end: segment.endOffset,
          }),
        ),
      ],
      colour: 'green',
      text: 'so sánh',
      tags: ['điện văn'],
      createdAt: now,
      changedAt: now,
    };
    await call(workspace, 'history.apply', { label: 'link', edits: [{ type: 'link.add', link }] });
    await call(workspace, 'history.apply', {
      label: 'add-note',
      edits: [{ type: 'annotation.add', annotation: note }],
    });
    await call(workspace, 'settings.changePreferences', { theme: 'sepia' });
    expect(events).toEqual([
      ['shell.changed', { features: ['alignment'] }],
      ['shell.changed', { features: ['annotation'] }],
      ['shell.changed', { features: ['settings'] }],
    ]);
    stop();
    const seen = await everything(workspace, documentIds);
    expect(seen).toMatchObject({
      alignment: { links: [link] },
      annotations: [note],
      settings: { preferences: { theme: 'sepia' } },
      history: { undo: 'add-note', redo: null },
    });
    await workspace.close();
    await workspace.close();
    expect(readdirSync(dataFolder).sort()).toEqual(
      expect.not.arrayContaining(['workspace.sqlite-wal']),
    );

    workspace = await openTestWorkspace({ dataFolder });
    expect(await everything(workspace, documentIds)).toEqual(seen);
    await call(workspace, 'history.undo');
    expect(await call(workspace, 'history.undo')).toEqual({ undo: null, redo: 'link' });
    expect(await everything(workspace, documentIds)).toMatchObject({
      alignment: { id: alignment.id, links: [] },
      annotations: [],
    });
    expect(events).toHaveLength(3);
    await workspace.close();
  });

  test('backs itself up once a day, when there is something to back up', async () => {
    const dataFolder = makeTemporaryFolder();
    await (await openTestWorkspace({ dataFolder })).close();
    expect(existsSync(join(dataFolder, 'backups'))).toBe(false);
    for (let start = 0; start < 2; start += 1) {
      await (await openTestWorkspace({ dataFolder })).close();
      expect(readdirSync(join(dataFolder, 'backups'))).toEqual([
        expect.stringMatching(/^daily-\d{4}-\d{2}-\d{2}\.sqlite$/),
      ]);
    }
  });

  test('backs itself up on every day that it stays open', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      vi.setSystemTime('2026-11-21T08:00:00Z');
      const dataFolder = makeTemporaryFolder();
      const workspace = await openTestWorkspace({ dataFolder });
      const backups = () => readdirSync(join(dataFolder, 'backups'));
      vi.advanceTimersByTime(2 * dayMs);
      expect(backups()).toEqual([
        'daily-2026-11-21.sqlite',
        'daily-2026-11-22.sqlite',
        'daily-2026-11-23.sqlite',
      ]);
      await workspace.close();
      vi.advanceTimersByTime(dayMs);
      expect(backups()).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });

  test('stays open where a backup fails, and makes it the next time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      vi.setSystemTime('2026-11-21T08:00:00Z');
      const dataFolder = makeTemporaryFolder();
      const logged: string[] = [];
      const workspace = await openTestWorkspace({ dataFolder, log: (said) => logged.push(said) });
      writeFileSync(join(dataFolder, 'backups'), 'in the way');
      vi.advanceTimersByTime(dayMs / 2);
      expect(logged.join()).toContain('no backup was made');
      rmSync(join(dataFolder, 'backups'));
      vi.advanceTimersByTime(dayMs / 8);
      expect(readdirSync(join(dataFolder, 'backups'))).toEqual(['daily-2026-11-21.sqlite']);
      await workspace.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('goes on telling its other listeners when one of them throws', async () => {
    const logged: string[] = [];
    const workspace = await openTestWorkspace({ log: (message) => logged.push(message) });
    const heard: string[] = [];
    workspace.onEvent(() => {
      throw new Error('gone');
    });
    workspace.onEvent((name) => heard.push(name));
    await call(workspace, 'settings.changePreferences', { theme: 'dark' });
    expect(heard).toEqual(['shell.changed']);
    expect(logged.join()).toContain('gone');
    await workspace.close();
  });
});

describe('a data folder that another workspace has', () => {
  test('is refused, and free again when that one closes', async () => {
    const options = testWorkspaceOptions();
    const { dataFolder } = options;
    const first = unwrap(await openWorkspace(options));
    const refused = {
      ok: false,
      error: { code: 'data-folder-in-use', params: { folder: dataFolder } },
    };
    expect(await openWorkspace(options)).toEqual(refused);
    await first.close();
    await unwrap(await openWorkspace(options)).close();
  });

  test('may be read beside it: sees its changes, and changes nothing', async () => {
    const options = testWorkspaceOptions();
    const owner = unwrap(await openWorkspace(options));
    const documentIds = ['telegram-1948', 'pyongyang-times-2023'];
    const alignment = await call(owner, 'alignment.open', { documentIds });
    const reader = unwrap(await openWorkspace({ ...options, whenInUse: 'read' }));
    expect(await call(reader, 'corpus.listDocuments')).toHaveLength(5);
    expect(await call(reader, 'alignment.open', { documentIds })).toEqual(alignment);
    await call(owner, 'settings.changePreferences', { theme: 'contrast' });
    expect(await call(reader, 'settings.get')).toMatchObject({
      preferences: { theme: 'contrast' },
    });
    expect(await tryCall(reader, 'settings.changePreferences', { theme: 'dark' })).toMatchObject({
      error: { code: 'data-folder-in-use' },
    });
    expect(await tryCall(reader, 'history.undo')).toMatchObject({
      error: { code: 'data-folder-in-use' },
    });
    await reader.close();
    expect(await call(owner, 'settings.get')).toMatchObject({ preferences: { theme: 'contrast' } });
    await owner.close();
  });
});

describe('what cannot be opened', () => {
  test('a file in place of the data folder is refused and stays', async () => {
    const dataFolder = join(makeTemporaryFolder(), 'data');
    writeFileSync(dataFolder, 'mine');
    expect(await openWorkspace(testWorkspaceOptions({ dataFolder }))).toEqual({
      ok: false,
      error: { code: 'data-folder-unwritable', params: { folder: dataFolder } },
    });
    expect(readFileSync(dataFolder, 'utf8')).toBe('mine');
  });

  test.runIf(process.platform === 'linux')(
    'a data folder where the system makes none is refused, and at once',
    async () => {
      const dataFolder = '/proc/song-hanh/data';
      expect(await openWorkspace(testWorkspaceOptions({ dataFolder }))).toEqual({
        ok: false,
        error: { code: 'data-folder-unwritable', params: { folder: dataFolder } },
      });
    },
  );

  test.skipIf(process.platform === 'win32')('a read-only data folder is refused', async () => {
    const outer = makeTemporaryFolder();
    const dataFolder = join(outer, 'inner');
    mkdirSync(dataFolder, { mode: 0o500 });
    expect(await asPlainUser(outer, 'open-workspace', dataFolder)).toBe('data-folder-unwritable');
    chmodSync(dataFolder, 0o700);
    expect(await asPlainUser(outer, 'open-workspace', dataFolder)).toBe('done');
  });

  test('a damaged file is refused, and the folder is not kept from the next try', async () => {
    const options = testWorkspaceOptions();
    const file = join(options.dataFolder, 'workspace.sqlite');
    writeFileSync(file, 'no database');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const opened = await openWorkspace(options);
      expect(opened).toMatchObject({ error: { code: 'database-damaged', params: { file } } });
    }
    rmSync(file);
    await unwrap(await openWorkspace(options)).close();
  });

  test('a missing shipped text is a warning while there is another to read, else a failure', async () => {
    const resources = makeTemporaryFolder();
    cpSync(join(resourcesFolder, 'corpus'), join(resources, 'corpus'), { recursive: true });
    rmSync(join(resources, 'corpus', 'pyongyang-times-2023.en.txt'));
    const options = testWorkspaceOptions({ resourcesFolder: resources });
    const workspace = unwrap(await openWorkspace(options));
    expect(workspace.warnings).toMatchObject([{ code: 'corpus-file-missing' }]);
    expect(await call(workspace, 'corpus.listDocuments')).toHaveLength(4);
    await workspace.close();

    rmSync(join(resources, 'corpus', 'manifest.json'));
    const again = unwrap(await openWorkspace(options));
    expect(again.warnings).toMatchObject([{ code: 'corpus-manifest-unreadable' }]);
    await again.close();
    const elsewhere = testWorkspaceOptions({ resourcesFolder: resources });
    expect(await openWorkspace(elsewhere)).toMatchObject({
      error: { code: 'corpus-manifest-unreadable' },
    });
    await (await openTestWorkspace({ dataFolder: elsewhere.dataFolder })).close();
  });

  test('damage that shows while the workspace is open fails the call, with a copy kept', async () => {
    const dataFolder = makeTemporaryFolder();
    // The second start makes the day's backup; the third has read no page yet that is broken below.
    await (await openTestWorkspace({ dataFolder })).close();
    await (await openTestWorkspace({ dataFolder })).close();
    const workspace = await openTestWorkspace({ dataFolder });
    await call(workspace, 'settings.changePreferences', { theme: 'dark' });
    breakTable(join(dataFolder, 'workspace.sqlite'), 'annotations');
    const answer = await tryCall(workspace, 'annotation.list');
    expect(answer).toMatchObject({ error: { code: 'database-damaged' } });
    const copy = answer.ok ? '' : String(answer.error.params['copy']);
    expect(existsSync(copy)).toBe(true);
    await workspace.close();
  });
});

/** Overwrites a table's first page with what no page is, behind the program's back. */
function breakTable(file: string, table: string): void {
  const connection = new DatabaseSync(file);
  const row = connection.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table);
  const size = connection.prepare('PRAGMA page_size').get();
  connection.exec('PRAGMA wal_checkpoint(FULL)');
  connection.close();
  const pageSize = Number(size?.['page_size']);
  const content = readFileSync(file);
  content.fill(
    0xff,
    (Number(row?.['rootpage']) - 1) * pageSize,
    Number(row?.['rootpage']) * pageSize,
  );
  writeFileSync(file, content);
}

async function everything(workspace: Workspace, documentIds: readonly string[]) {
  return {
    documents: await call(workspace, 'corpus.listDocuments'),
    alignment: await call(workspace, 'alignment.open', { documentIds }),
    annotations: await call(workspace, 'annotation.list'),
    settings: await call(workspace, 'settings.get'),
    history: await call(workspace, 'history.state'),
    models: await call(workspace, 'translation.listModels'),
    shell: await call(workspace, 'shell.info'),
  };
}

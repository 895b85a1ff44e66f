// What the page hears of downloads, over a real workspace: a failure is told once, where the reader does not see it anyway.
import { join } from 'node:path';
import { QueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dispatch } from '../../../electron/contract/dispatch.ts';
import { ReadingStateSchema } from '../../../electron/settings/settings.ts';
import type { DownloadProgress } from '../../../electron/translation/catalogue/api.ts';
import type { ModelId } from '../../../electron/translation/model.ts';
import type { Workspace } from '../../../electron/workspace.node.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { createReaderStore } from '../../../renderer/app/reader-state.ts';
import { downloadsKey, followDownloads } from '../../../renderer/translation/catalogue-news.ts';
import {
  type FileServer,
  startFileServer,
} from '../../electron/translation/catalogue/file-server.ts';
import { toyEntry, writeCatalogue } from '../../electron/translation/catalogue/toy-catalogue.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestWorkspace } from '../../helpers/test-workspace.ts';
import { writeToyMarian } from '../../helpers/toy-marian.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const modelId = 'toy-public' as ModelId;

let server: FileServer;
let workspace: Workspace;
let page: ReturnType<typeof openPage>;

beforeEach(async () => {
  const published = makeTemporaryFolder();
  writeToyMarian(published);
  server = await startFileServer(published);
  const catalogueFile = join(makeTemporaryFolder(), 'catalogue.json');
  writeCatalogue(catalogueFile, toyEntry(published, server.origin));
  workspace = await openTestWorkspace({
    downloads: { catalogueFile, loopbackHttp: true, awayDelaysMs: [] },
  });
  page = openPage();
});
afterEach(async () => {
  page.close();
  await workspace.close();
  await server.close();
});

/** A page's side of the workspace, without a window. */
function openPage() {
  const unseen: (ModelId | null)[] = [];
  const client = createClient({
    call: (name, input) =>
      dispatch(workspace.handlers, name, input, (message) => {
        throw new Error(message);
      }),
    on: (name, listener) =>
      workspace.onEvent((event: string, payload) => {
        if (event === name) {
          listener(payload as Parameters<typeof listener>[0]);
        }
      }),
  });
  const queries = new QueryClient();
  queries.setQueryData(downloadsKey, []);
  const store = createReaderStore(v.parse(ReadingStateSchema, {}));
  const close = followDownloads({ client, queries, store, onUnseen: (id) => unseen.push(id) });
  const known = () => queries.getQueryData<readonly DownloadProgress[]>(downloadsKey);
  return { client, store, unseen, known, close };
}

/** Starts the download and waits until it has ended one way or the other. */
async function download(): Promise<DownloadProgress['state']> {
  const ended = Promise.withResolvers<DownloadProgress['state']>();
  const stop = page.client.on('translation.download', ({ state }) => {
    if (state === 'installed' || state === 'failed') {
      ended.resolve(state);
    }
  });
  unwrap(await page.client.call('translation.startDownload', { modelId, agreed: true }));
  return ended.promise.finally(stop);
}

const unreachable = { code: 'download-unreachable' };

test('a download that fails while its dialog is closed is told, until it is tried again', async () => {
  await server.leave();
  expect(await download()).toBe('failed');
  expect(page.store.getState()).toMatchObject({ failure: unreachable });
  expect(page.unseen).toEqual([modelId]);
  expect(page.known()).toMatchObject([{ modelId, state: 'failed', failure: unreachable }]);
  await server.comeBack();
  expect(await download()).toBe('installed');
  expect(page.store.getState().failure).toBeNull();
  expect(page.unseen).toEqual([modelId, null]);
  expect(page.known()).toEqual([]);
});

test('one that fails in the open dialog is told there alone', async () => {
  page.store.setState({ overlay: 'models' });
  await server.leave();
  expect(await download()).toBe('failed');
  expect(page.store.getState().failure).toBeNull();
  expect(page.unseen).toEqual([]);
  expect(page.known()).toMatchObject([{ modelId, state: 'failed', failure: unreachable }]);
});

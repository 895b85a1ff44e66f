// `models` and `download` over a workspace whose catalogue is of a server of the test's own.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download, models } from '../../../electron/cli/models.node.ts';
import type { Given, Verb, VerbContext } from '../../../electron/cli/verb.node.ts';
import { createPhrases } from '../../../electron/language/phrases.ts';
import type { Workspace } from '../../../electron/workspace.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestWorkspace, resourcesWithoutModels } from '../../helpers/test-workspace.ts';
import { writeToyMarian } from '../../helpers/toy-marian.ts';
import { unwrap } from '../../helpers/unwrap.ts';
import {
  type FileServer,
  startFileServer,
  status,
  waitAfter,
} from '../translation/catalogue/file-server.ts';
import { graph, toyEntry, writeCatalogue } from '../translation/catalogue/toy-catalogue.ts';

let server: FileServer;
let workspace: Workspace;
let interruption: AbortController;
let written: string;
let told: string[];

beforeEach(async () => {
  const published = makeTemporaryFolder();
  writeToyMarian(published);
  server = await startFileServer(published);
  const resources = resourcesWithoutModels();
  writeCatalogue(join(resources, 'models/catalogue.json'), toyEntry(published, server.origin));
  workspace = await openTestWorkspace({
    resourcesFolder: resources,
    downloads: { loopbackHttp: true, retryDelaysMs: [1], reportEveryMs: 0 },
  });
  interruption = new AbortController();
  written = '';
  told = [];
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

function run(verb: Verb, given: Partial<Given> = {}) {
  const context: VerbContext = {
    workspace,
    phrases: createPhrases('en'),
    output: {
      write: async (text) => {
        written += text;
      },
      isOpen: () => true,
    },
    input: async function* () {},
    complain: ({ code }) => told.push(code),
    tell: (words) => told.push(words),
    log: () => undefined,
    interrupted: interruption.signal,
  };
  return verb.run({ json: false, options: {}, arguments: [], ...given }, context);
}

describe('models', () => {
  it('lists what is installed and what may be downloaded, and asks no network', async () => {
    expect(unwrap(await run(models))).toBe('complete');
    expect(written).toBe('toy-public  Can be downloaded  vi-en en-vi  0.4 MB  Toy, public\n');
    written = '';
    unwrap(await run(models, { json: true }));
    const answer = JSON.parse(written);
    expect(answer.installed).toEqual([]);
    expect(answer.catalogue).toMatchObject([{ id: 'toy-public', installed: false }]);
    expect(server.asked).toEqual([]);
  });
});

describe('download', () => {
  const yes = { arguments: ['toy-public'], options: { yes: '' } };

  it('without --yes says what would be fetched, and fetches nothing', async () => {
    expect(unwrap(await run(download, { arguments: ['toy-public'] }))).toBe('incomplete');
    const words = told.join('\n');
    for (const fact of ['Toy, public', '0.4 MB', '127.0.0.1', 'CC0-1.0', 'The tests', '--yes']) {
      expect(words).toContain(fact);
    }
    expect(server.asked).toEqual([]);
  });

  it('with --yes downloads, installs, and answers the model’s name', async () => {
    expect(unwrap(await run(download, yes))).toBe('complete');
    expect(written).toBe('toy-public\n');
    expect(told.at(-1)).toBe('Downloading Toy, public: 100 %');
    written = '';
    unwrap(await run(models));
    expect(written).toBe('toy-public  Added by you  vi-en en-vi  0.4 MB  Toy, public\n');
    expect(await run(download, yes)).toMatchObject({ error: { code: 'model-exists' } });
  });

  it('says why it failed', async () => {
    server.always(graph, status(404));
    expect(await run(download, yes)).toMatchObject({ error: { code: 'download-answer' } });
    const unknown = { ...yes, arguments: ['no-such'] };
    expect(await run(download, unknown)).toMatchObject({
      error: { code: 'catalogue-model-unknown' },
    });
  });

  it('stops at Ctrl+C and keeps what has come', async () => {
    server.next(graph, waitAfter(1_000, new Promise(() => undefined)));
    const running = run(download, yes);
    await expect.poll(() => server.askedFor(graph).length).toBe(1);
    interruption.abort();
    expect(unwrap(await running)).toBe('incomplete');
    const kept = unwrap(await workspace.handlers['translation.listDownloads']({}));
    expect(kept).toMatchObject([{ modelId: 'toy-public', state: 'stopped' }]);
  });
});

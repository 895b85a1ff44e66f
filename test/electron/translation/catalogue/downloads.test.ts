// Models downloaded from a server of the test's own: what is asked of it and when, what goes wrong on the way, what is
// kept, and that what arrives is checked, loaded and translated with. The translator and the toy model are real.
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogueModel } from '../../../../electron/translation/catalogue/catalogue.ts';
import {
  type DownloadOptions,
  downloadDefaults,
} from '../../../../electron/translation/catalogue/download-options.node.ts';
import type { ModelId } from '../../../../electron/translation/model.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';
import { writeToyMarian } from '../../../helpers/toy-marian.ts';
import { unwrap } from '../../../helpers/unwrap.ts';
import { codeOf, openWorkbench, type Workbench } from '../workbench.ts';
import {
  cutAfter,
  type FileServer,
  heedless,
  inChunks,
  instead,
  silence,
  stallAfter,
  startFileServer,
  status,
  waitAfter,
  withoutRanges,
} from './file-server.ts';
import { graph, type ToyEntry, tokenizer, toyEntry, writeCatalogue } from './toy-catalogue.ts';

const modelId = 'toy-public' as ModelId;

let published: string;
let server: FileServer;
let bench: Workbench;
let catalogueFile: string;

beforeEach(async () => {
  published = makeTemporaryFolder();
  writeToyMarian(published);
  server = await startFileServer(published);
  catalogueFile = join(makeTemporaryFolder(), 'catalogue.json');
  offer();
  bench = openAt(makeTemporaryFolder());
});
afterEach(async () => {
  await bench.close();
  await server.close();
});

/** Writes the catalogue: the toy that the server has, with what a test changes. */
function offer(changes: ToyEntry = {}): CatalogueModel {
  const entry = toyEntry(published, server.origin, changes);
  writeCatalogue(catalogueFile, entry);
  return entry;
}

function openAt(root: string, changes: Partial<DownloadOptions> = {}): Workbench {
  return openWorkbench(root, {
    downloads: {
      catalogueFile,
      loopbackHttp: true,
      answerTimeoutMs: 5_000,
      stallTimeoutMs: 5_000,
      retryDelaysMs: [1, 1, 1],
      enoughBytes: 1_000,
      reportEveryMs: 0,
      ...changes,
    },
  });
}

/** Closes the program and opens it again, with other options or after something was done to its files. */
async function reopen(changes: Partial<DownloadOptions> = {}): Promise<void> {
  await bench.close();
  bench = openAt(bench.root, changes);
}

const calls = () => bench.service.handlers;
const start = () => calls()['translation.startDownload']({ modelId, agreed: true });
const list = async () => unwrap(await calls()['translation.listDownloads']({}));
const modelIds = async () =>
  unwrap(await calls()['translation.listModels']({})).map(({ id }) => id);

/** Begins and waits for the end, which is told as the last event. */
async function download() {
  const before = bench.downloads().length;
  unwrap(await start());
  const last = () => bench.downloads().at(-1);
  const isOver = () =>
    bench.downloads().length > before &&
    !['downloading', 'checking'].includes(last()?.state ?? 'downloading');
  await bench.until(isOver);
  return last();
}

/** Every file beneath the reader's models, hidden ones too. */
function leftovers(): readonly string[] {
  return existsSync(bench.added)
    ? readdirSync(bench.added, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
    : [];
}

function partialFile(name: string): string {
  const [folder = 'none'] = readdirSync(join(bench.added, '.downloads'));
  return join(bench.added, '.downloads', folder, name);
}

/** How much of the graph, the last of the files, is still to come when so much of it has. */
function missing(received: number): number {
  return statSync(join(published, graph)).size - received;
}

async function expectRefused(code: string): Promise<void> {
  expect(await download()).toMatchObject({ state: 'failed', failure: { code } });
  expect(await modelIds()).toEqual([]);
}

describe('before the reader has said yes', () => {
  it('nothing is asked of the server', async () => {
    const [entry] = unwrap(await calls()['translation.listCatalogue']({}));
    expect(entry).toMatchObject({ id: modelId, installed: false, licence: { name: 'CC0-1.0' } });
    expect(entry?.sizeBytes).toBe(
      entry?.files.reduce((sum, { name }) => sum + statSync(join(published, name)).size, 0),
    );
    expect(await list()).toEqual([]);
    unwrap(await calls()['translation.stopDownload']({ modelId }));
    unwrap(await calls()['translation.discardDownload']({ modelId }));
    await reopen();
    await list();
    expect(server.asked).toEqual([]);
    expect(leftovers()).toEqual([]);
  });
});

describe('a download', () => {
  it('asks for each file once, and what arrives is checked, loaded and translated with', async () => {
    const end = await download();
    expect(end).toMatchObject({ state: 'installed', failure: null });
    expect(end?.receivedBytes).toBe(end?.totalBytes);
    const names = offer().files.map(({ name }) => name);
    expect(server.asked.map(({ file }) => file)).toEqual(names);
    const states = bench.downloads().map(({ state }) => state);
    expect([...new Set(states)]).toEqual(['downloading', 'checking', 'installed']);
    expect(await modelIds()).toEqual([modelId]);
    expect(
      unwrap(await bench.service.translateLines(['Hòa bình và độc lập.'], 'vi', 'en', null)),
    ).toMatchObject([{ text: 'Democratic calm and independent standing.' }]);
    expect(readdirSync(bench.added).toSorted()).toEqual(['.known-files.json', modelId]);
    expect(await list()).toEqual([]);
    expect(codeOf(await start())).toBe('model-exists');
    const [entry] = unwrap(await calls()['translation.listCatalogue']({}));
    expect(entry?.installed).toBe(true);
  });

  it('tells the server nothing but which file is wanted', async () => {
    await download();
    for (const { headers } of server.asked) {
      expect(Object.keys(headers).toSorted()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ]);
      expect(headers['user-agent']).toBe('song-hanh');
    }
  });

  it('leaves beside the model what the catalogue says of it', async () => {
    await download();
    const [model] = unwrap(await calls()['translation.listModels']({}));
    expect(model).toMatchObject({
      name: 'Toy, public',
      about: {
        licence: { name: 'CC0-1.0' },
        scores: [{ set: 'toy-set', chrF: 12.3, BLEU: null }],
        limits: { vi: ['Mô hình biết ít từ.'] },
        download: { host: '127.0.0.1', revision: '0123456789abcdef' },
      },
    });
  });

  it('is one however often it is asked for', async () => {
    const begun = await Promise.all([start(), start(), start()]);
    expect(begun.map(codeOf)).toEqual(['no failure', 'no failure', 'no failure']);
    await bench.until(() => bench.downloads().at(-1)?.state === 'installed');
    expect(server.asked).toHaveLength(5);
  });

  it('needs a model of the catalogue and a workspace that may be written', async () => {
    const unknown = { modelId: 'https://elsewhere' as ModelId, agreed: true } as const;
    expect(codeOf(await calls()['translation.startDownload'](unknown))).toBe(
      'catalogue-model-unknown',
    );
    await bench.close();
    bench = openWorkbench(bench.root, { access: 'reads', downloads: { catalogueFile } });
    await expect(start()).rejects.toThrow('readonly');
    expect(server.asked).toEqual([]);
  });
});

describe('a transfer that breaks', () => {
  it('goes on where it broke, if the file is still the same', async () => {
    server.next(graph, cutAfter(2_000), cutAfter(3_000));
    expect(await download()).toMatchObject({ state: 'installed' });
    const asked = server.askedFor(graph).map(({ headers }) => headers);
    expect(asked.map(({ range }) => range)).toEqual([undefined, 'bytes=2000-', 'bytes=5000-']);
    expect(asked[0]?.['if-range']).toBeUndefined();
    expect(asked[1]?.['if-range']).toMatch(/^"[0-9a-f]{16}"$/);
  });

  it('fails after some attempts that bring nothing, and keeps what has come', async () => {
    server.next(graph, cutAfter(5_000));
    server.always(graph, cutAfter(0));
    expect(await download()).toMatchObject({
      state: 'failed',
      failure: { code: 'download-broken', params: { file: graph } },
    });
    // The first brought enough; then the first retry and three more.
    expect(server.askedFor(graph)).toHaveLength(5);
    expect(statSync(partialFile(graph)).size).toBe(5_000);
    const [rest] = await list();
    expect(rest).toMatchObject({ state: 'failed', failure: { code: 'download-broken' } });
    server.always(graph, heedless);
    const others = server.asked.length;
    expect(await download()).toMatchObject({ state: 'installed' });
    // What was whole is not asked for again.
    expect(server.asked.slice(others).map(({ headers }) => headers.range)).toEqual(['bytes=5000-']);
  });

  it('begins anew with a server that gives no parts', async () => {
    server.next(graph, cutAfter(2_000));
    server.always(graph, withoutRanges);
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.askedFor(graph)).toHaveLength(2);
  });

  it('asks for no part of a file that could be another by now', async () => {
    offer({ unhashed: [graph] });
    await reopen();
    const unsigned = (bytes: number) =>
      ((_request, response, content) => {
        response.writeHead(200, { 'content-length': content.length });
        response.write(content.subarray(0, bytes), () => response.destroy());
      }) satisfies Parameters<FileServer['always']>[1];
    server.next(graph, unsigned(2_000));
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.askedFor(graph).map(({ headers }) => headers.range)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('without a network', () => {
  const aDayMs = 86_400_000;
  const patient = { retryDelaysMs: [aDayMs], awayDelaysMs: [1] };

  it('a download fails after one short wait, with the reason and nothing kept', async () => {
    await reopen(patient);
    await server.leave();
    await expectRefused('download-unreachable');
    const [rest] = await list();
    expect(rest).toMatchObject({
      receivedBytes: 0,
      failure: { params: { detail: expect.stringContaining('ECONNREFUSED') } },
    });
    await server.comeBack();
    expect(await download()).toMatchObject({ state: 'installed' });
  });

  it('nor is a name looked up for long that nobody knows', async () => {
    await reopen(patient);
    offer({ files: { 'config.json': { url: 'https://models.invalid/config.json' } } });
    await reopen(patient);
    await expectRefused('download-unreachable');
  });

  it('a download that is gone on with fails as soon, and keeps what it has', async () => {
    server.next(graph, cutAfter(4_000), status(404));
    await expectRefused('download-answer');
    await reopen(patient);
    await server.leave();
    const end = await download();
    expect(end).toMatchObject({ state: 'failed', failure: { code: 'download-unreachable' } });
    expect(statSync(partialFile(graph)).size).toBe(4_000);
    expect(end?.receivedBytes).toBe((end?.totalBytes ?? 0) - missing(4_000));
  });

  it('in the middle of a download is waited for', async () => {
    let attempts = 0;
    await reopen({
      awayDelaysMs: [],
      openPartial: async (path) => {
        if (path.endsWith(graph)) {
          attempts += 1;
          await (attempts === 2 ? server.leave() : attempts === 4 ? server.comeBack() : null);
        }
        return downloadDefaults.openPartial(path);
      },
    });
    server.next(graph, cutAfter(2_000));
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(attempts).toBe(4);
    expect(server.askedFor(graph).map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=2000-',
    ]);
  });
});

describe('a file that changes in the middle', () => {
  it('is taken from its beginning', async () => {
    const old = Buffer.from(readFileSync(join(published, graph)));
    old.fill(7, 0, 1_000);
    server.next(graph, instead(old, cutAfter(2_000)));
    expect(await download()).toMatchObject({ state: 'installed' });
    const [, second] = server.askedFor(graph);
    expect(second?.headers.range).toBe('bytes=2000-');
    expect(server.askedFor(graph)).toHaveLength(2);
  });

  it('also with a server that does not heed the condition, and without a hash that would tell', async () => {
    offer({ unhashed: [graph] });
    await reopen();
    const old = Buffer.from(readFileSync(join(published, graph)));
    old.fill(7, 0, 1_000);
    server.next(graph, instead(old, cutAfter(2_000)), heedless);
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.askedFor(graph).map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=2000-',
      undefined,
    ]);
  });
});

describe('a file that is not the one', () => {
  it('is deleted where its hash is wrong, and nothing is installed', async () => {
    const wrong = Buffer.from(readFileSync(join(published, graph)));
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
    server.always(graph, instead(wrong));
    await expectRefused('download-hash-wrong');
    expect(server.askedFor(graph)).toHaveLength(1);
    expect(existsSync(partialFile(graph))).toBe(false);
    expect(existsSync(partialFile(tokenizer))).toBe(true);
  });

  it('is fetched once more from its beginning where the part on disk was damaged', async () => {
    server.next(graph, cutAfter(5_000), status(404));
    await expectRefused('download-answer');
    const bytes = readFileSync(partialFile(graph));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(partialFile(graph), bytes);
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.askedFor(graph).map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=5000-',
      'bytes=5000-',
      undefined,
    ]);
  });

  it('is refused at once where the server states another length', async () => {
    server.always(graph, instead(Buffer.alloc(10)));
    await expectRefused('download-size-wrong');
    expect(server.askedFor(graph)).toHaveLength(1);
  });

  it('is refused where more comes than there should be', async () => {
    const content = readFileSync(join(published, graph));
    server.always(graph, inChunks(Buffer.concat([content, Buffer.alloc(1)])));
    await expectRefused('download-size-wrong');
  });

  it('is not whole where less comes, whatever the server thinks', async () => {
    server.always(graph, inChunks(readFileSync(join(published, graph)).subarray(0, 100)));
    await expectRefused('download-broken');
  });

  it('is refused with its reason where it is no model after all', async () => {
    writeFileSync(join(published, graph), 'no graph');
    offer();
    await reopen();
    await expectRefused('model-unloadable');
    expect(leftovers()).toEqual([]);
    expect(await list()).toMatchObject([{ state: 'failed', receivedBytes: 0 }]);
  });

  it('is begun anew where more lies on disk than there should be', async () => {
    server.next(graph, cutAfter(2_000), status(404));
    await expectRefused('download-answer');
    appendFileSync(partialFile(graph), Buffer.alloc(10_000_000));
    expect(await download()).toMatchObject({ state: 'installed' });
  });
});

describe('a server', () => {
  it('that has no such file is not asked again', async () => {
    server.always(tokenizer, status(404));
    expect(await download()).toMatchObject({
      failure: { code: 'download-answer', params: { file: tokenizer, status: 404 } },
    });
    expect(server.askedFor(tokenizer)).toHaveLength(1);
  });

  it('that is overloaded is asked again when it says', async () => {
    server.next(tokenizer, status(503, { 'retry-after': '0' }), status(429), status(500));
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.askedFor(tokenizer)).toHaveLength(4);
  });

  it('that stays silent is given up', async () => {
    await reopen({ answerTimeoutMs: 1_000, retryDelaysMs: [1] });
    server.always(tokenizer, silence);
    await expectRefused('download-unreachable');
    expect(server.askedFor(tokenizer)).toHaveLength(2);
  });

  it('that stalls in the middle is asked for the rest', async () => {
    await reopen({ stallTimeoutMs: 1_000 });
    server.next(graph, stallAfter(2_000));
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.askedFor(graph)[1]?.headers.range).toBe('bytes=2000-');
  });

  it('may send on to another of its addresses', async () => {
    const moved = `${server.origin}/files/${graph}`;
    server.next(
      graph,
      status(302, { location: moved }),
      status(307, { location: '/files/onnx/x' }),
    );
    server.always('onnx/x', instead(readFileSync(join(published, graph))));
    expect(await download()).toMatchObject({ state: 'installed' });
  });

  it.each([
    [
      'https://elsewhere.invalid/x',
      { code: 'download-host', params: { host: 'elsewhere.invalid' } },
    ],
    ['http://models.invalid/x', { code: 'download-insecure' }],
    ['http://localhost/x', { code: 'download-insecure' }],
    ['file:///etc/passwd', { code: 'download-insecure' }],
    ['https://user:secret@models.invalid/x', { code: 'download-insecure' }],
    ['https://models.invalid:8443/x', { code: 'download-insecure' }],
    ['not an address: //', { code: 'download-answer' }],
  ])('may not send on to %s', async (location, failure) => {
    server.always(graph, status(302, { location }));
    server.always('onnx/not an address: //', status(404));
    expect(await download()).toMatchObject({ state: 'failed', failure });
    expect(await modelIds()).toEqual([]);
  });

  it('may not send on for ever', async () => {
    server.always(graph, status(301, { location: `/files/${graph}` }));
    await expectRefused('download-redirects');
    expect(server.askedFor(graph)).toHaveLength(6);
  });

  it('may not answer in a packed form', async () => {
    server.always(graph, status(200, { 'content-encoding': 'gzip' }));
    await expectRefused('download-answer');
  });
});

describe('a disk', () => {
  it('without room is not begun on', async () => {
    await reopen({ freeBytes: async () => 64 * 2 ** 20 + 1_000 });
    const refused = await start();
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'download-no-room', params: { folder: bench.added, freeMegabytes: 67 } },
    });
    expect(server.asked).toEqual([]);
    expect(leftovers()).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it('is asked how much room it has', async () => {
    const free = await downloadDefaults.freeBytes(bench.root);
    expect(free).toBeGreaterThan(0);
  });

  // The system itself refuses: what is written to this one file goes to /dev/full.
  it.skipIf(!existsSync('/dev/full'))('that is full keeps what has come for later', async () => {
    await reopen({
      openPartial: async (path) => {
        const handle = await downloadDefaults.openPartial(path);
        if (path.endsWith(graph)) {
          const full = await open('/dev/full', 'w');
          const { close } = handle;
          handle.write = full.write.bind(full);
          handle.close = async () => {
            await full.close();
            await close.call(handle);
          };
        }
        return handle;
      },
    });
    await expectRefused('disk-full');
    expect(server.askedFor(graph)).toHaveLength(1);
    expect(existsSync(partialFile(tokenizer))).toBe(true);
    await reopen();
    const before = server.asked.length;
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.asked.slice(before).map(({ file }) => file)).toEqual([graph]);
  });
});

describe('a download that is stopped', () => {
  it('keeps what has come, is listed, and goes on when the reader says so', async () => {
    const more = Promise.withResolvers<void>();
    server.next(graph, waitAfter(4_000, more.promise));
    unwrap(await start());
    await bench.until(() => server.askedFor(graph).length === 1 && hasAtLeast(4_000));
    expect(await list()).toMatchObject([{ state: 'downloading' }]);
    unwrap(await calls()['translation.stopDownload']({ modelId }));
    more.resolve();
    expect(bench.downloads().at(-1)).toMatchObject({ state: 'stopped', failure: null });
    const [rest] = await list();
    expect(rest?.state).toBe('stopped');
    expect(rest?.receivedBytes).toBe(bench.downloads().at(-1)?.receivedBytes);
    expect(await modelIds()).toEqual([]);
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.askedFor(graph)[1]?.headers.range).toBe('bytes=4000-');
  });

  it('is offered again after a restart, and nothing is asked for by itself', async () => {
    server.next(graph, waitAfter(4_000, new Promise(() => undefined)));
    unwrap(await start());
    await bench.until(() => hasAtLeast(4_000));
    await reopen();
    const before = server.asked.length;
    const [rest] = await list();
    expect(rest).toMatchObject({ state: 'stopped', failure: null });
    expect(rest?.receivedBytes).toBe((rest?.totalBytes ?? 0) - missing(4_000));
    expect(server.asked).toHaveLength(before);
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.asked.slice(before).map(({ headers }) => headers.range)).toEqual(['bytes=4000-']);
  });

  it('is gone when the reader discards it', async () => {
    server.next(graph, waitAfter(4_000, new Promise(() => undefined)));
    unwrap(await start());
    await bench.until(() => hasAtLeast(4_000));
    unwrap(await calls()['translation.discardDownload']({ modelId }));
    expect(bench.downloads().at(-1)).toMatchObject({ state: 'discarded', receivedBytes: 0 });
    expect(await list()).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it('is not gone on with where the catalogue names other files by now', async () => {
    server.next(graph, cutAfter(4_000), status(404));
    await expectRefused('download-answer');
    writeToyMarian(published, { edition: 'second' });
    offer();
    await reopen();
    expect(await list()).toEqual([]);
    const before = server.asked.length;
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.asked.slice(before)).toHaveLength(5);
    expect(readdirSync(bench.added).toSorted()).toEqual(['.known-files.json', modelId]);
  });

  it('keeps its files when the program ends in the middle of the check', async () => {
    bench.onSend = (message) => {
      if (message.type === 'translate') {
        void bench.service.close();
      }
    };
    unwrap(await start());
    await bench.until(() => bench.downloads().at(-1)?.state === 'stopped');
    await reopen();
    expect(await modelIds()).toEqual([]);
    const before = server.asked.length;
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.asked).toHaveLength(before);
  });

  it('keeps its files when the translator ends in the middle of the check', async () => {
    bench.onSend = (message) => {
      if (message.type === 'translate') {
        bench.onSend = null;
        bench.kill();
      }
    };
    await expectRefused('translator-stopped');
    const before = server.asked.length;
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.asked).toHaveLength(before);
  });

  it('keeps its files when the disk gives one no more in the middle of the check', async () => {
    bench.onSend = (message) => {
      if (message.type === 'translate') {
        bench.onSend = null;
        rmSync(join(message.folder, graph));
      }
    };
    await expectRefused('data-folder-unwritable');
    const before = server.asked.length;
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.asked).toHaveLength(before);
  });

  it('keeps its files on a disk that gives no file a second name, whatever comes of the check', async () => {
    const linkFile = () =>
      Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' }));
    await reopen({ linkFile });
    bench.onSend = (message) => {
      if (message.type === 'translate') {
        bench.onSend = null;
        bench.kill();
      }
    };
    await expectRefused('translator-stopped');
    expect(await list()).toMatchObject([{ receivedBytes: bench.downloads().at(-1)?.totalBytes }]);
    const before = server.asked.length;
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(server.asked).toHaveLength(before);
    expect(readdirSync(bench.added).toSorted()).toEqual(['.known-files.json', modelId]);
  });

  it('begins anew when it is asked for while it is being discarded', async () => {
    server.next(graph, waitAfter(4_000, new Promise(() => undefined)));
    unwrap(await start());
    await bench.until(() => hasAtLeast(4_000));
    const before = server.asked.length;
    const discarding = calls()['translation.discardDownload']({ modelId });
    const starting = start();
    unwrap(await discarding);
    expect(unwrap(await starting)).toMatchObject({ state: 'downloading', receivedBytes: 0 });
    await bench.until(() => bench.downloads().at(-1)?.state === 'installed');
    const again = server.asked.slice(before);
    expect(again.map(({ headers }) => headers.range)).toEqual(Array(5).fill(undefined));
    expect(await list()).toEqual([]);
  });

  it('is not begun again where it was checked and installed before it could be discarded', async () => {
    const discard = () => calls()['translation.discardDownload']({ modelId });
    let discarding: ReturnType<typeof discard> | null = null;
    let starting: ReturnType<typeof start> | null = null;
    bench.onSend = (message) => {
      if (message.type === 'translate') {
        bench.onSend = null;
        discarding = discard();
        starting = start();
      }
    };
    expect(await download()).toMatchObject({ state: 'installed' });
    expect(await discarding).toEqual({ ok: true, value: null });
    expect(await starting).toMatchObject({ ok: false, error: { code: 'model-exists' } });
    expect(server.asked).toHaveLength(5);
    expect(await modelIds()).toEqual([modelId]);
  });

  it('is gone when the reader discards it during a check that fails', async () => {
    let discarded: ReturnType<typeof discard> | null = null;
    const discard = () => calls()['translation.discardDownload']({ modelId });
    bench.onSend = (message) => {
      if (message.type === 'translate') {
        bench.onSend = null;
        discarded = discard();
        bench.kill();
      }
    };
    unwrap(await start());
    await bench.until(() => bench.downloads().at(-1)?.state === 'discarded');
    expect(await discarded).toEqual({ ok: true, value: null });
    expect(await list()).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it('is kept where the catalogue cannot be read', async () => {
    server.next(graph, cutAfter(4_000), status(404));
    await expectRefused('download-answer');
    const kept = leftovers();
    writeFileSync(catalogueFile, '{"models": [');
    await reopen();
    expect(codeOf(await start())).toBe('catalogue-model-unknown');
    expect(leftovers()).toEqual(kept);
    expect(kept).not.toEqual([]);
  });

  /** Whether so much of the graph, the last of the files, has come. */
  function hasAtLeast(bytes: number): boolean {
    const last = bench.downloads().at(-1);
    return last !== undefined && last.receivedBytes >= last.totalBytes - missing(bytes);
  }
});

describe('a download that is only just beginning', () => {
  /** Starts one and holds it while the disk is asked for its room. */
  async function startHeld() {
    const asked = Promise.withResolvers<void>();
    const room = Promise.withResolvers<number>();
    await reopen({
      freeBytes: () => {
        asked.resolve();
        return room.promise;
      },
    });
    server.always(graph, waitAfter(4_000, new Promise(() => undefined)));
    const started = start();
    await asked.promise;
    return { started, goOn: () => room.resolve(1e12) };
  }

  it('can be stopped', async () => {
    const { started, goOn } = await startHeld();
    const stopping = calls()['translation.stopDownload']({ modelId });
    goOn();
    unwrap(await started);
    unwrap(await stopping);
    expect(await list()).toMatchObject([{ state: 'stopped', failure: null }]);
  });

  it('can be discarded', async () => {
    const { started, goOn } = await startHeld();
    const discarding = calls()['translation.discardDownload']({ modelId });
    // Time for a hasty one to delete what was only just made.
    await list();
    goOn();
    unwrap(await started);
    unwrap(await discarding);
    expect(bench.downloads().at(-1)?.state).toBe('discarded');
    expect(await list()).toEqual([]);
    expect(existsSync(join(bench.added, '.downloads'))).toBe(false);
  });

  it('does not begin once the program ends', async () => {
    const { started, goOn } = await startHeld();
    let closed = false;
    const closing = bench.service.close().then(() => {
      closed = true;
    });
    await list();
    expect(closed).toBe(false);
    goOn();
    expect(unwrap(await started)).toMatchObject({ state: 'stopped', failure: null });
    await closing;
    expect(bench.downloads()).toEqual([]);
    expect(server.asked).toEqual([]);
  });
});

describe('a file whose hash the catalogue does not give', () => {
  beforeEach(async () => {
    offer({ unhashed: [graph, tokenizer] });
    await reopen();
  });

  const removeModel = () => calls()['translation.removeModel']({ modelId });
  const verdicts = async () => {
    const files = unwrap(await calls()['translation.modelFiles']({ modelId }));
    return Object.fromEntries(files.map(({ name, verdict }) => [name, verdict]));
  };

  it('is trusted the first time, shown, and remembered', async () => {
    await download();
    const files = unwrap(await calls()['translation.modelFiles']({ modelId }));
    const known = JSON.parse(readFileSync(join(bench.added, '.known-files.json'), 'utf8'));
    expect(Object.keys(known.files)).toEqual([
      `${server.origin}/files/${tokenizer}`,
      `${server.origin}/files/${graph}`,
    ]);
    const shown = files.find(({ name }) => name === graph);
    expect(shown?.sha256).toBe(known.files[`${server.origin}/files/${graph}`].sha256);
    expect(await verdicts()).toEqual({
      'config.json': 'as-published',
      'tokenizer_config.json': 'as-published',
      'onnx/encoder_model_quantized.onnx': 'as-published',
      [tokenizer]: 'as-first-downloaded',
      [graph]: 'as-first-downloaded',
    });
  });

  it('must be the same the next time', async () => {
    await download();
    unwrap(await removeModel());
    const other = Buffer.from(readFileSync(join(published, graph)));
    other[0] = (other[0] ?? 0) ^ 1;
    server.always(graph, instead(other));
    await expectRefused('download-changed');
    // Whoever forgets the first download trusts the next.
    rmSync(join(bench.added, '.known-files.json'));
    const right = readFileSync(join(published, graph));
    server.always(graph, instead(right));
    expect(await download()).toMatchObject({ state: 'installed' });
  });

  it('is not remembered where it proved to be no model', async () => {
    const broken = Buffer.alloc(statSync(join(published, graph)).size, 7);
    server.next(graph, instead(broken));
    await expectRefused('model-unloadable');
    expect(leftovers()).toEqual([]);
    expect(await download()).toMatchObject({ state: 'installed' });
  });

  it('counts no more as the first one once the catalogue gives another hash', async () => {
    await download();
    offer({ unhashed: [tokenizer], files: { [graph]: { sha256: 'a'.repeat(64) } } });
    await reopen();
    expect(await verdicts()).toMatchObject({
      [graph]: 'differs',
      [tokenizer]: 'as-first-downloaded',
    });
  });

  it('is told apart when it is changed on disk afterwards', async () => {
    await download();
    const config = join(bench.added, modelId, 'config.json');
    appendFileSync(config, ' ');
    expect((await verdicts())['config.json']).toBe('differs');
    truncateSync(config, statSync(config).size - 1);
    expect((await verdicts())['config.json']).toBe('as-published');
  });
});

// Models on disk: found, read, added from folders and archives, refused, removed.

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../electron/contract/result.ts';
import type { ModelId, ModelSummary } from '../../../electron/translation/model.ts';
import {
  type ArchiveLimits,
  unpackModel,
} from '../../../electron/translation/model-archive.node.ts';
import { asPlainUser } from '../../helpers/plain-user.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { writeToyMarian } from '../../helpers/toy-marian.ts';
import { unwrap } from '../../helpers/unwrap.ts';
import { type ArchiveEntry, entriesOf, writeTar, writeZip } from './make-archives.ts';
import { codeOf, openWorkbench, type Workbench } from './workbench.ts';

const archiveModule = new URL(
  '../../../electron/translation/model-archive.node.ts',
  import.meta.url,
).href;

let bench: Workbench;
let outside: string;

beforeEach(() => {
  bench = openWorkbench(makeTemporaryFolder());
  outside = makeTemporaryFolder();
});
afterEach(() => bench.close());

async function models(): Promise<readonly ModelSummary[]> {
  return unwrap(await bench.service.handlers['translation.listModels']({}));
}

async function add(path: string | null): Promise<Result<ModelSummary>> {
  return bench.service.handlers['translation.addModel']({ path });
}

/** Every file and folder beneath the reader's models, hidden ones too. */
function leftovers(): readonly string[] {
  return existsSync(bench.added) ? readdirSync(bench.added, { recursive: true }).map(String) : [];
}

function toyOutside(name: string, options = {}): string {
  const folder = join(outside, name);
  writeToyMarian(folder, options);
  return folder;
}

async function expectRefused(path: string, code: string): Promise<void> {
  expect(codeOf(await add(path))).toBe(code);
  expect(leftovers()).toEqual([]);
  expect(await models()).toEqual([]);
}

describe('the list of models', () => {
  it('is empty where there are no folders', async () => {
    expect(await models()).toEqual([]);
  });

  it('names what ships and what is added, with languages, size and fingerprint', async () => {
    writeToyMarian(join(bench.builtIn, 'vi-en'));
    writeToyMarian(join(bench.added, 'mine'));
    writeToyMarian(join(bench.added, 'my one way (new)'), { directions: 'en-vi' });
    mkdirSync(join(bench.added, 'no model'), { recursive: true });
    const list = await models();
    expect(list.map(({ id, origin, problem }) => [id, origin, problem])).toEqual([
      ['vi-en', 'built-in', null],
      ['mine', 'added', null],
      ['my-one-way-new', 'added', null],
    ]);
    expect(list[0]?.directions).toEqual([
      { from: 'vi', to: 'en' },
      { from: 'en', to: 'vi' },
    ]);
    expect(list[2]?.directions).toEqual([{ from: 'en', to: 'vi' }]);
    expect(list[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(list[0]?.fingerprint).toBe(list[1]?.fingerprint);
    expect(list[2]?.fingerprint).not.toBe(list[1]?.fingerprint);
    const bytes = entriesOf(join(bench.builtIn, 'vi-en')).map(({ content }) => content.length);
    expect(list[0]?.sizeBytes).toBe(bytes.reduce((sum, size) => sum + size, 0));
  });

  it('calls a model what it calls itself, else by its folder', async () => {
    for (const name of ['a', 'b', 'c', 'd']) {
      writeToyMarian(join(bench.added, name));
    }
    const config = JSON.parse(readFileSync(join(bench.added, 'a/config.json'), 'utf8'));
    writeFileSync(
      join(bench.added, 'a/config.json'),
      JSON.stringify({ ...config, model_name: 'Việt-Anh' }),
    );
    writeFileSync(join(bench.added, 'b/MODEL_CARD.md'), '# A model\n\nWhat it is.\n');
    mkdirSync(join(bench.added, 'c/MODEL_CARD.md'));
    const names = async () => (await models()).map(({ id, name }) => [id, name]);
    const others = [
      ['c', 'c'],
      ['d', 'd'],
    ];
    expect(await names()).toEqual([['a', 'Việt-Anh'], ['b', 'A model'], ...others]);
    writeFileSync(join(bench.added, 'b/MODEL_CARD.md'), '# Renamed since\n');
    expect(await names()).toEqual([['a', 'Việt-Anh'], ['b', 'Renamed since'], ...others]);
  });

  it('sends along the model of the other direction that a model names, where that is whole', async () => {
    const folder = join(bench.added, 'into-english');
    writeToyMarian(folder, { directions: 'vi-en' });
    const name = (channel: unknown) =>
      writeFileSync(join(folder, 'about.json'), JSON.stringify({ name: 'A', channel }));
    const channels = async () => {
      unwrap(await bench.service.translateLines([`hòa ${bench.sent.length}`], 'vi', 'en', null));
      const last = bench.sent.findLast((message) => message.type === 'translate');
      return last?.channel && basename(last.channel.folder);
    };
    name('other');
    expect(await channels()).toBe(null);
    writeToyMarian(join(bench.added, 'other'), { directions: 'vi-en' });
    expect(await channels()).toBe(null);
    writeToyMarian(join(bench.added, 'other'), { directions: 'en-vi', edition: '2' });
    expect(await channels()).toBe('other');
    rmSync(join(bench.added, 'other/tokenizer.json'));
    expect(await channels()).toBe(null);
    name('../../elsewhere');
    expect((await models())[0]).toMatchObject({ id: 'into-english', about: null, problem: null });
  });

  it('tells what a folder says of its model, and shows its files with their checksums', async () => {
    const folder = join(bench.added, 'mine');
    writeToyMarian(folder);
    const [silent] = await models();
    expect(silent).toMatchObject({ about: null });
    const limits = { en: ['It knows few words.'], vi: ['Mô hình biết ít từ.'] };
    writeFileSync(join(folder, 'about.json'), JSON.stringify({ name: 'Mine', limits }));
    const [model] = await models();
    expect(model).toMatchObject({ name: 'Mine', about: { limits, scores: [] } });
    expect(model?.fingerprint).toBe(silent?.fingerprint);
    writeFileSync(join(folder, 'about.json'), '{"name": ');
    expect((await models())[0]).toMatchObject({ name: 'mine', about: null, problem: null });

    const shown = await bench.service.handlers['translation.modelFiles']({
      modelId: 'mine' as ModelId,
    });
    const files = unwrap(shown);
    expect(files.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual(
      entriesOf(folder)
        .filter(({ name }) => name !== 'about.json')
        .map(({ name, content }) => [name, content.length])
        .toSorted(),
    );
    for (const { name, sha256, verdict } of files) {
      const content = readFileSync(join(folder, name));
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expect(verdict).toBe('unknown');
    }
    const none = await bench.service.handlers['translation.modelFiles']({
      modelId: 'gone' as ModelId,
    });
    expect(codeOf(none)).toBe('model-not-found');
  });

  it('knows a changed file by its time, and an unchanged one without reading it', async () => {
    const folder = join(bench.added, 'mine');
    writeToyMarian(folder);
    const [before] = await models();
    // Other bytes under the same size and time: whoever reads them again would see it.
    const file = join(folder, 'onnx/encoder_model_quantized.onnx');
    const time = new Date('2026-01-01T00:00:00Z');
    utimesSync(file, time, time);
    const [touched] = await models();
    expect(touched?.fingerprint).toBe(before?.fingerprint);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    utimesSync(file, time, time);
    await bench.close();
    bench = openWorkbench(bench.root);
    expect((await models())[0]?.fingerprint).toBe(before?.fingerprint);
    utimesSync(file, new Date(), new Date());
    expect((await models())[0]?.fingerprint).not.toBe(before?.fingerprint);
  });

  it('shows a broken folder with what is wrong', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      writeToyMarian(join(bench.added, name), { directions: name === 'd' ? 'vi-en' : 'both' });
    }
    rmSync(join(bench.added, 'a/onnx/decoder_model_merged_quantized.onnx'));
    writeFileSync(join(bench.added, 'b/tokenizer_config.json'), '{ "half');
    writeFileSync(join(bench.added, 'c/config.json'), '{"model_type": "t5"}');
    writeFileSync(join(bench.added, 'd/tokenizer_config.json'), '{}');
    writeFileSync(join(bench.added, 'd/config.json'), '{"model_type": "marian"}');
    writeFileSync(join(bench.added, 'e/tokenizer.json'), Buffer.from([0x7b, 0xff, 0xfe]));
    expect((await models()).map(({ id, problem }) => [id, problem])).toEqual([
      [
        'a',
        {
          code: 'model-file-missing',
          params: { model: 'a', file: 'onnx/decoder_model_merged_quantized.onnx' },
        },
      ],
      [
        'b',
        { code: 'model-file-unreadable', params: { model: 'b', file: 'tokenizer_config.json' } },
      ],
      ['c', { code: 'model-kind-unknown', params: { model: 'c', kind: 't5' } }],
      ['d', { code: 'model-languages-unknown', params: { model: 'd' } }],
      ['e', { code: 'model-file-unreadable', params: { model: 'e', file: 'tokenizer.json' } }],
    ]);
  });
});

describe('adding a model', () => {
  it('copies a folder, tries it both ways, and leaves the original', async () => {
    const folder = toyOutside('toy-vi-en');
    writeFileSync(join(folder, 'LICENSE'), 'terms');
    writeFileSync(join(folder, 'pytorch_model.bin'), 'not needed');
    const added = unwrap(await add(folder));
    expect(added).toMatchObject({ id: 'toy-vi-en', origin: 'added', problem: null });
    expect(await models()).toEqual([{ ...added, inUse: added.directions }]);
    const names = entriesOf(join(bench.added, 'toy-vi-en')).map(({ name }) => name);
    expect(names).toContain('LICENSE');
    expect(names).not.toContain('pytorch_model.bin');
    expect(readdirSync(bench.added)).toEqual(['toy-vi-en']);
    expect(existsSync(join(folder, 'config.json'))).toBe(true);
    const tried = bench.sent.flatMap((message) =>
      message.type === 'translate' ? [message.to] : [],
    );
    expect(tried).toEqual(['en', 'vi']);
    expect(codeOf(await add(folder))).toBe('model-exists');
  });

  it('follows links in a folder, as model hubs lay out their files', async () => {
    const folder = toyOutside('toy');
    const linked = join(outside, 'linked');
    mkdirSync(join(linked, 'onnx'), { recursive: true });
    for (const { name } of entriesOf(folder)) {
      symlinkSync(join(folder, name), join(linked, name));
    }
    unwrap(await add(linked));
    rmSync(folder, { recursive: true });
    expect((await models())[0]?.problem).toBeNull();
  });

  it.each(['zip', 'tar', 'tar.gz'] as const)(
    'unpacks a .%s, with a folder round it',
    async (kind) => {
      const entries = [
        ...entriesOf(toyOutside('toy'), 'toy-1.0/'),
        { name: 'toy-1.0/README.md', content: Buffer.from('a toy') },
        { name: 'toy-1.0/other/secret.txt', content: Buffer.from('not needed') },
      ];
      const path = join(outside, `my-toy.${kind}`);
      if (kind === 'zip') {
        writeZip(path, entries);
      } else {
        await writeTar(path, entries, kind === 'tar' ? 'plain' : 'gzip');
      }
      expect(unwrap(await add(path))).toMatchObject({ id: 'my-toy', problem: null });
      const names = entriesOf(join(bench.added, 'my-toy')).map(({ name }) => name);
      expect(names).toContain('README.md');
      expect(names).not.toContain('other/secret.txt');
      const direct = join(bench.added, 'direct');
      writeToyMarian(direct);
      const prints = (await models()).map(({ fingerprint }) => fingerprint);
      expect(new Set(prints).size).toBe(1);
    },
  );

  it('asks for a path where none is given', async () => {
    expect(codeOf(await add(null))).toBe('choosing-unavailable');
    await bench.close();
    const answers = [null, toyOutside('chosen')];
    bench = openWorkbench(bench.root, { chooseModelPath: async () => answers.shift() ?? null });
    expect(codeOf(await add(null))).toBe('choosing-cancelled');
    expect(unwrap(await add(null))).toMatchObject({ id: 'chosen' });
  });

  it('takes no path from the page where the reader can be asked', async () => {
    await bench.close();
    const folder = toyOutside('typed');
    bench = openWorkbench(bench.root, { chooseModelPath: async () => folder });
    expect(codeOf(await add(folder))).toBe('choosing-required');
    expect(codeOf(await add(join(outside, 'nothing')))).toBe('choosing-required');
    expect(leftovers()).toEqual([]);
    expect(unwrap(await add(null))).toMatchObject({ id: 'typed' });
  });

  it('never takes two of one name, however quickly they are asked for', async () => {
    const folder = toyOutside('twin');
    const results = await Promise.all([add(folder), add(folder)]);
    expect(results.map(codeOf)).toEqual(['no failure', 'model-exists']);
    expect(await models()).toHaveLength(1);
  });

  it('refuses what is no model', async () => {
    await expectRefused(join(outside, 'nothing'), 'model-path-missing');
    mkdirSync(join(outside, 'empty'));
    await expectRefused(join(outside, 'empty'), 'model-file-missing');
    writeFileSync(join(outside, 'letter.txt'), 'Dear reader');
    await expectRefused(join(outside, 'letter.txt'), 'model-archive-unreadable');
    writeFileSync(join(outside, 'nil.zip'), '');
    await expectRefused(join(outside, 'nil.zip'), 'model-archive-unreadable');
  });

  it('refuses a model that lacks a file, is of another kind or of unknown languages', async () => {
    const lacking = toyOutside('lacking');
    rmSync(join(lacking, 'tokenizer.json'));
    await expectRefused(lacking, 'model-file-missing');
    const other = toyOutside('other');
    writeFileSync(join(other, 'config.json'), '{"model_type":"m2m_100"}');
    await expectRefused(other, 'model-kind-unknown');
    const mute = toyOutside('mute', { directions: 'vi-en' });
    writeFileSync(join(mute, 'tokenizer_config.json'), '{}');
    writeFileSync(join(mute, 'config.json'), '{"model_type":"marian"}');
    await expectRefused(mute, 'model-languages-unknown');
  });

  it('refuses a model whose graph is damaged, and clears it away', async () => {
    const damaged = toyOutside('damaged');
    truncateSync(join(damaged, 'onnx/decoder_model_merged_quantized.onnx'), 50_000);
    await expectRefused(damaged, 'model-unloadable');
    const half = toyOutside('half');
    const bytes = readFileSync(join(half, 'tokenizer.json'));
    writeFileSync(join(half, 'tokenizer.json'), bytes.subarray(0, bytes.length / 2));
    await expectRefused(half, 'model-unloadable');
  });

  it('refuses a model that kills the translator', async () => {
    const folder = toyOutside('deadly');
    bench.onSend = (message) => {
      if (message.type === 'translate') {
        bench.kill();
      }
    };
    await expectRefused(folder, 'translator-stopped');
  });

  it.skipIf(process.platform === 'win32')(
    'says that the data folder cannot be written',
    async () => {
      const root = makeTemporaryFolder();
      writeToyMarian(join(root, 'toy'));
      mkdirSync(join(root, 'models'), { mode: 0o500 });
      expect(await asPlainUser(root, 'add-model', root, join(root, 'toy'))).toBe(
        'data-folder-unwritable',
      );
    },
  );

  it.skipIf(process.platform === 'win32')('takes read-only files', async () => {
    const root = makeTemporaryFolder();
    writeToyMarian(join(root, 'toy'));
    for (const { name } of entriesOf(join(root, 'toy'))) {
      chmodSync(join(root, 'toy', name), 0o444);
    }
    expect(await asPlainUser(root, 'add-model', root, join(root, 'toy'))).toBe('done');
  });

  it('says that the data folder cannot be written where a file stands in its place', async () => {
    writeFileSync(bench.added, 'in the way');
    expect(codeOf(await add(toyOutside('toy')))).toBe('data-folder-unwritable');
  });
});

describe('an evil archive', () => {
  it('cannot write outside of its folder', async () => {
    const good = entriesOf(toyOutside('toy'));
    const evil = [...good, { name: '../evil.json', content: Buffer.from('evil') }];
    writeZip(join(outside, 'slip.zip'), evil);
    await expectRefused(join(outside, 'slip.zip'), 'model-archive-unreadable');
    await writeTar(join(outside, 'slip.tar'), evil, 'plain');
    await expectRefused(join(outside, 'slip.tar'), 'model-archive-unreadable');
    const absolute = [...good, { name: '/tmp/evil.json', content: Buffer.from('evil') }];
    await writeTar(join(outside, 'absolute.tar'), absolute, 'plain');
    await expectRefused(join(outside, 'absolute.tar'), 'model-archive-unreadable');
    expect(existsSync(join(bench.root, 'evil.json'))).toBe(false);
    expect(existsSync(join(bench.added, 'evil.json'))).toBe(false);
  });

  it('cannot smuggle links in', async () => {
    const linked = (entries: readonly ArchiveEntry[]) =>
      entries.map((entry) =>
        entry.name === 'config.json' ? { ...entry, linkTo: '/etc/hostname' } : entry,
      );
    const entries = linked(entriesOf(toyOutside('toy')));
    writeZip(join(outside, 'links.zip'), entries);
    await expectRefused(join(outside, 'links.zip'), 'model-file-missing');
    await writeTar(join(outside, 'links.tar'), entries, 'plain');
    await expectRefused(join(outside, 'links.tar'), 'model-file-missing');
  });

  it('cannot blow up', async () => {
    const toy = entriesOf(toyOutside('toy'));
    const bomb = toy.map((entry) =>
      entry.name.startsWith('onnx/enc') ? { ...entry, content: Buffer.alloc(64 * 2 ** 20) } : entry,
    );
    const target = join(outside, 'target');
    const limits: ArchiveLimits = { totalBytes: 8 * 2 ** 20, entries: 20 };
    const unpack = async (name: string): Promise<string> => {
      rmSync(target, { recursive: true, force: true });
      mkdirSync(join(target, 'onnx'), { recursive: true });
      return codeOf(await unpackModel(join(outside, name), target, 'bomb', limits));
    };
    writeZip(join(outside, 'bomb.zip'), bomb);
    expect(await unpack('bomb.zip')).toBe('model-archive-too-large');
    // A directory that states a small size: the real bytes tell.
    writeZip(
      join(outside, 'liar.zip'),
      bomb.map((entry) => ({ ...entry, statedSize: Math.min(entry.content.length, 5_000) })),
    );
    expect(await unpack('liar.zip')).toBe('model-archive-unreadable');
    await writeTar(join(outside, 'bomb.tar.gz'), bomb, 'gzip');
    expect(await unpack('bomb.tar.gz')).toBe('model-archive-too-large');
    const junk = { name: 'junk.bin', content: Buffer.alloc(64 * 2 ** 20) };
    await writeTar(join(outside, 'junk.tar.gz'), [...toy, junk], 'gzip');
    expect(await unpack('junk.tar.gz')).toBe('model-archive-too-large');
    const crowd = Array.from({ length: 30 }, (_, index) => ({
      name: `file-${index}`,
      content: Buffer.from('x'),
    }));
    writeZip(join(outside, 'crowd.zip'), [...toy, ...crowd]);
    expect(await unpack('crowd.zip')).toBe('model-archive-too-many');
    writeZip(join(outside, 'fine.zip'), toy);
    expect(await unpack('fine.zip')).toBe('no failure');
  });

  it('is refused for a text file larger than any is, and let go of', async () => {
    const entries = entriesOf(toyOutside('toy')).map((entry) =>
      entry.name === 'tokenizer.json' ? { ...entry, content: Buffer.alloc(65 * 2 ** 20) } : entry,
    );
    writeZip(join(outside, 'words.zip'), entries);
    await writeTar(join(outside, 'words.tar.gz'), entries, 'gzip');
    for (const name of ['words.zip', 'words.tar.gz']) {
      await expectRefused(join(outside, name), 'model-file-unreadable');
    }
    if (process.platform === 'linux') {
      const held = readdirSync('/proc/self/fd').flatMap((fd) => {
        const path = `/proc/self/fd/${fd}`;
        return existsSync(path) ? [readlinkSync(path)] : []; // that of the listing itself is closed by now
      });
      expect(held.filter((path) => path.includes('words.'))).toEqual([]);
    }
  });

  it('is refused when it is cut off', async () => {
    const toy = entriesOf(toyOutside('toy'));
    writeZip(join(outside, 'cut.zip'), toy);
    truncateSync(join(outside, 'cut.zip'), 10_000);
    await expectRefused(join(outside, 'cut.zip'), 'model-archive-unreadable');
    await writeTar(join(outside, 'cut.tar.gz'), toy, 'gzip');
    truncateSync(join(outside, 'cut.tar.gz'), 10_000);
    await expectRefused(join(outside, 'cut.tar.gz'), 'model-archive-unreadable');
    await writeTar(join(outside, 'cut.tar'), toy, 'plain');
    truncateSync(join(outside, 'cut.tar'), 100_000);
    await expectRefused(join(outside, 'cut.tar'), 'model-archive-unreadable');
  });

  it('is refused when a byte of it has changed', async () => {
    const path = join(outside, 'bits.zip');
    const entries = entriesOf(toyOutside('toy')).filter(({ name }) => name.endsWith('.json'));
    const large = { name: 'onnx/encoder_model_quantized.onnx', content: randomBytes(100_000) };
    const other = { name: 'onnx/decoder_model_merged_quantized.onnx', content: randomBytes(10) };
    writeZip(path, [large, other, ...entries]);
    const bytes = readFileSync(path);
    bytes[50_000] = (bytes[50_000] ?? 0) ^ 1; // in stored bytes: nothing but the checksum tells
    writeFileSync(path, bytes);
    await expectRefused(path, 'model-archive-unreadable');
  });
});

describe('an archive that is sound', () => {
  it.skipIf(process.platform === 'win32').each(['zip', 'tar', 'tar.gz'] as const)(
    'is not blamed, as a .%s, for a disk that takes no more',
    async (kind) => {
      const path = join(outside, `toy.${kind}`);
      const entries = entriesOf(toyOutside('toy'));
      if (kind === 'zip') {
        writeZip(path, entries);
      } else {
        await writeTar(path, entries, kind === 'tar' ? 'plain' : 'gzip');
      }
      const target = join(outside, 'target');
      mkdirSync(join(target, 'onnx'), { recursive: true });
      // A limit on the size of files stands for the disk.
      const limited = ['-c', 'ulimit -f 20; exec "$@"', 'sh', process.execPath];
      const unpack = `
        const { unpackModel } = await import(${JSON.stringify(archiveModule)});
        const [path, target] = process.argv.slice(1);
        const outcome = await unpackModel(path, target, 'toy').catch(({ code }) => code);
        process.stdout.write(JSON.stringify(outcome));`;
      const { stdout } = spawnSync('sh', [...limited, '-e', unpack, path, target]);
      expect(JSON.parse(stdout.toString())).toBe('EFBIG');
    },
  );
});

describe('what a crash leaves', () => {
  it('is cleared at the next start, and never listed', async () => {
    const half = join(bench.added, '.unfinished-7c1');
    writeToyMarian(half);
    expect(await models()).toEqual([]);
    await bench.close();
    bench = openWorkbench(bench.root);
    expect(leftovers()).toEqual([]);
  });
});

describe('removing a model', () => {
  it('takes its folder away, but never one that ships', async () => {
    writeToyMarian(join(bench.builtIn, 'vi-en'));
    unwrap(await add(toyOutside('mine')));
    const remove = (modelId: string) =>
      bench.service.handlers['translation.removeModel']({ modelId: modelId as ModelId });
    expect(codeOf(await remove('vi-en'))).toBe('model-built-in');
    expect(codeOf(await remove('gone'))).toBe('model-not-found');
    expect(codeOf(await remove('mine'))).toBe('no failure');
    expect(leftovers()).toEqual([]);
    expect((await models()).map(({ id }) => id)).toEqual(['vi-en']);
    const stored = bench.database.read.all('SELECT folder FROM model_fingerprints');
    expect(stored.map((row) => row['folder'])).toEqual([join(bench.builtIn, 'vi-en')]);
  });

  it('lets a folder be renamed by hand meanwhile', async () => {
    unwrap(await add(toyOutside('mine')));
    renameSync(join(bench.added, 'mine'), join(bench.added, 'yours'));
    appendFileSync(join(bench.added, 'yours/README.md'), 'hello');
    expect((await models()).map(({ id, problem }) => [id, problem])).toEqual([['yours', null]]);
  });
});

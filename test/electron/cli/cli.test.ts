import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  pageFolder,
  programFolder,
  resourcesFolder,
} from '../../../electron/start/folders.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { writeToyMarian } from '../../helpers/toy-marian.ts';

const dataFolder = makeTemporaryFolder();
const english = { LC_ALL: 'en_GB.UTF-8' };
const vietnamese = { LC_ALL: 'vi_VN.UTF-8' };

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly said: string;
}

/** Starts the command line as npm does; `--data` is the test's folder unless one is named. */
function begin(args: readonly string[], env: Readonly<Record<string, string>> = english) {
  const data = args.some((arg) => arg.startsWith('--data')) ? [] : ['--data', dataFolder];
  const child = spawn(process.execPath, ['electron/cli/cli.node.ts', ...args, ...data], {
    cwd: programFolder,
    env: { ...process.env, ...env },
  });
  const heard = { output: '', said: '' };
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    heard.output += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    heard.said += piece;
  });
  child.stdin.on('error', () => undefined); // a program that needs no input may have ended
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, ...heard })),
  );
  return { child, ended, heard };
}

function run(args: readonly string[], input = '', env = english): Promise<Ended> {
  const { child, ended } = begin(args, env);
  child.stdin.end(input);
  return ended;
}

beforeAll(async () => {
  writeToyMarian(join(dataFolder, 'models', 'toy-vi-en'));
  await run(['documents']);
});

describe('documents', () => {
  test('--json lists what the manifest holds, in the shape that was agreed', async () => {
    const { code, output, said } = await run(['documents', '--json']);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const list = JSON.parse(output) as readonly Record<string, unknown>[];
    expect(list.map(({ id }) => id)).toEqual([
      'telegram-1948',
      'friendship-society-2020',
      'rodong-putin-article-2024',
      'kremlin-talks-transcript-2024',
      'pyongyang-times-2023',
    ]);
    for (const each of list) {
      expect(Object.keys(each)).toEqual(['id', 'title', 'language', 'date', 'source']);
    }
  });

  test('without --json is one line a document', async () => {
    const { output } = await run(['documents']);
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^telegram-1948 +vi {2}1948-10-22 {2}Điện tín/);
  });
});

describe('segments', () => {
  test('--json gives every sentence of the telegram in its 23 paragraphs', async () => {
    const { code, output } = await run(['segments', 'telegram-1948', '--json']);
    expect(code).toBe(0);
    const list = JSON.parse(output) as readonly {
      id: string;
      paragraph: number;
      part: string;
      text: string;
    }[];
    const [first] = list;
    expect(Object.keys(first ?? {})).toEqual(['id', 'paragraph', 'part', 'text']);
    expect(first?.text).toMatch(/^Điện tín gửi Đại Nguyên soái/);
    const body = list.filter(({ part }) => part === 'body');
    expect(new Set(body.map(({ paragraph }) => paragraph)).size).toBe(23);
    expect(list.map(({ paragraph }) => paragraph)).toEqual(
      list.map(({ paragraph }) => paragraph).toSorted((a, b) => a - b),
    );
    const source = readFileSync(join(resourcesFolder, 'corpus/telegram-1948.vi.txt'), 'utf8');
    const bare = (text: string) => text.normalize('NFC').replace(/[\s\u00A0]+/g, '');
    expect(bare(list.map(({ text }) => text).join(''))).toBe(bare(source).replace(/^\uFEFF/, ''));
  });

  test('of a document that is not there fails in the language of the system', async () => {
    for (const name of ['no-such-text', 'NOT AN ID', '../telegram-1948']) {
      expect(await run(['segments', name, '--json'], '', vietnamese)).toEqual({
        code: 1,
        output: '',
        said: `Không có văn bản ${name}; hãy chọn trong danh sách văn bản.\n`,
      });
    }
  });
});

describe('translate', () => {
  const translate = ['translate', '--from', 'vi', '--to', 'en'];

  test('gives one line for each, blank ones too, whatever ends them', async () => {
    const { code, output, said } = await run(translate, 'hòa bình\r\n\r\n \nnhân dân\nhòa bình');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const lines = output.split('\n');
    expect(lines).toHaveLength(6);
    expect(lines.pop()).toBe('');
    expect(lines[1]).toBe('');
    expect(lines[2]).toBe('');
    expect(lines[0]).not.toBe('');
    expect(lines[0]).toBe(lines[4]);
    expect(lines[3]).not.toBe(lines[0]);
  });

  test('keeps count over many blocks', async () => {
    const words = ['hòa bình', 'nhân dân', ''];
    const input = Array.from({ length: 200 }, (_, index) => `${words[index % 3]}\n`).join('');
    const lines = (await run(translate, input)).output.split('\n');
    expect(lines).toHaveLength(201);
    for (const [index, line] of lines.slice(0, 200).entries()) {
      expect(line, `line ${index}`).toBe(lines[index % 3]);
    }
  });

  test('answers before its input ends', async () => {
    const { child, ended, heard } = begin(translate);
    child.stdin.write('hòa bình\n');
    await expect.poll(() => heard.output, { timeout: 20_000 }).toMatch(/^.+\n$/);
    child.stdin.end();
    expect((await ended).code).toBe(0);
  });

  test('--json gives each line as a JSON string', async () => {
    const { output } = await run([...translate, '--json'], 'hòa "bình"\n\n');
    const lines = output.trimEnd().split('\n');
    expect(lines.map((line) => typeof JSON.parse(line))).toEqual(['string', 'string']);
  });

  test('takes any line without shifting the others', async () => {
    const odd = ['🙂', '<b>x</b>', 'a\u0000b', 'x '.repeat(3000), '中文', '\u2028', '\t'];
    const { code, output } = await run(translate, `${odd.join('\n')}\nhòa bình\n`);
    const { output: alone } = await run(translate, 'hòa bình\n');
    const lines = output.split('\n');
    expect(code).toBe(0);
    expect(lines).toHaveLength(odd.length + 2);
    expect(lines.at(-2)).toBe(alone.trimEnd());
  });

  test('empty input gives empty output', async () => {
    expect(await run(translate)).toEqual({ code: 0, output: '', said: '' });
  });

  test('with a model that is not installed fails in one sentence', async () => {
    const { code, output, said } = await run([...translate, '--model', 'none-such'], 'a\n');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    expect(said).toContain('none-such');
  });

  test('says on standard error what should be checked, in the language of the interface', async () => {
    const folder = makeTemporaryFolder();
    // Says the first three pieces again and again, and so loses the year behind them.
    writeToyMarian(join(folder, 'models', 'looping'), { looping: true });
    const line = 'Nhân dân Liên Xô năm 1945 và 1946\n';
    const { code, output, said } = await run([...translate, '--data', folder], `hòa\n${line}`);
    expect(code).toBe(0);
    expect(output.split('\n')).toHaveLength(3);
    expect(said.split('\n')).toEqual([
      'Line 2: The source says 1945; the translation does not. Check it.',
      'Line 2: The source says 1946; the translation does not. Check it.',
      'Line 2: Here the model repeated itself or came to no end; the rest is cut off where […] stands.',
      '',
    ]);
    const native = await run([...translate, '--data', folder], line, vietnamese);
    expect(native.said).toContain('Dòng 1: Bản gốc có 1945, bản dịch không có.');
  });

  test('names the model that is broken, and what is wrong with it', async () => {
    const folder = makeTemporaryFolder();
    writeToyMarian(join(folder, 'models', 'half-vi-en'));
    rmSync(join(folder, 'models', 'half-vi-en', 'tokenizer.json'));
    const asked = [...translate, '--model', 'half-vi-en', '--data', folder];
    const { code, output, said } = await run(asked, 'a\n');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(said).toContain('The model half-vi-en lacks the file tokenizer.json');
  });

  test('is quiet when its reader goes away', async () => {
    const { child, ended } = begin(translate);
    child.stdout.destroy();
    child.stdin.end('hòa bình\n'.repeat(500));
    const { code, said } = await ended;
    expect({ code, said }).toEqual({ code: 0, said: '' });
  });

  test('ends cleanly when it is interrupted', async () => {
    const { child, ended, heard } = begin(translate);
    child.stdin.write('hòa bình\n');
    await expect.poll(() => heard.output, { timeout: 20_000 }).not.toBe('');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, said: '' });
    // The folder was let go of: the next one may write.
    expect((await run(['documents'])).code).toBe(0);
  });
});

describe('misuse', () => {
  test.each([
    [[], 'Name a verb.'],
    [['fly'], 'There is no verb fly.'],
    [['documents', '--sideways'], 'documents has no option --sideways.'],
    [['documents', '--port', '1'], 'documents has no option --port.'],
    [['documents', '-x'], 'documents has no option -x.'],
    [['documents', 'extra'], 'documents takes no argument extra.'],
    [['documents', '--json=yes'], 'The option --json takes no value.'],
    [['segments'], 'segments needs DOC.'],
    [['translate', '--from', 'vi'], 'translate needs the option --to.'],
    [['translate', '--from', 'vi', '--to', 'fr'], '--to takes vi or en, not fr.'],
    [['translate', '--from', 'vi', '--to', 'vi'], '--from and --to must differ.'],
    [['serve', '--port', '70000'], '--port takes a number from 0 to 65535, not 70000.'],
    [['serve', '--port', 'x'], '--port takes a number from 0 to 65535, not x.'],
    [['serve', '--port='], 'The option --port needs a value.'],
  ])('%j says what is wrong, shows the usage and ends with 2', async (args, words) => {
    const { code, output, said } = await run([...args, '--data=/nowhere']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(said.split('\n')[0]).toBe(words);
    expect(said).toContain('Usage:');
    expect(existsSync('/nowhere')).toBe(false);
  });

  test('speaks Vietnamese on a Vietnamese system', async () => {
    const { said } = await run(['bay'], '', vietnamese);
    expect(said).toMatch(/^Không có lệnh bay\.\n\nCách dùng:/);
  });

  test('--help is an answer', async () => {
    for (const args of [['--help'], ['documents', '--help'], ['fly', '--help']]) {
      const { code, output, said } = await run(args);
      expect({ code, said }).toEqual({ code: 0, said: '' });
      expect(output).toMatch(/^Usage:/);
    }
  });
});

test('the language that the reader chose goes before the system’s', async () => {
  const { openProgramWorkspace } = await import('../../../electron/start/program.node.ts');
  const folder = makeTemporaryFolder();
  const opened = await openProgramWorkspace(folder, 'command-line', () => undefined);
  if (!opened.ok) {
    throw new Error(opened.error.code);
  }
  await opened.value.handlers['settings.changePreferences']({ interfaceLanguage: 'vi' });
  await opened.value.close();
  const { said } = await run(['segments', 'nothing', '--data', folder]);
  expect(said).toMatch(/^Không có văn bản nothing/);
});

test('a data folder that cannot be made is told in one sentence', async () => {
  const folder = join(programFolder, 'package.json', 'inside');
  const { code, output, said } = await run(['documents', '--data', folder]);
  expect({ code, output }).toEqual({ code: 1, output: '' });
  expect(said).toBe(
    `The data folder ${folder} cannot be written; allow writing to it or name another with --data.\n`,
  );
});

// A limit on the size of files stands for a disk that fills up: the shell counts in blocks of 512 or 1024 bytes.
test.skipIf(process.platform === 'win32').each([50, 150, 250])(
  'a disk that takes no more than %i blocks of a file is told in one sentence',
  async (blocks) => {
    const folder = makeTemporaryFolder();
    const limited = spawnSync(
      'sh',
      [
        '-c',
        `ulimit -f ${blocks}; exec "$@"`,
        'sh',
        process.execPath,
        'electron/cli/cli.node.ts',
        'documents',
        '--data',
        folder,
      ],
      { cwd: programFolder, env: { ...process.env, ...english }, encoding: 'utf8' },
    );
    expect(limited.stderr).toBe(
      `The data folder ${folder} cannot be written; allow writing to it or name another with --data.\n`,
    );
    expect({ code: limited.status, output: limited.stdout }).toEqual({ code: 1, output: '' });
    // And with room again it opens as if nothing had been.
    expect((await run(['documents', '--data', folder])).code).toBe(0);
  },
);

describe.runIf(existsSync(pageFolder))('serve', () => {
  test('prints the address, answers there, and closes at Ctrl+C', async () => {
    const folder = makeTemporaryFolder();
    const { child, ended, heard } = begin(['serve', '--json', '--data', folder]);
    await expect.poll(() => heard.output, { timeout: 20_000 }).toMatch(/\n$/);
    const { url } = JSON.parse(heard.output) as { url: string };
    expect((await fetch(url)).status).toBe(200);
    // Another may read the same folder meanwhile, and not serve it.
    expect((await run(['documents', '--data', folder])).code).toBe(0);
    const second = await run(['serve', '--data', folder]);
    expect(second).toMatchObject({ code: 1, output: '' });
    expect(second.said).toContain(folder);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, said: '' });
  });

  test('a port in use is told in one sentence', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const folder = makeTemporaryFolder();
    const { code, said } = await run(['serve', '--port', `${port}`, '--data', folder]);
    expect(code).toBe(1);
    expect(said).toBe(`Port ${port} is used by another program; name another with --port.\n`);
    other.close();
  });
});

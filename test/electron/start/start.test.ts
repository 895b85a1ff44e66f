import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../electron/start/browser.node.ts';
import { folderBytes } from '../../../electron/start/electron-binary.node.ts';
import { pageFolder, programFolder } from '../../../electron/start/folders.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';

function makeProgram(folder: string, name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

describe('the browser', () => {
  test('is the first of those on the path, a Chromium before others', () => {
    const folder = makeTemporaryFolder();
    expect(findBrowser({ PATH: folder }, 'linux')).toBeNull();
    makeProgram(folder, 'xdg-open', '');
    expect(findBrowser({ PATH: folder }, 'linux')).toMatchObject({
      name: 'xdg-open',
      kind: 'address',
    });
    makeProgram(folder, 'firefox', '');
    expect(findBrowser({ PATH: folder }, 'linux')?.name).toBe('firefox');
    writeFileSync(join(folder, 'chromium'), 'not executable');
    expect(findBrowser({ PATH: folder }, 'linux')?.name).toBe('firefox');
    makeProgram(folder, 'google-chrome', '');
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, 'linux')).toMatchObject({
      name: 'google-chrome',
      kind: 'app',
      command: join(folder, 'google-chrome'),
    });
  });

  test('is none where SONG_HANH_BROWSER says so, or the one that it names', () => {
    expect(findBrowser({ SONG_HANH_BROWSER: 'none', PATH: '/usr/bin' }, 'linux')).toBeNull();
    expect(findBrowser({ SONG_HANH_BROWSER: '/opt/chromium' }, 'linux')?.kind).toBe('app');
    expect(findBrowser({ SONG_HANH_BROWSER: '/opt/browser' }, 'linux')?.kind).toBe('address');
  });
});

test('what has arrived of a download is nothing while its folder is being removed', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'half'), '12345');
  expect(await folderBytes(folder)).toBe(5);
  expect(await folderBytes(join(folder, 'gone'))).toBe(0);
});

/** Runs `npm start`'s program without a display until it is told to end. */
function start(env: Readonly<Record<string, string>>, dataFolder: string) {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const child = spawn(process.execPath, ['electron/start/start.node.ts', '--data', dataFolder], {
    cwd: programFolder,
    env: { ...inherited, LC_ALL: 'en_GB.UTF-8', ...env },
  });
  let output = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => output, said: () => said };
}

// Linux alone can be without a display; the page must be built.
describe.runIf(process.platform === 'linux' && existsSync(pageFolder))('npm start', () => {
  test('without a display says so in one sentence and prints the address', async () => {
    const running = start({ SONG_HANH_BROWSER: 'none' }, makeTemporaryFolder());
    await expect
      .poll(running.output, { timeout: 15_000 })
      .toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]+\n$/);
    expect(running.said()).toMatch(/^There is no display here, so .+\n/);
    const address = new URL(running.output().trim());
    expect((await fetch(address)).status).toBe(200);
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('opens the browser with an address that is good once, and ends with its window', async () => {
    const folder = makeTemporaryFolder();
    const calls = join(folder, 'arguments');
    const browser = makeProgram(
      folder,
      'my-chromium',
      `#!/bin/sh\nprintf '%s\\n' "$@" > ${calls}.part\nmv ${calls}.part ${calls}\nwhile [ ! -e ${folder}/closed ]; do sleep 0.05; done\n`,
    );
    const running = start({ SONG_HANH_BROWSER: browser }, join(folder, 'data'));
    await expect.poll(() => existsSync(calls), { timeout: 15_000 }).toBe(true);
    const given = readFileSync(calls, 'utf8').trim().split('\n');
    const address = given.find((each) => each.startsWith('--app='))?.slice('--app='.length);
    await expect.poll(running.output, { timeout: 15_000 }).toContain('#key=');
    expect(address).toMatch(/#key=/);
    expect(running.output()).not.toContain(address); // the printed one stays good
    expect(given).toContain(`--user-data-dir=${join(folder, 'data/browser')}`);
    writeFileSync(join(folder, 'closed'), '');
    expect(await running.ended).toBe(0);
  });

  test('serves the window until it has closed: what was just typed is saved', async () => {
    const folder = makeTemporaryFolder();
    const saved = join(folder, 'saved');
    const browser = makeProgram(
      folder,
      'my-chromium',
      `#!${process.execPath}
const { writeFileSync } = require('node:fs');
const address = process.argv.find((each) => each.startsWith('--app=')).slice('--app='.length);
process.on('SIGTERM', () => setTimeout(async () => {
  const answer = await fetch(address).then(({ status }) => status, () => 'refused');
  writeFileSync(${JSON.stringify(saved)}, String(answer));
  process.exit();
}, 300));
writeFileSync(${JSON.stringify(join(folder, 'open'))}, '');
setInterval(() => undefined, 1000);
`,
    );
    const running = start({ SONG_HANH_BROWSER: browser }, join(folder, 'data'));
    await expect.poll(() => existsSync(join(folder, 'open')), { timeout: 15_000 }).toBe(true);
    await expect.poll(running.output, { timeout: 15_000 }).toContain('#key=');
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(readFileSync(saved, 'utf8')).toBe('200');
  });

  test('a data folder that cannot be used is told in one sentence', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const running = start(
      { SONG_HANH_BROWSER: 'none', LC_ALL: 'vi_VN.UTF-8' },
      join(folder, 'file/in'),
    );
    expect(await running.ended).toBe(1);
    expect(running.said().trim().split('\n')).toHaveLength(2); // no display, and this
    expect(running.said()).toContain('Không ghi được vào thư mục dữ liệu');
    expect(running.output()).toBe('');
  });
});

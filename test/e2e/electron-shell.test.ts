// The Electron shell, built, in the double of Electron: the security checklist and the life of the program.
// docs/security.md names these tests by their titles.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bridge, callChannel } from '../../electron/contract/bridge.ts';
import { commandById } from '../../renderer/app/commands.ts';
import type { ShownMenu } from '../electron-double/menu.ts';
import {
  type ElectronDouble,
  launchElectronDouble,
  originInChromium,
  startElectronDouble,
} from '../electron-double/start.ts';
import { bindingName, receiverName, worldName } from '../electron-double/worlds.ts';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';

declare global {
  interface Window {
    readonly songHanh: Bridge;
  }
}

let shell: ElectronDouble;
let page: Page;
const dataFolder = makeTemporaryFolder();

beforeAll(async () => {
  shell = await startElectronDouble({ dataFolder });
  page = shell.page;
});
afterAll(() => shell.close());

const dialogCount = async () => (await shell.ask('dialog.shown')).length;
const windowIds = async () => (await shell.ask('windows')).map(({ id }) => id);

describe('the window', () => {
  test('is sandboxed and isolated', async () => {
    const [window] = await shell.ask('windows');
    expect(window?.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    });
    expect(window?.preferences).not.toHaveProperty('experimentalFeatures');
    expect(window?.preferences).not.toHaveProperty('enableBlinkFeatures');
  });

  test('gives the page one call and one on, and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.songHanh).sort(),
      isFrozen: Object.isFrozen(window.songHanh),
      foreign: [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'ipcRenderer',
        'electron',
      ].filter((name) => name in window),
    }));
    expect(seen).toEqual({ bridge: ['call', 'on'], isFrozen: true, foreign: [] });
  });

  test('lets a page call the core and hear its events', async () => {
    const info = await page.evaluate(() => window.songHanh.call('shell.info', {}));
    expect(info).toMatchObject({ ok: true, value: { shell: 'electron', canChooseFiles: true } });
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          const stop = window.songHanh.on('shell.changed', (payload) => {
            stop();
            resolve(payload);
          });
          void window.songHanh.call('settings.changePreferences', { fontSizePx: 20 });
        }),
    );
    expect(await heard).toEqual({ features: ['settings'] });
  });
});

describe('the page', () => {
  test('comes with a content policy that blocks inline scripts', async () => {
    const headers = await page.evaluate(async () => {
      const response = await fetch('/index.html');
      return Object.fromEntries(response.headers);
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    const violated = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
          const script = document.createElement('script');
          script.textContent = 'document.body.dataset.inline = "ran"';
          document.body.append(script);
        }),
    );
    expect(violated).toBe('script-src-elem');
    expect(await page.evaluate(() => document.body.dataset['inline'])).toBeUndefined();
  });

  test.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/main/main.js',
    '/..%5c..%5cpackage.json',
    '/assets',
    '/nothing.js',
    '/%',
  ])('has no file %s', async (path) => {
    const status = await page.evaluate(async (address) => (await fetch(address)).status, path);
    expect(status).toBe(404);
  });
});

describe('calls', () => {
  test.each([
    ['corpus.getDocument', { documentId: 7 }],
    ['corpus.getDocument', { documentId: 'telegram-1948', extra: true }],
    ['history.undo', null],
    ['settings.changePreferences', 'dark'],
    ['translation.start', { documentId: 'telegram-1948', segmentIds: [], to: 'en', modelId: null }],
    ['corpus.getDocument', { documentId: '../../etc/passwd' }],
    ['shell.nothing', {}],
    ['__proto__', {}],
    ['constructor', {}],
  ])('%s with %j is refused as malformed', async (name, input) => {
    const answer = await page.evaluate(
      // What a page that has been taken over might send.
      ([call, given]) => window.songHanh.call(call as 'shell.info', given),
      [name, input] as const,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
  });

  test('past the preload, an unknown call is refused by main', async () => {
    const answer = await invokeFrom(page.mainFrame(), ['shell.nothing', {}]);
    expect(answer).toMatchObject({
      ok: true,
      value: { ok: false, error: { code: 'invalid-request', params: { detail: 'unknown call' } } },
    });
  });

  test('from a frame inside the page are refused, whatever its origin', async () => {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Page.setBypassCSP', { enabled: true }); // the policy allows no frame at all
    await shell.ask('window.reload', (await windowIds())[0] ?? 0);
    await page.waitForFunction(() => window.songHanh !== undefined);
    await page.evaluate(() => {
      const own = document.createElement('iframe');
      own.name = 'own';
      const foreign = document.createElement('iframe');
      foreign.name = 'foreign';
      foreign.src = 'data:text/html,foreign';
      document.body.append(own, foreign);
    });
    for (const name of ['own', 'foreign']) {
      await expect.poll(() => page.frame(name)).not.toBeNull();
      const frame = page.frame(name);
      const answer = await invokeFrom(frame ?? page.mainFrame(), ['shell.info', {}]);
      expect(answer, name).toMatchObject({
        value: {
          ok: false,
          error: { code: 'invalid-request', params: { detail: 'unknown sender' } },
        },
      });
    }
    await devTools.send('Page.setBypassCSP', { enabled: false });
    await devTools.detach();
    await shell.ask('window.reload', (await windowIds())[0] ?? 0);
    await page.waitForFunction(() => document.querySelector('iframe') === null);
  });
});

describe('the outside', () => {
  test('navigation is prevented, and an https address is offered to the system after asking', async () => {
    const before = await dialogCount();
    await page.evaluate(() => {
      location.href = 'https://example.org/book?a=1#b';
    });
    await expect.poll(dialogCount).toBe(before + 1);
    const asked = (await shell.ask('dialog.shown')).at(-1);
    expect(asked).toMatchObject({ kind: 'message', detail: 'https://example.org/book?a=1#b' });
    expect(asked?.buttons).toHaveLength(2);
    expect(page.url()).toBe(`${originInChromium}/index.html`);
    expect(await shell.ask('shell.opened')).toEqual([]); // the reader cancelled

    await shell.ask('dialog.answers', [{ response: 0 }]);
    await page.evaluate(() => {
      location.href = 'https://example.org/yes';
    });
    await expect.poll(() => shell.ask('shell.opened')).toEqual(['https://example.org/yes']);
    expect(page.url()).toBe(`${originInChromium}/index.html`);
  });

  test('a new window is denied', async () => {
    const before = await dialogCount();
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.org/new-window';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
    });
    await expect.poll(dialogCount).toBe(before + 1);
    await page.evaluate(() => void window.open('/index.html'));
    await expect
      .poll(async () => (await liveAddresses(page)).filter((address) => address !== page.url()))
      .toEqual([]);
    expect(await windowIds()).toHaveLength(1);
  });

  test.each(['http://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'smb://server/x'])(
    '%s is neither opened nor offered',
    async (address) => {
      const before = [await dialogCount(), (await shell.ask('shell.opened')).length];
      await page.evaluate((target) => {
        window.open(target);
      }, address);
      await page.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        link.remove();
      }, address);
      expect(await page.evaluate(() => window.songHanh.call('shell.info', {}))).toMatchObject({
        ok: true,
      });
      expect(page.url()).toBe(`${originInChromium}/index.html`);
      expect([await dialogCount(), (await shell.ask('shell.opened')).length]).toEqual(before);
    },
  );

  test('no request leaves, even past the content policy', async () => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Page.setBypassCSP', { enabled: true });
    await shell.ask('window.reload', (await windowIds())[0] ?? 0);
    await page.waitForFunction(() => window.songHanh !== undefined);
    const outcome = await page.evaluate(async (target) => {
      const image = new Image();
      image.src = `${target}/image`;
      const frame = document.createElement('iframe');
      frame.src = `${target}/frame`;
      document.body.append(image, frame);
      return fetch(`${target}/fetch`).then(
        () => 'reached',
        () => 'blocked',
      );
    }, address);
    await page.evaluate((target) => {
      location.href = `${target}/navigation`;
    }, address);
    expect(await page.evaluate(() => window.songHanh.call('shell.info', {}))).toMatchObject({
      ok: true,
    });
    expect({ outcome, hits }).toEqual({ outcome: 'blocked', hits: [] });
    await devTools.send('Page.setBypassCSP', { enabled: false });
    await devTools.detach();
    await shell.ask('window.reload', (await windowIds())[0] ?? 0);
    await page.waitForFunction(() => document.querySelector('iframe') === null);
    server.closeAllConnections();
    server.close();
  });

  test('every permission is denied but copying text', async () => {
    for (const permission of [
      'geolocation',
      'media',
      'notifications',
      'clipboard-read',
      'midi',
      'openExternal',
    ]) {
      const answers = await shell.ask('permission.ask', permission);
      expect(answers, permission).toEqual({ requested: false, checked: false });
    }
    const copying = await shell.ask('permission.ask', 'clipboard-sanitized-write');
    expect(copying).toEqual({ requested: true, checked: true });
    const seen = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const;
      const states = await Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name })).state),
      );
      return { states, notification: await Notification.requestPermission() };
    });
    expect(new Set([...seen.states, seen.notification])).toEqual(new Set(['denied']));
  });

  test('nothing is downloaded but a file that the page made', async () => {
    const made = await page.evaluate(() => URL.createObjectURL(new Blob(['{}'])));
    expect(await shell.ask('download.ask', made)).toBe(true);
    for (const url of ['https://example.org/a.zip', 'app://song-hanh/index.html', 'data:,a']) {
      expect(await shell.ask('download.ask', url), url).toBe(false);
    }
  });
});

describe('the menu', () => {
  test("sends the page's commands", async () => {
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          const stop = window.songHanh.on('shell.command', (payload) => {
            stop();
            resolve(payload);
          });
        }),
    );
    await page.evaluate(() => null); // the listener above is there now
    await shell.ask('menu.click', 'view.larger-text');
    expect(await heard).toEqual({ command: 'view.larger-text' });
  });

  test('names no command that the page does not have', async () => {
    const ids: string[] = [];
    const collect = (items: readonly ShownMenu[]): void => {
      for (const { id, items: inner } of items) {
        ids.push(...(id === null ? [] : [id]));
        collect(inner);
      }
    };
    collect(await shell.ask('menu.shown'));
    expect(ids).toContain('edit.undo');
    expect(ids.filter((id) => commandById(id) === undefined)).toEqual([]);
  });

  test('speaks the interface language and changes with it', async () => {
    const labels = async () => (await shell.ask('menu.shown')).map(({ label }) => label);
    expect(await labels()).toContain('File');
    const choose = (interfaceLanguage: 'vi' | null) =>
      page.evaluate(
        (language) =>
          window.songHanh.call('settings.changePreferences', { interfaceLanguage: language }),
        interfaceLanguage,
      );
    await choose('vi');
    await expect.poll(labels).toContain('Tệp');
    await choose(null);
    await expect.poll(labels).toContain('File');
  });
});

describe('the life of the program', () => {
  test('a second instance shows the first window and gives up', async () => {
    const second = launchElectronDouble({ dataFolder });
    expect(await second.ended).toBe(0);
    expect(second.news.map(({ name }) => name)).not.toContain('window-shown');
    await shell.heard('window-focused');
    expect(await windowIds()).toHaveLength(1);
  });

  test('a page whose process dies is loaded anew', async () => {
    const folder = makeTemporaryFolder();
    const other = await startElectronDouble({ dataFolder: folder });
    const devTools = await other.page.context().newCDPSession(other.page);
    devTools.send('Page.crash').catch(() => undefined); // dies with the page
    await other.heard('page-loaded-again');
    expect(await other.ask('windows')).toHaveLength(1);
    await other.close();
    expect(await other.ended).toBe(0);
  });

  test('the translator may die in the middle of a job, and the job is finished', async () => {
    const folder = makeTemporaryFolder();
    writeToyMarian(join(folder, 'models', 'toy-vi-en'), { slowness: 12 });
    const other = await startElectronDouble({ dataFolder: folder });
    const work = other.page.evaluate(async () => {
      const call = window.songHanh.call;
      const opened = (await call('corpus.getDocument', { documentId: 'telegram-1948' })) as {
        value: { paragraphs: { segments: { id: string }[] }[] };
      };
      const segmentIds = opened.value.paragraphs.flatMap(({ segments }) =>
        segments.map(({ id }) => id),
      );
      return new Promise<{ state: string; done: number; told: number; total: number }>(
        (resolve) => {
          let told = 0;
          window.songHanh.on('translation.translated', ({ translations }) => {
            told += translations.length;
            document.body.dataset['told'] = String(told);
          });
          window.songHanh.on('translation.progress', ({ state, doneCount }) => {
            if (state !== 'running') {
              resolve({ state, done: doneCount, told, total: segmentIds.length });
            }
          });
          void call('translation.start', {
            documentId: 'telegram-1948',
            segmentIds,
            to: 'en',
            modelId: null,
          });
        },
      );
    });
    await other.page.waitForFunction(() => Number(document.body.dataset['told'] ?? '0') > 0);
    expect(await other.ask('utility.crash')).toBe(1);
    const { state, done, told, total } = await work;
    expect({ state, done, told }).toEqual({ state: 'done', done: total, told: total });
    await other.close();
  });

  test('the window stands where it stood', async () => {
    const folder = makeTemporaryFolder();
    const first = await startElectronDouble({ dataFolder: folder });
    const bounds = { x: 301, y: 77, width: 1100, height: 720 };
    await first.ask('window.setBounds', { id: 1, bounds });
    expect(await first.ask('window.close', 1)).toBe(true);
    expect(await first.ended).toBe(0);

    const again = await startElectronDouble({ dataFolder: folder });
    expect((await again.ask('windows'))[0]).toMatchObject({ bounds, visible: true });
    expect(await again.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1100, 720]);
    await again.close();

    const smaller = { x: 0, y: 24, width: 1024, height: 600 };
    const elsewhere = await startElectronDouble({ dataFolder: folder, displays: [smaller] });
    expect((await elsewhere.ask('windows'))[0]?.bounds).toMatchObject({ width: 1024, height: 600 });
    await elsewhere.close();
  });

  test("a newer workspace is refused in the system's language, unchanged", async () => {
    const folder = makeTemporaryFolder();
    const first = await startElectronDouble({ dataFolder: folder });
    await first.close();
    const file = join(folder, 'workspace.sqlite');
    const { DatabaseSync } = await import('node:sqlite');
    const database: DatabaseSync = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 9999');
    database.close();
    const before = readFileSync(file);
    const refused = launchElectronDouble({ dataFolder: folder, languages: ['vi-VN'] });
    expect(await refused.ended).toBe(1);
    const dialogs = refused.news.filter(({ name }) => name === 'dialog');
    expect(dialogs).toHaveLength(1);
    expect(dialogs[0]?.payload).toMatchObject({ kind: 'error' });
    expect(JSON.stringify(dialogs[0]?.payload)).toContain('bản Song Hành mới hơn');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a data folder that cannot be made is told in one dialog', async () => {
    const file = join(makeTemporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const refused = launchElectronDouble({ dataFolder: join(file, 'inside') });
    expect(await refused.ended).toBe(1);
    const dialogs = refused.news.filter(({ name }) => name === 'dialog');
    expect(dialogs).toHaveLength(1);
    expect(JSON.stringify(dialogs[0]?.payload)).toContain(join(file, 'inside'));
  });
});

/** Invokes main's channel from the isolated world of any frame, as a preload that ran there would. */
async function invokeFrom(frame: Frame, args: readonly unknown[]): Promise<unknown> {
  const devTools = await sessionOf(frame);
  const frameId = await frameIdOf(devTools, frame);
  const { executionContextId } = await devTools.send('Page.createIsolatedWorld', {
    frameId,
    worldName,
  });
  const message = JSON.stringify({ id: 1_000_000, channel: callChannel, args });
  const expression = `new Promise((resolve) => {
    const before = globalThis.${receiverName};
    globalThis.${receiverName} = (text) => {
      const answer = JSON.parse(text);
      if (answer.id === 1000000) {
        globalThis.${receiverName} = before;
        resolve(answer);
      } else {
        before?.(text);
      }
    };
    ${bindingName}(${JSON.stringify(message)});
  })`;
  const { result } = await devTools.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await devTools.detach();
  return result.value;
}

/** A frame in a process of its own has a session of its own. */
async function sessionOf(frame: Frame): Promise<CDPSession> {
  const context = frame.page().context();
  return context.newCDPSession(frame).catch(() => context.newCDPSession(frame.page()));
}

async function frameIdOf(devTools: CDPSession, frame: Frame): Promise<string> {
  const { frameTree } = await devTools.send('Page.getFrameTree');
  const frames = [frameTree, ...(frameTree.childFrames ?? [])].map((each) => each.frame);
  const found = frames.find(({ name = '', url }) => name === frame.name() || url === frame.url());
  if (found === undefined) {
    throw new Error(`no frame ${frame.name()}`);
  }
  return found.id;
}

async function liveAddresses(anyPage: Page): Promise<readonly string[]> {
  const pages = anyPage.context().pages();
  return pages.filter((each) => !each.isClosed()).map((each) => each.url());
}

// `npm run test:electron`: a short story in the real Electron, where its binary is; elsewhere says that it was skipped.
// What the double (test/electron-double) can only stand in for is seen here: sandbox, scheme, SQLite, utility process.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Bridge } from '../electron/contract/bridge.ts';
import { installedElectron } from '../electron/start/electron-binary.node.ts';
import { programFolder } from '../electron/start/folders.node.ts';
import { writeToyMarian } from './helpers/toy-marian.ts';

const say = (words: string): void => void process.stdout.write(`${words}\n`);

const binary = installedElectron();
const obstacle = findObstacle();
if (binary === null) {
  say("skipped: Electron's binary is not here (npx install-electron fetches it)");
} else if (obstacle !== null) {
  say(`skipped: ${obstacle}`);
} else {
  await tellStory(binary);
}

function findObstacle(): string | null {
  if (!existsSync(join(programFolder, 'out/main/main.js'))) {
    return 'the program is not built (npm run build)';
  }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return 'there is no display (xvfb-run gives one)';
  }
  if (process.getuid?.() === 0) {
    return 'Electron keeps its sandbox and does not run as root';
  }
  return null;
}

async function tellStory(executablePath: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'song-hanh-electron-'));
  try {
    writeToyMarian(join(dataFolder, 'models', 'toy-vi-en'));
    const first = await open(executablePath, dataFolder);
    await step('the window is sandboxed and isolated', async () => {
      const preferences = await first.app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        // Electron's types leave this method out; it is there and the only way to ask.
        const contents = window?.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        };
        return contents.getLastWebPreferences();
      });
      assert.equal(preferences['sandbox'], true);
      assert.equal(preferences['contextIsolation'], true);
      assert.equal(preferences['nodeIntegration'], false);
    });
    await step('the page is at its own address, with its policy and without Node', async () => {
      const seen = await first.page.evaluate(async () => ({
        address: location.href,
        policy: (await fetch('/index.html')).headers.get('content-security-policy'),
        hasNode: 'require' in window || 'process' in window,
      }));
      assert.equal(seen.address, 'app://song-hanh/index.html');
      assert.match(seen.policy ?? '', /default-src 'none'/);
      assert.equal(seen.hasNode, false);
    });
    await step('the texts are there', async () => {
      const listed = await call(first.page, 'corpus.listDocuments', {});
      assert.equal((listed as { readonly value: readonly unknown[] }).value.length, 5);
      await first.page.getByText('Iosif Vissarionovich thân mến!').first().waitFor();
    });
    await step('the translator translates in its own process', async () => {
      const text = await first.page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const bridge = Reflect.get(window, 'songHanh') as Bridge;
            bridge.on('translation.translated', ({ translations }) =>
              resolve(translations[0]?.text ?? ''),
            );
            bridge.on('translation.progress', ({ failure }) =>
              failure ? reject(new Error(failure.code)) : undefined,
            );
            void bridge.call('translation.start', {
              documentId: 'telegram-1948',
              segmentIds: ['telegram-1948/1'],
              to: 'en',
              modelId: null,
            });
          }),
      );
      assert.notEqual(text, '');
    });
    await step('a choice is there after a restart', async () => {
      await call(first.page, 'settings.changePreferences', { fontSizePx: 23 });
      await first.app.close();
      const second = await open(executablePath, dataFolder);
      const settings = await call(second.page, 'settings.get', {});
      assert.match(JSON.stringify(settings), /"fontSizePx":23/);
      await second.app.close();
    });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function open(
  executablePath: string,
  dataFolder: string,
): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const app = await _electron.launch({
    executablePath,
    args: [programFolder, `--data=${dataFolder}`],
  });
  return { app, page: await app.firstWindow() };
}

function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([callName, given]) =>
      (Reflect.get(window, 'songHanh') as Bridge).call(callName as 'shell.info', given),
    [name, input] as const,
  );
}

async function step(words: string, work: () => Promise<void>): Promise<void> {
  await work();
  say(`passed: ${words}`);
}

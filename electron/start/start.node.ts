// `npm start`: opens the reader in Electron, or where that cannot be had in the installed browser over loopback.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createPhrases, phraseOfFailure } from '../language/phrases.ts';
import { systemLanguage } from '../language/system-language.ts';
import { startServer } from '../serve/server.node.ts';
import { findBrowser, openBrowser } from './browser.node.ts';
import { fetchElectron, installedElectron } from './electron-binary.node.ts';
import { dataFolderOf, pageFolder, programFolder } from './folders.node.ts';
import { openProgramWorkspace, systemLanguageTag } from './program.node.ts';

const phrases = createPhrases(systemLanguage(systemLanguageTag()));
const asRoot = process.getuid?.() === 0;
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** How long a window may take to close before its server does. */
const windowPatienceMs = 3_000;

process.exit(await start(process.argv.slice(2)));

async function start(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' } },
    strict: false,
  });
  const dataFolder = dataFolderOf(typeof values.data === 'string' ? values.data : undefined);
  const reason = await openElectron(dataFolder);
  if (typeof reason === 'number') {
    return reason;
  }
  say(reason);
  return openLoopback(dataFolder);
}

/** Electron's exit code once its window has been closed, or in one sentence why Electron could not be opened. */
async function openElectron(dataFolder: string): Promise<number | string> {
  if (!hasDisplay) {
    return phrases('shell.noDisplay');
  }
  if (asRoot && process.platform === 'linux') {
    return phrases('shell.electronAsRoot');
  }
  const binary =
    installedElectron() ?? (await fetchElectron(() => say(phrases('shell.fetchingElectron'))));
  if (binary === null) {
    return phrases('shell.noElectron');
  }
  const child = spawn(binary, [programFolder, `--data=${dataFolder}`], { stdio: 'inherit' });
  // Ctrl+C reaches Electron as well; it closes the workspace and ends, and then so does this.
  process.on('SIGINT', () => undefined);
  const ended = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1));
  });
  process.removeAllListeners('SIGINT');
  // The program itself ends with 0 or 1. Anything else is a binary that this computer cannot run: a library is missing,
  // or the system forbids its sandbox.
  return ended === 0 || ended === 1
    ? ended
    : phrases('shell.electronFailed', { detail: String(ended) });
}

async function openLoopback(dataFolder: string): Promise<number> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => ending.abort());
  }
  const opened = await openProgramWorkspace(dataFolder, 'loopback', say);
  if (!opened.ok) {
    say(phraseOfFailure(phrases, opened.error));
    return 1;
  }
  const workspace = opened.value;
  for (const warning of workspace.warnings) {
    say(phraseOfFailure(phrases, warning));
  }
  const server = await startServer({ workspace, pageFolder, port: 0, log: say });
  if (!server.ok) {
    await workspace.close();
    say(phraseOfFailure(phrases, server.error));
    return 1;
  }
  const browser = hasDisplay || process.env['SONG_HANH_BROWSER'] ? findBrowser() : null;
  const profileFolder = join(dataFolder, 'browser');
  let window = null;
  if (browser !== null) {
    mkdirSync(profileFolder, { recursive: true, mode: 0o700 });
    window = await openBrowser(browser, server.value.singleUrl(), profileFolder, asRoot);
  }
  if (browser === null || window === null) {
    say(phrases('shell.openAddress'));
  } else {
    if (asRoot && browser.kind === 'app') {
      say(phrases('shell.browserAsRoot'));
    }
    say(phrases('shell.opened', { browser: browser.name }));
  }
  process.stdout.write(`${server.value.url}\n`);
  const interrupted = new Promise<void>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const windowEnded = window?.ended ? [window.ended] : [];
  await Promise.race([interrupted, ...windowEnded]);
  window?.close();
  if (windowEnded.length > 0) {
    // While it goes, the page still saves what was just typed.
    await Promise.race([setTimeout(windowPatienceMs, undefined, { ref: false }), ...windowEnded]);
  }
  await server.value.close();
  await workspace.close();
  return 0;
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

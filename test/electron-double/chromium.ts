// The Chromium behind the double's windows: started with the first of them, ended with the program.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { answerRequest, tell } from './control.ts';
import { connectDevTools, type DevTools } from './devtools.ts';
import { readOptions } from './options.ts';

let running: Promise<DevTools> | null = null;
let child: ChildProcess | null = null;
let endpoint: string | null = null;

/** Starts Chromium with its profile in `profileFolder` at the first call. */
export function chromium(profileFolder: string): Promise<DevTools> {
  running ??= start(profileFolder);
  return running;
}

/** Ends Chromium and waits for it, so that its profile is complete. */
export async function endChromium(): Promise<void> {
  const ending = child;
  if (running === null || ending === null || ending.exitCode !== null) {
    return;
  }
  const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
  const devTools = await running;
  devTools.send('Browser.close').catch(() => ending.kill('SIGKILL'));
  const impatience = setTimeout(() => ending.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(impatience);
}

async function start(profileFolder: string): Promise<DevTools> {
  const { chromium: executable, chromiumFlags } = readOptions();
  mkdirSync(profileFolder, { recursive: true });
  const started = spawn(
    executable,
    [
      ...chromiumFlags,
      '--remote-debugging-port=0',
      `--user-data-dir=${profileFolder}`,
      // Nothing but this computer has a name.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--no-startup-window',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child = started;
  process.on('exit', () => started.kill('SIGKILL'));
  tell('chromium', started.pid);
  const address = await addressOf(started);
  endpoint = `http://${new URL(address).host}`;
  return connectDevTools(address);
}

function addressOf(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    started.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      const address = /DevTools listening on (\S+)/.exec(said)?.[1];
      if (address !== undefined) {
        resolve(address);
        started.stderr?.removeAllListeners('data').resume();
      }
    });
    started.once('error', reject);
    started.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
}

/** Where Playwright connects to. */
answerRequest('chromium.endpoint', () => endpoint);

// `app`: the program's life from ready to quit.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { endChromium } from './chromium.ts';
import { answerRequest, flush } from './control.ts';
import { takeLock } from './instance-lock.ts';
import { readOptions } from './options.ts';

/** What `app.quit` closes; browser-window.ts adds to it. */
export interface Closable {
  /** False where the page or main kept it open. */
  tryClose(): Promise<boolean>;
}
export const openWindows = new Set<Closable>();

const events = new EventEmitter();
const program = join(dirname(process.argv[1] ?? ''), '../..');
const manifest = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
};
const name = manifest.productName ?? manifest.name;
const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
const paths = new Map([
  ['home', homedir()],
  ['appData', appData],
  ['userData', join(appData, name)],
  ['temp', tmpdir()],
  ['downloads', join(homedir(), 'Downloads')],
]);

// Electron is ready once main's first script has run.
const ready = new Promise<void>((resolve) => setImmediate(resolve));
let isQuitting = false;
let exitCode = 0;

function preventable(event: string): boolean {
  let prevented = false;
  events.emit(event, {
    preventDefault: () => {
      prevented = true;
    },
  });
  return prevented;
}

async function quit(): Promise<void> {
  await ready;
  if (isQuitting) {
    return;
  }
  isQuitting = true;
  if (preventable('before-quit')) {
    isQuitting = false;
    return;
  }
  for (const window of [...openWindows]) {
    if (!(await window.tryClose())) {
      isQuitting = false;
      return;
    }
  }
  if (preventable('will-quit')) {
    isQuitting = false;
    return;
  }
  await exit(exitCode);
}

async function exit(code: number): Promise<void> {
  exitCode = code;
  events.emit('quit', {}, code);
  await endChromium();
  await flush();
  process.exit(code);
}

export const app = Object.assign(events, {
  name,
  isPackaged: false,
  whenReady: () => ready,
  isReady: () => true,
  enableSandbox: () => undefined,
  getVersion: () => manifest.version,
  getName: () => name,
  getAppPath: () => program,
  getPath: (key: string): string => {
    const path = paths.get(key) ?? (key === 'sessionData' ? paths.get('userData') : undefined);
    if (path === undefined) {
      throw new Error(`Failed to get '${key}' path`);
    }
    return path;
  },
  setPath: (key: string, path: string) => void paths.set(key, path),
  getLocale: () => readOptions().languages[0] ?? 'en-US',
  getPreferredSystemLanguages: () => [...readOptions().languages],
  requestSingleInstanceLock: () =>
    takeLock(app.getPath('userData'), (args) =>
      events.emit('second-instance', {}, args, process.cwd(), undefined),
    ),
  quit: () => void quit(),
  exit: (code = 0) => void exit(code),
});

/** Told by browser-window.ts when a window has closed. */
export function windowClosed(window: Closable): void {
  openWindows.delete(window);
  if (openWindows.size > 0 || isQuitting) {
    return;
  }
  if (!events.emit('window-all-closed')) {
    app.quit();
  }
}

void ready.then(() => events.emit('ready'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => app.quit());
}
// The test has gone: nothing is left to play for.
process.on('disconnect', () => void exit(1));
answerRequest('app.quit', () => app.quit());

// Finds the installed browser and opens the reader's address in it.
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Browser {
  readonly name: string;
  readonly command: string;
  /** `app`: a Chromium that opens a window without its own controls. `address`: opens the address wherever it likes. */
  readonly kind: 'app' | 'address';
  readonly args: readonly string[];
}

/** The first time; after that the browser keeps what the reader made of it. Width and height in px. */
const windowSize = '1440,900';

const chromiums = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];

/**
 * The browser to open, or null where there is none or SONG_HANH_BROWSER is `none`; that variable may name one as well.
 */
export function findBrowser(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Browser | null {
  const named = env['SONG_HANH_BROWSER'];
  if (named === 'none') {
    return null;
  }
  if (named) {
    const isChromium = /chrom|edge|brave/i.test(named);
    return { name: named, command: named, kind: isChromium ? 'app' : 'address', args: [] };
  }
  switch (platform) {
    case 'darwin':
      return { name: 'open', command: '/usr/bin/open', kind: 'address', args: [] };
    case 'win32':
      // `start` would read `&` and `#` as its own; this takes the address as one argument.
      return {
        name: 'Windows',
        command: 'rundll32.exe',
        kind: 'address',
        args: ['url.dll,FileProtocolHandler'],
      };
    default:
      return findOnPath(env['PATH'] ?? '');
  }
}

function findOnPath(path: string): Browser | null {
  const candidates: readonly (readonly [string, Browser['kind']])[] = [
    ...chromiums.map((name) => [name, 'app'] as const),
    ['firefox', 'address'],
    ['xdg-open', 'address'],
  ];
  for (const [name, kind] of candidates) {
    const command = path
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find(isExecutable);
    if (command !== undefined) {
      return { name, command, kind, args: [] };
    }
  }
  return null;
}

export interface BrowserWindow {
  /** Settles when the window's process ends; null where the browser hands the address on and this cannot be known. */
  readonly ended: Promise<void> | null;
  close(): void;
}

/**
 * Opens `url`; null where the browser does not start. A Chromium gets a profile folder of its own, so that it is a
 * process whose end is the window's, without extensions that could read the page.
 */
export async function openBrowser(
  browser: Browser,
  url: string,
  profileFolder: string,
  asRoot: boolean,
): Promise<BrowserWindow | null> {
  const ownProfile = browser.kind === 'app' && !isSnap(browser.command);
  const args = [...browser.args];
  if (browser.kind === 'app') {
    args.push(`--app=${url}`, `--window-size=${windowSize}`);
    args.push('--no-first-run', '--no-default-browser-check');
    args.push(...(ownProfile ? [`--user-data-dir=${profileFolder}`] : []));
    args.push(...(asRoot ? ['--no-sandbox'] : []));
  } else {
    args.push(url);
  }
  const child = spawn(browser.command, args, { stdio: 'ignore' });
  if (!(await hasStarted(child))) {
    return null;
  }
  return {
    ended: ownProfile ? new Promise((resolve) => child.once('exit', () => resolve())) : null,
    close: () => {
      if (ownProfile) {
        child.kill();
      }
    },
  };
}

function hasStarted(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
}

/** A snap sees no hidden folder of the reader's home, so it keeps to its own profile. */
function isSnap(command: string): boolean {
  try {
    return realpathSync(command).includes('/snap');
  } catch {
    return false; // not a path: found by the system
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

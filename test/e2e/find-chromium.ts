// Finds the Chromium that the end-to-end tests drive.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The executable's path: what CHROMIUM names, else the first on the PATH; null where there is none. */
export function findChromium(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const candidates = process.env['CHROMIUM']
    ? [process.env['CHROMIUM']]
    : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

/** The same, for a test that cannot go on without. */
export function chromiumPath(): string {
  const found = findChromium();
  if (found === null) {
    throw new Error('no Chromium: node test/e2e/ensure-chromium.ts installs it or says what to do');
  }
  return found;
}

/** Flags for a Chromium that shows nothing, keeps to itself and asks no network for anything. */
export function quietFlags(): readonly string[] {
  return [
    '--headless=new',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    // The last two: an address is asked for as it is written, on this computer as well.
    '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,HttpsUpgrades,LocalNetworkAccessChecks',
    '--metrics-recording-only',
    '--mute-audio',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

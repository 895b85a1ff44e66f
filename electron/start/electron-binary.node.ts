// Finds Electron's binary, which the npm package fetches when it is first needed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An attempt to fetch the binary is given up when nothing at all has arrived after so long. */
const silenceMs = 10_000;
/** Once something has come, it may stand still longer: unpacking what has come takes a while. */
const stallMs = 60_000;
const lookEveryMs = 500;

/** The binary's path, or null where it has not been fetched. */
export function installedElectron(): string | null {
  const folder = electronPackage();
  const file = folder && join(folder, 'path.txt');
  if (!folder || !file || !existsSync(file)) {
    return null;
  }
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(file, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * Lets the package fetch its binary, once and quietly; null where it cannot be had. `onProgress` is called when the
 * first bytes have arrived. However slow the line is, the fetch goes on as long as something arrives.
 */
export async function fetchElectron(onProgress: () => void): Promise<string | null> {
  const folder = electronPackage();
  if (folder === null) {
    return null;
  }
  // The package downloads into the temporary folder: one of its own shows how far it has come.
  const arriving = await mkdtemp(join(tmpdir(), 'song-hanh-electron-'));
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving },
  });
  let hasBegun = false;
  let seenBytes = 0;
  let seenAt = Date.now();
  const look = async (): Promise<void> => {
    const bytes = await folderBytes(arriving);
    if (bytes !== seenBytes) {
      seenBytes = bytes;
      seenAt = Date.now();
      if (!hasBegun) {
        hasBegun = true;
        onProgress();
      }
    } else if (Date.now() - seenAt > (hasBegun ? stallMs : silenceMs)) {
      child.kill('SIGKILL');
    }
  };
  const looking = setInterval(() => void look(), lookEveryMs);
  await new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  clearInterval(looking);
  await rm(arriving, { recursive: true, force: true });
  return installedElectron();
}

function electronPackage(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null; // a copy without development dependencies
  }
}

/** The bytes of all files beneath a folder; 0 where it, or a folder in it, is being removed meanwhile. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile()) {
      bytes += await sizeOf(join(entry.parentPath, entry.name));
    }
  }
  return bytes;
}

/** 0 for a file that has just been moved away. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

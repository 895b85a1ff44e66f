// The single-instance lock of a `userData` folder: a file with the holder's process id, and a file for whoever is refused.
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** True where the lock is held from now on; else the holder is told. */
export function takeLock(folder: string, onRefused: (args: readonly string[]) => void): boolean {
  const lock = join(folder, 'double.lock');
  const refused = join(folder, 'double.refused');
  if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) {
    rmSync(lock);
  }
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
  } catch {
    writeFileSync(refused, JSON.stringify(process.argv)); // the holder watches for it
    return false;
  }
  const watcher = watch(folder, (_event, name) => {
    if (name === 'double.refused' && existsSync(refused)) {
      const text = readFileSync(refused, 'utf8');
      if (text !== '') {
        rmSync(refused);
        onRefused(JSON.parse(text) as string[]);
      }
    }
  });
  watcher.unref();
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

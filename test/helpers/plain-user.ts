// Does things as an ordinary user, whom a read-only file or folder stops: root may write everywhere.
import { execFile } from 'node:child_process';
import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** `add-model` takes the path of the model as its argument. */
export type PlainUserTask = 'open-workspace' | 'add-model';

const script = new URL('./plain-user-task.ts', import.meta.url).pathname;
const plainUser = 65_534;

/**
 * Does a task to a data folder in a process of its own, as another user where this one is root; answers `done` or the
 * failure's code. `owned` and all in it become that user's.
 */
export async function asPlainUser(
  owned: string,
  task: PlainUserTask,
  folder: string,
  argument = '',
): Promise<string> {
  if (process.getuid?.() === 0) {
    for (const name of ['', ...readdirSync(owned, { recursive: true }).map(String)]) {
      chownSync(join(owned, name), plainUser, plainUser);
    }
  }
  const { stdout } = await promisify(execFile)(process.execPath, [script, task, folder, argument]);
  return stdout;
}

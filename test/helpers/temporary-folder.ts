// Folders of their own for tests that need real files; removed when the test file is done.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes an empty folder and answers its path. Call it inside a test, a hook or a test file. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'song-hanh-test-'));
  folders.add(folder);
  return folder;
}

const folders = new Set<string>();

afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
  folders.clear();
});

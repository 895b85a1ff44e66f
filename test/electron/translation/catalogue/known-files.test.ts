// What is remembered of downloaded files, also where several downloads end at the same time.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  readKnownFiles,
  rememberFiles,
} from '../../../../electron/translation/catalogue/known-files.node.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';

const firstSeenAt = '2026-01-02T03:04:05.678Z';
const urls = Array.from({ length: 8 }, (_, index) => `https://models.invalid/${index}`);

it('keeps what all remember that do so at the same time', async () => {
  const folder = makeTemporaryFolder();
  await Promise.all(
    urls.map((url) => rememberFiles(folder, { [url]: { sha256: url, firstSeenAt } })),
  );
  expect(Object.keys(await readKnownFiles(folder)).toSorted()).toEqual(urls);
  expect(readdirSync(folder)).toEqual(['.known-files.json']);
});

it('goes on remembering after a call that failed, and keeps what was first', async () => {
  const folder = makeTemporaryFolder();
  const [url = ''] = urls;
  const failing = rememberFiles(join(folder, 'none'), { [url]: { sha256: 'x', firstSeenAt } });
  const first = rememberFiles(folder, { [url]: { sha256: 'first', firstSeenAt } });
  const second = rememberFiles(folder, { [url]: { sha256: 'second', firstSeenAt } });
  await expect(failing).rejects.toThrow('ENOENT');
  await Promise.all([first, second]);
  expect((await readKnownFiles(folder))[url]?.sha256).toBe('first');
});

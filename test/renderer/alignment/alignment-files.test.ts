// Files of links that the reader chooses.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importLimitBytes } from '../../../electron/alignment/import-limit.ts';
import { importAlignment } from '../../../renderer/alignment/alignment-files.ts';
import { openPage } from './page-over-core.ts';

let page: Awaited<ReturnType<typeof openPage>>;
beforeEach(async () => {
  page = await openPage();
});
afterEach(() => page.close());

test('one that is too large is refused in words, and nothing is sent', async () => {
  const file = new File([new Uint8Array(importLimitBytes + 1)], 'to.json');
  await importAlignment(await page.context(), await page.alignment(), file);
  expect(page.store.getState().failure).toMatchObject({
    code: 'alignment-file-too-large',
    params: { file: 'to.json', limitMegabytes: 30 },
  });
  expect(page.asked).not.toContain('alignment.proposeImport');
});

test('the largest that may be is read by the core', async () => {
  const file = new File([' '.repeat(importLimitBytes)], 'vua.json');
  await importAlignment(await page.context(), await page.alignment(), file);
  expect(page.store.getState().failure).toMatchObject({ code: 'alignment-file-unreadable' });
});

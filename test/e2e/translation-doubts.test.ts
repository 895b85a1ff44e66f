// A machine's sentence that lost a date carries a mark; by keyboard alone the reader gets to it and reads what to check.
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { chooseLanguage, readerPage, words } from './reader-page.ts';

let running: LoopbackReader | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

describe('a translation that differs from its source', () => {
  it('is marked, and says why when the mark is pressed', async () => {
    const modelFolder = makeTemporaryFolder();
    // Says the first three pieces again and again, and so loses what follows.
    writeToyMarian(modelFolder, { looping: true });
    running = await startLoopbackReader({ modelFolder });
    const { page } = running;
    const reader = readerPage(page);
    await reader.ready();
    await chooseLanguage(page, 'en');
    const dated = page.locator('[data-segment]', { hasText: 'Ngày 15 tháng 8 năm 1945' });
    await dated.click();
    await reader.press('t');
    await reader.machineText().waitFor();
    expect(await reader.machineText().innerText()).toContain('[…]');

    const mark = page.locator('.machine').getByRole('button', { name: words.en.translation.check });
    const missing = 'The source says 1945; the translation does not. Check it.';
    expect(await mark.getAttribute('aria-label')).toContain(missing);
    const note = page.locator('.machine-doubts');
    expect(await note.isVisible()).toBe(false);
    await dated.focus();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if (await mark.evaluate((element) => element === document.activeElement)) {
        break;
      }
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => note.isVisible()).toBe(true);
    expect(await note.innerText()).toContain(missing);
    expect(await note.innerText()).toContain(words.en.translation.doubts['cut-short']);
    expect(await page.locator('[role="status"][aria-live="polite"]').first().innerText()).toContain(
      missing,
    );
    const { violations } = await new AxeBuilder({ page }).include('.machine').analyze();
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => note.isVisible()).toBe(false);
    expect(running.complaints).toEqual([]);
  });
});

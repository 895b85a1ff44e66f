// A long translation goes where the reader looks, can be stopped, and goes on where it stopped.
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

describe('translating a long text', () => {
  it('takes next what the reader scrolls to, stops when told to, and keeps what is done', async () => {
    const modelFolder = makeTemporaryFolder();
    writeToyMarian(modelFolder, { slowness: 16 });
    running = await startLoopbackReader({ modelFolder });
    const reader = readerPage(running.page);
    await reader.ready();
    await chooseLanguage(running.page, 'en');
    await running.page.locator('.picker-button').last().click();
    await running.page.locator('.picker-list:popover-open .picker-item').nth(3).click();
    const sentence = (n: number) => `kremlin-talks-transcript-2024/${n}`;
    await reader.sentence(sentence(6)).click();
    await reader.press('Shift+T');
    const made = (n: number) => running?.page.locator(`[data-machine="${sentence(n)}"]`).count();
    await expect.poll(() => made(5), { timeout: 60_000 }).toBe(1);

    await reader.sentence(sentence(44)).scrollIntoViewIfNeeded();
    await expect.poll(() => made(44), { timeout: 60_000 }).toBe(1);
    // In the text's order it would have been the last.
    expect(await reader.machineText().count()).toBeLessThan(30);

    // A page that is loaded anew knows of the job, and can stop it.
    await running.page.reload();
    await reader.ready();
    await expect.poll(() => running?.page.locator('.status-progress').count()).toBe(1);

    await running.page.getByRole('button', { name: words.en.status.stop, exact: true }).click();
    await expect.poll(() => running?.page.locator('.status-progress').count()).toBe(0);
    const kept = await reader.machineText().count();
    expect(kept).toBeGreaterThan(3);
    expect(await running.page.locator('.machine-waiting').count()).toBeGreaterThan(0);
    await running.page.waitForTimeout(500);
    expect(await reader.machineText().count()).toBe(kept);
  });
});

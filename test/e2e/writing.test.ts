// Writing under bad conditions: keys faster than the core, an input method, a window that closes in mid-word.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { callRoute } from '../../electron/contract/loopback.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { type ReaderPage, readerPage } from './reader-page.ts';

let running: LoopbackReader | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

describe('writing a note', () => {
  it('takes every key from the first on, and none as a command', async () => {
    running = await startLoopbackReader();
    const reader = readerPage(running.page);
    await reader.ready();
    await reader.sentence('friendship-society-2020/4').click();
    await reader.sentence('telegram-1948/6').click();
    await running.page.keyboard.type('nlull /nt?1 x');
    await expect
      .poll(() => running?.page.locator('.note-editor textarea').inputValue())
      .toBe('lull /nt?1 x');
    expect(await reader.curves().count()).toBe(0);
    await reader.press('Escape');
    await expect.poll(() => running?.page.locator('.note-editor').count()).toBe(0);
    expect(await reader.cards().count()).toBe(1);
    expect(await reader.cards().innerText()).toContain('lull /nt?1 x');
  });

  it('stays open until its words are saved and its card has them', async () => {
    running = await startLoopbackReader();
    const { page } = running;
    const reader = readerPage(page);
    await reader.ready();
    await startNote(reader, page, 'telegram-1948/6');
    const kept = Promise.withResolvers<void>();
    const saving = `**${callRoute}history.apply`;
    await page.route(saving, async (route) => {
      await kept.promise;
      await route.abort();
    });
    const asked = page.waitForRequest(saving);
    await page.keyboard.insertText('đang ghi');
    await asked;
    await reader.press('Escape');
    kept.resolve();
    await page.locator('.status-failure button').waitFor();
    await page.waitForTimeout(100);
    expect(await page.locator('.note-editor textarea').inputValue()).toBe('đang ghi');
    // Fails again with other words; what failed first is still to be saved.
    const again = page.waitForRequest(saving);
    await page.locator('.note-editor textarea').press('End');
    await page.keyboard.insertText('!');
    await again;
    await page.keyboard.press('Backspace');
    await page.unroute(saving);
    const listing = `**${callRoute}annotation.list`;
    await page.route(listing, async (route) => {
      await page.waitForTimeout(300);
      await route.continue();
    });
    await page.locator('.note-editor textarea').press('Escape');
    await page.locator('.note-editor').waitFor({ state: 'detached' });
    expect(await reader.cards().innerText()).toContain('đang ghi');
  });

  it('keeps what an input method composes, and leaves its keys to it', async () => {
    running = await startLoopbackReader();
    const reader = readerPage(running.page);
    await reader.ready();
    await startNote(reader, running.page, 'telegram-1948/6');
    const input = await running.page.context().newCDPSession(running.page);
    for (const text of ['d', 'dd', 'đ', 'đo', 'đôn', 'đồn', 'đồng']) {
      await input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await input.send('Input.insertText', { text: 'đồng bào' });
    await reader.press('Escape');
    await expect.poll(() => reader.cards().innerText()).toContain('đồng bào');
  });

  it('stays in sight while other words are looked for, and its keys are no commands', async () => {
    running = await startLoopbackReader();
    const { page } = running;
    const reader = readerPage(page);
    await reader.ready();
    await startNote(reader, page, 'telegram-1948/6');
    await page.keyboard.insertText('hòa bình');
    await reader.press('Escape');
    await page.locator('.notes-filter input').first().fill('hòa bình');
    await reader.sentence('telegram-1948/8').click();
    await page.keyboard.type('nlull');
    await expect.poll(() => page.locator('.note-editor textarea').inputValue()).toBe('lull');
    await expect.poll(() => reader.cards().count()).toBe(2);
    await reader.press('Escape');
    await expect.poll(() => reader.cards().count()).toBe(1);
  });

  it('of a highlight takes nothing away where nothing is written, and prefers a note', async () => {
    running = await startLoopbackReader();
    const { page } = running;
    const reader = readerPage(page);
    await reader.ready();
    await reader.sentence('telegram-1948/6').click();
    await reader.press('1');
    await expect.poll(() => reader.cards().count()).toBe(1);
    await reader.press('e');
    await page.locator('.note-editor').waitFor();
    await reader.press('Escape');
    await expect.poll(() => page.locator('.note-editor').count()).toBe(0);
    await reader.press('n');
    await page.locator('.note-editor textarea').waitFor();
    await page.keyboard.insertText('ghi chú');
    await reader.press('Escape');
    await expect.poll(() => reader.cards().count()).toBe(2);
    await reader.press('e');
    await expect.poll(() => page.locator('.note-editor textarea').inputValue()).toBe('ghi chú');
  });

  it('loses nothing when the window closes in the middle', async () => {
    const first = await startLoopbackReader();
    running = first;
    const reader = readerPage(first.page);
    await reader.ready();
    await startNote(reader, first.page, 'telegram-1948/6');
    await first.page.keyboard.insertText('giữa chừng');
    const again = await first.restart();
    running = again;
    const after = readerPage(again.page);
    await after.ready();
    await expect.poll(() => after.cards().innerText()).toContain('giữa chừng');
  });
});

describe('a correction', () => {
  it('that cannot be saved stays in its field', async () => {
    running = await startLoopbackReader();
    const { page } = running;
    const reader = readerPage(page);
    await reader.ready();
    await reader.sentence('telegram-1948/6').click();
    const before = await reader.sentence('telegram-1948/6').innerText();
    await reader.press('F2');
    const field = page.locator('.correction');
    await field.waitFor();
    await page.keyboard.insertText(' thêm');
    const failing = `**${callRoute}history.apply`;
    await page.route(failing, (route) => route.abort());
    await reader.press('Enter');
    await page.locator('.status-failure button').waitFor();
    await expect.poll(() => field.innerText()).toBe(`${before} thêm`);
    await page.unroute(failing);
    await field.click();
    await reader.press('Enter');
    await expect.poll(() => field.count()).toBe(0);
    await expect.poll(() => reader.sentence('telegram-1948/6').innerText()).toBe(`${before} thêm`);
  });
});

describe('a place that cannot be kept', () => {
  it('is told once and tried again with the next one', async () => {
    running = await startLoopbackReader();
    const { page } = running;
    const reader = readerPage(page);
    await reader.ready();
    let tries = 0;
    const failing = `**${callRoute}settings.saveReading`;
    await page.route(failing, (route) => {
      tries += 1;
      return route.abort();
    });
    await reader.sentence('telegram-1948/6').click();
    await page.locator('.status-failure button').click();
    await page.waitForTimeout(1500);
    expect(tries).toBeLessThan(4);
    expect(await page.locator('.status-failure button').count()).toBe(0);
    await page.unroute(failing);
    const saved = page.waitForResponse(failing);
    await reader.sentence('telegram-1948/8').click();
    expect((await saved).ok()).toBe(true);
  });
});

async function startNote(reader: ReaderPage, page: Page, sentence: string): Promise<void> {
  await reader.sentence(sentence).click();
  await reader.press('n');
  await page.locator('.note-editor textarea').waitFor();
}

// Writing under bad conditions: keys faster than the core, an input method, a window that closes in mid-word.
import { afterEach, describe, expect, it } from 'vitest';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { readerPage } from './reader-page.ts';

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

  it('keeps what an input method composes, and leaves its keys to it', async () => {
    running = await startLoopbackReader();
    const reader = readerPage(running.page);
    await reader.ready();
    await reader.sentence('telegram-1948/6').click();
    await reader.press('n');
    await running.page.locator('.note-editor textarea').waitFor();
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

  it('loses nothing when the window closes in the middle', async () => {
    const first = await startLoopbackReader();
    running = first;
    const reader = readerPage(first.page);
    await reader.ready();
    await reader.sentence('telegram-1948/6').click();
    await reader.press('n');
    await first.page.locator('.note-editor textarea').waitFor();
    await first.page.keyboard.insertText('giữa chừng');
    const again = await first.restart();
    running = again;
    const after = readerPage(again.page);
    await after.ready();
    await expect.poll(() => after.cards().innerText()).toContain('giữa chừng');
  });
});

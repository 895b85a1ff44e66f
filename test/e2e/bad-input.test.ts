// What a reader sees when something is missing or broken: one clear sentence, and nothing lost.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { resourcesWithoutModels } from '../helpers/test-workspace.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { chooseLanguage, readerPage, words } from './reader-page.ts';
import { startWorkspaceReader, type WorkspaceReader } from './workspace-reader.ts';

let running: LoopbackReader | WorkspaceReader | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

describe('no model for what was asked', () => {
  it('says what a model is, refuses a bad folder with its reason, takes a good one and translates', async () => {
    const resourcesFolder = resourcesWithoutModels();
    writeToyMarian(join(resourcesFolder, 'models', 'toy-en-vi'), { directions: 'en-vi' });
    running = await startWorkspaceReader({ resourcesFolder });
    const reader = readerPage(running.page);
    await reader.ready();
    await chooseLanguage(running.page, 'vi');
    await reader.sentence('telegram-1948/6').click();
    await reader.press('t');
    const dialog = running.page.getByRole('dialog');
    await dialog.waitFor();

    const good = join(makeTemporaryFolder(), 'toy-vi-en');
    writeToyMarian(good);
    const broken = join(makeTemporaryFolder(), 'thieu-tep-vi-en');
    cpSync(good, broken, { recursive: true });
    rmSync(join(broken, 'tokenizer.json'));
    const add = async (path: string) => {
      await dialog.getByRole('textbox').fill(path);
      await dialog.getByRole('textbox').press('Enter');
    };
    // The model that is there translates the other way alone.
    expect(await dialog.innerText()).toContain(words.vi.models['none-from'].vi);
    await add(join(good, 'nowhere'));
    await expect.poll(() => dialog.innerText()).toContain('Không có thư mục hay tệp nén nào ở');
    await add(broken);
    await expect
      .poll(() => dialog.innerText())
      .toContain('Mô hình thieu-tep-vi-en thiếu tệp tokenizer.json');
    await add(good);
    await expect
      .poll(() => dialog.innerText(), { timeout: 30_000 })
      .toContain(words.vi.models.added.replace('{{model}}', 'toy-vi-en'));
    expect(await dialog.innerText()).not.toContain(words.vi.models['none-from'].vi);
    // What was asked for at first is asked again by itself.
    await reader.press('Escape');
    await expect.poll(() => reader.machineText().count(), { timeout: 30_000 }).toBe(1);
  });
});

describe('a core that is gone', () => {
  it('is told in one sentence, in the language of the interface, and what was saved is there again', async () => {
    const first = await startLoopbackReader();
    running = first;
    const reader = readerPage(first.page);
    await reader.ready();
    await chooseLanguage(first.page, 'vi');
    await reader.sentence('telegram-1948/7').click();
    await reader.press('1');
    await expect.poll(() => reader.cards().count()).toBe(1);
    await first.killServer();
    await reader.sentence('telegram-1948/8').click();
    await reader.press('2');
    await expect.poll(() => reader.status().innerText()).toContain(words.vi.failures.unreachable);
    expect(await reader.cards().count()).toBe(1);
    const again = await first.restart();
    running = again;
    const after = readerPage(again.page);
    await after.ready();
    await expect.poll(() => after.cards().count()).toBe(1);
  });
});

// WCAG 2.2 AA by axe's rules on every screen, in both interface languages and all themes; and at 200 % zoom.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../electron/corpus/document.ts';
import { themes } from '../../electron/settings/settings.ts';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { chooseLanguage, type ReaderPage, readerPage } from './reader-page.ts';

let running: LoopbackReader;
let reader: ReaderPage;

beforeAll(async () => {
  const modelFolder = makeTemporaryFolder();
  writeToyMarian(modelFolder);
  running = await startLoopbackReader({ modelFolder });
  reader = readerPage(running.page);
  await reader.ready();
  // A page with everything on it: a link, a doubtful one, a translation, a note in writing, a highlight.
  await reader.sentence('telegram-1948/6').click();
  await reader.press('t');
  await reader.machineText().first().waitFor();
  await reader.sentence('friendship-society-2020/4').click();
  await reader.press('l');
  await reader.sentence('telegram-1948/8').click();
  await reader.sentence('friendship-society-2020/7').click();
  await reader.press('l');
  await reader.status().getByText('2 linked').waitFor();
  await reader.press('s');
  await reader.sentence('telegram-1948/5').click();
  await reader.press('3');
  await reader.press('n');
  await reader.page.locator('.note-editor textarea').waitFor();
  await reader.page.keyboard.insertText('Ghi chú');
});

afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

describe.each(languages)('interface in %s', (language) => {
  beforeAll(() => chooseLanguage(reader.page, language));

  it.each(themes)('the reader in the theme %s', async (theme) => {
    await reader.page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name === 'system' ? 'light' : name;
    }, theme);
    await reader.page.waitForTimeout(250); // colours move to the theme over some frames
    expect(await faults(reader.page)).toEqual([]);
  });

  it.each(['links', 'versions', 'notes'])('the rail with %s', async (tab) => {
    await reader.page.locator(`#rail-tab-${tab}`).click();
    expect(await faults(reader.page)).toEqual([]);
  });

  it.each([
    ['?', 'dialog[open]'],
    [',', 'dialog[open]'],
    ['Control+k', 'dialog[open]'],
    ['/', '.find-bar'],
  ])('what %s opens', async (key, selector) => {
    await reader.sentence('telegram-1948/6').click();
    await reader.press(key);
    await reader.page.locator(selector).waitFor();
    expect(await faults(reader.page)).toEqual([]);
    await reader.press('Escape');
    await expect.poll(() => reader.page.locator(selector).count()).toBe(0);
  });

  it.each(['rows', 'interleaved', 'single', 'columns'])(
    'the layout after v: %s',
    async (layout) => {
      await reader.sentence('telegram-1948/6').click();
      await reader.press('v');
      await expect
        .poll(() => reader.page.locator('.reader').getAttribute('data-layout'))
        .toBe(layout);
      expect(await faults(reader.page)).toEqual([]);
    },
  );
});

describe('zoomed to 200 %', () => {
  it('needs no scrolling sideways, and hides no control', async () => {
    await reader.page.setViewportSize({ width: 720, height: 450 });
    const wider = await reader.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
    for (const name of ['.top-tools button', '.status-button']) {
      for (const button of await reader.page.locator(name).all()) {
        const box = await button.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 720, await button.innerText()).toBe(true);
      }
    }
    expect(await faults(reader.page)).toEqual([]);
    await reader.press('Control+k');
    const palette = await reader.page.locator('dialog[open]').boundingBox();
    expect(palette && palette.y + palette.height).toBeLessThanOrEqual(450);
    await reader.press('Escape');
  });
});

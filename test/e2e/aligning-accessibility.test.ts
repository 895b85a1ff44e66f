// WCAG 2.2 AA by axe's rules on the views of aligning and editing links, in both languages; and at 200 % zoom.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../electron/corpus/document.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { chooseLanguage, type ReaderPage, readerPage } from './reader-page.ts';

let running: LoopbackReader;
let reader: ReaderPage;

beforeAll(async () => {
  running = await startLoopbackReader();
  reader = readerPage(running.page);
  await reader.ready();
  // A page with everything on it: suggestions, a confirmed link, a phrase link, a snapshot, two alignments.
  await reader.sentence('telegram-1948/6').click();
  await reader.press('Shift+A');
  await reader.page.locator('.proposal-every input').check();
  await reader.page.locator('.dialog-footer .button').first().click();
  await reader.page.locator('.status-notice').waitFor();
  await selectSentence('telegram-1948/6');
  await reader.press('Shift+L');
  await selectSentence('friendship-society-2020/4');
  await reader.press('Shift+L');
  await reader.press('d', 'a');
  await reader.press('Shift+V');
  await reader.page.locator('.snapshot-new input').fill('Trước khi duyệt');
  await reader.press('Enter');
  await reader.page.locator('.snapshot').waitFor();
  await reader.page.locator('.alignment-item .icon-button').first().click();
  await reader.page.locator('.alignment-item').nth(1).waitFor();
  await reader.press('Escape');
  await reader.page.locator('dialog[open]').waitFor({ state: 'detached' });
});

afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

async function selectSentence(id: string): Promise<void> {
  await reader.page.evaluate((segment) => {
    const text = document.querySelector(`[data-segment="${segment}"]`)?.firstChild;
    if (text) {
      window.getSelection()?.setBaseAndExtent(text, 0, text, 12);
    }
  }, id);
}

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

async function shut(selector: string): Promise<void> {
  await reader.press('Escape');
  await expect.poll(() => reader.page.locator(selector).count()).toBe(0);
}

describe.each(languages)('interface in %s', (language) => {
  beforeAll(() => chooseLanguage(reader.page, language));

  it.each(['light', 'sepia', 'dark', 'contrast'])(
    'links, strips and marks in %s',
    async (theme) => {
      await reader.page.locator('#rail-tab-links').click();
      await reader.page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      await reader.page.waitForTimeout(250); // colours move to the theme over some frames
      expect(await faults(reader.page)).toEqual([]);
    },
  );

  it('what a run would change', async () => {
    await reader.sentence('telegram-1948/6').click();
    await reader.press('Shift+A');
    await reader.page.locator('.proposal-summary').waitFor();
    expect(await faults(reader.page)).toEqual([]);
    await shut('dialog[open]');
  });

  it('alignments and snapshots, a comparison, and going back', async () => {
    await reader.press('Shift+V');
    await reader.page.locator('.snapshot').waitFor();
    expect(await faults(reader.page)).toEqual([]);
    await reader.page.locator('.snapshot .icon-button').first().click();
    await reader.page.locator('.proposal-summary').waitFor();
    expect(await faults(reader.page)).toEqual([]);
    await shut('dialog[open]');
    await reader.press('Shift+V');
    await reader.page.locator('.snapshot .icon-button').nth(1).click();
    await reader.page.locator('.proposal-summary').waitFor();
    expect(await faults(reader.page)).toEqual([]);
    await shut('dialog[open]');
  });

  it('the menu of a sentence, and its correction', async () => {
    await reader.sentence('telegram-1948/6').click({ button: 'right' });
    await reader.page.locator('.command-menu [role="menuitem"]:focus').waitFor();
    expect(await faults(reader.page)).toEqual([]);
    await shut('.command-menu');
    await reader.press('F2');
    await reader.page.locator('.correction').waitFor();
    expect(await faults(reader.page)).toEqual([]);
    await shut('.correction');
  });
});

describe('zoomed to 200 %', () => {
  it('the views need no scrolling sideways, and their buttons can be reached', async () => {
    await reader.page.setViewportSize({ width: 720, height: 450 });
    for (const [keys, selector] of [
      ['Shift+A', '.proposal-summary'],
      ['Shift+V', '.snapshot'],
    ] as const) {
      await reader.sentence('telegram-1948/6').click();
      await reader.press(keys);
      await reader.page.locator(selector).waitFor();
      const wide = await reader.page.evaluate(() => {
        const body = document.querySelector('dialog[open] .dialog-body');
        return {
          page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          body: (body?.scrollWidth ?? 0) - (body?.clientWidth ?? 0),
        };
      });
      expect(wide).toEqual({ page: 0, body: 0 });
      for (const button of await reader.page.locator('dialog[open] .dialog-footer .button').all()) {
        const box = await button.boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 720).toBe(true);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(450);
      }
      await shut('dialog[open]');
    }
  });
});

// Pointing and selecting: nothing moves under the pointer, and nothing is marked that was not chosen.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEnglishReader } from './english-reader.ts';
import type { LoopbackReader } from './loopback-reader.ts';
import { type ReaderPage, words } from './reader-page.ts';

let running: LoopbackReader;
let reader: ReaderPage;

beforeEach(async () => {
  ({ running, reader } = await startEnglishReader());
});

afterEach(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const scrollTops = () =>
  running.page
    .locator('.scroll-pane')
    .evaluateAll((panes) => panes.map((pane) => Math.round(pane.scrollTop)));

/** Selects from one sentence's start to another's end, as a drag does. */
async function select(from: string, to: string): Promise<void> {
  await running.page.evaluate(
    ([start, end]) => {
      const text = (id?: string) => document.querySelector(`[data-segment="${id}"]`)?.firstChild;
      const first = text(start);
      const last = text(end);
      if (first && last) {
        window.getSelection()?.setBaseAndExtent(first, 0, last, last.textContent?.length ?? 0);
      }
    },
    [from, to],
  );
}

/** The words that stand in the tint of a colour. */
const tinted = (colour: string) =>
  running.page.evaluate(
    (name) => [...(CSS.highlights.get(`mark-${name}`) ?? [])].map((range) => range.toString()),
    colour,
  );

describe('the pointer', () => {
  it('presses on a sentence at the edge and moves nothing', async () => {
    const box = await reader.sentence('telegram-1948/8').boundingBox();
    const before = await scrollTops();
    await running.page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 8);
    await running.page.mouse.down();
    await running.page.waitForTimeout(200);
    expect(await scrollTops()).toEqual(before);
    await running.page.mouse.up();
    await expect.poll(() => reader.focused().getAttribute('data-segment')).toBe('telegram-1948/8');
    expect(await scrollTops()).toEqual(before);
  });

  it('chooses sentences with Ctrl', async () => {
    await reader.sentence('telegram-1948/8').click({ modifiers: ['Control'] });
    await reader.sentence('friendship-society-2020/6').click({ modifiers: ['Control'] });
    await expect.poll(() => running.page.locator('[data-selected]').count()).toBe(2);
  });
});

describe('a highlight', () => {
  it('over several paragraphs tints its own words alone, in every layout', async () => {
    await reader.sentence('telegram-1948/6').click();
    await select('telegram-1948/6', 'telegram-1948/7');
    await reader.press('2');
    await expect.poll(() => tinted('green')).toHaveLength(2);
    const once = await tinted('green');
    expect(once.join(' ')).toMatch(/^Ngày 15 tháng 8.*cho chúng tôi\.$/s);
    await reader.press('v');
    await expect.poll(() => tinted('green')).toEqual(once);
  });

  it('of a selection over both texts is refused in one sentence', async () => {
    await reader.sentence('telegram-1948/6').click();
    await select('telegram-1948/6', 'friendship-society-2020/4');
    await reader.press('1');
    await expect
      .poll(() => reader.status().innerText())
      .toContain(words.en.failures['annotation-selection-unusable']);
    expect(await reader.cards().count()).toBe(0);
    await reader.press('Escape');
    await expect.poll(() => reader.status().innerText()).not.toContain('two texts');
  });
});

describe('links', () => {
  it('are not made twice, and a note on one quotes its sentences alone', async () => {
    await reader.sentence('telegram-1948/5').click({ modifiers: ['Control'] });
    await reader.sentence('telegram-1948/10').click({ modifiers: ['Control'] });
    await reader.sentence('friendship-society-2020/4').click({ modifiers: ['Control'] });
    await reader.press('l');
    await expect.poll(() => reader.status().innerText()).toContain('1 linked');
    await reader.sentence('telegram-1948/5').click({ modifiers: ['Control'] });
    await reader.sentence('telegram-1948/10').click({ modifiers: ['Control'] });
    await reader.sentence('friendship-society-2020/4').click({ modifiers: ['Control'] });
    await reader.press('l');
    await running.page.waitForTimeout(300);
    expect(await reader.status().innerText()).toContain('1 linked');
    await reader.press('Shift+N');
    await running.page.locator('.note-editor textarea').waitFor();
    await running.page.keyboard.insertText('two and one');
    await reader.press('Escape');
    await expect.poll(() => tinted('yellow')).toHaveLength(3);
    // In another pair the note still knows that its link is there.
    await running.page.locator('.picker-button').last().click();
    await running.page.locator('.picker-list:popover-open .picker-item').nth(4).click();
    await expect
      .poll(() => reader.cards().first().innerText())
      .toContain(words.en.notes['on-link']);
  });
});

describe('the list of texts', () => {
  it('closes with Esc, and a text that is opened again stands where it stood', async () => {
    const page = running.page;
    await page.locator('.picker-button').last().click();
    await expect.poll(() => page.locator('.picker-list:popover-open').count()).toBe(1);
    await reader.press('ArrowDown', 'Escape');
    await expect.poll(() => page.locator('.picker-list:popover-open').count()).toBe(0);

    const open = async (at: number) => {
      await page.locator('.picker-button').last().click();
      await page.locator('.picker-list:popover-open .picker-item').nth(at).click();
    };
    await page
      .locator('.scroll-pane')
      .last()
      .evaluate((pane) => pane.scrollTo(0, 500));
    await page.waitForTimeout(400);
    const before = (await scrollTops())[1];
    await open(4);
    await expect.poll(async () => (await scrollTops())[1]).toBe(0);
    await open(1);
    await expect
      .poll(async () => Math.abs(((await scrollTops())[1] ?? 0) - (before ?? 0)))
      .toBeLessThan(4);
  });
});

describe('keys', () => {
  it('edit the note of the sentence, and leave no note where nothing was written', async () => {
    await reader.sentence('telegram-1948/6').click();
    await reader.press('n');
    await running.page.locator('.note-editor textarea').waitFor();
    await reader.press('Escape');
    await expect.poll(() => reader.cards().count()).toBe(0);
    await reader.press('n');
    await running.page.locator('.note-editor textarea').waitFor();
    await running.page.keyboard.insertText('first');
    await reader.press('Escape');
    await expect.poll(() => running.page.locator('.note-editor').count()).toBe(0);
    await reader.press('e');
    await running.page.locator('.note-editor textarea').waitFor();
    await reader.press('End');
    await running.page.keyboard.insertText(' and more');
    await reader.press('Escape');
    await expect.poll(() => reader.cards().innerText()).toContain('first and more');
  });

  it('begin at what is seen when the focus is out of sight', async () => {
    await reader.sentence('telegram-1948/2').click();
    await running.page
      .locator('.scroll-pane')
      .first()
      .evaluate((pane) => pane.scrollTo(0, 900));
    await reader.press('j');
    const focus = await reader.focused().getAttribute('data-segment');
    expect(Number(focus?.split('/')[1])).toBeGreaterThan(6);
  });
});

// Reading in the browser: scrolling together, layouts, translation that moves nothing, everything by keyboard.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { type ReaderPage, readerPage } from './reader-page.ts';

let running: LoopbackReader;
let reader: ReaderPage;

beforeAll(async () => {
  const modelFolder = makeTemporaryFolder();
  writeToyMarian(modelFolder);
  running = await startLoopbackReader({ modelFolder });
  reader = readerPage(running.page);
  await reader.ready();
});

afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const left = () => reader.page.locator('.columns > .scroll-pane').first();
const right = () => reader.page.locator('.columns > .scroll-pane').last();

/** The top of a sentence on the screen, in px. */
async function top(id: string): Promise<number> {
  const box = await reader.sentence(id).boundingBox();
  return box?.y ?? Number.NaN;
}

async function scrollTop(pane: 'left' | 'right'): Promise<number> {
  return (pane === 'left' ? left() : right()).evaluate((element) => element.scrollTop);
}

/** Turns the wheel over the left pane: up to the start, then down until a sentence reaches the reading line. */
async function scrollToReadingLine(id: string): Promise<void> {
  await left().hover();
  for (let turn = 0; turn < 40; turn += 1) {
    await reader.page.mouse.wheel(0, -60);
  }
  const box = await left().boundingBox();
  const line = (box?.y ?? 0) + (box?.height ?? 0) / 3;
  for (let turn = 0; turn < 80 && (await top(id)) > line; turn += 1) {
    await reader.page.mouse.wheel(0, 40);
    await reader.page.waitForTimeout(20);
  }
}

async function link(vietnamese: string, english: string): Promise<void> {
  const before = await reader.confirmedLinks();
  await reader.sentence(vietnamese).click();
  await reader.sentence(english).click();
  await reader.press('l');
  await expect.poll(() => reader.confirmedLinks()).toBe(before + 1);
}

describe('panes that scroll together', () => {
  it('bring the counterpart level with the sentence in focus', async () => {
    await link('telegram-1948/13', 'friendship-society-2020/11');
    await link('telegram-1948/6', 'friendship-society-2020/4');
    await left().evaluate((element) => element.scrollTo(0, 0));
    await reader.sentence('telegram-1948/13').click();
    await expect
      .poll(async () =>
        Math.abs((await top('telegram-1948/13')) - (await top('friendship-society-2020/11'))),
      )
      .toBeLessThan(3);
  });

  it('keep linked passages level at the reading line while the wheel turns', async () => {
    await scrollToReadingLine('telegram-1948/13');
    await expect
      .poll(async () =>
        Math.abs((await top('telegram-1948/13')) - (await top('friendship-society-2020/11'))),
      )
      .toBeLessThan(45);
  });

  it('turn with the wheel over the channel between them', async () => {
    await reader.page.locator('.channel').hover({ position: { x: 20, y: 300 } });
    const before = await scrollTop('left');
    await reader.page.mouse.wheel(0, -120);
    await expect.poll(() => scrollTop('left')).toBeLessThan(before);
  });

  it('go their own ways when told to', async () => {
    await left().hover();
    await reader.press('y');
    const before = await scrollTop('right');
    await reader.page.mouse.wheel(0, -300);
    await reader.page.waitForTimeout(150);
    expect(await scrollTop('right')).toBe(before);
    await reader.press('y');
  });

  it('leave a frozen pane where it is, and follow it when it is moved itself', async () => {
    await reader.sentence('telegram-1948/9').click();
    await reader.press('f');
    await left().hover();
    const frozen = await scrollTop('right');
    await reader.page.mouse.wheel(0, -250);
    await reader.page.waitForTimeout(150);
    expect(await scrollTop('right')).toBe(frozen);
    const other = await scrollTop('left');
    await right().hover();
    await reader.page.mouse.wheel(0, -200);
    await expect.poll(() => scrollTop('left')).not.toBe(other);
    await reader.press('f');
  });

  it('meet where the reader sets a meeting point, and nowhere else after it is gone', async () => {
    await left().evaluate((element) => element.scrollTo(0, 0));
    await reader.sentence('telegram-1948/8').click();
    await reader.sentence('friendship-society-2020/9').click();
    await reader.press('m');
    await expect.poll(() => reader.page.locator('.meeting-line').count()).toBe(1);
    await scrollToReadingLine('telegram-1948/8');
    await expect
      .poll(async () =>
        Math.abs((await top('telegram-1948/8')) - (await top('friendship-society-2020/9'))),
      )
      .toBeLessThan(45);
    await reader.press('Shift+M');
    await expect.poll(() => reader.page.locator('.meeting-line').count()).toBe(0);
    await scrollToReadingLine('telegram-1948/8');
    expect(
      Math.abs((await top('telegram-1948/8')) - (await top('friendship-society-2020/9'))),
    ).toBeGreaterThan(60);
  });
});

describe('the place in the text', () => {
  it('is the same after a reload, wherever the focus was', async () => {
    await reader.sentence('telegram-1948/2').click();
    await left().evaluate((element) => element.scrollTo(0, 1100));
    await reader.page.waitForTimeout(700);
    const before = await scrollTop('left');
    expect(before).toBeGreaterThan(500);
    await reader.page.reload();
    await reader.ready();
    await reader.page.waitForTimeout(300);
    expect(Math.abs((await scrollTop('left')) - before)).toBeLessThan(4);
    await left().evaluate((element) => element.scrollTo(0, 0));
  });
});

describe('translation', () => {
  it('keeps room, so that nothing moves when it arrives', async () => {
    await left().evaluate((element) => element.scrollTo(0, 0));
    await reader.sentence('telegram-1948/2').click();
    await reader.press('Shift+T');
    await reader.page.locator('.machine').first().waitFor();
    const reserved = await top('telegram-1948/6');
    await expect
      .poll(() => reader.page.locator('.machine-waiting').count(), { timeout: 60_000 })
      .toBe(0);
    expect(Math.abs((await top('telegram-1948/6')) - reserved)).toBeLessThan(2);
    expect(await reader.machineText().count()).toBe(23);
    await reader.press('Shift+T');
    await expect.poll(() => reader.machineText().count()).toBe(0);
  });
});

describe('layouts', () => {
  it('hold both texts each time, and the one that was chosen comes back', async () => {
    const page = reader.page;
    for (const layout of ['rows', 'interleaved', 'single', 'columns', 'rows']) {
      await reader.press('v');
      await expect.poll(() => page.locator('.reader').getAttribute('data-layout')).toBe(layout);
      const ids = await page
        .locator('[data-segment^="telegram-1948/"]')
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-segment')));
      expect(new Set(ids).size).toBe(23);
      expect(ids.length).toBe(23);
    }
    const linked = page.locator('.row[data-linked="true"]').first();
    expect(await linked.locator('.cell').count()).toBe(2);
    await page.waitForTimeout(400);
    await page.reload();
    await reader.ready();
    await expect.poll(() => page.locator('.reader').getAttribute('data-layout')).toBe('rows');
    await reader.press('v', 'v', 'v');
    await expect.poll(() => page.locator('.reader').getAttribute('data-layout')).toBe('columns');
  });
});

describe('by keyboard alone', () => {
  it('goes through the text, links, judges, finds, and lists its keys', async () => {
    const page = reader.page;
    await reader.press('Home');
    await expect.poll(() => reader.focused().getAttribute('data-segment')).toBe('telegram-1948/1');
    await reader.press('ArrowDown', 'j', 'j', 'k');
    await expect.poll(() => reader.focused().getAttribute('data-segment')).toBe('telegram-1948/3');
    await reader.press('ArrowRight', 'Home', 'j', 'ArrowLeft');
    await reader.press('l');
    await expect.poll(() => reader.confirmedLinks()).toBe(3);
    await reader.press('s');
    await expect.poll(() => page.locator('.curve[data-standing="doubtful"]').count()).toBe(1);
    await reader.press('Enter');
    await expect.poll(() => page.locator('.curve[data-standing="doubtful"]').count()).toBe(0);
    await reader.press('u');
    await expect.poll(() => reader.confirmedLinks()).toBe(2);
    await reader.press('?');
    await expect.poll(() => page.locator('dialog[open] kbd').count()).toBeGreaterThan(20);
    await reader.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  });

  it('finds without tone marks, and with them exactly', async () => {
    const page = reader.page;
    await reader.press('/');
    const field = page.locator('.find-bar input');
    await field.waitFor();
    await page.keyboard.insertText('trieu tien');
    await expect.poll(() => page.locator('.find-bar').innerText()).toMatch(/1\s*\/\s*1\d/);
    await field.fill('tiên');
    const exact = await page.locator('.find-bar').innerText();
    await field.fill('tien');
    await expect.poll(() => page.locator('.find-bar').innerText()).not.toBe(exact);
    await reader.press('Enter', 'Escape');
    await expect.poll(() => page.locator('.find-bar').count()).toBe(0);
    await expect.poll(() => reader.focused().count()).toBe(1);
  });

  it('leaves the reader in place when a text changes while words are looked for', async () => {
    const page = reader.page;
    await reader.sentence('telegram-1948/1').click();
    await reader.press('/');
    await page.locator('.find-bar input').fill('Triều Tiên');
    await expect.poll(() => page.locator('.find-bar').innerText()).toMatch(/1\s*\/\s*\d/);
    const id = 'telegram-1948/20';
    await reader.sentence(id).click();
    await reader.press('F2');
    await page.locator('.correction').waitFor();
    await page.keyboard.insertText(' Triều Tiên');
    await reader.press('Enter');
    await expect.poll(() => reader.sentence(id).innerText()).toContain('Triều Tiên');
    await expect.poll(() => page.locator('.correction').count()).toBe(0);
    expect(await reader.focused().getAttribute('data-segment')).toBe(id);
    await reader.press('Control+z');
    await expect.poll(() => reader.sentence(id).innerText()).not.toContain('Triều Tiên');
    expect(await reader.focused().getAttribute('data-segment')).toBe(id);
    await reader.press('Escape');
    await expect.poll(() => page.locator('.find-bar').count()).toBe(0);
  });

  it('runs commands and opens texts from the palette, found without marks', async () => {
    const page = reader.page;
    await reader.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.insertText('long journey right');
    await page.getByRole('option').first().waitFor();
    await reader.press('Enter');
    await expect.poll(() => right().innerText()).toContain('He met with the Russian President');
    await reader.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.insertText('swap');
    await reader.press('Enter');
    await expect.poll(() => left().innerText()).toContain('He met with the Russian President');
  });
});

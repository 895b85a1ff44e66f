// Aligning two texts: what a run would change is seen first, and the review of a whole document goes by keyboard alone.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { chooseLanguage, type ReaderPage, readerPage, words } from './reader-page.ts';

let running: LoopbackReader | null = null;

afterEach(async () => {
  const reader = running;
  running = null;
  await reader?.close();
  expect(reader?.complaints ?? []).toEqual([]);
});

async function start(): Promise<ReaderPage> {
  running = await startLoopbackReader();
  const reader = readerPage(running.page);
  await reader.ready();
  return reader;
}

const places = ({ page }: ReaderPage) => page.locator('.proposal-place');
const shownCounts = async ({ page }: ReaderPage): Promise<readonly number[]> =>
  (await page.locator('.alignment-count strong').allInnerTexts()).slice(0, 3).map(Number);
/** What a screen reader was told last. */
const announced = ({ page }: ReaderPage) => page.locator('p[role="status"]').last().innerText();

/** Ticks every change of a proposal and takes them, by the keyboard: the focus is on what leaves everything. */
async function takeEvery(reader: ReaderPage): Promise<void> {
  const every = reader.page.locator('.proposal-every input:focus');
  await reader.press('Shift+Tab');
  if ((await every.count()) === 0) {
    await reader.press('Shift+Tab'); // past the button that takes the ticked ones
  }
  await reader.press('Space', 'Tab', 'Enter');
}

/** Asks for a run and waits for what it would change; answers how many changes there are. */
async function propose(reader: ReaderPage): Promise<number> {
  await reader.press('Shift+A');
  await places(reader).first().waitFor();
  return places(reader).count();
}

describe('a run of the aligner', () => {
  it('is seen before it is taken, can be left, and taken in part', async () => {
    const reader = await start();
    await chooseLanguage(reader.page, 'en');
    await reader.page.locator('#rail-tab-links').click();
    await reader.sentence('telegram-1948/6').click();
    const count = await propose(reader);
    expect(count).toBeGreaterThan(3);
    // A click beside it would throw away what was ticked.
    await reader.page.mouse.click(3, 3);
    expect(await places(reader).count()).toBe(count);
    await reader.press('Escape');
    await expect.poll(() => reader.page.locator('dialog[open]').count()).toBe(0);
    expect(await shownCounts(reader)).toEqual([0, 0, 0]);

    // Texts that only share a subject: what is doubtful is the reader's to tick, and Enter changes nothing.
    expect(await propose(reader)).toBe(count);
    expect(await reader.page.locator('.proposal-warning').count()).toBe(1);
    expect(await places(reader).locator('input:not(:checked)').count()).toBeGreaterThan(0);
    await reader.press('Enter');
    await expect.poll(() => reader.page.locator('dialog[open]').count()).toBe(0);
    expect(await shownCounts(reader)).toEqual([0, 0, 0]);

    expect(await propose(reader)).toBe(count);
    await reader.page.locator('.proposal-every input').check();
    await places(reader).first().locator('input').uncheck();
    await reader.page.locator('.dialog-footer .button').first().click();
    await expect.poll(() => reader.cards().count()).toBe(count - 1);
  });

  it('is one step to undo and redo, through a restart too, and leaves alone what is confirmed', async () => {
    const reader = await start();
    await chooseLanguage(reader.page, 'en');
    await reader.page.locator('#rail-tab-links').click();
    await reader.sentence('telegram-1948/2').click();
    await reader.sentence('friendship-society-2020/8').click();
    await reader.press('l');
    await expect.poll(() => shownCounts(reader)).toEqual([1, 0, 0]);
    const confirmed = await reader.cards().first().getAttribute('data-card');

    const count = await propose(reader);
    await takeEvery(reader);
    await expect.poll(() => reader.cards().count()).toBe(count + 1);
    await reader.press('Control+z');
    await expect.poll(() => reader.cards().count()).toBe(1);
    await reader.press('Control+Shift+Z');
    await expect.poll(() => reader.cards().count()).toBe(count + 1);

    running = (await running?.restart()) ?? null;
    const again = readerPage(running?.page ?? reader.page);
    await again.ready();
    await expect.poll(() => again.cards().count()).toBe(count + 1);
    expect((await shownCounts(again))[0]).toBe(1);
    expect(await again.page.locator(`[data-card="${confirmed}"]`).count()).toBe(1);
    await again.press('Control+z');
    await expect.poll(() => again.cards().count()).toBe(1);
  });
});

describe('suggestions for texts that share a subject', () => {
  it('come in one step with their reasons in words, and more of them on request', async () => {
    const reader = await start();
    await chooseLanguage(reader.page, 'en');
    await reader.sentence('telegram-1948/6').click();
    await reader.press('Shift+F');
    await expect.poll(() => reader.page.locator('.reasons li').count()).toBeGreaterThan(2);
    const count = await reader.cards().count();
    const first = await reader.page.locator('.card[data-current="true"]').innerText();
    expect(first).toContain('Same date: 15 August 1945');
    await reader.press('Shift+F');
    await expect
      .poll(() => reader.status().innerText())
      .toMatch(/\d+ new suggestion|No more passages that answer each other/);
    const more = await reader.cards().count();
    expect(more).toBeGreaterThanOrEqual(count);
    await reader.press('Control+z');
    await reader.press('Control+z');
    await expect.poll(() => reader.cards().count()).toBe(0);
  });
});

describe('several alignments and their snapshots', () => {
  it('can be named, copied and shown; a snapshot is compared with what came after, and gone back to', async () => {
    const reader = await start();
    const { page } = reader;
    await chooseLanguage(page, 'en');
    await page.locator('#rail-tab-links').click();
    const link = async (first: string, second: string) => {
      const before = await reader.confirmedLinks();
      await reader.sentence(first).click();
      await reader.sentence(second).click();
      await reader.press('l');
      await expect.poll(() => reader.confirmedLinks()).toBe(before + 1);
    };
    await link('telegram-1948/6', 'friendship-society-2020/4');
    await reader.press('Shift+V');
    await page.locator('.snapshot-new input').fill('Một liên kết');
    await reader.press('Enter');
    await page.locator('.snapshot').waitFor();
    const name = page.getByRole('textbox', { name: words.en.alignments.name, exact: true });
    await name.fill('Bản của tôi');
    await reader.press('Enter', 'Escape');
    await page.locator('.alignment-shown', { hasText: 'Bản của tôi' }).waitFor();

    await link('telegram-1948/8', 'friendship-society-2020/7');
    await reader.press('Shift+V');
    await page.locator('.snapshot .icon-button').first().click();
    await page.locator('.link-row[data-change="right"]').waitFor();
    expect(await page.locator('.proposal-summary').innerText()).toContain('1 link in both');
    await reader.press('Escape');

    // A copy keeps both links; the first goes back to one.
    await reader.press('Shift+V');
    await page.locator('.alignment-item .icon-button').first().click();
    await page.locator('.alignment-item').nth(1).waitFor();
    await page
      .locator('dialog[open] [role="status"]', {
        hasText: words.en.history.labels['add-alignment'],
      })
      .waitFor({ state: 'attached' });
    await page.locator('.snapshot .icon-button').nth(1).click();
    await page.locator('.link-row[data-change="removed"]').waitFor();
    await reader.press('Enter');
    await expect.poll(() => reader.confirmedLinks()).toBe(1);
    await reader.press('Shift+V');
    await page.locator('.alignment-item input[type="radio"]').nth(1).click();
    await expect.poll(() => reader.confirmedLinks()).toBe(2);
    await reader.press('Escape');
    await page.locator('.alignment-shown', { hasText: 'Bản của tôi, copy' }).waitFor();
    // What both alignments join is one version.
    await reader.sentence('telegram-1948/6').click();
    await page.locator('#rail-tab-versions').click();
    await page.locator('.version').first().waitFor();
    expect(await page.locator('.version:not([data-machine])').count()).toBe(1);

    // Any two of them are compared.
    await reader.press('Shift+V');
    const versions = page.locator('.compare-form select');
    await versions.nth(0).selectOption({ label: 'Bản của tôi' });
    await versions.nth(1).selectOption({ label: 'Bản của tôi, copy' });
    await page.getByRole('button', { name: words.en.comparison.do, exact: true }).click();
    await page.locator('.link-row[data-change="right"]').waitFor();
    expect(await page.locator('.proposal-summary').innerText()).toBe(
      '1 link in both · 1 only in Bản của tôi, copy',
    );
  });

  it('go into a file and come back from it as another alignment; what is no alignment is refused', async () => {
    const reader = await start();
    const { page } = reader;
    await chooseLanguage(page, 'en');
    await page.locator('#rail-tab-links').click();
    await reader.sentence('telegram-1948/6').click();
    await reader.sentence('friendship-society-2020/4').click();
    await reader.press('l');
    await expect.poll(() => reader.confirmedLinks()).toBe(1);
    await reader.press('Shift+V');
    for (const format of ['json', 'tmx'] as const) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: words.en.alignments.export[format] }).click();
      const file = await saved;
      const path = join(await mkdtemp(join(tmpdir(), 'song-hanh-test-')), file.suggestedFilename());
      await file.saveAs(path);
      await page.locator('.alignment-verbs input[type="file"]').setInputFiles(path);
      await page
        .locator('.alignment-item')
        .nth(format === 'json' ? 1 : 2)
        .waitFor();
      await expect.poll(() => reader.confirmedLinks()).toBe(1);
    }
    await page.locator('.alignment-verbs input[type="file"]').setInputFiles({
      name: 'no-alignment.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"a": 1'),
    });
    await page.getByRole('dialog').getByText('This file holds no alignment').waitFor();
    expect(await page.locator('.alignment-item').count()).toBe(3);
  });
});

describe('by keyboard alone', () => {
  it('a document is aligned, every link judged, one mended and one spoken of', async () => {
    const reader = await start();
    const en = words.en;
    await reader.press('j');
    const count = await propose(reader);
    await takeEvery(reader);
    await expect
      .poll(() => reader.page.locator('.status-notice').innerText())
      .toContain(`${count} links came`);

    // The first doubtful link is gone to, and told in words.
    await reader.press('d');
    await expect
      .poll(() => announced(reader))
      .toMatch(/^\d Vietnamese, \d English, confidence 0\.\d\d, suggested\. \d+ doubtful/);
    await expect
      .poll(() => reader.page.locator('.card[data-card][data-current="true"]').count())
      .toBe(1);

    // One is mended: its end goes down by a sentence, which makes it the reader's.
    await reader.press('Alt+ArrowDown');
    await expect.poll(() => announced(reader)).toContain(en.history.labels['move-boundary']);
    expect(await announced(reader)).toContain(en.links.said.confirmed);
    // One is spoken of.
    await reader.press('c');
    await reader.page.locator('.link-comment:focus').waitFor();
    await reader.page.keyboard.insertText('Lời chào, so với phần kết');
    await reader.press('Enter');
    // One is rejected, the others accepted, each key going on to the next.
    await reader.press('d', 'Shift+R');
    await expect.poll(() => reader.page.locator('.card[data-status="rejected"]').count()).toBe(1);
    for (let turn = 0; turn < 2 * count; turn += 1) {
      const notice = await reader.page.locator('.status-notice').allInnerTexts();
      if (notice.join().includes(en.review['nothing-left'])) {
        break;
      }
      const before = (await shownCounts(reader))[0] ?? 0;
      await reader.press('a');
      await expect.poll(async () => (await shownCounts(reader))[0]).toBe(before + 1);
    }
    await expect
      .poll(() => reader.page.locator('.status-notice').innerText())
      .toContain(en.review['nothing-left']);
    const [confirmed, suggested, doubtful] = await shownCounts(reader);
    expect([suggested, doubtful]).toEqual([0, 0]);
    expect(confirmed).toBeGreaterThan(2);
    expect(await reader.page.locator('.link-said').allInnerTexts()).toEqual([
      'Lời chào, so với phần kết',
    ]);

    // Nothing that is settled is touched by another run.
    await reader.press('Shift+A');
    await reader.page.locator('.proposal-summary').waitFor();
    const after = await reader.page.locator('.proposal-summary').innerText();
    expect(after).not.toMatch(/\d+ (go|change)/);
  });
});

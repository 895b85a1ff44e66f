// Editing links and sentences in the browser: dragging, cutting and joining, correcting, phrases; notes stay.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callRoute } from '../../electron/contract/loopback.ts';
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

const vi = (name: number | string) => `telegram-1948/${name}`;
const en = (name: number | string) => `friendship-society-2020/${name}`;

async function link(first: string, second: string): Promise<void> {
  const before = await reader.confirmedLinks();
  await reader.sentence(first).click();
  await reader.sentence(second).click();
  await reader.press('l');
  await expect.poll(() => reader.confirmedLinks()).toBe(before + 1);
}

/** The middle of words of a sentence, in px of the window. */
async function placeOf(id: string, words: string): Promise<{ x: number; y: number }> {
  return running.page.evaluate(
    ([segment, wanted]) => {
      const text = document.querySelector(`[data-segment="${segment}"]`)?.firstChild;
      const start = text?.textContent?.indexOf(wanted ?? '') ?? -1;
      const range = document.createRange();
      if (text) {
        range.setStart(text, start);
        range.setEnd(text, start + (wanted?.length ?? 0));
      }
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    [id, words] as const,
  );
}

/** Selects words of a sentence, as the pointer does. */
async function select(id: string, words: string): Promise<void> {
  await running.page.evaluate(
    ([segment, wanted]) => {
      const text = document.querySelector(`[data-segment="${segment}"]`)?.firstChild;
      const start = text?.textContent?.indexOf(wanted ?? '') ?? -1;
      if (text && start >= 0) {
        window.getSelection()?.setBaseAndExtent(text, start, text, start + (wanted?.length ?? 0));
      }
    },
    [id, words],
  );
}

/** Presses the pointer on a sentence's handle. */
async function takeHandle(id: string): Promise<void> {
  await reader.sentence(id).hover();
  const handle = running.page.locator(`[data-handle="${id}"] .link-handle-dot`);
  await handle.waitFor();
  const box = await handle.boundingBox();
  await running.page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
  await running.page.mouse.down();
}

async function showLayout(layout: string): Promise<void> {
  while ((await running.page.locator('.reader').getAttribute('data-layout')) !== layout) {
    await reader.press('v');
  }
}

async function moveOver(id: string): Promise<void> {
  const box = await reader.sentence(id).boundingBox();
  await running.page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 10, { steps: 8 });
}

describe('linking', () => {
  it('leaves a reader who has gone on where they are, however late the core answers', async () => {
    const { page } = running;
    await reader.sentence(vi(6)).click();
    await reader.sentence(en(4)).click();
    await page.locator('#rail-tab-links').click();
    const saving = `**${callRoute}history.apply`;
    const seen = Promise.withResolvers<void>();
    await page.route(saving, async (route) => {
      await seen.promise;
      await route.continue();
    });
    const asked = page.waitForRequest(saving);
    await reader.press('l');
    await asked;
    await reader.sentence(vi(12)).click();
    seen.resolve();
    await expect.poll(() => reader.confirmedLinks()).toBe(1);
    await page.locator('.rail .card').waitFor();
    expect(await page.locator('.rail .card[data-current="true"]').count()).toBe(0);
  });
});

describe('dragging from a sentence to one of the other text', () => {
  it('links the two, with a line to the pointer meanwhile', async () => {
    await takeHandle(vi(6));
    await moveOver(en(4));
    await running.page.locator('.drag-line[data-on-target="true"]').waitFor();
    await running.page.mouse.up();
    await expect.poll(() => reader.curves().count()).toBe(1);
    expect(await running.page.locator('.drag-line').count()).toBe(0);
    await expect.poll(() => reader.status().innerText()).toContain('1 linked');
  });

  it('goes the other way too, and over nothing links nothing', async () => {
    await takeHandle(en(4));
    await moveOver(vi(6));
    await running.page.mouse.up();
    await expect.poll(() => reader.curves().count()).toBe(1);
    await takeHandle(vi(5));
    await moveOver(vi(8));
    await running.page.mouse.up();
    await running.page.waitForTimeout(200);
    expect(await reader.curves().count()).toBe(1);
  });

  it('is left with Escape', async () => {
    await takeHandle(vi(6));
    await moveOver(en(4));
    await reader.press('Escape');
    await expect.poll(() => running.page.locator('.drag-line').count()).toBe(0);
    await running.page.mouse.up();
    await running.page.waitForTimeout(200);
    expect(await reader.curves().count()).toBe(0);
  });

  it.each(['rows', 'interleaved'])(
    'works where both texts stand in one column: %s',
    async (layout) => {
      await link(vi(6), en(4)); // interleaved, what is not linked stands far away
      await showLayout(layout);
      await takeHandle(vi(7));
      await moveOver(en(4));
      await running.page.locator('.drag-line[data-on-target="true"]').waitFor();
      await running.page.mouse.up();
      await expect.poll(() => reader.confirmedLinks()).toBe(2);
      await takeHandle(vi(8));
      await moveOver(vi(7));
      await running.page.mouse.up();
      await running.page.waitForTimeout(200);
      expect(await reader.confirmedLinks()).toBe(2);
      expect(await running.page.locator('.drag-line').count()).toBe(0);
    },
  );

  it.each(['columns', 'rows'])('leaves the selecting of words to the text: %s', async (layout) => {
    await showLayout(layout);
    await reader.sentence(vi(6)).hover();
    const box = await reader.sentence(vi(6)).boundingBox();
    await running.page.mouse.move((box?.x ?? 0) + 1, (box?.y ?? 0) + 12);
    await running.page.mouse.down();
    await running.page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 12, { steps: 5 });
    await running.page.mouse.up();
    const selected = await running.page.evaluate(() => String(window.getSelection()));
    expect(selected.length).toBeGreaterThan(5);
    expect(await running.page.locator('.drag-line').count()).toBe(0);
  });
});

describe('a sentence that is cut, joined and corrected', () => {
  it('keeps its link and its note, and every step can be undone', async () => {
    await link(vi(6), en(4));
    await reader.sentence(vi(6)).click();
    await reader.press('n');
    await running.page.locator('.note-editor textarea').waitFor();
    await running.page.keyboard.insertText('ngày giải phóng');
    await reader.press('Escape');
    await expect.poll(() => running.page.locator('.note-editor').count()).toBe(0);
    const note = reader.cards().first();
    const whole = await reader.sentence(vi(6)).innerText();

    // Two words on, and cut there.
    await reader.sentence(vi(6)).focus();
    await reader.press('Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight');
    await reader.press('Shift+S');
    await expect.poll(() => reader.sentence(vi('6.1')).count()).toBe(1);
    const halves = [
      await reader.sentence(vi(6)).innerText(),
      await reader.sentence(vi('6.1')).innerText(),
    ];
    expect(halves.join(' ')).toBe(whole);
    expect(await note.innerText()).toContain('ngày giải phóng');
    await expect
      .poll(() => reader.sentence(vi(6)).getAttribute('aria-description'))
      .toContain('2 Vietnamese, 1 English');

    await reader.press('h');
    await expect.poll(() => reader.sentence(vi('6.1')).count()).toBe(0);
    expect(await reader.sentence(vi(6)).innerText()).toBe(whole);
    expect(await note.innerText()).toContain('ngày giải phóng');

    await reader.press('F2');
    await running.page.locator('.correction').waitFor();
    await reader.press('Control+Home');
    await running.page.keyboard.insertText('(Sửa) ');
    await reader.press('Enter');
    await expect.poll(() => reader.sentence(vi(6)).innerText()).toBe(`(Sửa) ${whole}`);
    expect(await note.innerText()).toContain('ngày giải phóng');
    await expect.poll(() => reader.curves().count()).toBe(1);

    await reader.press('Control+z');
    await expect.poll(() => reader.sentence(vi(6)).innerText()).toBe(whole);
    await reader.press('Control+z');
    await expect.poll(() => reader.sentence(vi('6.1')).count()).toBe(1);
    await reader.press('Control+z');
    await expect.poll(() => reader.sentence(vi('6.1')).count()).toBe(0);
    expect(await note.innerText()).toContain('ngày giải phóng');
    expect(await reader.curves().count()).toBe(1);
  });

  it('is left as it was with Escape, and takes what an input method composes', async () => {
    await reader.sentence(vi(4)).click();
    const before = await reader.sentence(vi(4)).innerText();
    await reader.press('F2');
    await running.page.locator('.correction').waitFor();
    await running.page.keyboard.insertText('x');
    await reader.press('Escape');
    await expect.poll(() => running.page.locator('.correction').count()).toBe(0);
    expect(await reader.sentence(vi(4)).innerText()).toBe(before);

    await reader.press('F2');
    await running.page.locator('.correction').waitFor();
    // Left and asked for again before it is drawn.
    await running.page.evaluate(() => {
      const draw = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (then) => draw((now) => setTimeout(() => then(now), 100));
    });
    await reader.press('Escape', 'F2');
    await running.page.waitForTimeout(200);
    await running.page.locator('.correction:focus').waitFor();
    await reader.press('End');
    const input = await running.page.context().newCDPSession(running.page);
    for (const text of ['d', 'dd', 'đ', 'đo', 'đôn', 'đồn', 'đồng']) {
      await input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await input.send('Input.insertText', { text: 'đồng' });
    await reader.press('Enter');
    await expect.poll(() => reader.sentence(vi(4)).innerText()).toBe(`${before}đồng`);
  });

  it('says where the cursor belongs when there is none', async () => {
    await reader.sentence(vi(5)).click();
    await reader.press('j');
    await reader.press('Shift+S');
    await expect
      .poll(() => reader.status().innerText())
      .toContain(words.en.sentences['choose-place']);
  });
});

describe('a link', () => {
  it('takes sentences in and gives them away at its ends, and none while it is locked', async () => {
    await link(vi(6), en(4));
    await reader.sentence(vi(6)).click();
    const said = () => reader.focused().getAttribute('aria-description');
    await expect.poll(said).toContain('1 Vietnamese, 1 English, confirmed');
    await reader.press('Alt+ArrowDown');
    await expect.poll(said).toContain('2 Vietnamese');
    await reader.press('Alt+Shift+ArrowUp');
    await expect.poll(said).toContain('3 Vietnamese');
    await reader.press('Alt+ArrowUp');
    await expect.poll(said).toContain('2 Vietnamese');
    await reader.press('q');
    await expect.poll(said).toContain('locked');
    await reader.press('u');
    await expect.poll(() => running.page.locator('.status-failure').innerText()).not.toBe('');
    expect(await reader.curves().count()).toBe(1);
    await reader.press('q', 'u');
    await expect.poll(() => reader.curves().count()).toBe(0);
  });

  it('is spoken of where it stands, whatever the list is narrowed to, and not while it is locked', async () => {
    await link(vi(6), en(4));
    const { page } = running;
    await page.locator('#rail-tab-links').click();
    await page.locator('.alignment-count[data-standing="suggested"]').click();
    await expect.poll(() => reader.cards().count()).toBe(0);
    await reader.sentence(vi(6)).click();
    await reader.press('c');
    await page.locator('.link-comment:focus').waitFor();
    await page.keyboard.type('quu');
    await reader.press('Enter');
    await expect.poll(() => page.locator('.link-comment').inputValue()).toBe('quu');
    expect(await reader.curves().count()).toBe(1);

    await reader.press('q');
    await expect.poll(() => page.locator('.link-comment[readonly]').count()).toBe(1);
    await reader.press('c');
    await page.locator('.link-comment:focus').waitFor();
    await page.keyboard.type('q');
    await reader.press('Enter');
    expect(await page.locator('.link-comment').inputValue()).toBe('quu');
    expect(await page.locator('.link-comment[readonly]').count()).toBe(1);
  });

  it('to a far passage does not cross the text: a mark says where it is, and leads there', async () => {
    await link(vi(6), en(4));
    await reader.press('y');
    await running.page
      .locator('.scroll-pane')
      .last()
      .evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    const mark = running.page.locator('.far-mark[data-beyond="above"]');
    await mark.waitFor();
    expect(await reader.curves().count()).toBe(0);
    expect(await mark.locator('text').textContent()).toMatch(/^↑\d+ ¶$/);
    const channel = await running.page.locator('.channel').boundingBox();
    const drawn = await mark.boundingBox();
    expect(drawn?.x ?? 0).toBeGreaterThanOrEqual(channel?.x ?? 0);
    expect((drawn?.x ?? 0) + (drawn?.width ?? 0)).toBeLessThanOrEqual(
      (channel?.x ?? 0) + (channel?.width ?? 0),
    );
    await mark.click();
    await expect.poll(() => reader.focused().getAttribute('data-segment')).toBe(en(4));
    await expect.poll(() => reader.curves().count()).toBe(1);
  });

  it('between phrases is drawn under both, and both answer when one is selected', async () => {
    await select(vi(6), 'lực lượng vũ trang Liên Xô');
    await reader.press('Shift+L');
    await expect.poll(() => reader.status().innerText()).toContain('lực lượng vũ trang Liên Xô');
    await select(en(5), 'officers and soldiers of the Red Army');
    await reader.press('Shift+L');
    const drawn = (name: string) =>
      running.page.evaluate(
        (highlight) => [...(CSS.highlights.get(highlight) ?? [])].map(String).sort(),
        name,
      );
    const phrases = ['lực lượng vũ trang Liên Xô', 'officers and soldiers of the Red Army'];
    await expect.poll(() => drawn('phrase')).toEqual(phrases);
    await select(vi(6), 'vũ trang');
    await expect.poll(() => drawn('phrase-lit')).toEqual(phrases);
    // Both answer the pointer too, which nothing else must do.
    await running.page.evaluate(() => window.getSelection()?.removeAllRanges());
    await running.page.mouse.move(5, 400);
    const { x, y } = await placeOf(en(5), 'Red Army');
    await running.page.mouse.move(x, y);
    await expect.poll(() => drawn('phrase-lit')).toEqual(phrases);
    const elsewhere = await placeOf(en(5), 'valiant');
    await running.page.mouse.move(elsewhere.x, elsewhere.y);
    await expect.poll(() => drawn('phrase-lit')).toEqual([]);
    await select(vi(6), 'vũ trang');
    await expect.poll(() => drawn('phrase-lit')).toEqual(phrases);
    await reader.press('Shift+P');
    await expect.poll(() => drawn('phrase')).toEqual([]);
    await reader.press('Control+z');
    await expect.poll(() => drawn('phrase')).toEqual(phrases);
  });
});

it('phrases are linked by the keyboard alone', async () => {
  const drawn = () =>
    running.page.evaluate(() => [...(CSS.highlights.get('phrase') ?? [])].map(String).sort());
  await reader.sentence(vi(7)).focus();
  await reader.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+L');
  await expect.poll(() => reader.status().innerText()).toContain('Người dân Triều');
  await reader.sentence(en(7)).focus();
  await reader.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+L');
  await expect.poll(async () => (await drawn()).length).toBe(2);
});

describe('the strip beside the scroll bar', () => {
  it('shows what is linked, and leads there', async () => {
    await link(vi(13), en(11));
    const strip = running.page.locator('.text-strip[data-strip="0"]');
    await expect.poll(() => strip.locator('[data-state="confirmed"]').count()).toBe(1);
    await running.page
      .locator('.scroll-pane')
      .first()
      .evaluate((pane) => pane.scrollTo(0, 0));
    const box = await strip.locator('[data-state="confirmed"]').boundingBox();
    await running.page.mouse.click((box?.x ?? 0) + 1, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect.poll(() => reader.focused().getAttribute('data-segment')).toBe(vi(13));
    await expect
      .poll(() =>
        running.page
          .locator('.scroll-pane')
          .first()
          .evaluate((pane) => pane.scrollTop),
      )
      .toBeGreaterThan(100);
  });
});

// The story that the program exists for, told through any shell: read, translate, link, note, close, reopen.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../../electron/corpus/document.ts';
import { chooseLanguage, readerPage, type, words } from '../reader-page.ts';

/** A running program with one page open. */
export interface RunningReader {
  readonly page: Page;
  /** Ends the program as a reader does and starts it again on the same data. */
  restart(): Promise<RunningReader>;
}

const note = 'Công thức quen thuộc của thể loại: “tình yêu vô bờ bến”.';

/** Tells the story from a fresh data folder that holds a translation model; answers the program as it ends. */
export async function tellReaderStory(
  reader: RunningReader,
  language: Language,
): Promise<RunningReader> {
  const before = readerPage(reader.page);
  await before.ready();
  await chooseLanguage(before.page, language);
  await readBothTexts(before);
  await translateTheSentence(before, language);
  await linkTwoPassages(before, language);
  await writeNote(before, language);
  await highlightWords(before);

  const reopened = await reader.restart();
  const after = readerPage(reopened.page);
  await after.ready();
  await findEverythingAsItWas(after, language);
  await undoAndRedoAfterTheRestart(after, language);
  return reopened;
}

type Reader = ReturnType<typeof readerPage>;

async function readBothTexts(reader: Reader): Promise<void> {
  const left = reader.page.locator('.scroll-pane').first();
  const right = reader.page.locator('.scroll-pane').last();
  await expect.poll(() => left.locator('article').getAttribute('lang')).toBe('vi');
  await expect.poll(() => right.locator('article').getAttribute('lang')).toBe('en');
  expect(await left.locator('.paragraph').count()).toBe(23);
  expect(await left.innerText()).toContain('Ngày 15 tháng 8 năm 1945');
  expect(await right.innerText()).toContain('achieved the historic goal of reviving Korea');
  // Page chrome is folded away, and one press shows it.
  expect(await right.innerText()).not.toContain('Total comments');
  await right.locator('.matter-toggle').first().click();
  await expect.poll(() => right.innerText()).toContain('Total comments');
  await right.locator('.matter-toggle').first().click();
}

async function translateTheSentence(reader: Reader, language: Language): Promise<void> {
  await reader.sentence('telegram-1948/6').click();
  await expect.poll(() => reader.focused().count()).toBe(1);
  await reader.press('t');
  await expect.poll(() => reader.machineText().count(), { timeout: 30_000 }).toBe(1);
  expect(await reader.machineText().innerText()).toMatch(/\w/);
  const origin = await reader.page.locator('.machine-origin').first().innerText();
  expect(origin.startsWith(words[language].translation['machine-by'].split('{{')[0] ?? '')).toBe(
    true,
  );
}

async function linkTwoPassages(reader: Reader, language: Language): Promise<void> {
  await reader.sentence('telegram-1948/6').click();
  await reader.sentence('friendship-society-2020/4').click();
  await reader.press('l');
  await expect.poll(() => reader.curves().count()).toBe(1);
  await expect
    .poll(() => reader.status().innerText())
    .toContain(plural(words[language].status, 'linked', 1));
  // Hovering one side lights the other.
  await reader.sentence('telegram-1948/6').hover();
  await expect
    .poll(() => reader.sentence('friendship-society-2020/4').getAttribute('data-light'))
    .toMatch(/counterpart|focus/);
}

async function writeNote(reader: Reader, language: Language): Promise<void> {
  await reader.sentence('telegram-1948/5').click();
  await reader.press('n');
  const field = reader.page.getByRole('textbox', { name: words[language].notes.text, exact: true });
  await field.waitFor();
  await type(reader.page, note);
  await reader.page
    .getByRole('textbox', { name: words[language].notes.tags, exact: true })
    .fill('công thức, formula');
  await reader.press('Escape');
  await expect.poll(() => reader.cards().count()).toBe(1);
  await expect.poll(() => reader.cards().first().innerText()).toContain(note);
}

async function highlightWords(reader: Reader): Promise<void> {
  await reader.sentence('telegram-1948/7').click();
  await reader.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', '2');
  await expect.poll(() => reader.cards().count()).toBe(2);
}

async function findEverythingAsItWas(reader: Reader, language: Language): Promise<void> {
  expect(await reader.page.locator('html').getAttribute('lang')).toBe(language);
  await expect.poll(() => reader.curves().count()).toBe(1);
  await expect.poll(() => reader.cards().count()).toBe(2);
  const texts = await reader.cards().allInnerTexts();
  expect(texts.join('\n')).toContain(note);
  expect(texts.join('\n')).toContain('formula');
  expect(texts.join('\n')).toContain('Người dân Triều');
  await expect.poll(() => reader.focused().getAttribute('data-segment')).toBe('telegram-1948/7');
  // The translation that was asked for stands where it stood.
  await expect.poll(() => reader.machineText().count()).toBe(1);
  expect(await reader.page.locator('.status-progress').count()).toBe(0);
}

async function undoAndRedoAfterTheRestart(reader: Reader, language: Language): Promise<void> {
  await reader.press('Control+z');
  await expect.poll(() => reader.cards().count()).toBe(1);
  await reader.press('Control+z'); // the words of the note
  await expect.poll(() => reader.cards().first().innerText()).not.toContain(note);
  await reader.press('Control+z'); // the note
  await expect.poll(() => reader.cards().count()).toBe(0);
  await reader.press('Control+z'); // the link
  await expect.poll(() => reader.curves().count()).toBe(0);
  await reader.press('Control+Shift+Z', 'Control+Shift+Z', 'Control+Shift+Z', 'Control+Shift+Z');
  await expect.poll(() => reader.cards().count()).toBe(2);
  await expect.poll(() => reader.curves().count()).toBe(1);
  await expect
    .poll(() => reader.status().innerText())
    .toContain(plural(words[language].status, 'linked', 1));
}

/** A sentence with a count, as i18next chooses it for one. */
function plural(texts: Readonly<Record<string, string>>, key: string, count: number): string {
  const text = texts[`${key}_one`] ?? texts[`${key}_other`] ?? '';
  return text.replace('{{count}}', String(count));
}

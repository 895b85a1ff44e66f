// The reader as a person sees it in the browser: what the journeys do and look at, by role and by words.

import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../electron/corpus/document.ts';
import en from '../../resources/locales/en.json' with { type: 'json' };
import vi from '../../resources/locales/vi.json' with { type: 'json' };

export const words = { en, vi } as const;

export interface ReaderPage {
  readonly page: Page;
  /** The sentence in focus. */
  focused(): Locator;
  sentence(id: string): Locator;
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until the texts stand on the page. */
  ready(): Promise<void>;
  machineText(): Locator;
  /** The curves of links with passages in sight on both sides. */
  curves(): Locator;
  /** How many links are confirmed, in sight or not. */
  confirmedLinks(): Promise<number>;
  cards(): Locator;
  status(): Locator;
}

export function readerPage(page: Page): ReaderPage {
  return {
    page,
    focused: () => page.locator('.segment[data-light="focus"]'),
    sentence: (id) => page.locator(`[data-segment="${id}"]`),
    press: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
    },
    ready: async () => {
      await page.locator('[data-segment]').first().waitFor();
    },
    machineText: () => page.locator('[data-machine]'),
    curves: () => page.locator('.curve'),
    // Waits for the links to have come from the core.
    confirmedLinks: async () =>
      Number(/\d+/.exec((await page.locator('.status-counts').textContent()) ?? '')?.[0]),
    cards: () => page.locator('.rail .card'),
    status: () => page.locator('.status-line'),
  };
}

/** Switches the interface's language with the button in the bottom line. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page
    .locator('.status-languages')
    .getByText(language === 'vi' ? 'Tiếng Việt' : 'English')
    .click();
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/** Types as a person does, so that every key is seen; text outside ASCII is put in as an input method does. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.insertText(text);
}

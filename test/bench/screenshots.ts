// Makes the README's pictures from a fresh workspace: `npm run screenshots` after `npm run build`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath, quietFlags } from '../e2e/find-chromium.ts';
import { startLoopbackServer } from '../e2e/loopback-server.ts';

const folder = 'docs/pictures';
const dataFolder = mkdtempSync(join(tmpdir(), 'song-hanh-pictures-'));
mkdirSync(folder, { recursive: true });
const server = await startLoopbackServer(dataFolder);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...quietFlags()] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await page.goto(server.url);
  await page.locator('[data-segment]').first().waitFor();
  await prepare(page);
  for (const [theme, language] of [
    ['light', 'English'],
    ['dark', 'Tiếng Việt'],
  ] as const) {
    await page.locator('.status-languages').getByText(language).click();
    await page.emulateMedia({ colorScheme: theme });
    await page.mouse.move(700, 880);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(folder, `reader-${theme}.png`) });
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Links by theme and by fact, a note, a highlight: what a reader makes in ten minutes. */
async function prepare(page: Page): Promise<void> {
  const sentence = (id: string) => page.locator(`[data-segment="${id}"]`);
  const link = async (vietnamese: string, english: readonly string[], doubtful = false) => {
    await sentence(vietnamese).click();
    for (const id of english) {
      await sentence(id).click({ modifiers: ['Control'] });
    }
    await page.keyboard.press('l');
    await page.waitForTimeout(250);
    if (doubtful) {
      await page.keyboard.press('s');
      await page.waitForTimeout(250);
    }
  };
  const english = (n: number) => `friendship-society-2020/${n}`;
  await link('telegram-1948/6', [english(4), english(5)]);
  await link('telegram-1948/8', [english(7)], true);
  await link('telegram-1948/12', [english(10)]);
  await link('telegram-1948/13', [english(11)]);
  await sentence('telegram-1948/5').click();
  await selectWords(page, 'telegram-1948/5', 'tình yêu vô bờ bến và lòng biết ơn');
  await page.keyboard.press('n');
  await page.locator('.note-editor textarea').waitFor();
  await page.keyboard.insertText(
    'Set phrase of the genre; compare the closing of the 2020 letter.',
  );
  await page.locator('.note-editor input').fill('formula, register');
  await page.keyboard.press('Escape');
  await selectWords(page, english(6), 'Their noble international feat');
  await page.keyboard.press('2');
  await page.waitForTimeout(250);
  await page
    .locator('.scroll-pane')
    .first()
    .evaluate((pane) => pane.scrollTo(0, 0));
  await sentence('telegram-1948/6').click();
}

async function selectWords(page: Page, id: string, words: string): Promise<void> {
  await page.evaluate(
    ([segment, text]) => {
      const node = document.querySelector(`[data-segment="${segment}"]`)?.firstChild;
      const start = node?.textContent?.indexOf(text ?? '') ?? -1;
      if (node && start >= 0) {
        window.getSelection()?.setBaseAndExtent(node, start, node, start + (text?.length ?? 0));
      }
    },
    [id, words],
  );
}

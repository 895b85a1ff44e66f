// How long the reader waits: from starting the loopback shell to a page that answers, and from one document to another.
// Absolute times depend on the machine, so each stands beside a baseline of the same run: an empty Node process and
// an empty page. Run with `npm run bench:start` after `npm run build`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath, quietFlags } from '../e2e/find-chromium.ts';
import { startLoopbackServer } from '../e2e/loopback-server.ts';

const rounds = 7;

const dataFolder = mkdtempSync(join(tmpdir(), 'song-hanh-bench-'));
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...quietFlags()] });
try {
  await startOnce(); // makes the workspace and warms the disk
  const starts: number[] = [];
  const nodes: number[] = [];
  const blanks: number[] = [];
  const switches: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    nodes.push(timed(() => spawnSync(process.execPath, ['-e', ''])));
    blanks.push(await blankPage());
    const { startMs, switchMs } = await startOnce();
    starts.push(startMs);
    switches.push(...switchMs);
  }
  const rows = [
    ['empty Node process', nodes],
    ['empty page', blanks],
    ['start to interactive', starts],
    ['switching documents', switches],
  ] as const;
  for (const [name, times] of rows) {
    const sorted = [...times].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    process.stdout.write(
      `${name.padEnd(24)} median ${median.toFixed(0).padStart(5)} ms   worst ${(sorted.at(-1) ?? 0).toFixed(0).padStart(5)} ms   n=${sorted.length}\n`,
    );
  }
} finally {
  await browser.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** From the process's start until a key moves the focus in the text; then through the other documents. */
async function startOnce() {
  const page = await browser.newPage();
  const began = performance.now();
  const server = await startLoopbackServer(dataFolder);
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.locator('[data-segment]').first().waitFor();
  await page.keyboard.press('j');
  await page.locator('[data-light="focus"]').first().waitFor();
  const startMs = performance.now() - began;
  const switchMs = [];
  for (let at = 0; at < 5; at += 1) {
    switchMs.push(await switchDocument(page, at));
  }
  await page.close();
  await server.stop();
  return { startMs, switchMs };
}

/** From the press on a document's name to its text laid out, measured inside the page. */
function switchDocument(page: Page, at: number): Promise<number> {
  return page.evaluate(async (number) => {
    const picker = document.querySelectorAll('.picker')[1];
    picker?.querySelector<HTMLButtonElement>('.picker-button')?.click();
    const item = picker?.querySelectorAll<HTMLButtonElement>('.picker-item')[number];
    const text = () => document.querySelector('.columns > .scroll-pane:last-child [data-segment]');
    const before = text();
    const began = performance.now();
    item?.click();
    while (text() === before && performance.now() - began < 5000) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    document.body.getBoundingClientRect();
    return performance.now() - began;
  }, at);
}

async function blankPage(): Promise<number> {
  const page = await browser.newPage();
  const began = performance.now();
  await page.goto('data:text/html,<p>blank');
  const elapsed = performance.now() - began;
  await page.close();
  return elapsed;
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

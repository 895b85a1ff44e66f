// The loopback shell as a person runs it: the command line's server in a process of its own, a page in a real Chromium.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { chromiumPath, quietFlags } from './find-chromium.ts';
import { startLoopbackServer } from './loopback-server.ts';

export interface LoopbackReader {
  readonly page: Page;
  readonly dataFolder: string;
  /** What the page wrote to its console as errors, and requests that left for elsewhere. */
  readonly complaints: readonly string[];
  /** Ends the server as a crash does; the page stays. */
  killServer(): Promise<void>;
  restart(): Promise<LoopbackReader>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
}

export interface LoopbackOptions extends PageOptions {
  readonly dataFolder?: string;
  /** A model folder to put into the data folder first. */
  readonly modelFolder?: string;
}

export async function startLoopbackReader(options: LoopbackOptions = {}): Promise<LoopbackReader> {
  const dataFolder = options.dataFolder ?? makeTemporaryFolder();
  if (options.modelFolder) {
    await cp(options.modelFolder, join(dataFolder, 'models', 'toy-vi-en'), { recursive: true });
  }
  const server = await startLoopbackServer(dataFolder);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...quietFlags()],
  });
  const { page, complaints } = await openPage(browser, server.url, options);
  const stop = async (readAfterwards: boolean) => {
    // A window that a reader closes is told so first.
    await page.goto('about:blank');
    // What it saved as it went is on its way through the browser, which must live to send it, on a busy machine too.
    await new Promise((resolve) => setTimeout(resolve, readAfterwards ? 2000 : 0));
    await browser.close();
    await server.stop();
  };
  return {
    page,
    dataFolder,
    complaints,
    killServer: server.kill,
    restart: async () => {
      await stop(true);
      const { modelFolder: _, ...same } = options;
      return startLoopbackReader({ ...same, dataFolder });
    },
    close: () => stop(false),
  };
}

/** Opens the program in a browser; remembers what goes wrong in the page. */
export async function openPage(browser: Browser, url: string, options: PageOptions) {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) {
      complaints.push(`request to ${request.url()}`);
    }
  });
  await page.goto(url);
  return { page, complaints };
}

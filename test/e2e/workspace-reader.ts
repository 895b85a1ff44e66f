// The page over a workspace of the test's own, in this process: for journeys that need other resources than those shipped.
import { chromium, type Page } from 'playwright-core';
import { startServer } from '../../electron/serve/server.node.ts';
import { pageFolder } from '../../electron/start/folders.node.ts';
import type { WorkspaceOptions } from '../../electron/workspace.node.ts';
import { openTestWorkspace } from '../helpers/test-workspace.ts';
import { unwrap } from '../helpers/unwrap.ts';
import { chromiumPath, quietFlags } from './find-chromium.ts';
import { openPage, type PageOptions } from './loopback-reader.ts';

export interface WorkspaceReader {
  readonly page: Page;
  /** What the page wrote to its console as errors, and requests that left for elsewhere. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function startWorkspaceReader(
  changes: Partial<WorkspaceOptions>,
  options: PageOptions = {},
): Promise<WorkspaceReader> {
  const workspace = await openTestWorkspace(changes);
  const server = unwrap(
    await startServer({ workspace, pageFolder, port: 0, log: () => undefined }),
  );
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...quietFlags()],
  });
  const { page, complaints } = await openPage(browser, server.url, options);
  return {
    page,
    complaints,
    close: async () => {
      await browser.close();
      await server.close();
      await workspace.close();
    },
  };
}

// A real workspace over the shipped texts, in a data folder of its own, with the translator as a child process.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startNodeTranslator } from '../../electron/translation/node-translator.node.ts';
import {
  openWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../electron/workspace.node.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { unwrap } from './unwrap.ts';

/** The project's own `resources` folder. */
export const resourcesFolder = new URL('../../resources', import.meta.url).pathname;

/** A folder like {@link resourcesFolder}, its `models` empty. */
export function resourcesWithoutModels(): string {
  const resources = makeTemporaryFolder();
  for (const name of readdirSync(resourcesFolder).filter((entry) => entry !== 'models')) {
    symlinkSync(join(resourcesFolder, name), join(resources, name));
  }
  mkdirSync(join(resources, 'models'));
  return resources;
}

/** Options for a workspace in a new data folder; its log is thrown away unless `log` is given. */
export function testWorkspaceOptions(changes: Partial<WorkspaceOptions> = {}): WorkspaceOptions {
  return {
    dataFolder: makeTemporaryFolder(),
    resourcesFolder,
    shell: {
      shell: 'command-line',
      version: '0.0.0',
      systemLanguage: 'en-GB',
      canChooseFiles: false,
    },
    startTranslator: startNodeTranslator,
    chooseModelPath: null,
    log: () => undefined,
    ...changes,
  };
}

/** Opens a workspace; throws where it cannot be opened. The test closes it. */
export async function openTestWorkspace(
  changes: Partial<WorkspaceOptions> = {},
): Promise<Workspace> {
  return unwrap(await openWorkspace(testWorkspaceOptions(changes)));
}

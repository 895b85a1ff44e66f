// What the shells outside Electron know of the program and the system, and how they open the workspace.

import program from '../../package.json' with { type: 'json' };
import type { Result } from '../contract/result.ts';
import type { ShellInfo } from '../contract/shell.ts';
import { startNodeTranslator } from '../translation/node-translator.node.ts';
import { openWorkspace, type Workspace } from '../workspace.node.ts';
import { resourcesFolder } from './folders.node.ts';

/** The system's language, a BCP 47 tag: on Linux what LC_ALL, LC_MESSAGES or LANG say. */
export function systemLanguageTag(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

/** Opens the workspace for a shell without native dialogs. The command line may read what another process has open. */
export function openProgramWorkspace(
  dataFolder: string,
  shell: 'loopback' | 'command-line',
  log: (message: string) => void,
): Promise<Result<Workspace>> {
  const info: ShellInfo = {
    shell,
    version: program.version,
    systemLanguage: systemLanguageTag(),
    canChooseFiles: false,
  };
  return openWorkspace({
    dataFolder,
    resourcesFolder,
    shell: info,
    startTranslator: startNodeTranslator,
    chooseModelPath: null,
    log,
    whenInUse: shell === 'loopback' ? 'refuse' : 'read',
  });
}

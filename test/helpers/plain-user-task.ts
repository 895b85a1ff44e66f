// Run as a process of its own: does one thing to a data folder as a user who is not root; its outcome is one line out.
import { openWorkspace } from '../../electron/workspace.node.ts';
import { openWorkbench } from '../electron/translation/workbench.ts';
import type { PlainUserTask } from './plain-user.ts';

/** "nobody", on whatever system. */
const plainUser = 65_534;

const [task, folder = '', argument = ''] = process.argv.slice(2);
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(plainUser);
  process.setuid?.(plainUser);
}
const outcomes: Readonly<Record<PlainUserTask, () => Promise<string>>> = {
  'open-workspace': openIt,
  'add-model': addModel,
};
process.stdout.write(await outcomes[task as PlainUserTask]()); // the one caller is plain-user.ts

async function openIt(): Promise<string> {
  const opened = await openWorkspace({
    dataFolder: folder,
    resourcesFolder: new URL('../../resources', import.meta.url).pathname,
    shell: {
      shell: 'command-line',
      version: '0.0.0',
      systemLanguage: 'en-GB',
      canChooseFiles: false,
    },
    startTranslator: () => {
      throw new Error('nothing is translated here');
    },
    chooseModelPath: null,
    log: () => undefined,
  });
  if (!opened.ok) {
    return opened.error.code;
  }
  await opened.value.close();
  return 'done';
}

async function addModel(): Promise<string> {
  const bench = openWorkbench(folder);
  const added = await bench.service.handlers['translation.addModel']({ path: argument });
  await bench.close();
  return added.ok ? 'done' : added.error.code;
}

// Every command of the reader, joined from the features in the order that the lists show them.
import { flushSync } from 'react-dom';
import { alignmentCommands } from '../alignment/commands.ts';
import { annotationCommands } from '../annotation/commands.ts';
import { inOrder } from '../api/in-order.ts';
import { refreshAfterTravel } from '../api/settled.ts';
import { movingCommands } from '../reader/moving-commands.ts';
import { viewCommands } from '../reader/view-commands.ts';
import { translationCommands } from '../translation/commands.ts';
import { always, type Command, type CommandContext, notify } from './command.ts';

const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    group: 'edit',
    keys: ['Mod+Z'],
    inTurn: true,
    enabled: ({ data }) => data.history.undo !== null,
    run: (context) => void travel(context, 'history.undo'),
  },
  {
    id: 'edit.redo',
    group: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    inTurn: true,
    enabled: ({ data }) => data.history.redo !== null,
    run: (context) => void travel(context, 'history.redo'),
  },
  {
    id: 'help.about',
    group: 'view',
    keys: [],
    enabled: always,
    run: ({ store }) => store.setState({ overlay: 'about' }),
  },
];

export const commands: readonly Command[] = [
  ...movingCommands,
  ...viewCommands,
  ...alignmentCommands,
  ...annotationCommands,
  ...translationCommands,
  ...editCommands,
];

async function travel(
  context: CommandContext,
  call: 'history.undo' | 'history.redo',
): Promise<void> {
  const { client, store, queries, data, t } = context;
  const label = call === 'history.undo' ? data.history.undo : data.history.redo;
  // What is being written is saved first, so that it is what an undo takes back.
  flushSync(() => store.setState({ editedNote: null, freshNote: null }));
  const result = await inOrder(client, () => client.call(call, {}));
  if (!result.ok) {
    store.setState({ failure: result.error });
    return;
  }
  refreshAfterTravel(queries);
  store.setState({ failure: null });
  if (label !== null) {
    const what = t(`history.labels.${label}`);
    // Seen too: what the line said before may be untrue now.
    notify(
      context,
      call === 'history.undo' ? t('history.undone', { what }) : t('history.redone', { what }),
    );
  }
}

export function commandById(id: string): Command | undefined {
  return commands.find((command) => command.id === id);
}

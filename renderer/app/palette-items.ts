// What the palette offers: every command, and every document for either pane.
import type { TFunction } from 'i18next';
import type { RankedItem } from '../search/rank-items.ts';
import type { CommandContext } from './command.ts';
import { commandWords } from './command-words.ts';
import { commands } from './commands.ts';
import { openDocument, type PaneNumber } from './reader-state.ts';
import { runCommand } from './run-command.ts';

export interface PaletteItem extends RankedItem {
  readonly label: string;
  /** The title of a document, in its own language; null for a command. */
  readonly title: { readonly text: string; readonly language: string } | null;
  readonly group: string;
  /** As in Command; undefined for none. */
  readonly keys: string | undefined;
  readonly run: (context: CommandContext) => void;
}

/**
 * The items as they stand in the context given: it says which can be chosen. Shown in the language of `t`, and found in
 * that of `other` too.
 */
export function paletteItems(
  t: TFunction,
  other: TFunction,
  context: CommandContext,
): readonly PaletteItem[] {
  return [...commandItems(t, other, context), ...documentItems(t, context)];
}

function commandItems(
  t: TFunction,
  other: TFunction,
  context: CommandContext,
): readonly PaletteItem[] {
  return commands
    .filter(({ id }) => id !== 'view.palette')
    .map((command) => {
      const label = commandWords(t, command);
      const group = t(`command-groups.${command.group}`);
      return {
        id: command.id,
        words: `${label} ${group} ${commandWords(other, command)}`,
        enabled: command.enabled(context),
        label,
        title: null,
        group,
        keys: command.keys[0],
        run: (now) => void runCommand(command, now),
      };
    });
}

function documentItems(t: TFunction, { store, data }: CommandContext): readonly PaletteItem[] {
  const { panes } = store.getState();
  const labels = { 0: t('palette.open-left'), 1: t('palette.open-right') } as const;
  return ([0, 1] as const satisfies readonly PaneNumber[]).flatMap((pane) =>
    data.documents.map((document) => ({
      id: `open ${pane} ${document.id}`,
      words: `${labels[pane]} ${document.title} ${document.date ?? ''}`,
      enabled: panes[pane].documentId !== document.id,
      label: labels[pane],
      title: { text: document.title, language: document.language },
      group: t('palette.texts'),
      keys: undefined,
      run: (now: CommandContext) => openDocument(now.store, pane, document.id),
    })),
  );
}

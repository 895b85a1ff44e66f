// A command: what the reader asks for, by key, menu, palette or button.
import type { QueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { Edit, EditLabel } from '../../electron/history/edit.ts';
import type { Client } from '../api/client.ts';
import { inOrder } from '../api/in-order.ts';
import { refreshAfter } from '../api/settled.ts';
import type { ReaderData } from './reader-data.ts';
import type { ReaderStore } from './reader-state.ts';

export interface CommandContext {
  readonly store: ReaderStore;
  readonly client: Client;
  readonly queries: QueryClient;
  readonly data: ReaderData;
  readonly t: TFunction;
}

export const commandGroups = [
  'move',
  'view',
  'link',
  'review',
  'sentence',
  'note',
  'translate',
  'edit',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Why a command cannot run: keys of the locale files. */
export type Refusal = 'links.none-here' | 'links.same-document';

export interface Command {
  /** Its words are `commands.ID` in the locale files; the native menu sends it too. */
  readonly id: string;
  readonly group: CommandGroup;
  /** As in {@link file://./keymap.ts}: `j`, `Shift+T`, `Mod+Z` (Ctrl, or Cmd on a Mac). The first is shown. */
  readonly keys: readonly string[];
  /** Also while the reader types in a field. */
  readonly inFields?: true;
  /** Waits until the core has answered what was asked before: it acts on what is there then. */
  readonly inTurn?: true;
  /** What is said when it is asked for and is not enabled; null for nothing. */
  readonly refusal?: (context: CommandContext) => Refusal | null;
  readonly enabled: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void;
}

export const always = () => true;

/** What a command does that acts on something: it is enabled where there is such a thing. */
export function actOn<Thing>(
  find: (context: CommandContext) => Thing | null | undefined,
  act: (context: CommandContext, thing: Thing) => void,
): Pick<Command, 'enabled' | 'run'> {
  return {
    enabled: (context) => (find(context) ?? null) !== null,
    run: (context) => {
      const thing = find(context) ?? null;
      if (thing !== null) {
        act(context, thing);
      }
    },
  };
}

/** Sends edits to the history as one group. A failure is shown to the reader; nothing was changed then. */
export async function applyEdits(
  { client, store, queries }: Pick<CommandContext, 'client' | 'store' | 'queries'>,
  label: EditLabel,
  edits: readonly Edit[],
  gesture?: string,
): Promise<boolean> {
  const result = await inOrder(client, () =>
    client.call('history.apply', {
      label,
      edits: [...edits],
      ...(gesture === undefined ? {} : { gesture }),
    }),
  );
  if (result.ok) {
    refreshAfter(queries, edits);
  }
  store.setState({ failure: result.ok ? null : result.error, notice: '' });
  return result.ok;
}

/** Tells a screen reader; the same words told twice are heard twice. */
export function announce({ store }: Pick<CommandContext, 'store'>, words: string): void {
  store.setState(({ announcement }) => ({
    announcement: announcement === words ? `${words}\u00a0` : words,
  }));
}

/** Tells every reader why nothing was done; the words go with the next command. */
export function refuse(context: Pick<CommandContext, 'store'>, refusal: string): void {
  context.store.setState({ refusal });
  announce(context, refusal);
}

/** Tells every reader, in the bottom line too. */
export function notify(context: Pick<CommandContext, 'store'>, notice: string): void {
  context.store.setState({ notice });
  announce(context, notice);
}

// Saving preferences: one call after the other, so that the last choice is the one that is kept.
import type { Preferences } from '../../electron/settings/settings.ts';
import type { Client } from '../api/client.ts';
import type { ReaderStore } from '../app/reader-state.ts';

/** The last save of each client, for the next one to wait for. */
const last = new WeakMap<Client, Promise<boolean>>();

/** What each client was last asked to save: ahead of what the core has told back. */
const asked = new WeakMap<Client, Partial<Preferences>>();

/** The preferences with all that was asked for since. */
export function latestPreferences(client: Client, known: Preferences): Preferences {
  return { ...known, ...asked.get(client) };
}

/** Saves the preferences that are named; answers whether they were. The reader is told where they were not. */
export function changePreferences(
  { client, store }: { readonly client: Client; readonly store: ReaderStore },
  changes: Partial<Preferences>,
): Promise<boolean> {
  asked.set(client, { ...asked.get(client), ...changes });
  const save = async () => {
    const result = await client.call('settings.changePreferences', changes);
    if (!result.ok) {
      asked.delete(client);
      store.setState({ failure: result.error });
    }
    return result.ok;
  };
  const saved = (last.get(client) ?? Promise.resolve(true)).then(save);
  last.set(client, saved);
  return saved;
}

// Saving preferences: in order, so that the last choice is the one that is kept.
import type { Preferences } from '../../electron/settings/settings.ts';
import type { Client } from '../api/client.ts';
import { inOrder } from '../api/in-order.ts';
import type { ReaderStore } from '../app/reader-state.ts';

/** What each client is being asked to save: ahead of what the core has told back. */
const asked = new WeakMap<Client, Partial<Preferences>>();

/** The preferences with all that is being saved. */
export function latestPreferences(client: Client, known: Preferences): Preferences {
  return { ...known, ...asked.get(client) };
}

/** Saves the preferences that are named; answers whether they were. The reader is told where they were not. */
export async function changePreferences(
  { client, store }: { readonly client: Client; readonly store: ReaderStore },
  changes: Partial<Preferences>,
): Promise<boolean> {
  const all = { ...asked.get(client), ...changes };
  asked.set(client, all);
  const result = await inOrder(client, () => client.call('settings.changePreferences', changes));
  if (asked.get(client) === all) {
    asked.delete(client);
  }
  if (!result.ok) {
    store.setState({ failure: result.error });
  }
  return result.ok;
}

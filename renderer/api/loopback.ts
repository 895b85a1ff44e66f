// The client of the loopback shell: the bridge of electron/contract over HTTP, as loopback.ts there lays down.
import type { Bridge } from '../../electron/contract/bridge.ts';
import type { CallName, EventName, Events } from '../../electron/contract/contract.ts';
import {
  callRoute,
  createEventReader,
  eventsRoute,
  keyHeader,
  keyOfHash,
  sessionHeader,
  sessionRoute,
} from '../../electron/contract/loopback.ts';
import { fail, type Result } from '../../electron/contract/result.ts';

const storageKey = 'song-hanh-session';
/** Larger bodies may not be sent with `keepalive` (the Fetch standard's limit is 64 KiB in flight). */
const keepaliveLimit = 32 * 1024;
const reconnectMs = 2000;

type Listeners = { [Name in EventName]?: Set<(payload: Events[Name]) => void> };

export function createLoopbackBridge(): Bridge {
  const session = openSession();
  const listeners: Listeners = {};
  void listen(session, listeners);
  return {
    call: async (name, input) => {
      const opened = await session;
      return opened.ok ? post(opened.value, name, input) : opened;
    },
    on: (name, listener) => {
      const set = listenersOf(listeners, name);
      set.add(listener);
      return () => set.delete(listener);
    },
  };
}

function listenersOf<Name extends EventName>(listeners: Listeners, name: Name) {
  const found = listeners[name] as Set<(payload: Events[Name]) => void> | undefined;
  const set = found ?? new Set<(payload: Events[Name]) => void>();
  Object.assign(listeners, { [name]: set });
  return set;
}

async function openSession(): Promise<Result<string>> {
  const kept = sessionStorage.getItem(storageKey);
  const key = keyOfHash(location.hash);
  if (key === null) {
    return kept === null ? fail('page-without-key', {}) : { ok: true, value: kept };
  }
  history.replaceState(null, '', location.pathname);
  try {
    const response = await fetch(sessionRoute, { method: 'POST', headers: { [keyHeader]: key } });
    const opened = (await response.json()) as Result<string>;
    if (opened.ok) {
      sessionStorage.setItem(storageKey, opened.value);
    }
    return opened;
  } catch {
    return fail('unreachable', {});
  }
}

async function post(session: string, name: CallName, input: unknown): Promise<Result<unknown>> {
  const body = JSON.stringify(input);
  try {
    const response = await fetch(callRoute + name, {
      method: 'POST',
      headers: { [sessionHeader]: session, 'content-type': 'application/json' },
      body,
      // What is saved while the window closes still arrives.
      keepalive: body.length < keepaliveLimit,
    });
    if (response.status === 401) {
      sessionStorage.removeItem(storageKey);
      return fail('page-without-key', {});
    }
    return response.ok ? ((await response.json()) as Result<unknown>) : fail('internal', {});
  } catch {
    return fail('unreachable', {});
  }
}

async function listen(session: Promise<Result<string>>, listeners: Listeners): Promise<void> {
  const opened = await session;
  if (!opened.ok) {
    return;
  }
  const emit = <Name extends EventName>(name: Name, payload: Events[Name]) => {
    for (const listener of listenersOf(listeners, name)) {
      try {
        listener(payload);
      } catch (error) {
        reportError(error); // a fault of the page, not of the stream
      }
    }
  };
  for (let first = true; ; first = false) {
    try {
      const response = await fetch(eventsRoute, { headers: { [sessionHeader]: opened.value } });
      if (response.status === 401) {
        return;
      }
      if (!first) {
        emit('shell.changed', {
          features: ['corpus', 'alignment', 'annotation', 'settings', 'translation'],
        });
      }
      const read = createEventReader(emit);
      const decoder = new TextDecoder();
      for await (const piece of response.body ?? []) {
        read(decoder.decode(piece, { stream: true }));
      }
    } catch {
      // The stream broke: the core is restarting or gone. Calls tell the reader; this only tries again.
    }
    await new Promise((resolve) => setTimeout(resolve, reconnectMs));
  }
}

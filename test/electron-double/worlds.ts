// What the double puts into a page: `contextBridge` and `ipcRenderer` in the preload's isolated world, their other end in
// the page's own. The two worlds share the document and nothing else, so they talk by DOM events, which arrive at once.
// These functions are sent to Chromium as text: each stands alone.

/** The isolated world's name, and of the binding through which it reaches the double. */
export const worldName = 'Electron Isolated Context';
export const bindingName = 'electronDoubleSend';
export const receiverName = 'electronDoubleReceive';

/** The script for the page's world, before the page's own. */
export function pageWorldScript(channel: string): string {
  return `(${createWire})(${JSON.stringify(channel)}, 'page', 'preload');`;
}

/** The script for the isolated world: the preload with its `require`. */
export function preloadWorldScript(channel: string, preload: string): string {
  const wire = `(${createWire})(${JSON.stringify(channel)}, 'preload', 'page')`;
  const names = `${JSON.stringify(bindingName)}, ${JSON.stringify(receiverName)}`;
  // The frame's own top is the only one that a preload runs in.
  return `if (globalThis === globalThis.top) {
    const electron = (${createElectron})(${wire}, ${names});
    const require = (name) => {
      if (name !== 'electron') throw new Error('module not found: ' + name);
      return electron;
    };
    const module = { exports: {} };
    (function (require, module, exports) {\n${preload}\n})(require, module, module.exports);
  }`;
}

interface Wire {
  expose(key: string, value: unknown): void;
}

interface Packed {
  readonly type: 'plain' | 'undefined' | 'function' | 'promise' | 'array' | 'object' | 'error';
  readonly value?: unknown;
  readonly id?: number;
}

/** One end of the wire between the worlds: values are copied, functions and promises get a stand-in. */
function createWire(channel: string, here: string, there: string): Wire {
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let answer: { readonly ok: boolean; readonly value: Packed } | null = null;

  const post = (message: object): void => {
    const detail = JSON.stringify(message);
    window.dispatchEvent(new CustomEvent(`${channel}-${there}`, { detail }));
  };
  const pack = (value: unknown): Packed => {
    if (value === undefined) {
      return { type: 'undefined' };
    }
    if (typeof value === 'function') {
      lastId += 1;
      functions.set(lastId, value as (...args: unknown[]) => unknown);
      return { type: 'function', id: lastId };
    }
    if (value instanceof Promise) {
      lastId += 1;
      const id = lastId;
      value.then(
        (settled) => post({ kind: 'settled', id, ok: true, value: pack(settled) }),
        (error) => post({ kind: 'settled', id, ok: false, value: pack(error) }),
      );
      return { type: 'promise', id };
    }
    if (value instanceof Error) {
      return { type: 'error', value: value.message };
    }
    if (Array.isArray(value)) {
      return { type: 'array', value: value.map(pack) };
    }
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([key, each]) => [key, pack(each)]);
      return { type: 'object', value: entries };
    }
    if (typeof value === 'symbol') {
      throw new Error('An object could not be cloned.');
    }
    return { type: 'plain', value: typeof value === 'bigint' ? String(value) : value };
  };
  const unpack = ({ type, value, id = 0 }: Packed): unknown => {
    switch (type) {
      case 'undefined':
        return undefined;
      case 'plain':
        return value;
      case 'error':
        return new Error(String(value));
      case 'array':
        return (value as Packed[]).map(unpack);
      case 'object':
        return Object.fromEntries(
          (value as [string, Packed][]).map(([key, each]) => [key, unpack(each)]),
        );
      case 'promise': {
        const waiting = Promise.withResolvers<unknown>();
        promises.set(id, waiting);
        return waiting.promise;
      }
      case 'function':
        return (...args: unknown[]) => {
          post({ kind: 'call', id, args: args.map(pack) });
          const given = answer;
          answer = null;
          if (given === null) {
            throw new Error('the other world does not answer');
          }
          if (!given.ok) {
            throw unpack(given.value);
          }
          return unpack(given.value);
        };
    }
  };
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(freeze);
    }
    return Object.freeze(value);
  };
  window.addEventListener(`${channel}-${here}`, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail);
    switch (message.kind) {
      case 'call':
        try {
          const value = functions.get(message.id)?.(...message.args.map(unpack));
          post({ kind: 'answer', ok: true, value: pack(value) });
        } catch (error) {
          post({ kind: 'answer', ok: false, value: pack(error) });
        }
        break;
      case 'answer':
        answer = message;
        break;
      case 'settled': {
        const waiting = promises.get(message.id);
        promises.delete(message.id);
        const value = unpack(message.value);
        if (message.ok) {
          waiting?.resolve(value);
        } else {
          waiting?.reject(value);
        }
        break;
      }
      case 'expose':
        Object.defineProperty(window, message.key, {
          value: freeze(unpack(message.value)),
          enumerable: true,
        });
        break;
    }
  });
  return { expose: (key, value) => post({ kind: 'expose', key, value: pack(value) }) };
}

/** The preload's `electron` module. */
function createElectron(wire: Wire, binding: string, receiver: string): object {
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  const send = (message: object): void => {
    const toDouble = Reflect.get(globalThis, binding) as (text: string) => void;
    toDouble(JSON.stringify(message));
  };
  const listenersOf = (channel: string) => {
    const set = listeners.get(channel) ?? new Set();
    listeners.set(channel, set);
    return set;
  };
  Reflect.set(globalThis, receiver, (text: string) => {
    const message = JSON.parse(text);
    if (message.kind === 'sent') {
      for (const listener of [...listenersOf(message.channel)]) {
        listener({ sender: ipcRenderer, ports: [] }, ...message.args);
      }
      return;
    }
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.ok) {
      waiting?.resolve(message.value);
    } else {
      waiting?.reject(new Error(message.detail));
    }
  });
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => {
      lastId += 1;
      const waiting = Promise.withResolvers<unknown>();
      pending.set(lastId, waiting);
      send({ id: lastId, channel, args });
      return waiting.promise;
    },
    on: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listenersOf(channel).add(listener);
      return ipcRenderer;
    },
    off: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listenersOf(channel).delete(listener);
      return ipcRenderer;
    },
  };
  return {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => wire.expose(key, api),
    },
  };
}

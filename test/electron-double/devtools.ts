// Chromium's DevTools protocol over one WebSocket: commands, events, sessions by id (flat mode).

export type Params = Readonly<Record<string, unknown>>;

export interface DevTools {
  /** Fails with the protocol's own words. */
  send(method: string, params?: Params, sessionId?: string): Promise<Params>;
  onEvent(listener: (method: string, params: Params, sessionId: string | undefined) => void): void;
  close(): void;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly sessionId?: string;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

export async function connectDevTools(address: string): Promise<DevTools> {
  const socket = new WebSocket(address);
  const pending = new Map<number, PromiseWithResolvers<Params>>();
  const listeners: ((method: string, params: Params, sessionId: string | undefined) => void)[] = [];
  let lastId = 0;
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`cannot reach ${address}`)), {
      once: true,
    });
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Answer;
    if (message.id === undefined) {
      for (const listener of listeners) {
        listener(message.method ?? '', message.params ?? {}, message.sessionId);
      }
      return;
    }
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.error) {
      waiting?.reject(new Error(message.error.message));
    } else {
      waiting?.resolve(message.result ?? {});
    }
  });
  socket.addEventListener('close', () => {
    for (const { reject } of pending.values()) {
      reject(new Error('Chromium has gone'));
    }
    pending.clear();
  });
  return {
    send: (method, params = {}, sessionId) => {
      lastId += 1;
      const waiting = Promise.withResolvers<Params>();
      pending.set(lastId, waiting);
      socket.send(
        JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) }),
      );
      return waiting.promise.catch((error: Error) => {
        throw new Error(`${method}: ${error.message}`);
      });
    },
    onEvent: (listener) => listeners.push(listener),
    close: () => socket.close(),
  };
}

// The wire between the double and the test that started it: requests of the test, news of the double.

export interface Request {
  readonly id: number;
  readonly name: string;
  readonly params: unknown;
}

export type Message =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly detail: string }
  | { readonly type: 'news'; readonly name: string; readonly payload: unknown };

const handlers = new Map<string, (params: never) => unknown>();

/** Answers a request of the test by name. */
export function answerRequest<Params>(name: string, handler: (params: Params) => unknown): void {
  handlers.set(name, handler);
}

/** Tells the test that something happened. */
export function tell(name: string, payload: unknown): void {
  send({ type: 'news', name, payload });
}

/** Settles when everything told so far has left this process. */
export function flush(): Promise<void> {
  return new Promise((resolve) => {
    if (process.send && process.connected) {
      process.send({ type: 'news', name: 'flushed', payload: null }, () => resolve());
    } else {
      resolve();
    }
  });
}

function send(message: Message): void {
  if (process.send && process.connected) {
    process.send(message);
  }
}

async function answer({ id, name, params }: Request): Promise<void> {
  try {
    const handler = handlers.get(name);
    if (handler === undefined) {
      throw new Error(`the double knows no request ${name}`);
    }
    // The test's side types its parameters by the same names (start.ts).
    const value = await handler(params as never);
    send({ type: 'answer', id, value });
  } catch (error) {
    send({ type: 'failure', id, detail: String(error) });
  }
}

process.on('message', (request: Request) => void answer(request));

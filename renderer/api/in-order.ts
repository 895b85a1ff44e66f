// What changes the reader's data is sent one call after the other: over HTTP two that are under way at once may
// arrive in either order, and a note must not be removed before it is there. As the page goes this is given up: what
// waits leaves at once, which almost always keeps the order, rather than never.
import type { Client } from './client.ts';

const underWay = new WeakMap<Client, Promise<unknown>>();
let going = Promise.withResolvers<void>();

/** The page is going: nothing waits any longer, for no answer will find it. */
export function pageGoes(): void {
  going.resolve();
}

/** The page is there, or came back from the browser's memory of pages. */
export function pageShows(): void {
  going = Promise.withResolvers();
}

/** Whether something that was sent has not been answered yet. */
export function isUnderWay(client: Client): boolean {
  return underWay.has(client);
}

/**
 * Sends when everything sent before it has been answered; at once where nothing is under way, and where the
 * page is going.
 */
export function inOrder<Value>(client: Client, send: () => Promise<Value>): Promise<Value> {
  const before = underWay.get(client);
  const sent =
    before === undefined ? send() : Promise.race([before, going.promise]).then(send, send);
  underWay.set(client, sent);
  const settle = () => {
    if (underWay.get(client) === sent) {
      underWay.delete(client);
    }
  };
  sent.then(settle, settle);
  return sent;
}

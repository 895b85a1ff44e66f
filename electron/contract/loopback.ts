// The wire of the loopback shell: the contract over HTTP on 127.0.0.1, as its server and the page's client both see it.
//
// 1. The reader opens `http://127.0.0.1:PORT/#key=KEY`. A fragment is never sent, so the key is in no log and no referrer.
// 2. The page takes the key with `keyOfHash(location.hash)`, takes it out of the address (`history.replaceState`) and sends
//    `POST /session` with the header `song-hanh-key: KEY`. The answer is a Result: a session (a string), which the page
//    keeps in sessionStorage (that storage is the origin's alone, port included, as a cookie is not) so that a reload
//    needs no key; or `page-without-key`.
// 3. `POST /call/NAME`, header `song-hanh-session`, content type `application/json`, the input as the body: status 200 and
//    the Result as JSON, whether the call succeeded or failed. Any other status is a breach of this protocol, in plain
//    words; 401 means that the session is unknown (the server was started anew): `page-without-key`.
// 4. `GET /events`, header `song-hanh-session`: an endless `text/event-stream`, read with `fetch` and `createEventReader`
//    (an EventSource can send no header). A comment every 15 s keeps it open. After a break the page connects again and
//    asks for everything anew, since what was told in between is lost.
import { type Emit, type EventName, type Events, eventNames } from './contract.ts';

export const sessionRoute = '/session';
/** Followed by the call's name. */
export const callRoute = '/call/';
export const eventsRoute = '/events';

/** Request headers, in lower case. */
export const keyHeader = 'song-hanh-key';
export const sessionHeader = 'song-hanh-session';

/**
 * The longest body of a call, in bytes: an alignment of some 60,000 links made anew at once, or the largest file of links
 * (alignment/import-limit.ts) with every character escaped.
 */
export const bodyLimitBytes = 64 * 1024 * 1024;
export const heartbeatMs = 15_000;

/** The address for the reader to open; `origin` as in `http://127.0.0.1:4000`. */
export function addressWithKey(origin: string, key: string): string {
  return `${origin}/#key=${key}`;
}

/** The key in a page's `location.hash`, or null. */
export function keyOfHash(hash: string): string | null {
  return /^#key=([\w-]{1,200})$/.exec(hash)?.[1] ?? null;
}

/** One event as it goes over the wire. */
export function writeEvent<Name extends EventName>(name: Name, payload: Events[Name]): string {
  return `event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`;
}

/**
 * Reads the stream of events: give it the decoded text as it arrives, in pieces of any size. Comments and names
 * that are not in the contract are passed over.
 */
export function createEventReader(listener: Emit): (piece: string) => void {
  let pending = '';
  return (piece) => {
    const blocks = (pending + piece).split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const name = eventNames.find((known) => lines.includes(`event: ${known}`));
      const data = lines.find((line) => line.startsWith('data: '));
      if (name !== undefined && data !== undefined) {
        // The server writes the payload of that name and no other (writeEvent).
        listener(name, JSON.parse(data.slice('data: '.length)) as Events[typeof name]);
      }
    }
  };
}

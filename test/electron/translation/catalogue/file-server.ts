// A server of the test's own, on this computer: gives out the files of a folder as a good server does, with ranges and
// validators, and misbehaves where it is told to.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One way to answer a request for a file with this content. */
export type Answer = (request: IncomingMessage, response: ServerResponse, content: Buffer) => void;

export interface AskedFor {
  readonly file: string;
  readonly headers: IncomingMessage['headers'];
}

export interface FileServer {
  readonly origin: string;
  /** Every request so far. */
  readonly asked: readonly AskedFor[];
  askedFor(file: string): readonly AskedFor[];
  /** How the next requests for a file are answered, one after another; later ones properly. */
  next(file: string, ...answers: readonly Answer[]): void;
  /** How every request for a file is answered from now on. */
  always(file: string, answer: Answer): void;
  /** As when the network goes: every connection breaks, and no more come about. */
  leave(): Promise<void>;
  /** Back at the same address. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export function etagOf(content: Buffer): string {
  return `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
}

/** As a good server: the range that is asked for, unless the file has changed. */
export const properly: Answer = (request, response, content) => {
  const etag = etagOf(content);
  const start = rangeStart(request);
  const condition = request.headers['if-range'];
  const fits = condition === undefined || condition === etag;
  if (start !== null && fits && start >= content.length) {
    response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
  } else if (start !== null && fits) {
    sendPart(response, content, start, { etag });
  } else {
    response.writeHead(200, { etag, 'content-length': content.length }).end(content);
  }
};

function rangeStart(request: IncomingMessage): number | null {
  const [, start] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  return start === undefined ? null : Number(start);
}

function sendPart(
  response: ServerResponse,
  content: Buffer,
  start: number,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(206, {
    ...headers,
    'content-length': content.length - start,
    'content-range': `bytes ${start}-${content.length - 1}/${content.length}`,
  });
  response.end(content.subarray(start));
}

/** Properly, but the connection breaks after so many bytes of the body. */
export function cutAfter(bytes: number): Answer {
  return (request, response, content) => {
    begin(request, response, content, bytes, () => response.destroy());
  };
}

/** Properly, but nothing more comes after so many bytes of the body. */
export function stallAfter(bytes: number): Answer {
  return (request, response, content) => {
    begin(request, response, content, bytes, () => undefined);
  };
}

/** Properly, but after so many bytes the rest waits for a promise. */
export function waitAfter(bytes: number, until: Promise<unknown>): Answer {
  return (request, response, content) => {
    begin(request, response, content, bytes, (rest) => void until.then(() => response.end(rest)));
  };
}

function begin(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  bytes: number,
  then: (rest: Buffer) => void,
): void {
  const etag = etagOf(content);
  const condition = request.headers['if-range'];
  const start = condition === undefined || condition === etag ? (rangeStart(request) ?? 0) : 0;
  const body = content.subarray(start);
  response.writeHead(start > 0 ? 206 : 200, {
    etag,
    'content-length': body.length,
    ...(start > 0 && {
      'content-range': `bytes ${start}-${content.length - 1}/${content.length}`,
    }),
  });
  response.write(body.subarray(0, bytes), () => then(body.subarray(bytes)));
}

/** The whole file whatever is asked for, without a validator. */
export const withoutRanges: Answer = (_request, response, content) => {
  response.writeHead(200, { 'content-length': content.length }).end(content);
};

/** The part that is asked for, whatever If-Range says, with the validator of the file as it is now. */
export const heedless: Answer = (request, response, content) => {
  sendPart(response, content, rangeStart(request) ?? 0, { etag: etagOf(content) });
};

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(code, headers).end('no file');
  };
}

/** Never says anything. */
export const silence: Answer = () => undefined;

/** Gives out other bytes than the folder has. */
export function instead(bytes: Buffer, answer: Answer = properly): Answer {
  return (request, response) => answer(request, response, bytes);
}

/** Without a length: in chunks. */
export function inChunks(bytes: Buffer): Answer {
  return (_request, response) => {
    response.writeHead(200).write(bytes.subarray(0, 10));
    response.end(bytes.subarray(10));
  };
}

/** Serves a folder below `/files/` on any free port of 127.0.0.1. */
export async function startFileServer(folder: string): Promise<FileServer> {
  const asked: AskedFor[] = [];
  const queues = new Map<string, Answer[]>();
  const standing = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const file = decodeURIComponent((request.url ?? '').replace(/^\/files\//, ''));
    asked.push({ file, headers: request.headers });
    const path = join(folder, file);
    const answer = queues.get(file)?.shift() ?? standing.get(file) ?? properly;
    const content = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    answer(request, response, content);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stopListening = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo; // a TCP server's address is none but this
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    askedFor: (file) => asked.filter((one) => one.file === file),
    next: (file, ...answers) => {
      queues.set(file, [...(queues.get(file) ?? []), ...answers]);
    },
    always: (file, answer) => {
      standing.set(file, answer);
    },
    leave: stopListening,
    comeBack: () => listen(port),
    close: stopListening,
  };
}

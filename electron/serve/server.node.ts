// The loopback shell: the page's files and the contract over HTTP, on this computer alone.
// The wire is described in contract/loopback.ts, the dangers it is built against in docs/security.md.
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { dispatch } from '../contract/dispatch.ts';
import {
  addressWithKey,
  bodyLimitBytes,
  callRoute,
  eventsRoute,
  keyHeader,
  sessionHeader,
  sessionRoute,
} from '../contract/loopback.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import { readPageFile } from '../start/page-files.node.ts';
import type { Workspace } from '../workspace.node.ts';
import { createEventStreams, type EventStreams } from './event-stream.node.ts';
import { createKeys, type Keys } from './keys.node.ts';
import { readJson } from './request-body.node.ts';
import { refusalOf } from './request-guard.ts';

export interface ServerOptions {
  readonly workspace: Pick<Workspace, 'handlers' | 'onEvent'>;
  /** The built page: holds index.html. */
  readonly pageFolder: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly log: (message: string) => void;
}

export interface LoopbackServer {
  /** The address for the reader, with the key of this run. */
  readonly url: string;
  /** An address that opens once, within a minute: for a browser's command line. */
  singleUrl(): string;
  /** Ends the server; the workspace stays open. */
  close(): Promise<void>;
}

interface Context extends ServerOptions {
  readonly keys: Keys;
  readonly streams: EventStreams;
}

/** Listens on 127.0.0.1. Fails with `page-not-built` or `port-in-use`. */
export async function startServer(options: ServerOptions): Promise<Result<LoopbackServer>> {
  if (!existsSync(join(options.pageFolder, 'index.html'))) {
    return fail('page-not-built', { folder: options.pageFolder });
  }
  const keys = createKeys();
  const streams = createEventStreams();
  const context = { ...options, keys, streams };
  const server = createServer((request, response) => {
    answer(context, portOf(server), request, response).catch((error: unknown) => {
      options.log(`request failed: ${error instanceof Error ? error.stack : error}`);
      refuse(response, 500, 'Internal error.');
    });
  });
  if (!(await listen(server, options.port))) {
    streams.close();
    return fail('port-in-use', { port: options.port });
  }
  const stopListening = options.workspace.onEvent(streams.emit);
  const origin = `http://127.0.0.1:${portOf(server)}`;
  return succeed({
    url: addressWithKey(origin, keys.key),
    singleUrl: () => addressWithKey(origin, keys.singleKey()),
    close: async () => {
      stopListening();
      streams.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** False where the port is taken or not allowed to this user. */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
        resolve(false);
      } else {
        reject(error);
      }
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve(true));
  });
}

async function answer(
  context: Context,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', headers } = request;
  const refusal = refusalOf(
    { method, host: headers.host ?? null, origin: headers.origin ?? null },
    port,
  );
  if (refusal !== null) {
    return refuse(response, 403, 'This address is not served to others.');
  }
  const path = (request.url ?? '/').replace(/[?#].*$/s, '');
  if (path === sessionRoute) {
    return method === 'POST'
      ? openSession(context, request, response)
      : wrongMethod(response, 'POST');
  }
  if (path.startsWith(callRoute)) {
    return method === 'POST'
      ? answerCall(context, path.slice(callRoute.length), request, response)
      : wrongMethod(response, 'POST');
  }
  if (path === eventsRoute) {
    return method === 'GET' ? openEvents(context, request, response) : wrongMethod(response, 'GET');
  }
  return method === 'GET' || method === 'HEAD'
    ? sendPageFile(context, path, method, response)
    : wrongMethod(response, 'GET, HEAD');
}

function openSession(context: Context, request: IncomingMessage, response: ServerResponse): void {
  const session = context.keys.exchange(headerOf(request, keyHeader));
  sendJson(response, session === null ? fail('page-without-key', {}) : succeed(session));
}

async function answerCall(
  context: Context,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!context.keys.isSession(headerOf(request, sessionHeader))) {
    return refuse(response, 401, 'The session is unknown.');
  }
  const body = await readJson(request, bodyLimitBytes);
  if (!body.ok) {
    return refuse(response, body.status, 'The body is not what a call takes.');
  }
  sendJson(response, await dispatch(context.workspace.handlers, name, body.value, context.log));
}

function openEvents(context: Context, request: IncomingMessage, response: ServerResponse): void {
  if (context.keys.isSession(headerOf(request, sessionHeader))) {
    context.streams.open(response);
  } else {
    refuse(response, 401, 'The session is unknown.');
  }
}

async function sendPageFile(
  context: Context,
  path: string,
  method: string,
  response: ServerResponse,
): Promise<void> {
  const file = await readPageFile(context.pageFolder, path);
  if (file === null) {
    return refuse(response, 404, 'There is no such page.');
  }
  response.writeHead(200, { ...file.headers, 'content-length': file.bytes.byteLength });
  response.end(method === 'HEAD' ? undefined : file.bytes);
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(value));
}

function wrongMethod(response: ServerResponse, allowed: string): void {
  response.setHeader('allow', allowed);
  refuse(response, 405, 'The method is not allowed here.');
}

/** Plain words, and the connection ends: what is left of a body is not read. */
function refuse(response: ServerResponse, status: number, words: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`${words}\n`);
}

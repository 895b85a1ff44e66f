import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bodyLimitBytes,
  createEventReader,
  keyHeader,
  keyOfHash,
  sessionHeader,
} from '../../../electron/contract/loopback.ts';
import type { Result } from '../../../electron/contract/result.ts';
import { type LoopbackServer, startServer } from '../../../electron/serve/server.node.ts';
import { openProgramWorkspace } from '../../../electron/start/program.node.ts';
import type { Workspace } from '../../../electron/workspace.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const pageFolder = join(makeTemporaryFolder(), 'page');
const logged: string[] = [];
let workspace: Workspace;
let server: LoopbackServer;
let port: number;
let key: string;
let session: string;

beforeAll(async () => {
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(pageFolder, 'assets/page.js'), 'export {};');
  writeFileSync(join(pageFolder, 'secret.sqlite'), 'not for the page');
  writeFileSync(join(pageFolder, '../outside.html'), 'outside');
  workspace = unwrap(
    await openProgramWorkspace(makeTemporaryFolder(), 'loopback', () => undefined),
  );
  const log = (message: string) => void logged.push(message);
  server = unwrap(await startServer({ workspace, pageFolder, port: 0, log }));
  const url = new URL(server.url);
  port = Number(url.port);
  key = keyOfHash(url.hash) ?? '';
  session = unwrap(await openSession(key));
});
afterAll(async () => {
  await server.close();
  await workspace.close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Sends exactly what it is told, as a browser would not. */
async function send(
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: string | Buffer,
): Promise<Answer> {
  const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) {
    pieces.push(piece as Buffer);
  }
  const text = Buffer.concat(pieces).toString('utf8');
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

const ownOrigin = () => `http://127.0.0.1:${port}`;

async function openSession(offered: string): Promise<Result<string>> {
  const headers = { origin: ownOrigin(), [keyHeader]: offered };
  return JSON.parse((await send('POST', '/session', headers)).text) as Result<string>;
}

function callWith(headers: OutgoingHttpHeaders, name = 'shell.info', body: string | Buffer = '{}') {
  return send(
    'POST',
    `/call/${name}`,
    {
      origin: ownOrigin(),
      'content-type': 'application/json',
      [sessionHeader]: session,
      ...headers,
    },
    body,
  );
}

describe('the session', () => {
  test('is given for the key of the printed address, as often as it is asked', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}$/);
    expect(await openSession(key)).toEqual({ ok: true, value: session });
    expect(session).not.toBe(key);
  });

  test('is given once for a single key', async () => {
    const single = keyOfHash(new URL(server.singleUrl()).hash) ?? '';
    expect(single).not.toBe(key);
    expect(await openSession(single)).toMatchObject({ ok: true });
    expect(await openSession(single)).toMatchObject({
      ok: false,
      error: { code: 'page-without-key' },
    });
  });

  test.each(['', 'x', 'a'.repeat(43), 'a'.repeat(5000)])('is refused for %j', async (wrong) => {
    expect(await openSession(wrong)).toMatchObject({ error: { code: 'page-without-key' } });
  });

  test('key and session of two servers differ', async () => {
    const log = (message: string) => void logged.push(message);
    const other = unwrap(await startServer({ workspace, pageFolder, port: 0, log }));
    expect(new URL(other.url).hash).not.toBe(new URL(server.url).hash);
    await other.close();
  });
});

describe('a call', () => {
  test('is answered with its Result', async () => {
    const answer = await callWith({});
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { shell: 'loopback' } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('that fails in an expected way is a Result too', async () => {
    const body = JSON.stringify({ documentId: 'no-such-text' });
    const answer = await callWith({}, 'corpus.getDocument', body);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'document-not-found' } });
  });

  test.each(['shell.nothing', '__proto__', 'constructor', '', '../session'])(
    'by the name %j is unknown',
    async (name) => {
      const answer = await callWith({}, name);
      expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'invalid-request' } });
    },
  );

  test('without the session, or with another, is refused', async () => {
    for (const wrong of ['', key, session.slice(1), `${session}x`]) {
      expect((await callWith({ [sessionHeader]: wrong })).status).toBe(401);
    }
  });

  test.each([
    ['a foreign host (DNS rebinding)', { host: 'evil.example' }, 403],
    ['a foreign host with the right port', () => ({ host: `evil.example:${port}` }), 403],
    ['the wrong port', { host: '127.0.0.1:1' }, 403],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['another port of this computer as origin', { origin: 'http://127.0.0.1:1' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    [
      'the other name of this computer as origin',
      () => ({ origin: `http://localhost:${port}` }),
      403,
    ],
    ['a form content type', { 'content-type': 'text/plain' }, 415],
    ['a content type that only begins alike', { 'content-type': 'application/jsonx' }, 415],
  ])('with %s is refused', async (_what, headers, status) => {
    const given = typeof headers === 'function' ? headers() : headers;
    expect((await callWith(given)).status).toBe(status);
  });

  test('is answered under the name localhost as well', async () => {
    const host = `localhost:${port}`;
    expect((await callWith({ host, origin: `http://${host}` })).status).toBe(200);
  });

  test('without an origin is refused', async () => {
    const headers = { 'content-type': 'application/json', [sessionHeader]: session };
    expect((await send('POST', '/call/shell.info', headers, '{}')).status).toBe(403);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('with %s as its body is refused', async (_what, body) => {
    expect((await callWith({}, 'shell.info', body)).status).toBe(400);
  });

  test('that says it is too large is refused before it is read', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      [
        'POST /call/shell.info HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        `Origin: ${ownOrigin()}`,
        `${sessionHeader}: ${session}`,
        'Content-Type: application/json',
        `Content-Length: ${bodyLimitBytes + 1}`,
        '',
        '',
      ].join('\r\n'),
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test('that grows too large without saying so is refused', async () => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (piece: Buffer) => {
      heard += piece.toString();
    });
    socket.on('error', () => undefined); // the server hangs up on what is still coming
    socket.write(
      `POST /call/shell.info HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${ownOrigin()}\r\n` +
        `${sessionHeader}: ${session}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const mebibyte = `100000\r\n${' '.repeat(0x100000)}\r\n`;
    for (let sent = 0; sent <= bodyLimitBytes; sent += 0x100000) {
      socket.write(mebibyte);
    }
    await expect.poll(() => heard, { timeout: 10_000 }).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });
});

describe('the page', () => {
  test('is served with the content policy, without any key', async () => {
    for (const path of ['/', '/index.html', '/assets/page.js']) {
      const answer = await send('GET', path);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('answers HEAD without a body', async () => {
    const answer = await send('HEAD', '/');
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(0);
  });

  test.each([
    '/../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/..%5coutside.html',
    '/assets/../../outside.html',
    '//outside.html',
    '/assets',
    '/secret.sqlite',
    '/nothing.html',
    '/%00.html',
    '/%zz',
  ])('has no file %s', async (path) => {
    expect((await send('GET', path)).status).toBe(404);
  });

  test.each([
    ['PUT', '/'],
    ['DELETE', '/index.html'],
    ['OPTIONS', '/call/shell.info'],
    ['GET', '/call/shell.info'],
    ['GET', '/session'],
    ['POST', '/events'],
  ])('takes no %s %s', async (method, path) => {
    const answer = await send(method, path, { origin: ownOrigin() });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBeTruthy();
  });

  test('no answer lets another origin read it', async () => {
    const answers = [await send('GET', '/'), await callWith({})];
    for (const { headers } of answers) {
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

describe('events', () => {
  test('arrive as they happen, at every page that listens', async () => {
    const listen = async () => {
      const heard: unknown[] = [];
      const headers = { [sessionHeader]: session };
      const sent = request({
        host: '127.0.0.1',
        port,
        path: '/events',
        headers,
        agent: false,
      }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
      const read = createEventReader((name, payload) => void heard.push([name, payload]));
      response.setEncoding('utf8').on('data', read);
      return { heard, response };
    };
    const listeners = [await listen(), await listen()];
    await callWith({}, 'settings.changePreferences', JSON.stringify({ fontSizePx: 21 }));
    for (const { heard, response } of listeners) {
      await expect.poll(() => heard).toEqual([['shell.changed', { features: ['settings'] }]]);
      response.destroy();
    }
  });

  test('are for the session alone', async () => {
    expect((await send('GET', '/events')).status).toBe(401);
    expect((await send('GET', '/events', { [sessionHeader]: key })).status).toBe(401);
  });
});

test('a port in use is said to be', async () => {
  const again = await startServer({ workspace, pageFolder, port, log: () => undefined });
  expect(again).toEqual({ ok: false, error: { code: 'port-in-use', params: { port } } });
});

test('a page that is not built is said to be', async () => {
  const folder = makeTemporaryFolder();
  const unbuilt = await startServer({
    workspace,
    pageFolder: folder,
    port: 0,
    log: () => undefined,
  });
  expect(unbuilt).toMatchObject({ error: { code: 'page-not-built' } });
});

test('closing ends open streams and frees the port', async () => {
  const other = unwrap(await startServer({ workspace, pageFolder, port: 0, log: () => undefined }));
  const url = new URL(other.url);
  const headers = { [keyHeader]: keyOfHash(url.hash) ?? '', origin: url.origin };
  const opened = await fetch(`${url.origin}/session`, { method: 'POST', headers });
  const { value } = (await opened.json()) as { value: string };
  const stream = await fetch(`${url.origin}/events`, { headers: { [sessionHeader]: value } });
  const ended = stream.text().catch(() => 'broken off');
  await other.close();
  await ended;
  const again = await startServer({
    workspace,
    pageFolder,
    port: Number(url.port),
    log: () => undefined,
  });
  await unwrap(again).close();
});

test('neither key nor session is ever logged', () => {
  expect(logged.join('\n')).not.toContain(key);
  expect(logged.join('\n')).not.toContain(session);
});

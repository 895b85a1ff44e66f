// Reads a request's body as JSON, no further than the limit.
import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

export async function readJson(request: IncomingMessage, limitBytes: number): Promise<Body> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return { ok: false, status: 415 };
  }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    return { ok: false, status: 413 };
  }
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.byteLength;
    if (size > limitBytes) {
      return { ok: false, status: 413 };
    }
    pieces.push(piece);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, status: 400 }; // not UTF-8, or not JSON
  }
}

// Downloads one file into a partial file, again and again until it is whole: goes on where it stopped if the server can
// and the file is still the same, begins anew if not, and checks size and SHA-256 at the end.
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FailureCode } from '../../contract/failures.ts';
import { assertNever, type Failure, fail } from '../../contract/result.ts';
import type { CatalogueFile } from './catalogue.ts';
import type { DownloadOptions } from './download-options.node.ts';
import { judgeAnswer, sizeWrong } from './judge-answer.node.ts';
import { type NextChunk, readChunks } from './read-chunks.node.ts';
import { openTransfer, type TransferOutcome } from './transfer.node.ts';

export interface FileOrder {
  readonly file: CatalogueFile;
  readonly hosts: readonly string[];
  /** The hash of its first download, where the catalogue has none and there was one before. */
  readonly rememberedSha256: string | null;
  /** The file to fill; its validator is kept beside it. */
  readonly path: string;
  readonly options: DownloadOptions;
  readonly signal: AbortSignal;
  /** Told how many bytes are there, as they come; less than before where it begins anew. */
  readonly onBytes: (receivedBytes: number) => void;
  /** Whether anything has come in this download so far, of this file or one before it. */
  readonly hasCome: () => boolean;
}

export type FileOutcome =
  | { readonly kind: 'whole'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'stopped' };

/**
 * One try at it. `broken` may be tried again, and so may `away`, to which no connection came about; `stale` means that
 * what is there does not fit and was emptied.
 */
type Attempt =
  | FileOutcome
  | { readonly kind: 'broken'; readonly failure: Failure; readonly waitMs: number | null }
  | { readonly kind: 'away'; readonly failure: Failure }
  | { readonly kind: 'stale'; readonly failure: Failure };

/** What has come is of no use. */
const wrongContent: ReadonlySet<FailureCode> = new Set([
  'download-hash-wrong',
  'download-changed',
  'download-size-wrong',
]);

/** Where the validator (a strong ETag) of a partial file is kept. */
export function validatorPath(path: string): string {
  return `${path}.etag`;
}

/**
 * Makes the file whole. What has come stays on failure, unless it is wrong. Errors of the file system are thrown.
 */
export async function downloadFile(order: FileOrder): Promise<FileOutcome> {
  const { options, signal } = order;
  let fruitless = 0;
  let timesAway = 0;
  let resumed = false;
  let begunAnew = false;
  for (;;) {
    const handle = await options.openPartial(order.path);
    let before = 0;
    let after = 0;
    let attempt: Attempt;
    try {
      before = (await handle.stat()).size;
      resumed ||= before > 0;
      attempt = await tryOnce(order, handle, before);
      after = (await handle.stat()).size;
    } finally {
      await handle.close();
    }
    switch (attempt.kind) {
      case 'whole':
      case 'stopped':
        return attempt;
      case 'failed': {
        if (!wrongContent.has(attempt.failure.code)) {
          return attempt;
        }
        await discardFile(order.path);
        order.onBytes(0);
        // What lay there may have been what is wrong: once more from nothing.
        if (!resumed || begunAnew) {
          return attempt;
        }
        begunAnew = true;
        break;
      }
      case 'stale':
      case 'away':
      case 'broken': {
        fruitless = after - before >= options.enoughBytes ? 0 : fruitless + 1;
        const isOffline = attempt.kind === 'away' && !order.hasCome();
        timesAway += Number(isOffline);
        const delayMs = isOffline
          ? options.awayDelaysMs[timesAway - 1]
          : options.retryDelaysMs[Math.max(0, fruitless - 1)];
        if (delayMs === undefined) {
          return { kind: 'failed', failure: attempt.failure };
        }
        await wait(waitOf(attempt) ?? delayMs, undefined, { signal }).catch(() => undefined); // stopped: seen below
        if (signal.aborted) {
          return { kind: 'stopped' };
        }
      }
    }
  }
}

/** How long the next attempt must wait whatever is usual; null for as long as is usual. */
function waitOf(attempt: Extract<Attempt, { kind: 'stale' | 'away' | 'broken' }>): number | null {
  switch (attempt.kind) {
    case 'stale':
      return 0;
    case 'away':
      return null;
    case 'broken':
      return attempt.waitMs;
    default:
      return assertNever(attempt);
  }
}

/** Deletes a partial file and what is kept beside it. */
export async function discardFile(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(validatorPath(path), { force: true });
}

async function tryOnce(order: FileOrder, handle: FileHandle, size: number): Promise<Attempt> {
  const { file, path, options, signal } = order;
  let hash = createHash('sha256');
  let have = size;
  if (have > file.sizeBytes) {
    await handle.truncate(0);
    have = 0;
  }
  const validator = have > 0 ? await readValidator(path) : null;
  // Without anything that tells whether it is still the same file, it begins anew.
  if (have > 0 && have < file.sizeBytes && validator === null && expectedSha256(order) === null) {
    await handle.truncate(0);
    have = 0;
  }
  await hashBeginning(handle, have, hash);
  order.onBytes(have);
  if (have < file.sizeBytes) {
    const range = have > 0 ? { range: `bytes=${have}-` } : {};
    const condition = have > 0 && validator !== null ? { 'if-range': validator } : {};
    const opened = await openTransfer({
      url: file.url,
      file: file.name,
      headers: { ...range, ...condition },
      rules: { ...options, hosts: order.hosts },
      signal,
    });
    if (opened.kind === 'stopped') {
      return opened;
    }
    if (opened.kind === 'failed') {
      return attemptOf(opened);
    }
    const { response } = opened;
    try {
      const judged = judgeAnswer(order.file, response, have, validator);
      if (judged.kind === 'stale') {
        await handle.truncate(0);
        order.onBytes(0);
        return judged;
      }
      if (judged.kind !== 'take') {
        return judged;
      }
      const chunks = readChunks(response);
      if (judged.from === 0) {
        await handle.truncate(0);
        hash = createHash('sha256');
        await keepValidator(path, response);
      }
      const read = await readBody(order, response, chunks, handle, judged.from, hash);
      if (read !== null) {
        return read;
      }
    } finally {
      response.destroy();
    }
    await handle.sync();
  }
  return verify(order, hash.digest('hex'));
}

function attemptOf({ why, failure }: Extract<TransferOutcome, { kind: 'failed' }>): Attempt {
  switch (why) {
    case 'refused':
      return { kind: 'failed', failure };
    case 'away':
      return { kind: 'away', failure };
    case 'broken':
      return { kind: 'broken', failure, waitMs: null };
    default:
      return assertNever(why);
  }
}

/** Writes the body from a byte on. Null when the file is whole. */
async function readBody(
  { file, options, signal, onBytes }: FileOrder,
  response: IncomingMessage,
  nextChunk: NextChunk,
  handle: FileHandle,
  from: number,
  hash: Hash,
): Promise<Attempt | null> {
  let position = from;
  let timer: NodeJS.Timeout | undefined;
  const broken = (detail: string): Attempt => {
    const failure = fail('download-broken', { file: file.name, detail }).error;
    return { kind: 'broken', failure, waitMs: null };
  };
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => response.destroy(new Error('stalled')), options.stallTimeoutMs);
  };
  try {
    for (;;) {
      watch();
      const chunk = await nextChunk();
      clearTimeout(timer);
      if (signal.aborted) {
        return { kind: 'stopped' };
      }
      if (chunk instanceof Error) {
        return broken(chunk.message);
      }
      if (chunk === undefined) {
        return position === file.sizeBytes ? null : broken('ended early');
      }
      if (position + chunk.length > file.sizeBytes) {
        return { kind: 'failed', failure: sizeWrong(file, position + chunk.length) };
      }
      await writeWhole(handle, chunk, position);
      hash.update(chunk);
      position += chunk.length;
      onBytes(position);
    }
  } finally {
    clearTimeout(timer);
  }
}

async function writeWhole(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const rest = bytes.length - written;
    written += (await handle.write(bytes, written, rest, position + written)).bytesWritten;
  }
}

async function hashBeginning(handle: FileHandle, length: number, hash: Hash): Promise<void> {
  const buffer = Buffer.alloc(2 ** 18);
  for (let position = 0; position < length; ) {
    const most = Math.min(buffer.length, length - position);
    const { bytesRead } = await handle.read(buffer, 0, most, position);
    if (bytesRead === 0) {
      throw new Error('a partial file became shorter while it was read');
    }
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

function expectedSha256({ file, rememberedSha256 }: FileOrder): string | null {
  return file.sha256 ?? rememberedSha256;
}

function verify(order: FileOrder, found: string): FileOutcome {
  const expected = expectedSha256(order);
  if (expected === null || expected === found) {
    return { kind: 'whole', sha256: found };
  }
  const params = { file: order.file.name, expected, found };
  const { error } =
    order.file.sha256 === null
      ? fail('download-changed', params)
      : fail('download-hash-wrong', params);
  return { kind: 'failed', failure: error };
}

/** Only a strong ETag may be used for a part (RFC 9110, 13.1.5). */
async function keepValidator(path: string, { headers: { etag } }: IncomingMessage): Promise<void> {
  if (etag?.startsWith('"')) {
    await writeFile(validatorPath(path), etag, { mode: 0o600 });
  } else {
    await rm(validatorPath(path), { force: true });
  }
}

async function readValidator(path: string): Promise<string | null> {
  const text = await readFile(validatorPath(path), 'utf8').catch(() => null); // none was kept
  return text?.startsWith('"') ? text : null;
}

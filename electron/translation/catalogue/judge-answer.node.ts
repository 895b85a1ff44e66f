// What a server's answer means for a file that is there in part.
import type { IncomingMessage } from 'node:http';
import { type Failure, fail } from '../../contract/result.ts';
import type { CatalogueFile } from './catalogue.ts';

/** The longest that a server may ask to be left alone, in milliseconds. */
const longestServerWaitMs = 60_000;

export type Judgement =
  /** The body is the file, or the rest of it, from some byte on. */
  | { readonly kind: 'take'; readonly from: number }
  /** What is there does not fit what the server has now: it must begin anew. */
  | { readonly kind: 'stale'; readonly failure: Failure }
  /** It may be tried again, after what the server says. */
  | { readonly kind: 'broken'; readonly failure: Failure; readonly waitMs: number | null }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Judges an answer to a request for a file of which `have` bytes are there, begun with `validator` (a strong ETag) or none. */
export function judgeAnswer(
  file: CatalogueFile,
  response: IncomingMessage,
  have: number,
  validator: string | null,
): Judgement {
  const { statusCode: status = 0, headers } = response;
  const answer = fail('download-answer', { file: file.name, status }).error;
  const encoding = headers['content-encoding'] ?? 'identity';
  if ((status === 200 || status === 206) && encoding !== 'identity') {
    return { kind: 'failed', failure: answer };
  }
  if (status === 200) {
    const stated = headers['content-length'];
    const wrong = stated !== undefined && Number(stated) !== file.sizeBytes;
    return wrong
      ? { kind: 'failed', failure: sizeWrong(file, Number(stated)) }
      : { kind: 'take', from: 0 };
  }
  if (status === 206 && have > 0) {
    const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
    const total = range?.[3] === '*' ? file.sizeBytes : Number(range?.[3]);
    const changed = validator !== null && headers.etag !== undefined && headers.etag !== validator;
    if (range === null || Number(range[1]) !== have || changed) {
      return { kind: 'stale', failure: answer };
    }
    return total === file.sizeBytes
      ? { kind: 'take', from: have }
      : { kind: 'failed', failure: sizeWrong(file, total) };
  }
  if (status === 416 && have > 0) {
    return { kind: 'stale', failure: answer };
  }
  return status === 408 || status === 429 || status >= 500
    ? { kind: 'broken', failure: answer, waitMs: serverWait(headers['retry-after']) }
    : { kind: 'failed', failure: answer };
}

/** The failure of a file that has another size than the catalogue says. */
export function sizeWrong(file: CatalogueFile, found: number): Failure {
  return fail('download-size-wrong', { file: file.name, expected: file.sizeBytes, found }).error;
}

/** Seconds, as most servers write it; null where nothing is said, or a date. */
function serverWait(stated: string | undefined): number | null {
  return stated !== undefined && /^\d+$/.test(stated)
    ? Math.min(Number(stated) * 1_000, longestServerWaitMs)
    : null;
}

// How large a file of links may be. On its way from the page to the core it may grow to double its size (JSON in JSON),
// which the loopback shell must take: bodyLimitBytes of contract/loopback.ts.
import { fail, type Result, succeed } from '../contract/result.ts';

/** In bytes, and so in characters, too: no UTF-16 code unit takes less than a byte. Some 30,000 links. */
export const importLimitBytes = 30_000_000;

const megabyte = 1_000_000;

/** Fails with `alignment-file-too-large` where a file has more bytes than that. */
export function checkImportSize(file: string, sizeBytes: number): Result<null> {
  return sizeBytes <= importLimitBytes
    ? succeed(null)
    : fail('alignment-file-too-large', {
        file,
        megabytes: Math.ceil(sizeBytes / (megabyte / 10)) / 10,
        limitMegabytes: importLimitBytes / megabyte,
      });
}

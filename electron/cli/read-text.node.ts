// A text file that the command line names.
import { readFile } from 'node:fs/promises';
import { fail, type Result, succeed } from '../contract/result.ts';
import { textEncoding } from '../language/text-encoding.ts';

/** Its words: UTF-8, or UTF-16 with a byte order mark. */
export async function readText(file: string): Promise<Result<string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return fail('text-file-unreadable', { file });
  }
  try {
    return succeed(new TextDecoder(textEncoding(bytes), { fatal: true }).decode(bytes));
  } catch {
    return fail('text-file-not-utf8', { file });
  }
}

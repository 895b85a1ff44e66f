// Reads files of sentence pairs, `vi<TAB>en` a line, and leaves out what is kept for measuring.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SentencePair } from './synthetic.ts';

const fixtures = new URL('../../test/fixtures/alignment/', import.meta.url);

export interface PairFile {
  readonly name: string;
  readonly pairs: readonly SentencePair[];
}

/** The pairs of each file, without those of which a side stands in the benchmark's own documents. */
export function readPairFiles(files: readonly string[]): readonly PairFile[] {
  const kept = keptForMeasuring();
  return files.map((file) => ({
    name: basename(file),
    pairs: readPairs(file).filter((pair) => !pair.some((text) => kept.includes(text))),
  }));
}

/** All pairs of a file. */
export function readPairs(file: string): readonly SentencePair[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): SentencePair => {
      const [vi = '', en = ''] = line.split('\t');
      return [vi, en];
    });
}

/** The texts of all fixtures, each document's lines joined by spaces: merged lines hold their sentences still. */
function keptForMeasuring(): string {
  return readdirSync(fixtures)
    .filter((name) => /\.(?:vi|en)$/.test(name))
    .map((name) => readFileSync(new URL(name, fixtures), 'utf8').replaceAll('\n', ' '))
    .join('\n');
}

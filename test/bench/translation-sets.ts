// Development sets for measuring translation: lines of one language with their translations, line by line.
import { readFileSync } from 'node:fs';
import type { Language } from '../../electron/corpus/document.ts';

export interface PairSet {
  readonly name: string;
  readonly lines: Readonly<Record<Language, readonly string[]>>;
}

/** The set of the genre that the repository holds: `vi TAB en` in each line, more columns are passed over. */
export function readGenreSet(): PairSet {
  const rows = linesOf(new URL('../../training/dev-genre.tsv', import.meta.url)).map((line) =>
    line.split('\t'),
  );
  return {
    name: 'dev-genre',
    lines: { vi: rows.map(([vi = '']) => vi), en: rows.map(([, en = '']) => en) },
  };
}

/** `NAME=VI,EN`: two files of as many lines. Throws where they are not. */
export function readPairSet(given: string): PairSet {
  const [, name, vi, en] = /^([^=]+)=([^,]+),(.+)$/.exec(given) ?? [];
  if (name === undefined || vi === undefined || en === undefined) {
    throw new Error(`--set takes NAME=VI,EN, not ${given}`);
  }
  const set = { name, lines: { vi: linesOf(vi), en: linesOf(en) } };
  if (set.lines.vi.length !== set.lines.en.length) {
    throw new Error(`${vi} has ${set.lines.vi.length} lines, ${en} ${set.lines.en.length}`);
  }
  return set;
}

function linesOf(file: string | URL): readonly string[] {
  return readFileSync(file, 'utf8')
    .normalize('NFC')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

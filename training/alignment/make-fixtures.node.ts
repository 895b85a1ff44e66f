// Makes the benchmark's own documents from passages of pair files: `NAME.vi`, `NAME.en`, `NAME.json` (the gold beads).
// Usage: node training/alignment/make-fixtures.node.ts FOLDER FILE.tsv...   the first 44 pairs of each file
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readPairs } from './pairs.node.ts';
import { makeDocument, seededRandom } from './synthetic.ts';

const passageLength = 44;
const seed = 1945;

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined || files.length === 0) {
  throw new Error('usage: make-fixtures.node.ts FOLDER FILE.tsv...');
}
mkdirSync(folder, { recursive: true });
for (const [index, file] of files.entries()) {
  const { vi, en, beads } = makeDocument(
    readPairs(file).slice(0, passageLength),
    seededRandom(seed + index),
  );
  const name = basename(file, '.tsv');
  writeFileSync(join(folder, `${name}.vi`), `${vi.join('\n')}\n`);
  writeFileSync(join(folder, `${name}.en`), `${en.join('\n')}\n`);
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify(beads.map((bead) => [bead.vi, bead.en]))}\n`,
  );
  process.stdout.write(`${name}: ${vi.length} Vietnamese, ${en.length} English lines\n`);
}

// Learns the aligner's small bilingual lexicon from pairs of sentences (IBM Model 1 in both directions).
// Usage: node training/lexicon/build-lexicon.node.ts OUTPUT.json FILE.tsv...   each line `vi<TAB>en`
import { writeFileSync } from 'node:fs';
import { readPairFiles } from '../alignment/pairs.node.ts';
import { learnLexicon } from './learn-lexicon.ts';

const [output, ...files] = process.argv.slice(2);
if (output === undefined || files.length === 0) {
  throw new Error('usage: build-lexicon.node.ts OUTPUT.json FILE.tsv...');
}
const pairs = readPairFiles(files).flatMap((file) => file.pairs);
const entries = learnLexicon(pairs);
const text = `${JSON.stringify({ entries }, null, 0).replaceAll('","', '",\n"')}\n`;
writeFileSync(output, text);
process.stdout.write(
  `${pairs.length} pairs, ${entries.length} Vietnamese words, ${Buffer.byteLength(text)} bytes\n`,
);

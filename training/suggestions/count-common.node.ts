// Counts in how many sentences of the project's pairs each word and each concept stands.
// Usage: node training/suggestions/count-common.node.ts OUTPUT.json FILE.tsv...   each line `vi<TAB>en`
import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { builtInModel } from '../../electron/alignment/aligner/built-in.ts';
import { readPassage } from '../../electron/alignment/suggest/passage.ts';
import { type Language, SegmentIdSchema } from '../../electron/corpus/document.ts';
import { readPairFiles } from '../alignment/pairs.node.ts';

/** Words in fewer sentences are all alike: rare. */
const leastCount = 28;

const [output, ...files] = process.argv.slice(2);
if (output === undefined || files.length === 0) {
  throw new Error('usage: count-common.node.ts OUTPUT.json FILE.tsv...');
}
const { lexicon } = builtInModel();
const pairs = readPairFiles(files).flatMap((file) => file.pairs);
const vi = count(
  pairs.map(([text]) => text),
  'vi',
);
const en = count(
  pairs.map(([, text]) => text),
  'en',
);
const concepts = [...new Set([...vi.concepts.keys(), ...en.concepts.keys()])].map(
  (id): [string, number] => [id, ((vi.concepts.get(id) ?? 0) + (en.concepts.get(id) ?? 0)) / 2],
);
const text = JSON.stringify(
  { vi: shares(vi.words), en: shares(en.words), concepts: shares(concepts, 0) },
  null,
  2,
);
writeFileSync(output, `${text}\n`);
process.stdout.write(`${pairs.length} pairs, ${Buffer.byteLength(text)} bytes\n`);

function count(sentences: readonly string[], language: Language) {
  const words = new Map<string, number>();
  const found = new Map<string, number>();
  const id = v.parse(SegmentIdSchema, 'pairs/1');
  for (const sentence of sentences) {
    const passage = readPassage(
      { id, text: sentence.normalize('NFC'), paragraph: 0, isBody: true },
      language,
      (compound) => lexicon.answers.has(compound),
    );
    for (const word of new Set(passage.words.map((known) => known.word))) {
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    for (const { key } of passage.marks) {
      if (key.startsWith('concept:')) {
        const concept = key.slice('concept:'.length);
        found.set(concept, (found.get(concept) ?? 0) + 1);
      }
    }
  }
  return { words, concepts: found };
}

/** In a thousand sentences, the commonest first. */
function shares(
  counts: Iterable<readonly [string, number]>,
  least = leastCount,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...counts]
      .filter(([, times]) => times >= least)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word, times]) => [word, Number(((1000 * times) / pairs.length).toFixed(1))]),
  );
}

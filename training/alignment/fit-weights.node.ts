// Fits weights.json: lengths, the weights of all passes, and the calibration of confidence, on synthetic documents.
// Usage: node training/alignment/fit-weights.node.ts OUTPUT.json LEXICON-FOLDER FILE.tsv...
// Files are dealt to four folds; the documents of fold K are aligned with the lexicon LEXICON-FOLDER/fold-K.json that
// was learned from the other three (made here where it is missing), so that no lexicon has seen what it is tried on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibrationInputs } from '../../electron/alignment/aligner/confidence.ts';
import {
  type FeatureName,
  featureIndex,
  featureNames,
} from '../../electron/alignment/aligner/features.ts';
import { type Lexicon, readLexicon } from '../../electron/alignment/aligner/lexicon.ts';
import { likeliestBeads } from '../../electron/alignment/aligner/passes.ts';
import { scoreBeads } from '../../test/electron/alignment/aligner/bead-f1.ts';
import { learnLexicon } from '../lexicon/learn-lexicon.ts';
import { collect, type Example, latticeOf, type PassName } from './collect.ts';
import { fitLogistic, fitWeights } from './fit.ts';
import { fitLengths } from './fit-lengths.ts';
import { type PairFile, readPairFiles } from './pairs.node.ts';
import {
  makeDocument,
  type SentencePair,
  type SyntheticDocument,
  seededRandom,
} from './synthetic.ts';

const folds = 4;
const rounds = 130;
const [output, lexiconFolder, ...files] = process.argv.slice(2);
if (output === undefined || lexiconFolder === undefined || files.length === 0) {
  throw new Error('usage: fit-weights.node.ts OUTPUT.json LEXICON-FOLDER FILE.tsv...');
}
const say = (words: string) => process.stdout.write(`${words}\n`);
const pairFiles = readPairFiles(files);
const lengths = fitLengths(pairFiles.flatMap(({ pairs }) => pairs));
say(`lengths ${JSON.stringify(lengths)}`);

interface Task {
  readonly document: SyntheticDocument;
  readonly lexicon: Lexicon;
  readonly withParagraphs: boolean;
}

const random = seededRandom(15_8_1945);
const tasks = [...Array(folds).keys()].flatMap((fold): readonly Task[] => {
  const lexicon = foldLexicon(fold, pairFiles);
  return documentsOf(pairFiles.filter((_, index) => index % folds === fold)).map((document) => ({
    document,
    lexicon,
    withParagraphs: random() < 0.4,
  }));
});
const lines = tasks.reduce((sum, { document }) => sum + document.vi.length, 0);
say(`${tasks.length} documents, ${lines} Vietnamese lines`);

const start = startingWeights();
const { weights: first } = fitPass('first', start, start);
const { weights: second, examples } = fitPass('second', first, first);
const { weights: translated } = fitPass('translated', first, first);
const calibration = fitCalibration(examples, second);
writeFileSync(
  output,
  `${JSON.stringify({ lengths, first: named(first), second: named(second), translated: named(translated), calibration }, null, 2)}\n`,
);

function documentsOf(own: readonly PairFile[]): readonly SyntheticDocument[] {
  const documents: SyntheticDocument[] = [];
  const all = own.flatMap(({ pairs }) => pairs);
  let at = 0;
  while (at < all.length) {
    const dice = random();
    const size = dice < 0.8 ? 20 + Math.floor(50 * random()) : dice < 0.95 ? 150 : 500;
    const pairs: readonly SentencePair[] = all.slice(at, at + size);
    at += size;
    if (pairs.length > 4) {
      documents.push(makeDocument(pairs, random));
    }
  }
  return documents;
}

function foldLexicon(fold: number, all: readonly PairFile[]): Lexicon {
  const file = join(lexiconFolder ?? '', `fold-${fold}.json`);
  if (!existsSync(file)) {
    const others = all.filter((_, index) => index % folds !== fold);
    const entries = learnLexicon(others.flatMap(({ pairs }) => pairs));
    writeFileSync(file, JSON.stringify({ entries }));
  }
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { readonly entries: string[] };
  return readLexicon(entries);
}

function fitPass(pass: PassName, firstWeights: Float64Array, start: Float64Array) {
  const collected = tasks.map(({ document, lexicon, withParagraphs }) =>
    collect(document, lexicon, lengths, pass, { first: firstWeights, pass: start }, withParagraphs),
  );
  const found = collected.filter((example) => example !== null);
  const { weights, loss } = fitWeights(found, start, rounds);
  say(`${pass}: ${found.length} of ${tasks.length} documents, loss ${loss.toFixed(4)} a bead`);
  say(`  ${report(found, weights)}`);
  return { weights, examples: found };
}

function report(found: readonly Example[], weights: Float64Array): string {
  const scored = found.map((example) => {
    const section = sectionOf(example);
    return [example.document.beads, likeliestBeads(section, latticeOf(example, weights))] as const;
  });
  const { strict, lax } = scoreBeads(scored);
  return `strict F1 ${strict.f1.toFixed(4)}, lax F1 ${lax.f1.toFixed(4)}`;
}

function sectionOf({ document }: Example) {
  return { vi: [...document.vi.keys()], en: [...document.en.keys()] };
}

function fitCalibration(found: readonly Example[], weights: Float64Array) {
  const inputs: (readonly number[])[] = [];
  const outcomes: boolean[] = [];
  for (const example of found) {
    const gold = new Set(example.document.beads.map(({ vi, en }) => `${vi}|${en}`));
    for (const bead of likeliestBeads(sectionOf(example), latticeOf(example, weights))) {
      inputs.push(calibrationInputs(bead));
      outcomes.push(gold.has(`${bead.vi}|${bead.en}`));
    }
  }
  const [bias = 0, odds = 1, score = 0, merged = 0, alone = 0] = fitLogistic(inputs, outcomes);
  return { bias, odds, score, merged, alone };
}

function startingWeights(): Float64Array {
  const known: Partial<Record<FeatureName, number>> = {
    'kind 1:0': -3,
    'kind 0:1': -3,
    'kind 1:2': -2,
    'kind 2:1': -2,
    'kind 2:2': -4,
    'kind 1:3': -3,
    'kind 3:1': -3,
    'kind 1:4': -4,
    'kind 4:1': -4,
    'length square': -1,
    'en hits': 0.4,
    'en missed': -0.3,
    'vi hits': 0.4,
    'vi missed': -0.3,
    'quantities shared': 0.8,
    'quantities missed': -0.5,
    'names shared': 0.8,
    'names missed': -0.3,
    'translation shared': 0.5,
    'translation missed': -0.1,
  };
  const weights = new Float64Array(featureNames.length);
  for (const name of featureNames) {
    weights[featureIndex(name)] = known[name] ?? 0;
  }
  return weights;
}

function named(weights: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries(
    featureNames.map((name, index) => [name, Number((weights[index] ?? 0).toFixed(4))]),
  );
}

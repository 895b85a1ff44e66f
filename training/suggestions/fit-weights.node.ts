// Fits the weights of suggestions on the development set's `tune` part and prints them as JSON.
// Usage: node training/suggestions/fit-weights.node.ts > resources/alignment/suggestion-weights.json
import { builtInModel } from '../../electron/alignment/aligner/built-in.ts';
import { findCandidates } from '../../electron/alignment/suggest/candidates.ts';
import { sumByKind, weighEvidence } from '../../electron/alignment/suggest/evidence.ts';
import {
  markKinds,
  type PassageSource,
  readPassage,
} from '../../electron/alignment/suggest/passage.ts';
import { crowdPenalty, type SuggestionModel } from '../../electron/alignment/suggest/score.ts';
import { runSteps } from '../../electron/alignment/suggest/steps.ts';
import { pairTexts } from '../../electron/alignment/suggest/text-pair.ts';
import {
  type DevelopmentPair,
  readDevelopmentSet,
} from '../../test/electron/alignment/suggest/development-set.ts';

/** A pair of sentences: what the model sees of it, and whether a reader would link it. */
interface Example {
  readonly document: number;
  readonly vi: number;
  readonly en: number;
  readonly features: readonly number[];
  readonly right: boolean;
  readonly weight: number;
  readonly penalty: number;
}

/** Texts of two different pairs have nothing to link; there are many such, so each counts less. */
const strangerWeight = 0.05;
/** What the weights are believed to be before any example is seen, and how firmly: the set is small. */
const believed: SuggestionModel = {
  bias: 0,
  marks: {
    date: 1,
    year: 0.6,
    number: 0.8,
    name: 0.8,
    act: 1.2,
    thing: 1,
    theme: 0.7,
    common: 0.35,
  },
  words: 0.8,
  rivals: -0.5,
};
const firmness = 5;
const rounds = 50;

/** All weights 1, to find every pair that shares anything. */
const open: SuggestionModel = {
  bias: 0,
  marks: { date: 1, year: 1, number: 1, name: 1, act: 1, thing: 1, theme: 1, common: 1 },
  words: 1,
  rivals: 0,
};

const pairs = readDevelopmentSet().filter(({ set }) => set === 'tune');
const examples: Example[] = [];
for (const [one, vi] of pairs.entries()) {
  for (const [other, en] of pairs.entries()) {
    collect(one * pairs.length + other, vi.vi, en.en, one === other ? vi : null);
  }
}
// How many better links a pair's sentences have depends on the weights, so both are fitted in turn.
let fitted: Fitted = {
  bias: 0,
  weights: [believed.words, ...markKinds.map((kind) => believed.marks[kind]), 0],
};
for (let turn = 0; turn < 4; turn += 1) {
  const rivals = rivalsOf(examples, fitted);
  fitted = fitLogistic(
    examples,
    examples.map(({ features }, at) => [...features, rivals[at] ?? 0]),
  );
}
const round = (value: number): number => Number(value.toFixed(3));
const [words = 0, ...marks] = fitted.weights;
const model: SuggestionModel = {
  bias: round(fitted.bias),
  marks: {
    ...believed.marks,
    ...Object.fromEntries(markKinds.map((kind, at) => [kind, round(marks[at] ?? 0)])),
  },
  words: round(words),
  rivals: round(marks[markKinds.length] ?? 0),
};
process.stdout.write(`${JSON.stringify(model, null, 2)}\n`);

function collect(
  document: number,
  viSources: readonly PassageSource[],
  enSources: readonly PassageSource[],
  own: DevelopmentPair | null,
): void {
  const { lexicon } = builtInModel();
  const isCompound = (compound: string) => lexicon.answers.has(compound);
  const pair = pairTexts(
    viSources.map((source) => readPassage(source, 'vi', isCompound)),
    enSources.map((source) => readPassage(source, 'en', isCompound)),
    lexicon,
    null,
  );
  const { expectedWords } = runSteps(findCandidates(pair, open));
  for (const vi of pair.vi.linkable) {
    for (const en of pair.en.linkable) {
      const gold = own?.gold.get(`${viSources[vi]?.id}|${enSources[en]?.id}`);
      if (gold !== 'weak') {
        const evidence = weighEvidence(pair, { vi: [vi], en: [en] });
        const sums = sumByKind(evidence.marks);
        examples.push({
          document,
          vi,
          en,
          features: [
            evidence.words - expectedWords(vi, en),
            ...markKinds.map((kind) => sums.get(kind) ?? 0),
          ],
          right: gold !== undefined,
          weight: own === null ? strangerWeight : 1,
          penalty: crowdPenalty(pair.vi.linkable.length, pair.en.linkable.length),
        });
      }
    }
  }
}

interface Fitted {
  readonly bias: number;
  readonly weights: readonly number[];
}

function scoreOf({ bias, weights }: Fitted, { features, penalty }: Example): number {
  return features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias) - penalty;
}

/** Logistic regression by Newton's method; the weights lean to what is believed. */
function fitLogistic(all: readonly Example[], vectors: readonly (readonly number[])[]): Fitted {
  const size = (vectors[0]?.length ?? 0) + 1;
  const center = [
    0,
    believed.words,
    ...markKinds.map((kind) => believed.marks[kind]),
    believed.rivals,
  ];
  let current = [...center];
  for (let round = 0; round < rounds; round += 1) {
    const slopes = new Array<number>(size).fill(0);
    const curves = slopes.map(() => new Array<number>(size).fill(0));
    for (const [at, example] of all.entries()) {
      const vector = [1, ...(vectors[at] ?? [])];
      const chance = 1 / (1 + Math.exp(example.penalty - dot(vector, current)));
      const error = (chance - (example.right ? 1 : 0)) * example.weight;
      const curve = Math.max(1e-6, chance * (1 - chance)) * example.weight;
      for (const [row, value] of vector.entries()) {
        slopes[row] = (slopes[row] ?? 0) + error * value;
        for (const [column, other] of vector.entries()) {
          const line = curves[row] ?? [];
          line[column] = (line[column] ?? 0) + curve * value * other;
        }
      }
    }
    for (let at = 0; at < size; at += 1) {
      const pull = at > 0 ? firmness : 1e-3;
      slopes[at] = (slopes[at] ?? 0) + pull * ((current[at] ?? 0) - (center[at] ?? 0));
      const line = curves[at] ?? [];
      line[at] = (line[at] ?? 0) + pull;
    }
    const step = solve(curves, slopes);
    const longest = Math.max(...step.map(Math.abs));
    current = current.map((value, at) => value - (step[at] ?? 0) * Math.min(1, 0.3 / longest));
  }
  const [bias = 0, ...weights] = current;
  return { bias, weights };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Solves `matrix x = right` by elimination; the matrix is positive definite. */
function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (const [at, pivotRow] of rows.entries()) {
    const pivot = pivotRow[at] ?? 1;
    for (const [other, row] of rows.entries()) {
      const factor = other === at ? 0 : (row[at] ?? 0) / pivot;
      for (let column = at; column < row.length && factor !== 0; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
      }
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

/** Of each example: the sum over both sides of ln(1 + better ones of the same sentence). */
function rivalsOf(all: readonly Example[], fitted: Fitted): readonly number[] {
  const order = all.map((example, at) => ({ at, example, score: scoreOf(fitted, example) }));
  order.sort((a, b) => b.score - a.score || a.at - b.at);
  const counts = new Map<string, number>();
  const take = (key: string): number => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before;
  };
  const rivals: number[] = [];
  for (const { at, example } of order) {
    rivals[at] =
      Math.log(1 + take(`${example.document} vi ${example.vi}`)) +
      Math.log(1 + take(`${example.document} en ${example.en}`));
  }
  return rivals;
}

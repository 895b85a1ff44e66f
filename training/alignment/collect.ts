// Prepares documents for fitting: every plausible bead of the corridor with its features, and the gold path.
import { type Bead, beadKinds } from '../../electron/alignment/aligner/bead.ts';
import type { Corridor } from '../../electron/alignment/aligner/corridor.ts';
import { featureNames } from '../../electron/alignment/aligner/features.ts';
import type { Lattice, Step } from '../../electron/alignment/aligner/lattice.ts';
import { beadIndex, fillLattice } from '../../electron/alignment/aligner/lattice.ts';
import { learnWords } from '../../electron/alignment/aligner/learned-words.ts';
import type { Lexicon } from '../../electron/alignment/aligner/lexicon.ts';
import {
  firstCorridor,
  likeliestBeads,
  narrowed,
  type RunContext,
  scoreSection,
  sectionMeasure,
} from '../../electron/alignment/aligner/passes.ts';
import { type LengthModel, weigh } from '../../electron/alignment/aligner/score-bead.ts';
import { readTexts } from '../../electron/alignment/aligner/text-pair.ts';
import { createComparison } from '../../electron/alignment/aligner/translations.ts';
import type { SyntheticDocument } from './synthetic.ts';

/** A document ready for fitting. */
export interface Example {
  readonly document: SyntheticDocument;
  readonly corridor: Corridor;
  readonly gold: readonly Step[];
  /** By bead (cells times kinds): where its features begin, or -1 where it may not be. */
  readonly places: Int32Array;
  readonly features: Float32Array;
}

export type PassName = 'first' | 'second' | 'translated';

const count = featureNames.length;

/** The example of a document for a pass, or null where the gold path is not in the corridor. */
export function collect(
  document: SyntheticDocument,
  lexicon: Lexicon,
  lengths: LengthModel,
  pass: PassName,
  weights: { readonly first: Float64Array; readonly pass: Float64Array },
  withParagraphs: boolean,
): Example | null {
  const pair = readTexts(document.vi, document.en, lexicon);
  const section = { vi: [...document.vi.keys()], en: [...document.en.keys()] };
  const { paragraphStarts } = document;
  const context: RunContext = {
    pair,
    lengths,
    paragraphs: withParagraphs
      ? { vi: new Set(paragraphStarts.vi), en: new Set(paragraphStarts.en) }
      : undefined,
    translations:
      pass === 'translated'
        ? createComparison(document.vi, document.en, document.translations)
        : undefined,
    isRejected: undefined,
  };
  let { corridor } = firstCorridor(context, section, weights.first);
  let table = pair.table;
  if (pass !== 'first') {
    const measure = sectionMeasure(context, section, corridor, table);
    const lattice = scoreSection(corridor, measure, weights.first);
    const sure = likeliestBeads(section, lattice).filter(
      ({ vi, en, chance }) => vi.length > 0 && en.length > 0 && chance >= 0.9,
    );
    table = learnWords(pair, sure);
    corridor = narrowed(lattice);
  }
  const measure = sectionMeasure(context, section, corridor, table);
  if (pass === 'first') {
    corridor = narrowed(scoreSection(corridor, measure, weights.pass));
  }
  const values: number[] = [];
  const cells = corridor.starts.at(-1) ?? 0;
  const places = new Int32Array(cells * beadKinds.length).fill(-1);
  const features = new Float64Array(count);
  fillLattice(corridor, (kind, row, column) => {
    if (!measure(kind, row, column, features)) {
      return Number.NEGATIVE_INFINITY;
    }
    places[beadIndex(corridor, { kind, row, column })] = values.length;
    for (const value of features) {
      values.push(value);
    }
    return weigh(features, weights.pass);
  });
  const gold = goldSteps(document.beads);
  const inside = gold.every(
    (step) =>
      step.column >= (corridor.lows[step.row] ?? 0) &&
      step.column <= (corridor.highs[step.row] ?? 0) &&
      (places[beadIndex(corridor, step)] ?? -1) >= 0,
  );
  return inside ? { document, corridor, gold, places, features: Float32Array.from(values) } : null;
}

/** The lattice of an example under weights. */
export function latticeOf(example: Example, weights: Float64Array): Lattice {
  const { corridor, places, features } = example;
  return fillLattice(corridor, (kind, row, column) => {
    const place = places[beadIndex(corridor, { kind, row, column })] ?? -1;
    if (place < 0) {
      return Number.NEGATIVE_INFINITY;
    }
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      sum += (features[place + index] ?? 0) * (weights[index] ?? 0);
    }
    return sum;
  });
}

function goldSteps(beads: readonly Bead[]): readonly Step[] {
  let row = 0;
  let column = 0;
  return beads.map(({ vi, en }) => {
    row += vi.length;
    column += en.length;
    const kind = beadKinds.findIndex(([a, b]) => a === vi.length && b === en.length);
    return { kind, row, column };
  });
}

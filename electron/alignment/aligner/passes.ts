// The two passes over a section: first with what is known beforehand, then narrower, with what the first has taught.
import { findAnchors } from './anchors.ts';
import { beadKinds } from './bead.ts';
import type { IsRejected } from './constraints.ts';
import { type Corridor, corridorAlong, corridorOf } from './corridor.ts';
import { featureNames } from './features.ts';
import { beadIndex, bestPath, fillLattice, type Lattice, type Step } from './lattice.ts';
import { findOverlap, type Section } from './overlap.ts';
import {
  createMeasure,
  type LengthModel,
  type MeasureBead,
  type ParagraphStarts,
  weigh,
} from './score-bead.ts';
import type { TextPair, WordTable } from './text-pair.ts';
import type { TranslationComparison } from './translations.ts';

/** What all sections of a run share. */
export interface RunContext {
  readonly pair: TextPair;
  readonly lengths: LengthModel;
  readonly paragraphs: ParagraphStarts | undefined;
  /** Undefined where nothing is translated. */
  readonly translations: TranslationComparison | undefined;
  /** Undefined where nothing is rejected. */
  readonly isRejected: IsRejected | undefined;
}

/** A bead of a section's best path. */
export interface FoundBead {
  readonly vi: readonly number[];
  readonly en: readonly number[];
  readonly step: Step;
  /** The chance that the model gives it, before calibration. */
  readonly chance: number;
  /** Its own score: how much more the evidence speaks for it than for chance. */
  readonly score: number;
}

/** Sections of at most so many pairs of lines need no anchors. */
const smallSection = 6000;
/** Beads less probable than this do not widen the second pass. */
const leastChance = 1e-5;
const margin = 3;
/** The kinds that take one line of a side at most are the first three. */
const singleKinds = 3;
/** A line left alone is worth so much of a bead when the path is chosen: it is right or wrong about one line only. */
const aloneValue = 0.5;

/**
 * The corridor of the first pass: everything in a small section; else along anchors, and then around what a path of
 * single lines finds possible there. `scoredBeads` says what that has cost.
 */
export function firstCorridor(
  context: RunContext,
  section: Section,
  weights: Float64Array,
): { readonly corridor: Corridor; readonly scoredBeads: number } {
  const rows = section.vi.length;
  const columns = section.en.length;
  if (rows * columns <= smallSection) {
    return { corridor: corridorAlong([], rows, columns), scoredBeads: 0 };
  }
  const broad = corridorAlong(findAnchors(context.pair, section), rows, columns);
  const measure = sectionMeasure(context, section, broad, context.pair.table);
  const lattice = scoreSection(broad, measure, weights, singleKinds);
  return { corridor: narrowed(lattice), scoredBeads: lattice.scoredBeads };
}

/** The measure of a section's beads within a corridor. */
export function sectionMeasure(
  context: RunContext,
  section: Section,
  corridor: Corridor,
  table: WordTable,
): MeasureBead {
  const { pair } = context;
  const overlap = findOverlap(section, pair.vi, pair.en, table, corridor);
  const measure = createMeasure({ ...context, section, overlap });
  const { isRejected } = context;
  if (isRejected === undefined) {
    return measure;
  }
  return (kind, row, column, features) => {
    const [vi, en] = beadKinds[kind] ?? [0, 0];
    return (
      !(
        vi > 0 &&
        en > 0 &&
        isRejected(section.vi.slice(row - vi, row), section.en.slice(column - en, column))
      ) && measure(kind, row, column, features)
    );
  };
}

/** Scores a section's beads. */
export function scoreSection(
  corridor: Corridor,
  measure: MeasureBead,
  weights: Float64Array,
  kinds?: number,
): Lattice {
  const features = new Float64Array(featureNames.length);
  return fillLattice(
    corridor,
    (kind, row, column) =>
      measure(kind, row, column, features) ? weigh(features, weights) : Number.NEGATIVE_INFINITY,
    kinds,
  );
}

/** The weights of a pass: of beads of which nothing is translated, and of those that are translated whole. */
export interface PassWeights {
  readonly plain: Float64Array;
  readonly translated: Float64Array;
}

/** Scores a section's beads, each with as much of the one weights and of the other as of it is translated. */
export function scorePass(
  { translations }: RunContext,
  section: Section,
  corridor: Corridor,
  measure: MeasureBead,
  { plain, translated }: PassWeights,
): Lattice {
  if (translations === undefined) {
    return scoreSection(corridor, measure, plain);
  }
  const features = new Float64Array(featureNames.length);
  return fillLattice(corridor, (kind, row, column) => {
    if (!measure(kind, row, column, features)) {
      return Number.NEGATIVE_INFINITY;
    }
    const [vi, en] = beadKinds[kind] ?? [0, 0];
    const share = translations.shareOf(
      section.vi.slice(row - vi, row),
      section.en.slice(column - en, column),
    );
    return (
      (share > 0 ? share * weigh(features, translated) : 0) +
      (share < 1 ? (1 - share) * weigh(features, plain) : 0)
    );
  });
}

/** The beads whose chances have the highest sum: what is most often right, bead by bead. */
export function likeliestBeads(section: Section, lattice: Lattice): readonly FoundBead[] {
  const { corridor, chances, scores } = lattice;
  const steps = bestPath(corridor, (index, kind) =>
    scores[index] === Number.NEGATIVE_INFINITY
      ? Number.NEGATIVE_INFINITY
      : (chances[index] ?? 0) * (kind === 1 || kind === 2 ? aloneValue : 1),
  );
  return steps.map((step) => {
    const [vi, en] = beadKinds[step.kind] ?? [0, 0];
    const index = beadIndex(corridor, step);
    return {
      vi: section.vi.slice(step.row - vi, step.row),
      en: section.en.slice(step.column - en, step.column),
      step,
      chance: Math.min(1, chances[index] ?? 0),
      score: scores[index] ?? 0,
    };
  });
}

/** The corridor of the second pass: around every bead that the first found possible. */
export function narrowed({ corridor, chances }: Lattice): Corridor {
  const rows = corridor.lows.length - 1;
  const columns = corridor.highs[rows] ?? 0;
  const lows = new Int32Array(rows + 1).fill(columns);
  const highs = new Int32Array(rows + 1).fill(0);
  const widen = (row: number, column: number) => {
    lows[row] = Math.min(lows[row] ?? 0, Math.max(0, column - margin));
    highs[row] = Math.max(highs[row] ?? 0, Math.min(columns, column + margin));
  };
  for (let row = 0; row <= rows; row += 1) {
    for (let column = corridor.lows[row] ?? 0; column <= (corridor.highs[row] ?? 0); column += 1) {
      const place =
        ((corridor.starts[row] ?? 0) + column - (corridor.lows[row] ?? 0)) * beadKinds.length;
      for (let kind = 0; kind < beadKinds.length; kind += 1) {
        if ((chances[place + kind] ?? 0) >= leastChance) {
          const [vi, en] = beadKinds[kind] ?? [0, 0];
          widen(row, column);
          widen(row - vi, column - en);
        }
      }
    }
  }
  return corridorOf(lows, highs, columns);
}

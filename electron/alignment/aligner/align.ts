// The automatic aligner for two texts of which one translates the other.
import type { Bead, ScoredBead } from './bead.ts';
import { builtInModel } from './built-in.ts';
import { calibrate } from './confidence.ts';
import { planSections, rejectionsOf } from './constraints.ts';
import { learnWords } from './learned-words.ts';
import type { AlignmentModel } from './model.ts';
import {
  firstCorridor,
  likeliestBeads,
  narrowed,
  type RunContext,
  scorePass,
  scoreSection,
  sectionMeasure,
} from './passes.ts';
import { readTexts } from './text-pair.ts';
import { createComparison, type Translations, trustedTranslations } from './translations.ts';

export interface AlignOptions {
  /** Links that stand: they are given out as they are (confidence 1), and beads are computed around them. */
  readonly confirmed?: readonly Bead[];
  /** Links that the reader has refused: no bead that holds one whole is proposed. */
  readonly rejected?: readonly Bead[];
  /** Numbers of the lines that begin a paragraph, where both are known. */
  readonly paragraphStarts?: { readonly vi: readonly number[]; readonly en: readonly number[] };
  /** A model's translations of lines of either side or both, as far as there are any. */
  readonly translations?: Translations;
}

export interface AlignmentRun {
  /** Every line of both texts in exactly one, in order of the texts. */
  readonly beads: readonly ScoredBead[];
  /** How many possible beads were scored: the cost of the run, grows linearly with the lines. */
  readonly scoredBeads: number;
}

/** A first-pass bead this probable teaches words, and what translations are worth. */
const sureChance = 0.9;

/**
 * Aligns Vietnamese with English lines, a sentence a line. Beads are monotone but for confirmed links that cross. Throws
 * a RangeError where confirmed links name a line twice or one that does not exist.
 */
export function alignTexts(
  viLines: readonly string[],
  enLines: readonly string[],
  options: AlignOptions = {},
  model: AlignmentModel = builtInModel(),
): AlignmentRun {
  const confirmed = (options.confirmed ?? []).map(({ vi, en }) => ({
    vi: [...vi].sort(ascending),
    en: [...en].sort(ascending),
  }));
  const { sections } = planSections(viLines.length, enLines.length, confirmed);
  const pair = readTexts(viLines, enLines, model.lexicon);
  const { paragraphStarts, translations } = options;
  const plain: RunContext = {
    pair,
    lengths: model.lengths,
    paragraphs: paragraphStarts && {
      vi: new Set(paragraphStarts.vi),
      en: new Set(paragraphStarts.en),
    },
    translations: undefined,
    isRejected: rejectionsOf(options.rejected ?? []),
  };
  let scoredBeads = 0;
  const first = sections.map((section) => {
    const { corridor, scoredBeads: cost } = firstCorridor(plain, section, model.firstWeights);
    const measure = sectionMeasure(plain, section, corridor, pair.table);
    const lattice = scoreSection(corridor, measure, model.firstWeights);
    scoredBeads += cost + lattice.scoredBeads;
    return { section, beads: likeliestBeads(section, lattice), corridor: narrowed(lattice) };
  });
  const sure = [
    ...confirmed,
    ...first.flatMap(({ beads }) =>
      beads.filter(({ vi, en, chance }) => vi.length > 0 && en.length > 0 && chance >= sureChance),
    ),
  ];
  const table = learnWords(pair, sure);
  const context: RunContext = {
    ...plain,
    translations:
      translations &&
      createComparison(viLines, enLines, trustedTranslations(viLines, enLines, translations, sure)),
  };
  const weights = { plain: model.secondWeights, translated: model.translatedWeights };
  const beads: ScoredBead[] = confirmed.map((bead) => ({ ...bead, confidence: 1 }));
  for (const { section, corridor } of first) {
    const measure = sectionMeasure(context, section, corridor, table);
    const lattice = scorePass(context, section, corridor, measure, weights);
    scoredBeads += lattice.scoredBeads;
    for (const bead of likeliestBeads(section, lattice)) {
      beads.push({ vi: bead.vi, en: bead.en, confidence: calibrate(model.calibration, bead) });
    }
  }
  return { beads: inOrder(beads), scoredBeads };
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** By the first Vietnamese line; English lines that stand alone follow the bead of the line before them. */
function inOrder(beads: readonly ScoredBead[]): readonly ScoredBead[] {
  const withVi = beads.filter(({ vi }) => vi.length > 0);
  withVi.sort((a, b) => (a.vi[0] ?? 0) - (b.vi[0] ?? 0));
  const enAlone = new Map<number, ScoredBead>();
  for (const bead of beads) {
    if (bead.vi.length === 0) {
      enAlone.set(bead.en[0] ?? 0, bead);
    }
  }
  const ordered: ScoredBead[] = [];
  const followUp = (line: number) => {
    for (let next = enAlone.get(line); next !== undefined; next = enAlone.get(line)) {
      enAlone.delete(line);
      ordered.push(next);
      line = (next.en.at(-1) ?? line) + 1;
    }
  };
  followUp(0);
  for (const bead of withVi) {
    ordered.push(bead);
    const lastEn = bead.en.at(-1);
    if (lastEn !== undefined) {
      followUp(lastEn + 1);
    }
  }
  return [...ordered, ...enAlone.values()];
}

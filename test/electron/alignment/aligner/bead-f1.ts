// Scores alignments against gold beads: strict and lax precision, recall and F1 (Sennrich & Volk).
import type { Bead } from '../../../../electron/alignment/aligner/bead.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface BeadScore {
  /** A bead counts where it equals one of the other list. */
  readonly strict: Score;
  /** A bead counts where it overlaps one of the other list on both sides. */
  readonly lax: Score;
}

/** Over all documents together, as `[gold, found]`; beads with an empty side count nowhere. */
export function scoreBeads(
  documents: readonly (readonly [gold: readonly Bead[], found: readonly Bead[]])[],
): BeadScore {
  let goldCount = 0;
  let foundCount = 0;
  const right = { strict: 0, strictGold: 0, lax: 0, laxGold: 0 };
  for (const [allGold, allFound] of documents) {
    const gold = allGold.filter(isLinked);
    const found = allFound.filter(isLinked);
    goldCount += gold.length;
    foundCount += found.length;
    const goldNames = new Set(gold.map(nameOf));
    const foundNames = new Set(found.map(nameOf));
    right.strict += found.filter((bead) => goldNames.has(nameOf(bead))).length;
    right.strictGold += gold.filter((bead) => foundNames.has(nameOf(bead))).length;
    const goldLines = pairsOf(gold);
    const foundLines = pairsOf(found);
    right.lax += found.filter((bead) => overlaps(bead, goldLines)).length;
    right.laxGold += gold.filter((bead) => overlaps(bead, foundLines)).length;
  }
  return {
    strict: score(right.strict, right.strictGold, foundCount, goldCount),
    lax: score(right.lax, right.laxGold, foundCount, goldCount),
  };
}

function isLinked({ vi, en }: Bead): boolean {
  return vi.length > 0 && en.length > 0;
}

/** The same for equal sets of lines, whatever their order. */
function nameOf({ vi, en }: Bead): string {
  const sorted = (lines: readonly number[]) => [...new Set(lines)].sort((a, b) => a - b).join(',');
  return `${sorted(vi)}|${sorted(en)}`;
}

/** All pairs of lines that stand in one bead. */
function pairsOf(beads: readonly Bead[]): ReadonlySet<string> {
  return new Set(beads.flatMap(({ vi, en }) => vi.flatMap((a) => en.map((b) => `${a}|${b}`))));
}

function overlaps({ vi, en }: Bead, pairs: ReadonlySet<string>): boolean {
  return vi.some((a) => en.some((b) => pairs.has(`${a}|${b}`)));
}

function score(right: number, rightGold: number, found: number, gold: number): Score {
  const precision = right / Math.max(1, found);
  const recall = rightGold / Math.max(1, gold);
  const both = precision + recall;
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / both };
}

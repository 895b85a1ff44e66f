// Beads: which lines of one text answer which lines of the other (Gale & Church's term).

/** Line numbers from 0, in order; one side may be empty. */
export interface Bead {
  readonly vi: readonly number[];
  readonly en: readonly number[];
}

/** A bead of a run; `confidence` 0 to 1 is the chance that exactly this bead is right. */
export interface ScoredBead extends Bead {
  readonly confidence: number;
}

/** How many lines a bead takes from each side: `[vi, en]`. The place in this list is the kind's number. */
export const beadKinds = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
  [1, 4],
  [4, 1],
] as const satisfies readonly (readonly [vi: number, en: number])[];

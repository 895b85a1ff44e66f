// Beam search for one source: of all beginnings of its translation the likeliest few are kept, and each step makes
// them a piece longer. With one beam it is greedy search.
import { cutLoop, findLoop, type Loop } from './repetition.ts';

export interface SearchRules {
  /** How many beginnings are kept. */
  readonly beams: number;
  /** A target's log-probability counts by its length to this power: 0 favours short targets. */
  readonly lengthPenalty: number;
  readonly endIds: ReadonlySet<number>;
  /** Pieces that no target may hold. */
  readonly unsayable: ReadonlySet<number>;
}

export interface SourceLimits {
  /** The most pieces of the target. */
  readonly longest: number;
  /** How often anything stands in a row in the source. */
  readonly sourceRepeats: number;
}

/** A target so far, without start and end. */
export interface Beginning {
  readonly ids: readonly number[];
  readonly logProbability: number;
}

/** What can go on. */
interface Open extends Beginning {
  /** The beginning that this one is a piece longer than, by its place among those open before. */
  readonly parent: number;
}

interface Finished extends Beginning {
  /** Not by an end piece: it repeats itself, or is longer than any translation of its source. */
  readonly cutShort: boolean;
  readonly loop: Loop | null;
}

export interface Search {
  readonly limits: SourceLimits;
  /** Empty when the search is over. */
  readonly open: readonly Open[];
  readonly finished: readonly Finished[];
}

export interface Target {
  readonly ids: readonly number[];
  /** It did not end by itself: it repeated itself, or was longer than any translation of its source. */
  readonly cutShort: boolean;
}

interface Candidate {
  readonly parent: number;
  readonly piece: number;
  readonly logProbability: number;
}

export function newSearch(limits: SourceLimits): Search {
  return { limits, open: [{ ids: [], logProbability: 0, parent: 0 }], finished: [] };
}

/** Exponentials of 0, -1/64, -2/64 and so on; beyond the last they count for nothing. */
const fineness = 64;
const exponentials = Float64Array.from({ length: 16 * fineness }, (_, index) =>
  Math.exp(-index / fineness),
);
exponentials[exponentials.length - 1] = 0;

/**
 * The logarithm of the sum of the exponentials, which makes logits log-probabilities, right to some thousandths.
 * Looked up and in bare loops: a step has dozens of rows of a whole vocabulary each, and must not take longer here
 * than in the model.
 */
export function logSumExp(logits: Float32Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let piece = 0; piece < logits.length; piece += 1) {
    most = Math.max(most, logits[piece] as number);
  }
  const last = exponentials.length - 1;
  let sum = 0;
  for (let piece = 0; piece < logits.length; piece += 1) {
    const index = Math.min(last, (most - (logits[piece] as number)) * fineness + 0.5) | 0;
    sum += exponentials[index] as number;
  }
  return most + Math.log(sum);
}

/** Puts a candidate at its place among the best, of which `count` are kept. */
function insert(best: Candidate[], candidate: Candidate, count: number): void {
  const place = best.findIndex((one) => one.logProbability < candidate.logProbability);
  best.splice(place === -1 ? best.length : place, 0, candidate);
  best.length = Math.min(best.length, count);
}

/** The likeliest ways to go on, the likeliest first; fewer than `count` where the logits are no numbers. */
function likeliest(
  open: readonly Beginning[],
  logits: readonly Float32Array[],
  count: number,
  unsayable: ReadonlySet<number>,
): readonly Candidate[] {
  const best: Candidate[] = [];
  for (const [parent, beginning] of open.entries()) {
    const row = logits[parent] ?? new Float32Array();
    const base = beginning.logProbability - logSumExp(row);
    const floor = () => (best[count - 1]?.logProbability ?? Number.NEGATIVE_INFINITY) - base;
    let least = floor();
    for (let piece = 0; piece < row.length; piece += 1) {
      const logit = row[piece] as number;
      if (logit > least && !unsayable.has(piece)) {
        insert(best, { parent, piece, logProbability: base + logit }, count);
        least = floor();
      }
    }
  }
  return best;
}

/** A step: `logits[i]` are those for the piece after `search.open[i]`. */
export function extend(
  search: Search,
  logits: readonly Float32Array[],
  rules: SearchRules,
): Search {
  const { limits } = search;
  const finished = [...search.finished];
  const open: Open[] = [];
  let places = rules.beams;
  // Twice as many as beams: should they all end, others are there to go on.
  const candidates = likeliest(search.open, logits, 2 * rules.beams, rules.unsayable);
  candidates.forEach(({ parent, piece, logProbability }, rank) => {
    const said = search.open[parent]?.ids ?? [];
    if (rules.endIds.has(piece)) {
      if (rank < rules.beams) {
        finished.push({ ids: said, logProbability, cutShort: false, loop: null });
      }
      return;
    }
    if (places === 0) {
      return;
    }
    places -= 1;
    const ids = [...said, piece];
    const loop = findLoop(ids, limits.sourceRepeats);
    if (loop !== null || ids.length >= limits.longest) {
      finished.push({ ids, logProbability, cutShort: true, loop });
    } else {
      open.push({ ids, logProbability, parent });
    }
  });
  return { limits, open: isOver(open, finished, rules) ? [] : open, finished };
}

/** What a beginning counts: its log-probability by its length, the end piece with it. */
function worth({ logProbability, ids }: Beginning, { lengthPenalty }: SearchRules): number {
  return logProbability / (ids.length + 1) ** lengthPenalty;
}

/** Whether as many targets as beams are found that are worth more than whatever is open. One beam takes what comes. */
function isOver(
  open: readonly Beginning[],
  finished: readonly Beginning[],
  rules: SearchRules,
): boolean {
  if (rules.beams === 1) {
    return finished.length > 0;
  }
  const most = Math.max(...open.map((one) => worth(one, rules)));
  return finished.filter((one) => worth(one, rules) >= most).length >= rules.beams;
}

/** A target among those of one source. */
export interface RankedTarget extends Target {
  /** What it counts among them: the more the better. */
  readonly worth: number;
}

/** A mean log-probability of a target's pieces; what a model means to say lies far above, most of it above -1. */
const leastLikely = -3;

/**
 * What a search that is over has found, the best first, at most as many as beams: the targets that ended by themselves,
 * or else the best that was cut short. Where a model repeats itself, ends that it nearly rules out are among the few
 * other things it could say: they do not count.
 */
export function bestTargets(search: Search, rules: SearchRules): readonly RankedTarget[] {
  const ranked = search.finished
    .map((one) => ({ ...one, worth: worth(one, rules) }))
    .sort((one, other) => other.worth - one.worth);
  const ended = ranked.filter((one) => !one.cutShort);
  const cut = ranked.filter((one) => one.cutShort).slice(0, 1);
  const [first] = ended;
  const isMeant =
    first !== undefined && first.logProbability / (first.ids.length + 1) > leastLikely;
  const best = isMeant || cut.length === 0 ? ended : cut;
  if (best.length === 0) {
    throw new Error('the model gave no probabilities');
  }
  return best.slice(0, rules.beams).map(({ ids, loop, cutShort, worth }) => ({
    ids: loop === null ? ids : cutLoop(ids, loop, search.limits.sourceRepeats),
    cutShort,
    worth,
  }));
}

// Cheap anchors: pairs of lines that share rare words, numbers and names, and of them the heaviest growing chain.
import type { Corner } from './corridor.ts';
import type { Section } from './overlap.ts';
import type { TextPair } from './text-pair.ts';

/** A word or key in more lines of a side than this says nothing about where it is. */
const rareLines = 6;
/** A pair of lines needs so many different things in common, or one that stands nowhere else, */
const leastShared = 2;
const weightOfUnique = 1;
/** and to be so much better than any other pair with one of its lines. */
const leastMargin = 1.5;
/** An answer of the lexicon counts if its chance (geometric mean of both directions) is at least this. */
const leastChance = 0.2;

interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
  readonly shared: number;
}

/** A stretch between anchors longer than this on both sides is searched again by what is rare within it, */
const longGap = 40;
/** but not more often than so. */
const deepest = 4;

/** Corners for the corridor, growing in both directions. At most one a line; none where the texts share nothing rare. */
export function findAnchors(pair: TextPair, section: Section, depth = 0): readonly Corner[] {
  const chain = withSupport(heaviestChain(clearWinners(countVotes(pair, section), section)));
  if (chain.length === 0 && depth > 0) {
    return [];
  }
  const corners: Corner[] = [];
  const last = { row: section.vi.length, column: section.en.length };
  let from = { row: 0, column: 0 };
  for (const { row, column } of [...chain, last]) {
    if (depth < deepest && Math.min(row - from.row, column - from.column) > longGap) {
      const gap = {
        vi: section.vi.slice(from.row, row),
        en: section.en.slice(from.column, column),
      };
      for (const [gapRow, gapColumn] of chain.length === 0
        ? []
        : findAnchors(pair, gap, depth + 1)) {
        corners.push([from.row + gapRow, from.column + gapColumn]);
      }
    }
    from = { row: row + 1, column: column + 1 };
    if (row < last.row) {
      corners.push([row, column], [from.row, from.column]);
    }
  }
  return corners;
}

/** An anchor with a single thing in common must lie in line with its neighbours. */
function withSupport(chain: readonly Candidate[]): readonly Candidate[] {
  const inLine = (a: Candidate, b: Candidate | undefined) => {
    if (b === undefined) {
      return false;
    }
    const rows = Math.abs(a.row - b.row);
    const columns = Math.abs(a.column - b.column);
    return Math.abs(rows - columns) <= 3 + Math.max(rows, columns) / 4;
  };
  return chain.filter(
    (anchor, index) =>
      anchor.shared >= leastShared ||
      (inLine(anchor, chain[index - 1]) && inLine(anchor, chain[index + 1])),
  );
}

interface Vote {
  shared: number;
  weight: number;
}

/** Votes by `row * columns + column`; as many as rare things times a constant. */
function countVotes(pair: TextPair, section: Section): ReadonlyMap<number, Vote> {
  const { vi, en } = pair;
  const columns = section.en.length;
  const votes = new Map<number, Vote>();
  const vote = (rows: readonly number[], places: readonly number[], certainty: number) => {
    const weight = certainty / Math.sqrt(rows.length * places.length);
    for (const row of rows) {
      for (const column of places) {
        const cell = row * columns + column;
        const known = votes.get(cell);
        if (known === undefined) {
          votes.set(cell, { shared: 1, weight });
        } else {
          known.shared += 1;
          known.weight += weight;
        }
      }
    }
  };
  const viKeys = placesOf(section.vi, [vi.quantities, vi.names], pair.keyWeights.length);
  const enKeys = placesOf(section.en, [en.quantities, en.names], pair.keyWeights.length);
  for (const [key, rows] of viKeys.entries()) {
    const places = enKeys[key] ?? null;
    if (rows !== null && places !== null) {
      vote(rows, places, 1);
    }
  }
  const viWords = placesOf(section.vi, [vi.words], vi.vocabulary.words.length);
  const enWords = placesOf(section.en, [en.words], en.vocabulary.words.length);
  for (const [word, rows] of viWords.entries()) {
    const answers = rows === null ? null : pair.table.forward[word];
    if (!rows || !answers) {
      continue;
    }
    for (const [index, stem] of answers.ids.entries()) {
      const places = enWords[stem] ?? null;
      const back = pair.table.backward[stem];
      const chance = Math.sqrt(
        (answers.chances[index] ?? 0) * (back?.chances[back.ids.indexOf(word)] ?? 0),
      );
      if (places !== null && chance >= leastChance) {
        vote(rows, places, chance);
      }
    }
  }
  return votes;
}

/** By id: the places of the section's lines that have it, or null for none or too many. */
function placesOf(
  lines: readonly number[],
  idsOfLines: readonly (readonly Int32Array[])[],
  idCount: number,
): readonly (readonly number[] | null)[] {
  const places: number[][] = [];
  places.length = idCount;
  for (const [place, line] of lines.entries()) {
    for (const ids of idsOfLines) {
      for (const id of ids[line] ?? []) {
        const list = places[id];
        if (list === undefined) {
          places[id] = [place];
        } else if (list.length <= rareLines && list.at(-1) !== place) {
          list.push(place);
        }
      }
    }
  }
  return Array.from(places, (list) =>
    list !== undefined && list.length <= rareLines ? list : null,
  );
}

function clearWinners(votes: ReadonlyMap<number, Vote>, section: Section): readonly Candidate[] {
  const columns = section.en.length;
  const bestOfRow = twoBest(section.vi.length);
  const bestOfColumn = twoBest(columns);
  for (const [cell, { weight }] of votes) {
    bestOfRow.enter(Math.floor(cell / columns), weight);
    bestOfColumn.enter(cell % columns, weight);
  }
  const winners: Candidate[] = [];
  for (const [cell, { shared, weight }] of votes) {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    if (
      (shared >= leastShared || weight >= weightOfUnique) &&
      bestOfRow.isClear(row, weight) &&
      bestOfColumn.isClear(column, weight)
    ) {
      winners.push({ row, column, weight, shared });
    }
  }
  return winners.sort((a, b) => a.row - b.row || b.column - a.column);
}

function twoBest(size: number) {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  return {
    enter(place: number, weight: number): void {
      if (weight > (first[place] ?? 0)) {
        second[place] = first[place] ?? 0;
        first[place] = weight;
      } else if (weight > (second[place] ?? 0)) {
        second[place] = weight;
      }
    },
    isClear: (place: number, weight: number): boolean =>
      weight === first[place] && weight >= leastMargin * (second[place] ?? 0),
  };
}

/** The chain with the highest sum of weights that grows strictly in row and column (a maximum over prefixes, in a tree). */
function heaviestChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const size = candidates.reduce((most, { column }) => Math.max(most, column), 0) + 2;
  const tree = new Int32Array(size).fill(-1);
  const sums = new Float64Array(candidates.length);
  const before = new Int32Array(candidates.length).fill(-1);
  let last = -1;
  for (const [index, { column, weight }] of candidates.entries()) {
    let best = -1;
    for (let node = column; node > 0; node -= node & -node) {
      const known = tree[node] ?? -1;
      if (known >= 0 && (best < 0 || (sums[known] ?? 0) > (sums[best] ?? 0))) {
        best = known;
      }
    }
    sums[index] = weight + (best < 0 ? 0 : (sums[best] ?? 0));
    before[index] = best;
    for (let node = column + 1; node < size; node += node & -node) {
      const known = tree[node] ?? -1;
      if (known < 0 || (sums[known] ?? 0) < (sums[index] ?? 0)) {
        tree[node] = index;
      }
    }
    if (last < 0 || (sums[index] ?? 0) > (sums[last] ?? 0)) {
      last = index;
    }
  }
  const chain: Candidate[] = [];
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const candidate = candidates[index];
    if (candidate !== undefined) {
      chain.push(candidate);
    }
  }
  return chain.reverse();
}

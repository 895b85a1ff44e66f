// For every pair of near lines: what the words of one say about the words of the other.
import type { Corridor } from './corridor.ts';
import type { Row, TextSide, WordTable } from './text-pair.ts';

/**
 * Hits of the lines of a section, cell by cell (a cell is a pair of near lines). A hit is a word of the one line, by its
 * place among the line's words, that the other line's words give some chance.
 */
export interface Overlap {
  /** The cell of two lines of the section, or -1 where they are too far apart. */
  cellOf(viLine: number, enLine: number): number;
  /** English words that the Vietnamese line gives a chance, and Vietnamese words that the English line does. */
  readonly en: Hits;
  readonly vi: Hits;
}

export interface Hits {
  /** By cell: where its hits begin; one more entry than cells. */
  readonly starts: Int32Array;
  readonly places: Uint16Array;
  readonly chances: Float32Array;
}

/** The lines of a section: numbers of lines of the two texts, in order. */
export interface Section {
  readonly vi: readonly number[];
  readonly en: readonly number[];
}

const reach = 4;

/** Finds the hits within a corridor and as far around it as a bead reaches. */
export function findOverlap(
  section: Section,
  vi: TextSide,
  en: TextSide,
  table: WordTable,
  { lows, highs }: Corridor,
): Overlap {
  const rows = section.vi.length;
  const columns = section.en.length;
  const first = new Int32Array(rows);
  const last = new Int32Array(rows);
  const starts = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) {
    first[row] = lows[Math.max(0, row - reach + 1)] ?? 0;
    last[row] = Math.min(columns, highs[Math.min(rows, row + reach)] ?? 0);
    starts[row + 1] = (starts[row] ?? 0) + Math.max(0, (last[row] ?? 0) - (first[row] ?? 0));
  }
  const cells = starts[rows] ?? 0;
  const enHits = hitCollector(cells);
  const enChances = new Float64Array(en.vocabulary.words.length);
  for (let row = 0; row < rows; row += 1) {
    const words = vi.words[section.vi[row] ?? 0] ?? none;
    spread(words, table.forward, enChances, 1);
    for (let column = first[row] ?? 0; column < (last[row] ?? 0); column += 1) {
      enHits.collect(en.words[section.en[column] ?? 0] ?? none, enChances);
    }
    spread(words, table.forward, enChances, 0);
  }
  // Column by column in the other direction, so the hits are sorted into cells afterwards.
  const viHits = hitCollector(cells);
  const viChances = new Float64Array(vi.vocabulary.words.length);
  const columnCells = new Int32Array(cells);
  let top = 0;
  let bottom = 0;
  let seen = 0;
  for (let column = 0; column < columns; column += 1) {
    const words = en.words[section.en[column] ?? 0] ?? none;
    while (top < rows && (last[top] ?? 0) <= column) {
      top += 1;
    }
    while (bottom < rows && (first[bottom] ?? 0) <= column) {
      bottom += 1;
    }
    spread(words, table.backward, viChances, 1);
    for (let row = top; row < bottom; row += 1) {
      columnCells[(starts[row] ?? 0) + column - (first[row] ?? 0)] = seen;
      seen += 1;
      viHits.collect(vi.words[section.vi[row] ?? 0] ?? none, viChances);
    }
    spread(words, table.backward, viChances, 0);
  }
  return {
    cellOf: (row, column) =>
      column >= (first[row] ?? 0) && column < (last[row] ?? 0)
        ? (starts[row] ?? 0) + column - (first[row] ?? 0)
        : -1,
    en: enHits.finish(),
    vi: reorder(viHits.finish(), columnCells),
  };
}

const none = new Int32Array(0);

/** Adds up (`sign` 1) or clears (0) the chances that a line's words give the words of the other side. */
function spread(
  words: Int32Array,
  rows: readonly (Row | null)[],
  chances: Float64Array,
  sign: 0 | 1,
): void {
  for (const word of words) {
    const row = rows[word];
    if (row) {
      for (let at = 0; at < row.ids.length; at += 1) {
        const id = row.ids[at] ?? 0;
        chances[id] = sign * ((chances[id] ?? 0) + (row.chances[at] ?? 0));
      }
    }
  }
}

function hitCollector(cells: number) {
  const starts = new Int32Array(cells + 1);
  let cell = 0;
  let count = 0;
  let places = new Uint16Array(4 * cells + 64);
  let chances = new Float32Array(4 * cells + 64);
  return {
    collect(words: Int32Array, given: Float64Array): void {
      const limit = Math.min(words.length, 0xffff);
      if (count + limit > places.length) {
        const size = 2 * places.length + limit;
        const morePlaces = new Uint16Array(size);
        morePlaces.set(places);
        places = morePlaces;
        const moreChances = new Float32Array(size);
        moreChances.set(chances);
        chances = moreChances;
      }
      for (let place = 0; place < limit; place += 1) {
        const chance = given[words[place] ?? 0] ?? 0;
        if (chance > 0) {
          places[count] = place;
          chances[count] = chance;
          count += 1;
        }
      }
      cell += 1;
      starts[cell] = count;
    },
    finish: (): Hits => ({ starts, places, chances }),
  };
}

/** Hits whose cells came in another order: `from[cell]` is where a cell's hits were collected. */
function reorder({ starts, places, chances }: Hits, from: Int32Array): Hits {
  const cells = from.length;
  const sorted = {
    starts: new Int32Array(cells + 1),
    places: new Uint16Array(starts[cells] ?? 0),
    chances: new Float32Array(starts[cells] ?? 0),
  };
  let count = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const begin = starts[from[cell] ?? 0] ?? 0;
    const end = starts[(from[cell] ?? 0) + 1] ?? 0;
    sorted.places.set(places.subarray(begin, end), count);
    sorted.chances.set(chances.subarray(begin, end), count);
    count += end - begin;
    sorted.starts[cell + 1] = count;
  }
  return sorted;
}

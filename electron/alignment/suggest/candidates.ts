// Which sentences are worth comparing closely: cost grows with what the texts share, not with all their pairs.
import type { SuggestionModel } from './score.ts';
import type { Steps } from './steps.ts';
import { type PairSide, type TextPair, translatedStrength } from './text-pair.ts';

/** Two passages, by number, that share more than others. */
export interface Candidate {
  readonly vi: number;
  readonly en: number;
}

export interface Candidates {
  /** By Vietnamese passage, then by rough score, the best first. */
  readonly list: readonly Candidate[];
  /** Weight of the words that two passages would share by accident, from what each shares with all the others. */
  expectedWords(vi: number, en: number): number;
}

/** So many are looked at for each Vietnamese passage. */
const perPassage = 24;

/** Finds them in two passes over the words and marks that occur on both sides. */
export function* findCandidates(pair: TextPair, model: SuggestionModel): Steps<Candidates> {
  const row = new Float64Array(pair.en.passages.length);
  const columnSums = new Float64Array(pair.en.passages.length);
  const rowSums = new Float64Array(pair.vi.passages.length);
  const addWords = rowFiller(pair);
  for (const vi of pair.vi.linkable) {
    row.fill(0);
    addWords(vi, row);
    for (const en of pair.en.linkable) {
      const words = row[en] ?? 0;
      columnSums[en] = (columnSums[en] ?? 0) + words;
      rowSums[vi] = (rowSums[vi] ?? 0) + words;
    }
    yield;
  }
  const rows = Math.max(1, pair.vi.linkable.length);
  const columns = Math.max(1, pair.en.linkable.length);
  const expectedWords = (vi: number, en: number): number =>
    Math.sqrt(((rowSums[vi] ?? 0) / columns) * ((columnSums[en] ?? 0) / rows));
  const list: Candidate[] = [];
  for (const vi of pair.vi.linkable) {
    row.fill(0);
    addWords(vi, row);
    for (const en of pair.en.linkable) {
      row[en] = model.words * ((row[en] ?? 0) - expectedWords(vi, en));
    }
    addMarks(pair, vi, model, row);
    list.push(...best(row, pair.en.linkable).map((en) => ({ vi, en })));
    yield;
  }
  return { list, expectedWords };
}

function best(row: Float64Array, places: readonly number[]): readonly number[] {
  return places
    .filter((at) => (row[at] ?? 0) > 0)
    .sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b)
    .slice(0, perPassage);
}

function addMarks(
  { vi, marks }: TextPair,
  at: number,
  { marks: weights }: SuggestionModel,
  row: Float64Array,
): void {
  for (const { key } of vi.passages[at]?.marks ?? []) {
    const mark = marks.get(key);
    if (mark !== undefined) {
      for (const en of mark.enPlaces) {
        row[en] = (row[en] ?? 0) + mark.weight * weights[mark.kind];
      }
    }
  }
}

/** Adds to a row what a Vietnamese passage shares with every English one in words; the same measure as evidence.ts. */
function rowFiller(pair: TextPair): (vi: number, row: Float64Array) => void {
  const fromWords = sideFiller(pair.en, pair);
  const toWords = wordFiller(pair);
  return (vi, row) => {
    fromWords(vi, row);
    toWords(vi, row);
  };
}

/** Over English words: how surely the Vietnamese passage answers each. */
function sideFiller(en: PairSide, { vi, answersOfVi }: TextPair) {
  const strengths = new Float64Array(en.rarity.length);
  return (at: number, row: Float64Array): void => {
    const touched: number[] = [];
    const note = (id: number, strength: number): void => {
      const known = strengths[id] ?? 0;
      if (known === 0) {
        touched.push(id);
      }
      strengths[id] = Math.max(known, strength);
    };
    for (const id of vi.translated[at] ?? []) {
      note(id, translatedStrength);
    }
    for (const word of vi.words[at] ?? []) {
      for (const { id, strength } of answersOfVi[word] ?? []) {
        note(id, strength);
      }
    }
    for (const id of touched) {
      const weight = ((strengths[id] ?? 0) * (en.rarity[id] ?? 0)) / 2;
      for (const place of en.places[id] ?? []) {
        row[place] = (row[place] ?? 0) + weight;
      }
      strengths[id] = 0;
    }
  };
}

/** Over the Vietnamese passage's words: how surely each English passage answers them. */
function wordFiller({ vi, en, answersOfVi }: TextPair) {
  const strengths = new Float64Array(en.passages.length);
  return (at: number, row: Float64Array): void => {
    for (const word of vi.words[at] ?? []) {
      const touched: number[] = [];
      const note = (place: number, strength: number): void => {
        const known = strengths[place] ?? 0;
        if (known === 0) {
          touched.push(place);
        }
        strengths[place] = Math.max(known, strength);
      };
      for (const place of vi.translatedPlaces[word] ?? []) {
        note(place, translatedStrength);
      }
      for (const { id, strength } of answersOfVi[word] ?? []) {
        for (const place of en.places[id] ?? []) {
          note(place, strength);
        }
      }
      const rarity = (vi.rarity[word] ?? 0) / 2;
      for (const place of touched) {
        row[place] = (row[place] ?? 0) + (strengths[place] ?? 0) * rarity;
        strengths[place] = 0;
      }
    }
  };
}

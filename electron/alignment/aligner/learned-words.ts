// Learns from the two texts themselves which words answer each other, over beads that are sure (after Varga et al. 2005).
import { type Row, rowOf, type TextPair, type TextSide, type WordTable } from './text-pair.ts';

/** Vietnamese and English lines that are taken to translate each other. */
export interface SurePair {
  readonly vi: readonly number[];
  readonly en: readonly number[];
}

/** Words in more beads than this share are too common to learn. */
const commonShare = 0.08;
/** Only so many of a bead's rarest words are looked at, so that cost stays linear. */
const wordsOfBead = 12;
const leastTogether = 2;
const leastDice = 0.35;
/** Added to every count before dividing, so that two beads alone do not make certainty. */
const doubt = 1;

/** The table with what is learned added to it; where both know a pair, the higher chance counts. */
export function learnWords(pair: TextPair, beads: readonly SurePair[]): WordTable {
  const viBags = beads.map(({ vi }) => rarestWords(pair.vi, vi, beads.length));
  const enBags = beads.map(({ en }) => rarestWords(pair.en, en, beads.length));
  const enCounts = countBags(enBags, pair.en.vocabulary.words.length);
  const beadsOfWord = new Map<number, number[]>();
  for (const [bead, words] of viBags.entries()) {
    for (const word of words) {
      const list = beadsOfWord.get(word);
      if (list === undefined) {
        beadsOfWord.set(word, [bead]);
      } else {
        list.push(bead);
      }
    }
  }
  const forward: (Row | null)[] = [...pair.table.forward];
  const backwardNews = new Map<number, [id: number, chance: number][]>();
  const together = new Map<number, number>();
  for (const [word, places] of beadsOfWord) {
    if (places.length < leastTogether) {
      continue;
    }
    together.clear();
    for (const bead of places) {
      for (const stem of enBags[bead] ?? []) {
        together.set(stem, (together.get(stem) ?? 0) + 1);
      }
    }
    const news: [id: number, chance: number][] = [];
    for (const [stem, count] of together) {
      const stemCount = enCounts[stem] ?? 0;
      const dice = (2 * count) / (places.length + stemCount);
      if (count >= leastTogether && dice >= leastDice) {
        news.push([stem, (dice * count) / (places.length + doubt)]);
        const back = backwardNews.get(stem) ?? [];
        back.push([word, (dice * count) / (stemCount + doubt)]);
        backwardNews.set(stem, back);
      }
    }
    forward[word] = merge(forward[word] ?? null, news);
  }
  const backward: (Row | null)[] = [...pair.table.backward];
  for (const [stem, news] of backwardNews) {
    backward[stem] = merge(backward[stem] ?? null, news);
  }
  return { forward, backward };
}

function rarestWords(side: TextSide, lines: readonly number[], beads: number): readonly number[] {
  const { lineCounts } = side.vocabulary;
  const words = new Set<number>();
  for (const line of lines) {
    for (const word of side.words[line] ?? []) {
      const count = lineCounts[word] ?? 0;
      if (count >= leastTogether && count <= Math.max(leastTogether, commonShare * beads)) {
        words.add(word);
      }
    }
  }
  return words.size <= wordsOfBead
    ? [...words]
    : [...words].sort((a, b) => (lineCounts[a] ?? 0) - (lineCounts[b] ?? 0)).slice(0, wordsOfBead);
}

function countBags(bags: readonly (readonly number[])[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const words of bags) {
    for (const word of words) {
      counts[word] = (counts[word] ?? 0) + 1;
    }
  }
  return counts;
}

function merge(
  row: Row | null,
  news: readonly (readonly [id: number, chance: number])[],
): Row | null {
  if (news.length === 0) {
    return row;
  }
  const chances = new Map<number, number>();
  if (row !== null) {
    for (const [index, id] of row.ids.entries()) {
      chances.set(id, row.chances[index] ?? 0);
    }
  }
  for (const [id, chance] of news) {
    chances.set(id, Math.max(chance, chances.get(id) ?? 0));
  }
  return rowOf([...chances]);
}

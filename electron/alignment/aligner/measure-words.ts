// What the words of a bead say: those that the lexicon finds opposite, and those that it misses.
import type { Hits } from './overlap.ts';
import type { TextSide, Vocabulary } from './text-pair.ts';

/** How much likelier than chance a hit has to be to count (the odds of a known word against an unknown one). */
const hitOdds = 2;

/** Adds a line's hits, known words without a hit and words; `group` holds its cells with each line opposite. */
export function wordMeasure(side: TextSide, hits: Hits) {
  const { shares, expected }: Vocabulary = side.vocabulary;
  const expectedOfLine = Float64Array.from(side.words, (words) => {
    let sum = 0;
    for (const word of words) {
      sum += expected[word] ?? 0;
    }
    return sum;
  });
  let longest = 0;
  for (const words of side.words) {
    longest = Math.max(longest, words.length);
  }
  const sums = new Float64Array(longest);
  const places: number[] = [];
  return (
    line: number,
    group: readonly number[],
    wordsOpposite: number,
    features: Float64Array,
    into: number,
  ): void => {
    const words = side.words[line];
    if (words === undefined) {
      return;
    }
    places.length = 0;
    for (const cell of group) {
      if (cell < 0) {
        continue;
      }
      const end = hits.starts[cell + 1] ?? 0;
      for (let hit = hits.starts[cell] ?? 0; hit < end; hit += 1) {
        const place = hits.places[hit] ?? 0;
        if (sums[place] === 0) {
          places.push(place);
        }
        sums[place] = (sums[place] ?? 0) + (hits.chances[hit] ?? 0);
      }
    }
    let found = 0;
    let missed = expectedOfLine[line] ?? 0;
    for (const place of places) {
      const word = words[place] ?? 0;
      found += Math.log1p((hitOdds * (sums[place] ?? 0)) / (wordsOpposite * (shares[word] ?? 1)));
      missed -= expected[word] ?? 0;
      sums[place] = 0;
    }
    features[into] = (features[into] ?? 0) + found;
    features[into + 1] = (features[into + 1] ?? 0) + missed;
    features[into + 2] = (features[into + 2] ?? 0) + words.length;
  };
}

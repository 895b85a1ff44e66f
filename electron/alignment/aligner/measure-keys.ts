// What the keys of a bead say: quantities or names that both sides have, and those that one side lacks.
import type { TextPair } from './text-pair.ts';

/** Adds the weights of the keys that both sides have, and of those that one has more often. */
export function keyMeasure({ keyWeights }: TextPair) {
  const counts = new Int32Array(keyWeights.length);
  return (
    vi: readonly Int32Array[],
    viLines: readonly number[],
    en: readonly Int32Array[],
    enLines: readonly number[],
    features: Float64Array,
    into: number,
  ): void => {
    let viTotal = 0;
    for (const line of viLines) {
      for (const key of vi[line] ?? noKeys) {
        counts[key] = (counts[key] ?? 0) + 1;
        viTotal += keyWeights[key] ?? 0;
      }
    }
    let shared = 0;
    let enTotal = 0;
    for (const line of enLines) {
      for (const key of en[line] ?? noKeys) {
        enTotal += keyWeights[key] ?? 0;
        if ((counts[key] ?? 0) > 0) {
          counts[key] = (counts[key] ?? 0) - 1;
          shared += keyWeights[key] ?? 0;
        }
      }
    }
    for (const line of viLines) {
      for (const key of vi[line] ?? noKeys) {
        counts[key] = 0;
      }
    }
    features[into] = shared;
    features[into + 1] = viTotal + enTotal - 2 * shared;
  };
}

const noKeys = new Int32Array(0);

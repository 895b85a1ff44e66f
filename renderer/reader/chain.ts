// The longest run of links that keeps the order of both texts: what rows and scrolling can follow.

export interface OrderedPair {
  /** Ordinal in the left text. */
  readonly left: number;
  /** Ordinal in the right text. */
  readonly right: number;
}

/**
 * The longest subsequence that strictly increases on both sides, in order.
 * Patience sorting: O(n log n) for n pairs.
 */
export function monotoneChain<Pair extends OrderedPair>(pairs: readonly Pair[]): readonly Pair[] {
  // Equal left ordinals go by falling right ordinal, so that at most one of them enters the chain.
  const sorted = [...pairs].sort((a, b) => a.left - b.left || b.right - a.right);
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [at, pair] of sorted.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = sorted[tails[middle] ?? 0];
      if (tail !== undefined && tail.right < pair.right) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    previous[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
  }
  const chain: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = sorted[at];
    if (pair !== undefined) {
      chain.unshift(pair);
    }
  }
  return chain;
}

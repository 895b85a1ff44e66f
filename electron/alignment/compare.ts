// Tells two sets of links between the same documents apart.
import type { Link } from './alignment.ts';
import { sameSides } from './plan.ts';

/** Two links that share a side, or all sentences with another judgement. */
export interface DifferingLinks {
  readonly left: Link;
  readonly right: Link;
  /** `partners`: one side is the same, the other is not. `judgement`: status, lock or comment differ. */
  readonly what: 'partners' | 'judgement';
}

/** Every link of either set stands in one place exactly. */
export interface Comparison {
  /** As they stand on the left. */
  readonly same: readonly Link[];
  readonly changed: readonly DifferingLinks[];
  readonly onlyLeft: readonly Link[];
  readonly onlyRight: readonly Link[];
  /** Links of a snapshot whose sentences are no longer to be found. */
  readonly lostCount: number;
}

/**
 * Pairs links that join the same sentences; then, of the rest, those with the same first side, and those with the same
 * second. Rejected links are paired with others only where they join the same sentences.
 */
export function compareLinks(
  left: readonly Link[],
  right: readonly Link[],
): Omit<Comparison, 'lostCount'> {
  const same: Link[] = [];
  const changed: DifferingLinks[] = [];
  const onSides = pairBy(left, right, (link) => sideKey(link, 0) + sideKey(link, 1));
  for (const [one, other] of onSides.pairs) {
    if (sameSides(one, other) && sameJudgement(one, other)) {
      same.push(one);
    } else {
      changed.push({ left: one, right: other, what: 'judgement' });
    }
  }
  const onFirst = pairBy(onSides.left, onSides.right, (link) => standingKey(link, 0));
  const onSecond = pairBy(onFirst.left, onFirst.right, (link) => standingKey(link, 1));
  for (const [one, other] of [...onFirst.pairs, ...onSecond.pairs]) {
    changed.push({ left: one, right: other, what: 'partners' });
  }
  return { same, changed, onlyLeft: onSecond.left, onlyRight: onSecond.right };
}

function sideKey({ sides }: Link, side: 0 | 1): string {
  return `${sides[side].segmentIds.join(' ')}|`;
}

function standingKey(link: Link, side: 0 | 1): string | null {
  return link.status === 'rejected' ? null : sideKey(link, side);
}

function sameJudgement(one: Link, other: Link): boolean {
  return (
    one.status === other.status && one.locked === other.locked && one.comment === other.comment
  );
}

interface Paired<Item> {
  readonly pairs: readonly (readonly [Item, Item])[];
  readonly left: readonly Item[];
  readonly right: readonly Item[];
}

/** Pairs items of equal keys, first with first; an item whose key is null stays alone. */
export function pairBy<Item>(
  left: readonly Item[],
  right: readonly Item[],
  keyOf: (item: Item) => string | null,
): Paired<Item> {
  const waiting = Map.groupBy(right, keyOf);
  const pairs: (readonly [Item, Item])[] = [];
  const alone: Item[] = [];
  const paired = new Set<Item>();
  for (const one of left) {
    const key = keyOf(one);
    const other = key === null ? undefined : waiting.get(key)?.shift();
    if (other === undefined) {
      alone.push(one);
    } else {
      pairs.push([one, other]);
      paired.add(other);
    }
  }
  return { pairs, left: alone, right: right.filter((item) => !paired.has(item)) };
}

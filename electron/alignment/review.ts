// Going through an alignment's links: their order in the text, which are doubtful, what is linked where.
import type { SegmentId } from '../corpus/document.ts';
import type { Alignment, Link, LinkId } from './alignment.ts';

/** Every sentence of each document in reading order, in the order of an alignment's documents. */
export type ReadingOrder = readonly [readonly SegmentId[], readonly SegmentId[]];

/** Below this a suggestion is doubtful unless said otherwise. */
export const doubtThreshold = 0.9;

/** The links by the place of their first sentence in the first text, then in the second. */
export function inTextOrder(
  { links }: Pick<Alignment, 'links'>,
  order: ReadingOrder,
): readonly Link[] {
  const places = placesOf(order);
  const at = (link: Link, side: 0 | 1): number =>
    places.get(link.sides[side].segmentIds[0] ?? link.id) ?? Number.POSITIVE_INFINITY;
  const compare = (one: number, other: number) => (one === other ? 0 : one - other);
  return [...links].sort(
    (a, b) => compare(at(a, 0), at(b, 0)) || compare(at(a, 1), at(b, 1)) || (a.id < b.id ? -1 : 1),
  );
}

/** Whether the reader has yet to decide on a link that the machine is not sure of. */
export function isDoubtful(link: Link, threshold: number = doubtThreshold): boolean {
  return link.status === 'suggested' && (link.confidence === null || link.confidence < threshold);
}

/** The doubtful link after (1) or before (-1) another in text order, going round; null where there is none. */
export function nextDoubtful(
  alignment: Pick<Alignment, 'links'>,
  order: ReadingOrder,
  from: LinkId | null,
  direction: 1 | -1,
  threshold: number = doubtThreshold,
): Link | null {
  const links = inTextOrder(alignment, order);
  const start = links.findIndex(({ id }) => id === from);
  const first = start === -1 && direction === -1 ? links.length : start;
  for (let step = 1; step <= links.length; step += 1) {
    const link = links[(first + direction * step + 2 * links.length) % links.length];
    if (link !== undefined && link.id !== from && isDoubtful(link, threshold)) {
      return link;
    }
  }
  return null;
}

export const stretchStates = ['confirmed', 'suggested', 'doubtful', 'unlinked'] as const;
export type StretchState = (typeof stretchStates)[number];

/** A run of sentences that stand alike. Numbers count the sentences of one side from 0, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly state: StretchState;
}

/** One side's sentences as runs that stand alike, in order; of several links of a sentence the surest counts. */
export function stretches(
  { links }: Pick<Alignment, 'links'>,
  order: readonly SegmentId[],
  side: 0 | 1,
  threshold: number = doubtThreshold,
): readonly Stretch[] {
  const states = new Map<SegmentId, StretchState>();
  for (const link of links) {
    if (link.status === 'rejected') {
      continue;
    }
    const state =
      link.status === 'confirmed'
        ? 'confirmed'
        : isDoubtful(link, threshold)
          ? 'doubtful'
          : 'suggested';
    for (const id of link.sides[side].segmentIds) {
      const known = states.get(id);
      if (known === undefined || stretchStates.indexOf(state) < stretchStates.indexOf(known)) {
        states.set(id, state);
      }
    }
  }
  const runs: { from: number; to: number; state: StretchState }[] = [];
  for (const [at, id] of order.entries()) {
    const state = states.get(id) ?? 'unlinked';
    const last = runs.at(-1);
    if (last?.state === state) {
      last.to = at + 1;
    } else {
      runs.push({ from: at, to: at + 1, state });
    }
  }
  return runs;
}

/** The number of each sentence within its own document, from 0. */
export function placesOf(order: ReadingOrder): ReadonlyMap<string, number> {
  return new Map(order.flatMap((ids) => ids.map((id, at) => [id, at] as const)));
}

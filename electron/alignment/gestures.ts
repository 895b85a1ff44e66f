// What each gesture on links comes to, as edits: pure, for the page to give to `history.apply` as one group.
import type { Annotation } from '../annotation/annotation.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import type { SegmentId } from '../corpus/document.ts';
import type { Edit } from '../history/edit.ts';
import type { Alignment, Link, LinkId, LinkStatus } from './alignment.ts';
import { joinLinks, redirectNotes } from './join.ts';
import { sameSides } from './plan.ts';
import { inTextOrder, placesOf, type ReadingOrder } from './review.ts';

/** What must be known to plan a gesture. */
export interface Gesturing {
  readonly alignment: Alignment;
  /** Every sentence of each document in reading order, in the order of the alignment's documents. */
  readonly order: ReadingOrder;
  /** All annotations: a note about a link that is merged into another goes over to that one. */
  readonly annotations: readonly Annotation[];
  /** A new UUID at each call. */
  readonly newId: () => string;
  /** The time: ISO 8601, UTC. */
  readonly now: () => string;
}

/** The edits of one gesture, or why it cannot be done; never empty. */
export type Gesture = Result<readonly Edit[]>;

/** The sentences of each side, in any order. */
export type SidesToLink = readonly [readonly SegmentId[], readonly SegmentId[]];

/** Where a boundary of a link is to be moved. */
export interface BoundaryMove {
  readonly side: 0 | 1;
  readonly edge: 'start' | 'end';
  /** `in`: the sentence beyond the edge comes into the link. `out`: the one at the edge leaves it. */
  readonly move: 'in' | 'out';
}

/**
 * Links sentences by hand: a new confirmed link, or the one of just these sentences confirmed; `link-exists` where that is
 * confirmed already. In an alignment of the kind `translation` the sentences are taken out of their other links.
 */
export function planLink(gesturing: Gesturing, sentences: SidesToLink): Gesture {
  const { alignment, newId, now } = gesturing;
  if (sentences.some((side) => side.length === 0)) {
    return fail('link-side-empty', {});
  }
  const sides = sidesOf(gesturing, sentences);
  const same = alignment.links.find((link) => sameSides(link, { sides }));
  if (same !== undefined) {
    return same.status === 'confirmed'
      ? fail('link-exists', { link: same.id })
      : planStatus(gesturing, [same.id], 'confirmed');
  }
  const cleared = clear(gesturing, sentences.flat(), []);
  if (!cleared.ok) {
    return cleared;
  }
  const link: Link = {
    // A new UUID is what the schema asks of a link's id.
    id: newId() as LinkId,
    alignmentId: alignment.id,
    sides,
    status: 'confirmed',
    origin: 'reader',
    confidence: null,
    reasons: [],
    locked: false,
    comment: '',
    createdAt: now(),
  };
  return succeed([...cleared.value, { type: 'link.add', link }]);
}

/** Removes links. */
export function planUnlink(gesturing: Gesturing, linkIds: readonly LinkId[]): Gesture {
  const links = findFree(gesturing, linkIds);
  return links.ok
    ? succeed(links.value.map(({ id }) => ({ type: 'link.remove', linkId: id })))
    : links;
}

/** Confirms, rejects or doubts links. What confirming brings back into a `translation` is taken out of other links. */
export function planStatus(
  gesturing: Gesturing,
  linkIds: readonly LinkId[],
  status: LinkStatus,
): Gesture {
  const links = findFree(gesturing, linkIds);
  if (!links.ok) {
    return links;
  }
  const returning =
    status === 'confirmed' ? links.value.filter((link) => link.status === 'rejected') : [];
  const cleared = clear(gesturing, returning.flatMap(sentencesOf), linkIds);
  return cleared.ok
    ? succeed([
        ...cleared.value,
        ...links.value.map(
          ({ id }) => ({ type: 'link.change', linkId: id, changes: { status } }) as const,
        ),
      ])
    : cleared;
}

/** Locks links or unlocks them. */
export function planLock(
  { alignment }: Gesturing,
  linkIds: readonly LinkId[],
  locked: boolean,
): Gesture {
  const links = findLinks(alignment, linkIds);
  return links.ok
    ? succeed(
        links.value.map(({ id }) => ({ type: 'link.change', linkId: id, changes: { locked } })),
      )
    : links;
}

/** A link that may be changed, and which of its sides a sentence belongs to. */
function findPlace(
  gesturing: Gesturing,
  linkId: LinkId,
  segmentId: SegmentId,
): Result<{ readonly link: Link; readonly side: 0 | 1 }> {
  const found = findFree(gesturing, [linkId]);
  if (!found.ok) {
    return found;
  }
  const [link] = found.value;
  const side = sideOfSentence(gesturing, segmentId);
  return link === undefined || side === null
    ? fail('link-segment-unknown', { segment: segmentId })
    : succeed({ link, side });
}

/** Adds a sentence to a link, on the side of its document. */
export function planAddSentence(
  gesturing: Gesturing,
  linkId: LinkId,
  segmentId: SegmentId,
): Gesture {
  const found = findPlace(gesturing, linkId, segmentId);
  if (!found.ok) {
    return found;
  }
  const { link, side } = found.value;
  if (link.sides[side].segmentIds.includes(segmentId)) {
    return fail('link-exists', { link: linkId });
  }
  const widened = [...link.sides[side].segmentIds, segmentId];
  return byHand(gesturing, link, replaced(link, side, widened));
}

/** Takes a sentence out of a link; `link-side-empty` where it is the last of its side. */
export function planRemoveSentence(
  gesturing: Gesturing,
  linkId: LinkId,
  segmentId: SegmentId,
): Gesture {
  const found = findPlace(gesturing, linkId, segmentId);
  if (!found.ok) {
    return found;
  }
  const { link, side } = found.value;
  if (!link.sides[side].segmentIds.includes(segmentId)) {
    return fail('link-segment-unknown', { segment: segmentId });
  }
  const left = link.sides[side].segmentIds.filter((id) => id !== segmentId);
  return left.length === 0
    ? fail('link-side-empty', {})
    : byHand(gesturing, link, replaced(link, side, left));
}

/**
 * Moves one boundary of a link by a sentence. In a `translation` that sentence leaves the neighbouring link, or goes to it;
 * a neighbour left without a sentence on that side is removed, and a locked one gives nothing and takes nothing.
 */
export function planMoveBoundary(
  gesturing: Gesturing,
  linkId: LinkId,
  { side, edge, move }: BoundaryMove,
): Gesture {
  const found = findFree(gesturing, [linkId]);
  if (!found.ok) {
    return found;
  }
  const [link] = found.value;
  const sentences = link?.sides[side].segmentIds ?? [];
  const edgeId = edge === 'start' ? sentences[0] : sentences.at(-1);
  if (edgeId === undefined) {
    return fail('link-not-found', { link: linkId });
  }
  const order = gesturing.order[side];
  const beyond = order[order.indexOf(edgeId) + (edge === 'start' ? -1 : 1)];
  if (move === 'in') {
    return beyond === undefined
      ? fail('link-without-neighbour', {})
      : planAddSentence(gesturing, linkId, beyond);
  }
  const narrowed = planRemoveSentence(gesturing, linkId, edgeId);
  const neighbour = gesturing.alignment.links.find(
    (other) =>
      other.id !== linkId &&
      other.status !== 'rejected' &&
      beyond !== undefined &&
      other.sides[side].segmentIds.includes(beyond),
  );
  const isGiven =
    gesturing.alignment.kind === 'translation' &&
    link?.status !== 'rejected' &&
    neighbour !== undefined &&
    !neighbour.locked;
  if (!narrowed.ok || !isGiven) {
    return narrowed;
  }
  const given = replaced(neighbour, side, [...neighbour.sides[side].segmentIds, edgeId]);
  return succeed([...narrowed.value, inPassing(gesturing, neighbour, given)]);
}

/** Makes one confirmed link of several; the first in the text holds all, and notes about the others go over to it. */
export function planMergeLinks(gesturing: Gesturing, linkIds: readonly LinkId[]): Gesture {
  const found = findFree(gesturing, linkIds);
  if (!found.ok) {
    return found;
  }
  const [first, ...others] = inTextOrder({ links: found.value }, gesturing.order);
  if (first === undefined || others.length === 0) {
    return fail('link-without-neighbour', {});
  }
  const joined = joinLinks(first, others);
  const gone = others.map(({ id }) => id);
  const { comment } = joined;
  const more = comment === first.comment ? {} : { comment };
  const widened = byHand(gesturing, first, joined.sides, more, gone);
  return widened.ok
    ? succeed([
        ...redirectNotes(gesturing.annotations, new Map(gone.map((id) => [id, first.id]))),
        ...gone.map((linkId) => ({ type: 'link.remove', linkId }) as const),
        ...widened.value,
      ])
    : widened;
}

/** Parts a link: the first `at[0]` and `at[1]` sentences of its sides stay, the others make a link of their own. */
export function planSplitLink(
  gesturing: Gesturing,
  linkId: LinkId,
  at: readonly [number, number],
): Gesture {
  const found = findFree(gesturing, [linkId]);
  if (!found.ok) {
    return found;
  }
  const [link] = found.value;
  const isInside = ([0, 1] as const).every(
    (side) => at[side] >= 1 && at[side] < (link?.sides[side].segmentIds.length ?? 0),
  );
  if (link === undefined || !isInside) {
    return fail('link-unsplittable', {});
  }
  const [first, second] = link.sides.map(({ segmentIds }) => segmentIds);
  const stays = [first?.slice(0, at[0]) ?? [], second?.slice(0, at[1]) ?? []] as const;
  const goes = [first?.slice(at[0]) ?? [], second?.slice(at[1]) ?? []] as const;
  const other: Link = {
    ...link,
    id: gesturing.newId() as LinkId,
    sides: sidesOf(gesturing, goes),
    status: 'confirmed',
    origin: 'reader',
    confidence: null,
    reasons: [],
    comment: '',
    createdAt: gesturing.now(),
  };
  const cleared = clear(gesturing, sentencesOf(link), [linkId]);
  return cleared.ok
    ? succeed([
        ...cleared.value,
        changeByHand(gesturing, link, sidesOf(gesturing, stays)),
        { type: 'link.add', link: other },
      ])
    : cleared;
}

/**
 * The edits that set a link's sides by hand. It is confirmed by that, so that in a `translation` the other links (but for
 * `except`) give up its sentences: the new one, and all of them where it was rejected before.
 */
function byHand(
  gesturing: Gesturing,
  link: Link,
  sides: Link['sides'],
  more: { readonly comment?: string } = {},
  except: readonly LinkId[] = [],
): Gesture {
  const sentences = sides.flatMap(({ segmentIds }) => segmentIds);
  const cleared = clear(gesturing, sentences, [link.id, ...except]);
  return cleared.ok
    ? succeed([...cleared.value, changeByHand(gesturing, link, sides, more)])
    : cleared;
}

/** The change that the reader makes to a link's sides: it is the reader's from then on. */
function changeByHand(
  gesturing: Gesturing,
  link: Link,
  sides: Link['sides'],
  more: { readonly comment?: string } = {},
): Edit {
  return {
    type: 'link.change',
    linkId: link.id,
    changes: {
      sides: inOrder(gesturing, sides),
      status: 'confirmed',
      origin: 'reader',
      confidence: null,
      reasons: [],
      ...more,
    },
  };
}

/** The change of a link whose sides change with another one's: its status stays, what it was sure of does not. */
function inPassing(gesturing: Gesturing, link: Link, sides: Link['sides']): Edit {
  return {
    type: 'link.change',
    linkId: link.id,
    changes: { sides: inOrder(gesturing, sides), confidence: null },
  };
}

/** Takes sentences out of the links of a `translation` that have them, but for some; rejected links are left alone. */
function clear(
  gesturing: Gesturing,
  sentences: readonly SegmentId[],
  except: readonly LinkId[],
): Gesture {
  const { kind, links } = gesturing.alignment;
  const taken = new Set(sentences);
  const edits: Edit[] = [];
  for (const link of kind === 'translation' ? links : []) {
    const isTouched = sentencesOf(link).some((id) => taken.has(id));
    if (!isTouched || link.status === 'rejected' || except.includes(link.id)) {
      continue;
    }
    if (link.locked) {
      return fail('link-locked', { link: link.id });
    }
    const left = link.sides.map((side) => side.segmentIds.filter((id) => !taken.has(id)));
    const [first = [], second = []] = left;
    edits.push(
      first.length === 0 || second.length === 0
        ? { type: 'link.remove', linkId: link.id }
        : inPassing(gesturing, link, sidesOf(gesturing, [first, second])),
    );
  }
  return succeed(edits);
}

function findLinks(alignment: Alignment, linkIds: readonly LinkId[]): Result<readonly Link[]> {
  const found: Link[] = [];
  for (const linkId of new Set(linkIds)) {
    const link = alignment.links.find(({ id }) => id === linkId);
    if (link === undefined) {
      return fail('link-not-found', { link: linkId });
    }
    found.push(link);
  }
  return succeed(found);
}

/** The links, none of them locked. */
function findFree({ alignment }: Gesturing, linkIds: readonly LinkId[]): Result<readonly Link[]> {
  const links = findLinks(alignment, linkIds);
  const locked = links.ok ? links.value.find((link) => link.locked) : undefined;
  return locked === undefined ? links : fail('link-locked', { link: locked.id });
}

function sentencesOf(link: Link): readonly SegmentId[] {
  return link.sides.flatMap(({ segmentIds }) => segmentIds);
}

function sideOfSentence({ order }: Gesturing, segmentId: SegmentId): 0 | 1 | null {
  return order[0].includes(segmentId) ? 0 : order[1].includes(segmentId) ? 1 : null;
}

function replaced(link: Link, side: 0 | 1, segmentIds: readonly SegmentId[]): Link['sides'] {
  const [first, second] = link.sides;
  return side === 0 ? [{ ...first, segmentIds }, second] : [first, { ...second, segmentIds }];
}

function sidesOf(gesturing: Gesturing, [first, second]: SidesToLink): Link['sides'] {
  const [firstId, secondId] = gesturing.alignment.documentIds;
  return inOrder(gesturing, [
    { documentId: firstId, segmentIds: first },
    { documentId: secondId, segmentIds: second },
  ]);
}

function inOrder({ order }: Gesturing, [first, second]: Link['sides']): Link['sides'] {
  const places = placesOf(order);
  const sorted = (ids: readonly SegmentId[]) =>
    [...new Set(ids)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return [
    { ...first, segmentIds: sorted(first.segmentIds) },
    { ...second, segmentIds: sorted(second.segmentIds) },
  ];
}

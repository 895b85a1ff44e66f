// What an edit does to a link: pure, checked, and with the edit that takes it back.
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import type { DocumentId, SegmentId } from '../corpus/document.ts';
import { storableText } from '../storage/storable-text.ts';
import type { AlignmentHead, AlignmentId, Link, LinkId, LinkSide } from './alignment.ts';
import type { LinkEdit } from './edits.ts';

/** Where a sentence stands: its document, and its start there in UTF-16 code units. */
export interface SegmentPlace {
  readonly documentId: DocumentId;
  readonly startOffset: number;
}

/** What must be known to apply edits of links: the links they name, and what the links stand on. */
export interface LinkState {
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly alignments: ReadonlyMap<AlignmentId, AlignmentHead>;
  readonly segments: ReadonlyMap<SegmentId, SegmentPlace>;
}

/** One link after an edit (null: it is gone), and the edit that restores what was there before. */
export interface LinkStep {
  readonly linkId: LinkId;
  readonly link: Link | null;
  readonly inverse: LinkEdit;
}

/**
 * The outcome of one edit. Sides are brought into reading order without repeats; a side that is empty, or
 * that does not lie in the alignment's document of that place, fails. A locked link takes nothing but `locked: false`.
 */
export function stepLinkEdit(state: LinkState, edit: LinkEdit): Result<LinkStep> {
  const link = edit.type === 'link.add' ? undefined : state.links.get(edit.linkId);
  return link?.locked && !isUnlocking(edit)
    ? fail('link-locked', { link: link.id })
    : restoreLinkEdit(state, edit);
}

function isUnlocking(edit: LinkEdit): boolean {
  return (
    edit.type === 'link.change' && Object.keys(edit.changes).every((name) => name === 'locked')
  );
}

/** As {@link stepLinkEdit}, for an inverse that the history kept: no lock holds it. */
export function restoreLinkEdit(state: LinkState, edit: LinkEdit): Result<LinkStep> {
  switch (edit.type) {
    case 'link.add':
      return addLink(state, edit.link);
    case 'link.remove': {
      const link = state.links.get(edit.linkId);
      return link === undefined
        ? fail('link-not-found', { link: edit.linkId })
        : succeed({ linkId: link.id, link: null, inverse: { type: 'link.add', link } });
    }
    case 'link.change':
      return changeLink(state, edit);
    default:
      return assertNever(edit);
  }
}

function addLink(state: LinkState, link: Link): Result<LinkStep> {
  if (state.links.has(link.id)) {
    return fail('link-exists', { link: link.id });
  }
  const sides = checkSides(state, link.alignmentId, link.sides);
  if (!sides.ok) {
    return sides;
  }
  return succeed({
    linkId: link.id,
    link: { ...link, sides: sides.value, comment: storableText(link.comment) },
    inverse: { type: 'link.remove', linkId: link.id },
  });
}

function changeLink(
  state: LinkState,
  { linkId, changes }: Extract<LinkEdit, { type: 'link.change' }>,
): Result<LinkStep> {
  const link = state.links.get(linkId);
  if (link === undefined) {
    return fail('link-not-found', { link: linkId });
  }
  const sides =
    changes.sides === undefined
      ? succeed(link.sides)
      : checkSides(state, link.alignmentId, changes.sides);
  if (!sides.ok) {
    return sides;
  }
  const next: Partial<Link> = {
    ...changes,
    ...(changes.sides === undefined ? {} : { sides: sides.value }),
    ...(changes.comment === undefined ? {} : { comment: storableText(changes.comment) }),
  };
  return succeed({
    linkId,
    link: { ...link, ...next },
    inverse: {
      type: 'link.change',
      linkId,
      changes: {
        ...(changes.sides === undefined ? {} : { sides: link.sides }),
        ...(changes.status === undefined ? {} : { status: link.status }),
        ...(changes.origin === undefined ? {} : { origin: link.origin }),
        ...(changes.confidence === undefined ? {} : { confidence: link.confidence }),
        ...(changes.reasons === undefined ? {} : { reasons: link.reasons }),
        ...(changes.locked === undefined ? {} : { locked: link.locked }),
        ...(changes.comment === undefined ? {} : { comment: link.comment }),
      },
    },
  });
}

function checkSides(
  state: LinkState,
  alignmentId: AlignmentId,
  [first, second]: Link['sides'],
): Result<Link['sides']> {
  const documentIds = state.alignments.get(alignmentId)?.documentIds;
  if (documentIds === undefined) {
    return fail('alignment-not-found', { alignment: alignmentId });
  }
  const checkedFirst = checkSide(state, first, documentIds[0]);
  if (!checkedFirst.ok) {
    return checkedFirst;
  }
  const checkedSecond = checkSide(state, second, documentIds[1]);
  return checkedSecond.ok ? succeed([checkedFirst.value, checkedSecond.value]) : checkedSecond;
}

function checkSide(state: LinkState, side: LinkSide, documentId: DocumentId): Result<LinkSide> {
  if (side.segmentIds.length === 0) {
    return fail('link-side-empty', {});
  }
  const offsets = new Map<SegmentId, number>();
  for (const segmentId of side.segmentIds) {
    const place = state.segments.get(segmentId);
    if (place?.documentId !== documentId || side.documentId !== documentId) {
      return fail('link-segment-unknown', { segment: segmentId });
    }
    offsets.set(segmentId, place.startOffset);
  }
  const ordered = [...offsets].sort(([, a], [, b]) => a - b).map(([segmentId]) => segmentId);
  return succeed({ documentId, segmentIds: ordered });
}

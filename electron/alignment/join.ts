// Makes one link of several.
import type { Annotation, Target } from '../annotation/annotation.ts';
import type { AnnotationEdit } from '../annotation/edits.ts';
import type { Link, LinkId, LinkOrigin, LinkSide } from './alignment.ts';

/**
 * The link that holds what several of one alignment hold, under the first one's id. Sides are joined without repeats, in
 * the order given, comments likewise. It is confirmed or rejected where all are, otherwise a suggestion of no stated confidence; locked
 * where one is.
 */
export function joinLinks(first: Link, others: readonly Link[]): Link {
  const all = [first, ...others];
  const alike = all.every(({ status }) => status === first.status);
  return {
    ...first,
    sides: [
      joinSides(all.map(({ sides }) => sides[0])),
      joinSides(all.map(({ sides }) => sides[1])),
    ],
    status: alike ? first.status : 'suggested',
    origin: joinOrigins(all.map(({ origin }) => origin)),
    confidence: null,
    reasons: [],
    locked: all.some(({ locked }) => locked),
    comment: [...new Set(all.map(({ comment }) => comment))]
      .filter((comment) => comment !== '')
      .join('; ')
      .slice(0, 10_000),
  };
}

/** The edits that make notes about links that go into notes about those that stay in their place. */
export function redirectNotes(
  annotations: Iterable<Annotation>,
  stayingFor: ReadonlyMap<LinkId, LinkId>,
): readonly AnnotationEdit[] {
  const isGone = (target: Target) => target.type === 'link' && stayingFor.has(target.linkId);
  return [...annotations]
    .filter(({ targets }) => targets.some(isGone))
    .map(({ id, targets }) => ({
      type: 'annotation.change',
      annotationId: id,
      changes: { targets: redirected(targets, stayingFor) },
    }));
}

function redirected(targets: readonly Target[], stayingFor: ReadonlyMap<LinkId, LinkId>): Target[] {
  const seen = new Set<LinkId>();
  return targets.flatMap((target): readonly Target[] => {
    if (target.type !== 'link') {
      return [target];
    }
    const linkId = stayingFor.get(target.linkId) ?? target.linkId;
    const isNew = !seen.has(linkId);
    seen.add(linkId);
    return isNew ? [{ ...target, linkId }] : [];
  });
}

function joinSides(sides: readonly LinkSide[]): LinkSide {
  const [first] = sides;
  if (first === undefined) {
    throw new Error('no side to join');
  }
  return {
    documentId: first.documentId,
    segmentIds: [...new Set(sides.flatMap(({ segmentIds }) => segmentIds))],
  };
}

function joinOrigins(origins: readonly LinkOrigin[]): LinkOrigin {
  const [first = 'reader'] = origins;
  return origins.every((origin) => origin === first) ? first : 'reader';
}

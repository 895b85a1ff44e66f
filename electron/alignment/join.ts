// Makes one link of several.
import type { Annotation, Target } from '../annotation/annotation.ts';
import type { AnnotationEdit } from '../annotation/edits.ts';
import type { Link, LinkId, LinkOrigin, LinkSide } from './alignment.ts';

/**
 * The link that holds what several of one alignment hold, under the first one's id. Sides are joined without repeats, in
 * the order given, comments likewise. It is confirmed or rejected where all are; otherwise a suggestion of no stated
 * confidence.
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
    comment: [...new Set(all.map(({ comment }) => comment))]
      .filter((comment) => comment !== '')
      .join('; ')
      .slice(0, 10_000),
  };
}

/** The edits that make notes about links that go into notes about the one that stays. */
export function redirectNotes(
  annotations: Iterable<Annotation>,
  gone: readonly LinkId[],
  staying: LinkId,
): readonly AnnotationEdit[] {
  const isGone = (target: Target) => target.type === 'link' && gone.includes(target.linkId);
  return [...annotations]
    .filter(({ targets }) => targets.some(isGone))
    .map(({ id, targets }) => ({
      type: 'annotation.change',
      annotationId: id,
      changes: { targets: redirected(targets, isGone, staying) },
    }));
}

function redirected(
  targets: readonly Target[],
  isGone: (target: Target) => boolean,
  staying: LinkId,
): Target[] {
  const seen = new Set<LinkId>();
  return targets
    .map((target) => (isGone(target) ? ({ type: 'link', linkId: staying } as const) : target))
    .filter((target) => {
      const repeated = target.type === 'link' && seen.has(target.linkId);
      if (target.type === 'link') {
        seen.add(target.linkId);
      }
      return !repeated;
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

// Puts a portable alignment back onto the documents as they are now.
import { findSpanTarget, makeSpanTarget } from '../annotation/anchor.ts';
import type { SpanTarget } from '../annotation/annotation.ts';
import type { DocumentText, SegmentId } from '../corpus/document.ts';
import type { AlignmentHead, Link, LinkId, LinkSide } from './alignment.ts';
import { joinLinks } from './join.ts';
import type { PhraseLink } from './phrase.ts';
import type { OmittedLink } from './plan.ts';
import type { Portable, PortableLink, PortablePhrase } from './portable.ts';
import { resolveSentences } from './resolve.ts';

/** What could be put back, under the ids that it had. */
export interface Restored {
  readonly links: readonly Link[];
  readonly phrases: readonly PhraseLink[];
  readonly omitted: readonly OmittedLink[];
}

/**
 * The links and phrases of a portable alignment in the documents given, which are those of `head` in its order. A link
 * stands on what is left of its sentences; one that has none left on a side is omitted. Where the alignment is a
 * `translation`, links that now share a sentence are one.
 */
export function fromPortable(
  portable: Portable,
  head: Pick<AlignmentHead, 'id' | 'documentIds' | 'kind'>,
  documents: readonly [DocumentText, DocumentText],
): Restored {
  const sides = [0, 1].map((side) => {
    const { sentences } = portable.documents[side as 0 | 1];
    const document = documents[side as 0 | 1];
    const order = document.paragraphs.flatMap(({ segments }) => segments.map(({ id }) => id));
    return {
      resolved: resolveSentences(sentences, document),
      places: new Map(order.map((id, at) => [id, at] as const)),
    };
  });
  const sideOf = (link: PortableLink, side: 0 | 1): LinkSide => {
    const { resolved, places } = sides[side] ?? { resolved: new Map(), places: new Map() };
    const ids = new Set<SegmentId>(link.sides[side].flatMap((id) => resolved.get(id) ?? []));
    return {
      documentId: head.documentIds[side],
      segmentIds: [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
    };
  };
  const texts = portable.documents.map(
    ({ sentences }) => new Map(sentences.map(({ id, text }) => [id, text])),
  );
  const links: Link[] = [];
  const omitted: OmittedLink[] = [];
  for (const link of portable.links) {
    const found = [sideOf(link, 0), sideOf(link, 1)] as const;
    if (found.some(({ segmentIds }) => segmentIds.length === 0)) {
      omitted.push({ texts: textsOf(link, texts), why: 'sentences-gone' });
    } else {
      links.push({ ...link, alignmentId: head.id, sides: found });
    }
  }
  return {
    links: head.kind === 'translation' ? joinOverlapping(links, sides) : links,
    phrases: portable.phrases.flatMap((phrase) => restorePhrase(phrase, head, documents) ?? []),
    omitted,
  };
}

/** Joins links that share a sentence, rejected ones aside; the first keeps its id and its place. */
function joinOverlapping(
  links: readonly Link[],
  sides: readonly { readonly places: ReadonlyMap<SegmentId, number> }[],
): readonly Link[] {
  const joined = new Map<LinkId, Link>();
  const holders = new Map<SegmentId, LinkId>();
  for (const link of links) {
    const others = new Set(
      link.status === 'rejected' ? [] : sentencesOf(link).flatMap((id) => holders.get(id) ?? []),
    );
    const [first, ...rest] = [...others].flatMap((id) => joined.get(id) ?? []);
    const whole = first === undefined ? link : inOrder(joinLinks(first, [...rest, link]), sides);
    for (const { id } of rest) {
      joined.delete(id);
    }
    joined.set(whole.id, whole);
    for (const id of whole.status === 'rejected' ? [] : sentencesOf(whole)) {
      holders.set(id, whole.id);
    }
  }
  return [...joined.values()];
}

function sentencesOf({ sides }: Link): readonly SegmentId[] {
  return sides.flatMap(({ segmentIds }) => segmentIds);
}

function inOrder(
  link: Link,
  sides: readonly { readonly places: ReadonlyMap<SegmentId, number> }[],
): Link {
  const sort = (side: 0 | 1): LinkSide => {
    const places = sides[side]?.places;
    return {
      ...link.sides[side],
      segmentIds: [...link.sides[side].segmentIds].sort(
        (a, b) => (places?.get(a) ?? 0) - (places?.get(b) ?? 0),
      ),
    };
  };
  return { ...link, sides: [sort(0), sort(1)] };
}

/** The phrase link on its words as they stand now, or null where they are gone. */
function restorePhrase(
  phrase: PortablePhrase,
  head: Pick<AlignmentHead, 'id' | 'documentIds'>,
  documents: readonly [DocumentText, DocumentText],
): PhraseLink | null {
  const [first, second] = ([0, 1] as const).map((side): SpanTarget | null => {
    const { start, end, exact, prefix, suffix } = phrase.spans[side];
    const target: SpanTarget = {
      type: 'span',
      documentId: head.documentIds[side],
      quote: { exact, prefix, suffix },
      position: { start, end },
    };
    const { text } = documents[side];
    const found = findSpanTarget(target, text);
    if (found === null || found.start === start) {
      return found && target;
    }
    return makeSpanTarget(target.documentId, text, found);
  });
  return first && second
    ? {
        id: phrase.id,
        alignmentId: head.id,
        spans: [first, second],
        origin: phrase.origin,
        createdAt: phrase.createdAt,
      }
    : null;
}

function textsOf(
  link: PortableLink,
  texts: readonly ReadonlyMap<SegmentId, string>[],
): readonly [string, string] {
  const words = (side: 0 | 1): string =>
    link.sides[side].map((id) => texts[side]?.get(id) ?? '').join(' ');
  return [words(0), words(1)];
}

// What must change for an alignment to hold what a snapshot of it holds.
import type { SegmentId } from '../corpus/document.ts';
import type { Alignment, Link, LinkId } from './alignment.ts';
import { countLinks } from './counts.ts';
import type { Restored } from './from-portable.ts';
import type { IdChoice } from './import.ts';
import type { PhraseId } from './phrase.ts';
import { type AlignmentPlan, type LinkChange, type OmittedLink, sameValue } from './plan.ts';

/** What restoring is done on: the alignment as it is, and what of the snapshot can be put back. */
export interface Restoring {
  readonly alignment: Alignment;
  readonly restored: Restored;
  /** The sentences of either document's body. */
  readonly bodies: readonly [readonly SegmentId[], readonly SegmentId[]];
  /** The words of a sentence. */
  readonly wordsOf: (id: SegmentId) => string;
  /** Whether another alignment has a link or phrase link of that id; and how to make others. */
  readonly ids: IdChoice;
}

/**
 * The plan that makes the alignment's links and phrases those of the snapshot, each under the id that it had. A locked
 * link stays as it is; what cannot stand beside it is omitted.
 */
export function planRestore({
  alignment,
  restored: found,
  bodies,
  wordsOf,
  ids,
}: Restoring): AlignmentPlan {
  const restored = withFreeIds(found, ids);
  const wanted = new Map(restored.links.map((link) => [link.id, link]));
  const locked = new Map(
    alignment.links.filter((link) => link.locked).map((link) => [link.id, link]),
  );
  const omitted: OmittedLink[] = [...restored.omitted];
  const omit = (link: Link, why: OmittedLink['why']): void => {
    wanted.delete(link.id);
    omitted.push({ texts: [words(link, 0, wordsOf), words(link, 1, wordsOf)], why });
  };
  for (const link of restored.links) {
    const holder = locked.get(link.id);
    if (holder !== undefined && sameValue({ ...holder, locked: link.locked }, link)) {
      wanted.set(link.id, holder); // locked since then, and the same otherwise
    } else if (holder !== undefined) {
      omit(link, 'link-locked');
    }
  }
  const taken = new Set<SegmentId>(
    alignment.kind === 'translation'
      ? [...locked.values()].filter(isStanding).flatMap(sentencesOf)
      : [],
  );
  for (const link of [...wanted.values()]) {
    const isIn = !locked.has(link.id) && isStanding(link);
    if (isIn && sentencesOf(link).some((id) => taken.has(id))) {
      omit(link, 'sentences-taken');
    }
  }
  const known = new Map(alignment.links.map((link) => [link.id, link]));
  const removed = alignment.links.filter(({ id }) => !wanted.has(id) && !locked.has(id));
  const changed: LinkChange[] = [];
  const added: Link[] = [];
  for (const link of wanted.values()) {
    const before = known.get(link.id);
    if (before === undefined) {
      added.push(link);
    } else if (before.createdAt !== link.createdAt) {
      // Another link under the same id, which a change cannot make of it.
      removed.push(before);
      added.push(link);
    } else if (!sameValue(before, link)) {
      changed.push({ before, after: link });
    }
  }
  const phrases = new Map(restored.phrases.map((phrase) => [phrase.id, phrase]));
  const isKept = (phrase: Alignment['phrases'][number]): boolean =>
    sameValue(phrases.get(phrase.id), phrase);
  const keptPhrases = new Set(alignment.phrases.filter(isKept).map(({ id }) => id));
  const after = new Map<LinkId, Link>([...locked, ...wanted]);
  return {
    alignment: null,
    added,
    removed,
    changed,
    keptCount: alignment.links.length - removed.length - changed.length,
    phrasesAdded: restored.phrases.filter(({ id }) => !keptPhrases.has(id)),
    phrasesRemoved: alignment.phrases.filter(({ id }) => !keptPhrases.has(id)),
    before: countLinks(alignment.links, bodies),
    after: countLinks([...after.values()], bodies),
    omitted,
  };
}

function withFreeIds(
  { links, phrases, omitted }: Restored,
  { isTaken, newId }: IdChoice,
): Restored {
  // A new UUID is what the schemas ask of an id.
  return {
    links: links.map((link) => (isTaken(link.id) ? { ...link, id: newId() as LinkId } : link)),
    phrases: phrases.map((phrase) =>
      isTaken(phrase.id) ? { ...phrase, id: newId() as PhraseId } : phrase,
    ),
    omitted,
  };
}

function isStanding({ status }: Link): boolean {
  return status !== 'rejected';
}

function sentencesOf({ sides }: Link): readonly SegmentId[] {
  return sides.flatMap(({ segmentIds }) => segmentIds);
}

function words(link: Link, side: 0 | 1, wordsOf: (id: SegmentId) => string): string {
  return link.sides[side].segmentIds.map(wordsOf).join(' ');
}

// A new alignment out of an imported one, as a plan.
import type { SegmentId } from '../corpus/document.ts';
import type { AlignmentHead, LinkId } from './alignment.ts';
import { countLinks } from './counts.ts';
import type { Restored } from './from-portable.ts';
import type { PhraseId } from './phrase.ts';
import type { AlignmentPlan } from './plan.ts';

/** Ids that are taken elsewhere in the workspace, and how to make others. */
export interface IdChoice {
  readonly isTaken: (id: LinkId | PhraseId) => boolean;
  /** A new UUID at each call. */
  readonly newId: () => string;
}

/** The plan that adds an alignment with what could be put onto the documents; ids stay where they are free. */
export function planImport(
  alignment: AlignmentHead,
  { links, phrases, omitted }: Restored,
  bodies: readonly [readonly SegmentId[], readonly SegmentId[]],
  { isTaken, newId }: IdChoice,
): AlignmentPlan {
  const added = links.map((link) => ({
    ...link,
    // A new UUID is what the schemas ask of an id.
    id: isTaken(link.id) ? (newId() as LinkId) : link.id,
  }));
  return {
    alignment,
    added,
    removed: [],
    changed: [],
    keptCount: 0,
    phrasesAdded: phrases.map((phrase) => ({
      ...phrase,
      id: isTaken(phrase.id) ? (newId() as PhraseId) : phrase.id,
    })),
    phrasesRemoved: [],
    before: countLinks([], bodies),
    after: countLinks(added, bodies),
    omitted,
  };
}

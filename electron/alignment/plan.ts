// What a run, a restored snapshot or an imported file would change in an alignment, to be seen before it is taken.
import type { Edit } from '../history/edit.ts';
import type { Expected } from '../history/expected.ts';
import type { AlignmentCounts, AlignmentHead, Link, LinkSide } from './alignment.ts';
import type { PhraseLink } from './phrase.ts';

/** A link before and after. */
export interface LinkChange {
  readonly before: Link;
  readonly after: Link;
}

/** Nothing of it is done yet: give {@link editsOfPlan} and {@link expectedOfPlan} to `history.apply`, in one group. */
export interface AlignmentPlan {
  /** The alignment that is to be made first, or null where it is there. */
  readonly alignment: AlignmentHead | null;
  readonly added: readonly Link[];
  readonly removed: readonly Link[];
  /** The same link with other partners, or with another judgement. */
  readonly changed: readonly LinkChange[];
  /** How many links stay exactly as they are. */
  readonly keptCount: number;
  readonly phrasesAdded: readonly PhraseLink[];
  readonly phrasesRemoved: readonly PhraseLink[];
  readonly before: AlignmentCounts;
  readonly after: AlignmentCounts;
  /** Links of the file or snapshot that cannot stand here: their sentences are gone, or taken by a locked link. */
  readonly omitted: readonly OmittedLink[];
}

/** A link that a plan leaves out. */
export interface OmittedLink {
  /** The words of its two sides, as the file or snapshot has them. */
  readonly texts: readonly [string, string];
  readonly why: 'sentences-gone' | 'sentences-taken' | 'link-locked';
}

/** The edits that bring a plan about, in an order in which each is valid. */
export function editsOfPlan(plan: AlignmentPlan): readonly Edit[] {
  return [
    ...(plan.alignment === null
      ? []
      : [{ type: 'alignment.add', alignment: plan.alignment } as const]),
    ...plan.phrasesRemoved.map(({ id }) => ({ type: 'phrase.remove', phraseId: id }) as const),
    ...plan.removed.map(({ id }) => ({ type: 'link.remove', linkId: id }) as const),
    ...plan.changed.map(({ before, after }) => changeOf(before, after)),
    ...plan.added.map((link) => ({ type: 'link.add', link }) as const),
    ...plan.phrasesAdded.map((phrase) => ({ type: 'phrase.add', phrase }) as const),
  ];
}

/** What a plan was made for: what it removes and changes is as it found it, and nothing has the ids of what it adds. */
export function expectedOfPlan(plan: AlignmentPlan): readonly Expected[] {
  const links = [...plan.removed, ...plan.changed.map(({ before }) => before)];
  // What goes may come back as another under the same id.
  const gone = new Set<string>([...plan.removed, ...plan.phrasesRemoved].map(({ id }) => id));
  return [
    ...links.map((link) => ({ type: 'link', id: link.id, value: link }) as const),
    ...plan.added
      .filter(({ id }) => !gone.has(id))
      .map(({ id }) => ({ type: 'link', id, value: null }) as const),
    ...plan.phrasesRemoved.map(
      (phrase) => ({ type: 'phrase', id: phrase.id, value: phrase }) as const,
    ),
    ...plan.phrasesAdded
      .filter(({ id }) => !gone.has(id))
      .map(({ id }) => ({ type: 'phrase', id, value: null }) as const),
  ];
}

/** The edit that makes one link of a plan what it is to be. */
function changeOf(before: Link, after: Link): Edit {
  return {
    type: 'link.change',
    linkId: before.id,
    changes: {
      ...(sameSides(before, after) ? {} : { sides: after.sides }),
      ...(before.status === after.status ? {} : { status: after.status }),
      ...(before.origin === after.origin ? {} : { origin: after.origin }),
      ...(before.confidence === after.confidence ? {} : { confidence: after.confidence }),
      ...(sameValue(before.reasons, after.reasons) ? {} : { reasons: after.reasons }),
      ...(before.locked === after.locked ? {} : { locked: after.locked }),
      ...(before.comment === after.comment ? {} : { comment: after.comment }),
    },
  };
}

/** Whether two links join the very same sentences. */
export function sameSides(one: Pick<Link, 'sides'>, other: Pick<Link, 'sides'>): boolean {
  return one.sides.every((side, at) => sameSide(side, other.sides[at]));
}

function sameSide(one: LinkSide, other: LinkSide | undefined): boolean {
  return (
    other !== undefined &&
    one.segmentIds.length === other.segmentIds.length &&
    one.segmentIds.every((id, at) => id === other.segmentIds[at])
  );
}

/** Whether two JSON values are the same, whatever the order of their properties. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other;
  }
  const [names, otherNames] = [Object.keys(one), Object.keys(other)];
  const others = new Map(Object.entries(other));
  return (
    names.length === otherNames.length &&
    Object.entries(one).every(
      ([name, value]) => others.has(name) && sameValue(value, others.get(name)),
    )
  );
}

// A plan as the reader looks through it: place by place, each of which can be taken or left by itself.
import type { Link, LinkId } from '../../electron/alignment/alignment.ts';
import type { AlignmentPlan } from '../../electron/alignment/plan.ts';
import { inTextOrder, isDoubtful, type ReadingOrder } from '../../electron/alignment/review.ts';

/** Changes that hang together, because they touch the same sentences. */
export interface PlanPlace {
  /** The id of its first link. */
  readonly key: LinkId;
  /** The links that go, or are changed, as they stand now. */
  readonly before: readonly Link[];
  /** What stands in their place. */
  readonly after: readonly Link[];
}

/** The places of a plan in the order of the text. What stays as it is belongs to none. */
export function placesOfPlan(plan: AlignmentPlan, order: ReadingOrder): readonly PlanPlace[] {
  const before = new Map([...plan.removed, ...plan.changed.map((each) => each.before)].map(byId));
  const after = new Map([...plan.added, ...plan.changed.map((each) => each.after)].map(byId));
  const groups = createGroups();
  for (const [id, link] of [...before, ...after]) {
    for (const segmentId of link.sides.flatMap((side) => side.segmentIds)) {
      groups.join(id, segmentId);
    }
  }
  // Of a changed link, the side before decides where it stands; both have one id.
  const all = inTextOrder({ links: [...new Map([...after, ...before]).values()] }, order);
  const places = new Map<string, Link[]>();
  for (const link of all) {
    const group = groups.of(link.id);
    places.set(group, [...(places.get(group) ?? []), link]);
  }
  return [...places.values()].flatMap((links) => {
    const [first] = links;
    return first
      ? [
          {
            key: first.id,
            before: links.flatMap(({ id }) => before.get(id) ?? []),
            after: inTextOrder({ links: links.flatMap(({ id }) => after.get(id) ?? []) }, order),
          },
        ]
      : [];
  });
}

/** The plan with the changes of some of its places alone. Phrase links and the alignment itself come with any. */
export function partOfPlan(plan: AlignmentPlan, places: readonly PlanPlace[]): AlignmentPlan {
  const ids = new Set(
    places.flatMap((place) => [...place.before, ...place.after]).map(({ id }) => id),
  );
  return {
    ...plan,
    added: plan.added.filter(({ id }) => ids.has(id)),
    removed: plan.removed.filter(({ id }) => ids.has(id)),
    changed: plan.changed.filter(({ before }) => ids.has(before.id)),
  };
}

/** Whether the machine is not sure of a link that would come at a place, or nothing comes for what would go. */
export function isDoubtfulPlace({ after }: PlanPlace): boolean {
  return after.length === 0 || after.some((link) => isDoubtful(link));
}

/** Whether a plan adds or removes phrase links; they belong to no place. */
export function changesPhrases({ phrasesAdded, phrasesRemoved }: AlignmentPlan): boolean {
  return phrasesAdded.length + phrasesRemoved.length > 0;
}

/** Whether a plan leaves every link and phrase link as it is. */
export function isEmptyPlan(plan: AlignmentPlan): boolean {
  return (
    plan.added.length + plan.removed.length + plan.changed.length === 0 && !changesPhrases(plan)
  );
}

function byId(link: Link): readonly [LinkId, Link] {
  return [link.id, link];
}

/** Sets of names that grow together: `join` makes one of two, `of` answers the name that stands for a set. */
function createGroups() {
  const parents = new Map<string, string>();
  const of = (name: string): string => {
    let top = name;
    for (let parent = parents.get(top); parent !== undefined; parent = parents.get(top)) {
      top = parent;
    }
    // The next way up is short.
    for (let at = name; at !== top; ) {
      const parent = parents.get(at) ?? top;
      parents.set(at, top);
      at = parent;
    }
    return top;
  };
  const join = (one: string, other: string) => {
    const [first, second] = [of(one), of(other)];
    if (first !== second) {
      parents.set(second, first);
    }
  };
  return { of, join };
}

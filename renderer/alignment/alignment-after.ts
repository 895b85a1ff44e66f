// An alignment as edits of its links leave it, before the core has answered.
import type { Alignment, AlignmentCounts } from '../../electron/alignment/alignment.ts';
import { countLinks } from '../../electron/alignment/counts.ts';
import { type AlignmentPlan, editsOfPlan } from '../../electron/alignment/plan.ts';
import type { Edit } from '../../electron/history/edit.ts';

/** What a plan's counts come to where only a part of it is taken. `bodies`: as for {@link countLinks}. */
export function countsAfter(
  alignment: Alignment,
  plan: AlignmentPlan,
  bodies: Parameters<typeof countLinks>[1],
): AlignmentCounts {
  return countLinks(alignmentAfter(alignment, editsOfPlan(plan)).links, bodies);
}

export function alignmentAfter(alignment: Alignment, edits: readonly Edit[]): Alignment {
  const links = new Map(alignment.links.map((link) => [link.id, link]));
  for (const edit of edits) {
    if (edit.type === 'link.add') {
      links.set(edit.link.id, edit.link);
    } else if (edit.type === 'link.remove') {
      links.delete(edit.linkId);
    } else if (edit.type === 'link.change') {
      const link = links.get(edit.linkId);
      if (link) {
        links.set(link.id, { ...link, ...edit.changes });
      }
    }
  }
  return { ...alignment, links: [...links.values()] };
}

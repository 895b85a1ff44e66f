// Linking and judging links.
import type { Link, LinkId, LinkStatus } from '../../electron/alignment/alignment.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import type { EditLabel } from '../../electron/history/edit.ts';
import { announce, applyEdits, type Command, type CommandContext } from '../app/command.ts';
import { openRail } from '../app/reader-state.ts';
import { inReadingOrder } from '../reader/segment-index.ts';

export const alignmentCommands: readonly Command[] = [
  {
    id: 'link.make',
    group: 'link',
    keys: ['L'],
    enabled: ({ data }) => data.alignment !== null,
    run: (context) => void makeLink(context),
  },
  {
    id: 'link.remove',
    group: 'link',
    keys: ['U'],
    enabled: (context) => linkInFocus(context) !== undefined,
    run: (context) => {
      const link = linkInFocus(context);
      if (link) {
        void removeLink(context, link);
      }
    },
  },
  judge('link.confirm', ['Enter'], 'confirmed'),
  judge('link.reject', ['R'], 'rejected'),
  judge('link.suggest', ['S'], 'suggested'),
  {
    id: 'link.show',
    group: 'link',
    keys: ['C'],
    enabled: (context) => linkInFocus(context) !== undefined,
    run: (context) => {
      const link = nextLinkInFocus(context);
      if (link) {
        context.store.setState({ focusedLink: link.id });
        openRail(context.store, 'links');
        // The list may only now be drawn.
        requestAnimationFrame(() => focusComment(link.id));
      }
    },
  },
];

/** The link that a command acts on: the one chosen in the list or by its curve, else the focused sentence's first. */
export function linkInFocus({ store, data }: CommandContext): Link | undefined {
  const state = store.getState();
  const chosen = data.alignment?.links.find((link) => link.id === state.focusedLink);
  const focus = state.panes[state.activePane].focus;
  return chosen ?? (focus === null ? undefined : data.linksBySegment.get(focus)?.[0]);
}

/** The sentence's link after the one that is chosen, so that asking again goes through all of them. */
function nextLinkInFocus(context: CommandContext): Link | undefined {
  const { panes, activePane } = context.store.getState();
  const { focus } = panes[activePane];
  const links = focus === null ? [] : (context.data.linksBySegment.get(focus) ?? []);
  const chosen = context.store.getState().focusedLink;
  const at = links.findIndex(({ id }) => id === chosen);
  return links[(at + 1) % Math.max(1, links.length)] ?? linkInFocus(context);
}

function focusComment(id: LinkId): void {
  document.querySelector<HTMLElement>(`[data-card="${id}"] .link-comment`)?.focus();
}

/**
 * The sentences that a new link would join, a side each in the order of the alignment's documents: those
 * selected; on a side where none is, the one in focus.
 */
function sidesToLink({ store, data }: CommandContext) {
  const state = store.getState();
  const sides = data.alignment?.documentIds.map((documentId) => {
    const pane = state.panes[0].documentId === documentId ? 0 : 1;
    const index = data.panes[pane];
    const chosen = index ? inReadingOrder(index, state.selection) : [];
    const focus = state.panes[pane].focus;
    const segmentIds: readonly SegmentId[] =
      chosen.length > 0 || focus === null || !index?.places.has(focus) ? chosen : [focus];
    return { documentId, segmentIds };
  });
  const [first, second] = sides ?? [];
  return first && second ? ([first, second] as const) : null;
}

async function makeLink(context: CommandContext): Promise<void> {
  const sides = sidesToLink(context);
  const alignment = context.data.alignment;
  if (sides === null || alignment === null) {
    return;
  }
  const same = alignment.links.find((known) => isSameLink(known, sides));
  if (same) {
    context.store.setState({ selection: [], focusedLink: same.id });
    announce(context, context.t('links.exists'));
    return same.status === 'confirmed' ? undefined : setStatus(context, same, 'confirmed');
  }
  const id = crypto.randomUUID() as LinkId;
  const link: Link = {
    id,
    alignmentId: alignment.id,
    sides,
    status: 'confirmed',
    origin: 'reader',
    confidence: null,
    comment: '',
    createdAt: new Date().toISOString(),
  };
  if (await applyEdits(context, 'link', [{ type: 'link.add', link }])) {
    context.store.setState({ selection: [], focusedLink: id });
    announce(
      context,
      context.t('links.made', {
        first: sides[0].segmentIds.length,
        second: sides[1].segmentIds.length,
      }),
    );
  }
}

/** Whether a link joins just these sentences. Sides and sentences stand in the same order in both. */
function isSameLink(link: Link, sides: Link['sides']): boolean {
  return link.sides.every(
    (side, at) => side.segmentIds.join(' ') === sides[at]?.segmentIds.join(' '),
  );
}

export async function removeLink(context: CommandContext, link: Link): Promise<void> {
  if (await applyEdits(context, 'unlink', [{ type: 'link.remove', linkId: link.id }])) {
    context.store.setState({ focusedLink: null });
    announce(context, context.t('links.removed'));
  }
}

const judgement: Readonly<Record<LinkStatus, EditLabel>> = {
  confirmed: 'confirm-link',
  rejected: 'reject-link',
  suggested: 'suggest-link',
};

export async function setStatus(
  context: CommandContext,
  link: Link,
  status: LinkStatus,
): Promise<void> {
  const done = await applyEdits(context, judgement[status], [
    { type: 'link.change', linkId: link.id, changes: { status } },
  ]);
  if (done) {
    announce(context, context.t(`links.status.${status}`));
  }
}

function judge(id: string, keys: readonly string[], status: LinkStatus): Command {
  return {
    id,
    group: 'link',
    keys,
    enabled: (context) => {
      const link = linkInFocus(context);
      return link !== undefined && link.status !== status;
    },
    run: (context) => {
      const link = linkInFocus(context);
      if (link) {
        void setStatus(context, link, status);
      }
    },
  };
}

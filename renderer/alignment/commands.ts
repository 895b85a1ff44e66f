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
      const link = linkInFocus(context);
      if (link) {
        context.store.setState({ focusedLink: link.id });
        openRail(context.store, 'links');
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

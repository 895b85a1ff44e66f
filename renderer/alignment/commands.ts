// Linking, unlinking and judging links.
import type { LinkId, LinkStatus } from '../../electron/alignment/alignment.ts';
import { planLock, type SidesToLink } from '../../electron/alignment/gestures.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { actOn, announce, type Command, type CommandContext } from '../app/command.ts';
import { openRail } from '../app/reader-state.ts';
import { inReadingOrder } from '../reader/segment-index.ts';
import { linkInFocus, nextLinkInFocus, noLinkHere } from './focused-link.ts';
import { linkWords, perform } from './gesture.ts';
import { makeLink, removeLink, setStatus } from './link-actions.ts';
import { phraseCommands } from './phrase-commands.ts';
import { reviewCommands } from './review-commands.ts';
import { sentenceCommands } from './sentence-commands.ts';
import { shapeCommands } from './shape-commands.ts';

export { linkInFocus };

const commands: readonly Command[] = [
  {
    id: 'link.make',
    group: 'link',
    keys: ['L'],
    refusal: noLinkHere,
    enabled: ({ data }) => data.alignment !== null,
    run: (context) => {
      const sides = sidesToLink(context);
      if (sides) {
        void makeLink(context, sides);
      }
    },
  },
  {
    id: 'link.remove',
    group: 'link',
    keys: ['U'],
    refusal: noLinkHere,
    ...actOn(linkInFocus, (context, link) => void removeLink(context, link)),
  },
  judge('link.confirm', ['Enter'], 'confirmed'),
  judge('link.reject', ['R'], 'rejected'),
  judge('link.suggest', ['S'], 'suggested'),
  {
    id: 'link.lock',
    group: 'link',
    keys: ['Q'],
    refusal: noLinkHere,
    ...actOn(linkInFocus, (context, link) => {
      void perform(context, link.locked ? 'unlock-link' : 'lock-link', link.id, (known) =>
        planLock(known, [link.id], !link.locked),
      );
    }),
  },
  {
    id: 'link.show',
    group: 'link',
    keys: ['C'],
    refusal: noLinkHere,
    ...actOn(nextLinkInFocus, (context, link) => {
      context.store.setState({ focusedLink: link.id });
      openRail(context.store, 'links');
      announce(context, linkWords(context, link));
      // The list may only now be drawn.
      requestAnimationFrame(() => focusComment(link.id));
    }),
  },
  ...shapeCommands,
  ...phraseCommands,
  ...reviewCommands,
  ...sentenceCommands,
];

/** All of them act on links and sentences as the core holds them. */
export const alignmentCommands: readonly Command[] = commands.map((command) => ({
  ...command,
  inTurn: true,
}));

function focusComment(id: LinkId): void {
  document.querySelector<HTMLElement>(`[data-card="${id}"] .link-comment`)?.focus();
}

/**
 * The sentences that a new link would join, a side each in the order of the alignment's documents: those
 * selected; on a side where none is, the one in focus.
 */
function sidesToLink({ store, data }: CommandContext): SidesToLink | null {
  const state = store.getState();
  const sides = data.alignment?.documentIds.map((documentId): readonly SegmentId[] => {
    const pane = state.panes[0].documentId === documentId ? 0 : 1;
    const index = data.panes[pane];
    const chosen = index ? inReadingOrder(index, state.selection) : [];
    const focus = state.panes[pane].focus;
    return chosen.length > 0 || focus === null || !index?.places.has(focus) ? chosen : [focus];
  });
  const [first, second] = sides ?? [];
  return first && second ? [first, second] : null;
}

function judge(id: string, keys: readonly string[], status: LinkStatus): Command {
  return {
    id,
    group: 'link',
    keys,
    refusal: noLinkHere,
    ...actOn(
      (context) => {
        const link = linkInFocus(context);
        return link?.status === status ? null : link;
      },
      (context, link) => void setStatus(context, link, status),
    ),
  };
}

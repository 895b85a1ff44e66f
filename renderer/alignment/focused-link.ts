// Which link a command is about, and going to a link.
import type { Link, LinkId } from '../../electron/alignment/alignment.ts';
import { sideIn } from '../../electron/alignment/alignment.ts';
import { inTextOrder } from '../../electron/alignment/review.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import type { CommandContext, Refusal } from '../app/command.ts';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { showRail, useReader } from '../app/reader-state.ts';
import { readingOrder } from './gesture.ts';

/** The sentence in focus of the active pane. */
export function focusedSentence({ store }: Pick<CommandContext, 'store'>): SegmentId | null {
  const { panes, activePane } = store.getState();
  return panes[activePane].focus;
}

/** The link that was chosen in the list or by its curve, as long as there is such a one in the alignment that is shown. */
export function useMeantLink(): LinkId | null {
  const { alignment } = useReaderData();
  const chosen = useReader((state) => state.focusedLink);
  return alignment?.links.some(({ id }) => id === chosen) === true ? chosen : null;
}

/** The link that a command acts on: the one chosen in the list or by its curve, else the focused sentence's first. */
export function linkInFocus({ store, data }: CommandContext): Link | undefined {
  const chosen = data.alignment?.links.find((link) => link.id === store.getState().focusedLink);
  const focus = focusedSentence({ store });
  return chosen ?? (focus === null ? undefined : data.linksBySegment.get(focus)?.[0]);
}

/**
 * Why nothing can be done with a link: the panes show one text, or the sentence in focus has none; null where one is,
 * or where nothing is known yet.
 */
export function noLinkHere(context: CommandContext): Refusal | null {
  const [left, right] = context.store.getState().panes;
  if (left.documentId === right.documentId) {
    return 'links.same-document';
  }
  const isKnown = context.data.alignment !== null && focusedSentence(context) !== null;
  return isKnown && linkInFocus(context) === undefined ? 'links.none-here' : null;
}

/** The sentence's link after the one that is chosen, so that asking again goes through all of them. */
export function nextLinkInFocus(context: CommandContext): Link | undefined {
  const focus = focusedSentence(context);
  const links = focus === null ? [] : (context.data.linksBySegment.get(focus) ?? []);
  const chosen = context.store.getState().focusedLink;
  const at = links.findIndex(({ id }) => id === chosen);
  return links[(at + 1) % Math.max(1, links.length)] ?? linkInFocus(context);
}

/** Which side of a link the active pane's text is on. */
export function activeSide({ store, data }: CommandContext, link: Link): 0 | 1 {
  const id = data.panes[store.getState().activePane]?.document.summary.id;
  return link.sides[1].documentId === id ? 1 : 0;
}

/** Goes to a link in both texts: its first sentence in the active one comes into focus, its card into view. */
export function goToLink({ store, data }: CommandContext, link: Link): void {
  const { panes, activePane } = store.getState();
  const here = panes[activePane].documentId;
  const side = (here === null ? null : sideIn(link, here)) ?? link.sides[0];
  const first = side.segmentIds[0];
  if (first !== undefined) {
    goToSegment(store, data, first);
  }
  store.setState({ focusedLink: link.id });
  showRail(store, 'links');
}

/** The link to go on from: the one in focus, else the last that begins before the sentence in focus. */
export function linkToGoOnFrom(context: CommandContext): Link | undefined {
  const inFocus = linkInFocus(context);
  const focus = focusedSentence(context);
  const order = readingOrder(context.data);
  const { alignment } = context.data;
  if (inFocus || focus === null || !order || !alignment) {
    return inFocus;
  }
  const side = order[0].includes(focus) ? 0 : 1;
  const at = order[side].indexOf(focus);
  const before = ({ sides }: Link) => order[side].indexOf(sides[side].segmentIds[0] ?? focus) < at;
  return inTextOrder(alignment, order).findLast(before);
}

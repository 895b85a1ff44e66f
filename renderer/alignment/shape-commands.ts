// Changing what a link joins: a sentence more or less, a boundary moved, two links made one, one made two.
import type { Link, LinkId } from '../../electron/alignment/alignment.ts';
import {
  type BoundaryMove,
  type Gesture,
  type Gesturing,
  planAddSentence,
  planMergeLinks,
  planMoveBoundary,
  planRemoveSentence,
  planSplitLink,
} from '../../electron/alignment/gestures.ts';
import { inTextOrder } from '../../electron/alignment/review.ts';
import { succeed } from '../../electron/contract/result.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import type { Edit } from '../../electron/history/edit.ts';
import { actOn, type Command, type CommandContext } from '../app/command.ts';
import { otherPane } from '../app/reader-state.ts';
import { alignmentAfter } from './alignment-after.ts';
import { activeSide, focusedSentence, linkInFocus, noLinkHere } from './focused-link.ts';
import { perform, readingOrder } from './gesture.ts';

export const shapeCommands: readonly Command[] = [
  {
    id: 'link.add-sentence',
    group: 'link',
    keys: ['I'],
    ...actOn(addition, (context, added) => void addSentences(context, added)),
  },
  {
    id: 'link.take-out',
    group: 'link',
    keys: ['Shift+U'],
    refusal: noLinkHere,
    ...actOn(linkOfFocus, (context, { link, focus }) => {
      void perform(context, 'take-sentence-out', link.id, (known) =>
        planRemoveSentence(known, link.id, focus),
      );
    }),
  },
  boundary('link.end-later', 'Alt+ArrowDown', { edge: 'end', move: 'in' }),
  boundary('link.end-earlier', 'Alt+ArrowUp', { edge: 'end', move: 'out' }),
  boundary('link.start-earlier', 'Alt+Shift+ArrowUp', { edge: 'start', move: 'in' }),
  boundary('link.start-later', 'Alt+Shift+ArrowDown', { edge: 'start', move: 'out' }),
  {
    id: 'link.merge',
    group: 'link',
    keys: ['Shift+H'],
    ...actOn(linkAndNext, (context, [link, next]) => {
      void perform(context, 'merge-links', link.id, (known) =>
        planMergeLinks(known, [link.id, next.id]),
      );
    }),
  },
  {
    id: 'link.split',
    group: 'link',
    keys: [],
    ...actOn(parting, (context, { link, at }) => {
      void perform(context, 'split-link', link.id, (known) => planSplitLink(known, link.id, at));
    }),
  },
];

function boundary(
  id: string,
  key: string,
  { edge, move }: Pick<BoundaryMove, 'edge' | 'move'>,
): Command {
  return {
    id,
    group: 'link',
    keys: [key],
    refusal: noLinkHere,
    ...actOn(linkInFocus, (context, link) => {
      const side = activeSide(context, link);
      void perform(context, 'move-boundary', link.id, (known) =>
        planMoveBoundary(known, link.id, { side, edge, move }),
      );
    }),
  };
}

interface Addition {
  readonly link: Link;
  readonly segmentIds: readonly SegmentId[];
}

/**
 * The sentences that come into a link: the chosen ones, into the link in focus; where none is chosen, the one in
 * focus, into the link of the sentence before it, or of the one after.
 */
function addition(context: CommandContext): Addition | null {
  const { store, data } = context;
  const { selection } = store.getState();
  const focus = focusedSentence(context);
  if (selection.length > 0) {
    const link = linkInFocus(context);
    const known = new Set(link?.sides.flatMap((side) => side.segmentIds));
    const segmentIds = selection.filter((id) => !known.has(id));
    return link && segmentIds.length > 0 ? { link, segmentIds } : null;
  }
  const index = data.panes[store.getState().activePane];
  const at = focus === null ? -1 : (index?.order.indexOf(focus) ?? -1);
  if (focus === null || at < 0 || linkInFocus(context)) {
    return null;
  }
  const [link] = [index?.order[at - 1], index?.order[at + 1]].flatMap((id) =>
    id === undefined ? [] : (data.linksBySegment.get(id) ?? []),
  );
  return link ? { link, segmentIds: [focus] } : null;
}

async function addSentences(
  context: CommandContext,
  { link, segmentIds }: Addition,
): Promise<void> {
  const done = await perform(context, 'add-sentence', link.id, (known) =>
    planAddSentences(known, link.id, segmentIds),
  );
  if (done) {
    context.store.setState({ selection: [] });
  }
}

/** One gesture for all of them: each is planned as the one before leaves the alignment. */
function planAddSentences(
  known: Gesturing,
  linkId: LinkId,
  segmentIds: readonly SegmentId[],
): Gesture {
  const edits: Edit[] = [];
  for (const segmentId of segmentIds) {
    const alignment = alignmentAfter(known.alignment, edits);
    const planned = planAddSentence({ ...known, alignment }, linkId, segmentId);
    if (!planned.ok) {
      return planned;
    }
    edits.push(...planned.value);
  }
  return succeed(edits);
}

/** The link in focus with the sentence in focus, where that is one of the link's. */
function linkOfFocus(
  context: CommandContext,
): { readonly link: Link; readonly focus: SegmentId } | null {
  const focus = focusedSentence(context);
  const link = linkInFocus(context);
  return focus !== null && link?.sides.some(({ segmentIds }) => segmentIds.includes(focus))
    ? { link, focus }
    : null;
}

/** The link in focus and the one after it, in the order of the text. */
function linkAndNext(context: CommandContext): readonly [Link, Link] | null {
  const link = linkInFocus(context);
  const order = readingOrder(context.data);
  const { alignment } = context.data;
  if (!link || !order || !alignment) {
    return null;
  }
  const links = inTextOrder(alignment, order).filter(({ status }) => status !== 'rejected');
  const next = links[links.findIndex(({ id }) => id === link.id) + 1];
  return next ? [link, next] : null;
}

/** Where a link can be parted: before the sentences in focus, in both texts where both are in it. */
function parting(context: CommandContext) {
  const found = linkOfFocus(context);
  if (found === null) {
    return null;
  }
  const { link, focus } = found;
  const { panes, activePane } = context.store.getState();
  const here = activeSide(context, link);
  const there = here === 0 ? 1 : 0;
  const otherFocus = panes[otherPane(activePane)].focus;
  const [mine, others] = [link.sides[here].segmentIds, link.sides[there].segmentIds];
  const at = mine.indexOf(focus);
  const otherAt = otherFocus === null ? -1 : others.indexOf(otherFocus);
  // Where the other text's focus says nothing, in the same proportion.
  const share = Math.round((at / mine.length) * others.length);
  const inOther =
    otherAt > 0 ? otherAt : Math.min(Math.max(share, 1), Math.max(1, others.length - 1));
  if (at < 1 || others.length < 2) {
    return null;
  }
  const parts: readonly [number, number] = here === 0 ? [at, inOther] : [inOther, at];
  return { link, at: parts };
}

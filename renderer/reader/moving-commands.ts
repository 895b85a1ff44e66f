// Moving by sentence, paragraph, pane and link.
import type { SegmentId } from '../../electron/corpus/document.ts';
import { actOn, always, type Command, type CommandContext } from '../app/command.ts';
import { counterpartsOf } from '../app/reader-data.ts';
import { focusSegment, otherPane, toggled } from '../app/reader-state.ts';
import { focusText, sentencesInView } from './scroll-place.ts';
import { visibleOrder } from './segment-index.ts';
import { extendWordSelection, moveWordSelection } from './text-selection.ts';

export const movingCommands: readonly Command[] = [
  move('move.next-sentence', ['ArrowDown', 'J'], (order, at) => order[at + 1]),
  move('move.previous-sentence', ['ArrowUp', 'K'], (order, at) => order[at - 1]),
  move('move.first-sentence', ['Home'], (order) => order[0]),
  move('move.last-sentence', ['End'], (order) => order.at(-1)),
  {
    id: 'move.next-paragraph',
    group: 'move',
    keys: ['Shift+ArrowDown', 'Shift+J'],
    enabled: always,
    run: (context) => moveByParagraph(context, 1),
  },
  {
    id: 'move.previous-paragraph',
    group: 'move',
    keys: ['Shift+ArrowUp', 'Shift+K'],
    enabled: always,
    run: (context) => moveByParagraph(context, -1),
  },
  {
    id: 'move.left-pane',
    group: 'move',
    keys: ['ArrowLeft'],
    enabled: always,
    run: (context) => moveToPane(context, 0),
  },
  {
    id: 'move.right-pane',
    group: 'move',
    keys: ['ArrowRight'],
    enabled: always,
    run: (context) => moveToPane(context, 1),
  },
  {
    id: 'move.counterpart',
    group: 'move',
    keys: ['G'],
    ...actOn(counterpart, ({ store }, id) =>
      focusSegment(store, otherPane(store.getState().activePane), id),
    ),
  },
  link('move.next-link', [']'], 1),
  link('move.previous-link', ['['], -1),
  {
    id: 'move.extend-words',
    group: 'move',
    keys: ['Shift+ArrowRight'],
    enabled: hasFocus,
    run: () => extendWordSelection('forward'),
  },
  {
    id: 'move.shrink-words',
    group: 'move',
    keys: ['Shift+ArrowLeft'],
    enabled: hasFocus,
    run: () => extendWordSelection('backward'),
  },
  {
    id: 'move.next-word',
    group: 'move',
    keys: ['Mod+ArrowRight'],
    enabled: hasFocus,
    run: () => moveWordSelection('forward'),
  },
  {
    id: 'move.previous-word',
    group: 'move',
    keys: ['Mod+ArrowLeft'],
    enabled: hasFocus,
    run: () => moveWordSelection('backward'),
  },
  {
    id: 'move.select',
    group: 'link',
    keys: ['Space', 'X'],
    enabled: hasFocus,
    run: (context) => {
      const { store } = context;
      const focus = focusInView(context);
      const first = firstInView(context, orderOf(context));
      if (focus !== null) {
        store.setState(({ selection }) => ({ selection: toggled(selection, focus) }));
      } else if (first !== undefined) {
        // Never a sentence that cannot be seen.
        focusSegment(store, store.getState().activePane, first);
      }
    },
  },
  {
    id: 'move.clear',
    group: 'move',
    keys: ['Escape'],
    enabled: always,
    run: ({ store }) => {
      window.getSelection()?.removeAllRanges();
      const { findOpen, railCalled } = store.getState();
      if (findOpen || railCalled) {
        focusText(store); // what had the keyboard may go
      }
      store.setState({
        selection: [],
        focusedLink: null,
        hovered: null,
        findOpen: false,
        heldPhrase: null,
        notice: '',
        refusal: '',
        railCalled: false,
        failure: null,
      });
    },
  },
];

function focusOf(state: ReturnType<CommandContext['store']['getState']>): SegmentId | null {
  return state.panes[state.activePane].focus;
}

function hasFocus({ store }: CommandContext): boolean {
  return focusOf(store.getState()) !== null;
}

function orderOf({ store, data }: CommandContext): readonly SegmentId[] {
  const { activePane, matterShown } = store.getState();
  const index = data.panes[activePane];
  return index ? visibleOrder(index, matterShown.includes(index.document.summary.id)) : [];
}

function move(
  id: string,
  keys: readonly string[],
  next: (order: readonly SegmentId[], at: number) => SegmentId | undefined,
): Command {
  return {
    id,
    group: 'move',
    keys,
    enabled: always,
    run: (context) => {
      const state = context.store.getState();
      const order = orderOf(context);
      const focus = focusInView(context);
      const target =
        focus === null || !order.includes(focus)
          ? firstInView(context, order)
          : next(order, order.indexOf(focus));
      if (target !== undefined) {
        focusSegment(context.store, state.activePane, target);
      }
    },
  };
}

/** The sentence in focus, if it can be seen: moving begins there, else at the first that can be. */
function focusInView({ store }: CommandContext): SegmentId | null {
  const { panes, activePane } = store.getState();
  const { documentId, focus } = panes[activePane];
  return documentId !== null && focus !== null && sentencesInView(documentId).includes(focus)
    ? focus
    : null;
}

function firstInView(
  { store }: CommandContext,
  order: readonly SegmentId[],
): SegmentId | undefined {
  const { panes, activePane } = store.getState();
  const { documentId } = panes[activePane];
  const seen = new Set(documentId === null ? [] : sentencesInView(documentId));
  return order.find((id) => seen.has(id)) ?? order[0];
}

function moveByParagraph(context: CommandContext, step: 1 | -1): void {
  const state = context.store.getState();
  const index = context.data.panes[state.activePane];
  const order = orderOf(context);
  const focus = focusInView(context);
  const starts = order.filter((id) => index?.places.get(id)?.paragraph.segments[0]?.id === id);
  const here = focus === null ? undefined : index?.places.get(focus)?.paragraph.segments[0]?.id;
  const target =
    here === undefined ? firstInView(context, starts) : starts[starts.indexOf(here) + step];
  if (target !== undefined) {
    focusSegment(context.store, state.activePane, target);
  }
}

function moveToPane(context: CommandContext, pane: 0 | 1): void {
  const state = context.store.getState();
  const index = context.data.panes[pane];
  if (index === null) {
    return;
  }
  const focus = focusOf(state);
  // From one text to the other: to the counterpart if there is one there, else to where that pane was.
  const linked =
    focus === null || pane === state.activePane
      ? undefined
      : counterpartsOf(context.data, focus).find((id) => index.places.has(id));
  const top = state.panes[pane].top?.segmentId;
  const target = linked ?? state.panes[pane].focus ?? top ?? visibleOrder(index, false)[0];
  if (target !== undefined) {
    focusSegment(context.store, pane, target);
  }
}

function counterpart({ store, data }: CommandContext): SegmentId | undefined {
  const state = store.getState();
  const focus = focusOf(state);
  const other = data.panes[otherPane(state.activePane)];
  return focus === null
    ? undefined
    : counterpartsOf(data, focus).find((id) => other?.places.has(id));
}

function link(id: string, keys: readonly string[], step: 1 | -1): Command {
  return {
    id,
    group: 'move',
    keys,
    enabled: ({ data }) => data.linksBySegment.size > 0,
    run: (context) => {
      const state = context.store.getState();
      const linked = orderOf(context).filter((segment) => context.data.linksBySegment.has(segment));
      const index = context.data.panes[state.activePane];
      const at = (segment: SegmentId) => index?.places.get(segment)?.ordinal ?? 0;
      const focus = focusOf(state);
      const here = focus === null ? -1 : at(focus);
      const target =
        step === 1
          ? linked.find((segment) => at(segment) > here)
          : linked.findLast((segment) => at(segment) < here);
      if (target !== undefined) {
        focusSegment(context.store, state.activePane, target);
      }
    },
  };
}

// What the pointer does over the text: hovering lights a sentence and its counterparts, a click focuses it,
// a click with Ctrl or Cmd chooses it for a link.
import { useMemo, useRef } from 'react';
import type { SegmentId } from '../../electron/corpus/document.ts';
import {
  focusSegment,
  type PaneNumber,
  paneOf,
  type ReaderState,
  toggled,
  useReaderStore,
} from '../app/reader-state.ts';
import { putCursorAt } from './text-selection.ts';

export function usePointer() {
  const store = useReaderStore();
  const pressed = useRef(false);
  return useMemo(() => {
    const hover = (hovered: SegmentId | null) => {
      if (store.getState().hovered !== hovered) {
        store.setState({ hovered });
      }
    };
    return {
      onPointerOver: (event: React.PointerEvent) => hover(segmentAt(event.target)),
      onPointerLeave: () => hover(null),
      onFocus: (event: React.FocusEvent) => {
        const id = segmentAt(event.target);
        const state = store.getState();
        const pane = id && paneAt(event.target, state, id);
        if (id && pane !== null && (state.panes[pane].focus !== id || state.activePane !== pane)) {
          focusSegment(store, pane, id, pressed.current);
        }
      },
      onPointerDown: () => {
        pressed.current = true;
      },
      onPointerUp: () => {
        pressed.current = false;
      },
      onPointerCancel: () => {
        pressed.current = false;
      },
      onClick: (event: React.MouseEvent) => {
        const id = segmentAt(event.target);
        const pane = id && paneAt(event.target, store.getState(), id);
        // A drag that selected words is not a click, nor is a press on a handle.
        const isHandle = event.target instanceof Element && event.target.closest('[data-handle]');
        if (!id || pane === null || isHandle || window.getSelection()?.isCollapsed === false) {
          return;
        }
        if (event.ctrlKey || event.metaKey) {
          store.setState(({ selection }) => ({ selection: toggled(selection, id) }));
        }
        focusSegment(store, pane, id, true);
      },
      onContextMenu: (event: React.MouseEvent) => {
        const id = segmentAt(event.target);
        const pane = id && paneAt(event.target, store.getState(), id);
        // Selected words have the system's menu, and so has a field.
        const inField =
          event.target instanceof Element && event.target.closest('[contenteditable]');
        if (!id || pane === null || inField || window.getSelection()?.isCollapsed === false) {
          return;
        }
        event.preventDefault();
        // The menu key has no place of its own: the menu stands below the sentence then.
        const byPointer = event.button === 2;
        if (byPointer) {
          putCursorAt(event.clientX, event.clientY);
        }
        const box = (event.target as Element).getBoundingClientRect();
        focusSegment(store, pane, id, true);
        store.setState({
          sentenceMenu: byPointer
            ? { left: event.clientX, top: event.clientY }
            : { left: box.left + box.width / 2, top: box.bottom },
        });
      },
    };
  }, [store]);
}

/** The pane that a sentence was pointed at in; where both texts stand in one column, the one that its text belongs to. */
function paneAt(target: EventTarget, state: ReaderState, id: SegmentId): PaneNumber | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-pane]') : null;
  switch (box?.dataset['pane']) {
    case '0':
      return 0;
    case '1':
      return 1;
    default:
      return paneOf(state, id);
  }
}

/** The sentence that is pointed at, in its text or at the handle by which it is linked. */
export function segmentAt(target: EventTarget): SegmentId | null {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement | SVGElement>('[data-segment], [data-handle]')
      : null;
  const { segment, handle } = element?.dataset ?? {};
  return ((segment ?? handle) as SegmentId | undefined) ?? null;
}

// What the pointer does over the text: hovering lights a sentence and its counterparts, a click focuses it,
// a click with Ctrl, Cmd or Shift chooses it for a link.
import { useMemo } from 'react';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { focusSegment, paneOf, toggled, useReaderStore } from '../app/reader-state.ts';

export function usePointer() {
  const store = useReaderStore();
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
        const pane = id && paneOf(state, id);
        if (id && pane !== null && (state.panes[pane].focus !== id || state.activePane !== pane)) {
          focusSegment(store, pane, id);
        }
      },
      onClick: (event: React.MouseEvent) => {
        const id = segmentAt(event.target);
        const pane = id && paneOf(store.getState(), id);
        // A drag that selected words is not a click.
        if (!id || pane === null || window.getSelection()?.isCollapsed === false) {
          return;
        }
        if (event.ctrlKey || event.metaKey || event.shiftKey) {
          store.setState(({ selection }) => ({ selection: toggled(selection, id) }));
        }
        focusSegment(store, pane, id);
      },
    };
  }, [store]);
}

function segmentAt(target: EventTarget): SegmentId | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-segment]') : null;
  return (element?.dataset['segment'] as SegmentId | undefined) ?? null;
}

// A pane that scrolls: keeps its place between runs, and brings the sentence in focus into view.
import { type PropsWithChildren, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { useReaderData } from '../app/reader-data.ts';
import { type PaneNumber, useReader, useReaderStore, withPane } from '../app/reader-state.ts';
import { elementOf, placeAtTop, revealSegment } from './scroll-place.ts';

interface ScrollPaneProps extends PropsWithChildren {
  /** The panes whose text stands in it. */
  readonly panes: readonly PaneNumber[];
  readonly ref?: Ref<HTMLDivElement>;
}

const settleMs = 200;

export function ScrollPane({ panes, ref, children }: ScrollPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => box.current as HTMLDivElement, []);
  useKeptPlace(box, panes[0] ?? 0);
  useFocusInView(box, panes);
  return (
    <div ref={box} className="scroll-pane scrolls" data-pane={panes.join(' ')}>
      {children}
    </div>
  );
}

/** Goes back to where the reader was when a document opens, and remembers where the reader goes. */
function useKeptPlace(box: React.RefObject<HTMLDivElement | null>, pane: PaneNumber): void {
  const store = useReaderStore();
  const index = useReaderData().panes[pane];
  useEffect(() => {
    const element = box.current;
    if (!element || !index) {
      return;
    }
    const { top } = store.getState().panes[pane];
    const restore = () => {
      const kept = top && elementOf(element, top.segmentId);
      if (kept) {
        const { top: y, height } = kept.getBoundingClientRect();
        element.scrollTop += y - element.getBoundingClientRect().top + top.share * height;
      } else {
        element.scrollTop = 0;
      }
    };
    restore();
    // Fonts that come late move every line: the place is found again, unless the reader has gone on.
    const goneOn = new AbortController();
    for (const name of ['wheel', 'pointerdown', 'keydown', 'touchstart']) {
      window.addEventListener(name, () => goneOn.abort(), { signal: goneOn.signal, passive: true });
    }
    void document.fonts.ready.then(() => {
      if (!goneOn.signal.aborted) {
        restore();
      }
    });
    const keep = () =>
      store.setState((state) => withPane(state, pane, { top: placeAtTop(element) }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        keep();
      }, settleMs);
    };
    element.addEventListener('scroll', remember, { passive: true });
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', remember);
      window.removeEventListener('pagehide', keep);
      goneOn.abort();
    };
  }, [box, index, pane, store]);
}

/** When the focus moves to a sentence of this pane, the page's focus follows and the pane scrolls no more than it must. */
function useFocusInView(
  box: React.RefObject<HTMLDivElement | null>,
  panes: readonly PaneNumber[],
): void {
  const activePane = useReader((state) => state.activePane);
  const focus = useReader((state): SegmentId | null => state.panes[state.activePane].focus);
  const index = useReaderData().panes[activePane];
  const here = panes.includes(activePane);
  const byPointer = useReader((state) => state.focusedByPointer);
  // The focus that was there when the pane was drawn is not a move: the pane stands where it was left.
  const seen = useRef(focus);
  useEffect(() => {
    const element = box.current && focus && index && here ? elementOf(box.current, focus) : null;
    if (element && box.current) {
      // Not while the reader types in a field or has a dialog open.
      if (!document.activeElement?.closest('dialog, input, textarea, select, search')) {
        element.focus({ preventScroll: true });
      }
      if (seen.current !== focus && !byPointer) {
        revealSegment(box.current, element);
      }
      seen.current = focus;
    }
  }, [box, focus, index, here, byPointer]);
}

// A pane that scrolls: keeps its place between runs, and brings the sentence in focus into view.
import { type PropsWithChildren, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { documentOf, type SegmentId } from '../../electron/corpus/document.ts';
import type { PaneState } from '../../electron/settings/settings.ts';
import { useReaderData } from '../app/reader-data.ts';
import { type PaneNumber, useReader, useReaderStore, withPane } from '../app/reader-state.ts';
import { elementOf, placeAtTop, revealSegment } from './scroll-place.ts';
import type { SegmentIndex } from './segment-index.ts';

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
  useSamePlace(box, panes[0] ?? 0);
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
  const documentId = useReaderData().panes[pane]?.document.summary.id;
  // Not with every new cut of the same text: correcting a sentence must not move what is being read.
  useEffect(() => {
    const element = box.current;
    if (!element || documentId === undefined) {
      return;
    }
    const { top } = store.getState().panes[pane];
    const restore = () => {
      if (!putAtTop(element, top)) {
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
  }, [box, documentId, pane, store]);
}

/** Another width or size of type moves every line: the pane shows the same place afterwards. */
function useSamePlace(box: React.RefObject<HTMLDivElement | null>, pane: PaneNumber): void {
  const store = useReaderStore();
  const { fontSizePx, lineHeight, measureCh } = useReaderData().preferences;
  const set = `${fontSizePx} ${lineHeight} ${measureCh}`;
  const seen = useRef(set);
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    let frame = 0;
    const stay = () => {
      cancelAnimationFrame(frame);
      // The page is set anew first.
      frame = requestAnimationFrame(() => putAtTop(element, store.getState().panes[pane].top));
    };
    if (seen.current !== set) {
      seen.current = set;
      stay();
    }
    let width = element.clientWidth;
    const sizes = new ResizeObserver(() => {
      if (element.clientWidth !== width) {
        width = element.clientWidth;
        stay();
      }
    });
    sizes.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
    };
  }, [box, pane, store, set]);
}

/** Scrolls so that a place stands at the pane's top edge; false where it is not there. */
function putAtTop(pane: HTMLElement, top: PaneState['top']): boolean {
  const kept = top && elementOf(pane, top.segmentId);
  if (!kept) {
    return false;
  }
  const { top: y, height } = kept.getBoundingClientRect();
  pane.scrollTop += y - pane.getBoundingClientRect().top + top.share * height;
  return true;
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
      if (
        !document.activeElement?.closest(
          'dialog, input, textarea, select, search, [contenteditable]',
        )
      ) {
        element.focus({ preventScroll: true });
      }
      if (seen.current !== focus && !byPointer) {
        forgetCursor();
        revealSegment(box.current, element);
      }
      seen.current = focus;
    }
  }, [box, focus, index, here, byPointer]);
  useFocusKept();
}

/** Where the pointer was pressed last says nothing any more when the keys have moved the focus on. */
function forgetCursor(): void {
  const selection = window.getSelection();
  if (selection?.isCollapsed) {
    selection.removeAllRanges();
  }
}

/**
 * A sentence that is joined with the one before it, or whose cut is undone, hands the focus on to that one, and is chosen
 * no longer.
 */
function useFocusKept(): void {
  const store = useReaderStore();
  const { panes } = useReaderData();
  useEffect(() => {
    for (const [pane, index] of panes.entries()) {
      const { focus } = store.getState().panes[pane as PaneNumber];
      if (focus !== null && index && documentOf(focus) === index.document.summary.id) {
        const kept = nearestKnown(index, focus);
        if (kept !== focus) {
          store.setState((state) => withPane(state, pane as PaneNumber, { focus: kept }));
        }
      }
    }
    const isGone = (id: SegmentId) =>
      panes.some((index) => index?.document.summary.id === documentOf(id) && !index.places.has(id));
    if (store.getState().selection.some(isGone)) {
      store.setState(({ selection }) => ({ selection: selection.filter((id) => !isGone(id)) }));
    }
  }, [store, panes]);
}

/** A sentence, or the one that it was once cut from: `telegram-1948/12.1` is of `telegram-1948/12`. */
function nearestKnown({ places }: SegmentIndex, id: SegmentId): SegmentId | null {
  for (let name: string = id; ; name = name.slice(0, name.lastIndexOf('.'))) {
    if (places.has(name as SegmentId)) {
      return name as SegmentId;
    }
    if (!name.includes('.')) {
      return null;
    }
  }
}

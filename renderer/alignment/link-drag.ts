// Dragging from a sentence's handle to a sentence of the other text. Escape leaves everything as it was.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { announce, type CommandContext } from '../app/command.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { segmentAt } from '../reader/pointer.ts';
import { inReadingOrder } from '../reader/segment-index.ts';
import { makeLink } from './link-actions.ts';

/** Px of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drag {
  readonly from: SegmentId;
  readonly start: Point;
  readonly end: Point;
  /** The sentence that would be linked if the pointer were let go now. */
  readonly to: SegmentId | null;
}

/** What a layout says of a sentence whose handle was pressed. */
export interface DragGround {
  readonly from: SegmentId;
  /** Where the handle stands now: the text may scroll meanwhile. */
  readonly start: () => Point;
  /** Whether a sentence is one of the other text. */
  readonly takes: (id: SegmentId) => boolean;
  /** What scrolls where the pointer comes near its edges. */
  readonly boxes: readonly HTMLElement[];
}

/** Within this many px of a pane's upper or lower edge the pane scrolls while something is dragged. */
const edge = 40;
const scrollStep = 9;

/** The drag that is under way, and what begins one. */
export function useLinkDrag() {
  const store = useReaderStore();
  const context = useCommandContext();
  const [drag, setDrag] = useState<Drag | null>(null);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  const begin = useCallback(
    (event: React.PointerEvent, { from, start, takes, boxes }: DragGround) => {
      if (event.button !== 0) {
        return;
      }
      // No selection of text begins, and the focus stays where it is.
      event.preventDefault();
      let pointer: Point = { x: event.clientX, y: event.clientY };
      let frame = 0;
      let to: SegmentId | null = null;
      const step = () => {
        scrollAtEdge(boxes, pointer);
        to = targetAt(pointer, takes);
        store.setState({ hovered: to ?? from });
        setDrag({ from, start: start(), end: pointer, to });
        frame = requestAnimationFrame(step);
      };
      const move = ({ clientX, clientY, buttons }: PointerEvent) => {
        pointer = { x: clientX, y: clientY };
        if (buttons === 0) {
          stop(); // let go where the window did not see it
        }
      };
      const stop = () => {
        cancelAnimationFrame(frame);
        listening.abort();
        delete document.documentElement.dataset['dragging'];
        end.current = null;
        setDrag(null);
        store.setState({ hovered: null });
      };
      const drop = ({ clientX, clientY }: PointerEvent) => {
        const target = targetAt({ x: clientX, y: clientY }, takes);
        stop();
        if (target !== null) {
          void linkDragged(context(), from, target);
        }
      };
      const press = (key: KeyboardEvent) => {
        if (key.key === 'Escape') {
          key.preventDefault();
          key.stopPropagation();
          stop();
          announce(context(), context().t('links.drag-left'));
        }
      };
      const listening = new AbortController();
      const { signal } = listening;
      window.addEventListener('pointermove', move, { signal });
      window.addEventListener('pointerup', drop, { signal });
      window.addEventListener('pointercancel', stop, { signal });
      window.addEventListener('blur', stop, { signal });
      window.addEventListener('keydown', press, { signal, capture: true });
      document.documentElement.dataset['dragging'] = 'link';
      end.current = stop;
      step();
    },
    [store, context],
  );
  return { drag, begin };
}

/** Links the two sentences; where one of them was chosen, everything chosen in its text. */
async function linkDragged(context: CommandContext, from: SegmentId, to: SegmentId): Promise<void> {
  const { store, data } = context;
  const { selection } = store.getState();
  const sides = data.alignment?.documentIds.map((documentId) => {
    const index = data.panes.find((pane) => pane?.document.summary.id === documentId);
    const dragged = [from, to].filter((id) => index?.places.has(id));
    return index && dragged.some((id) => selection.includes(id))
      ? inReadingOrder(index, [...selection, ...dragged])
      : dragged;
  });
  const [first, second] = sides ?? [];
  if (first && second) {
    await makeLink(context, [first, second]);
  }
}

/** The sentence under a point, or the one whose handle is near it, if it is one that is taken. */
function targetAt({ x, y }: Point, takes: DragGround['takes']): SegmentId | null {
  const element = document.elementFromPoint(x, y);
  const id = element && segmentAt(element);
  return id !== null && takes(id) ? id : null;
}

function scrollAtEdge(boxes: DragGround['boxes'], { x, y }: Point): void {
  for (const box of boxes) {
    const bounds = box.getBoundingClientRect();
    if (x >= bounds.left && x <= bounds.right) {
      const step = y < bounds.top + edge ? -scrollStep : y > bounds.bottom - edge ? scrollStep : 0;
      if (step !== 0) {
        box.dispatchEvent(new Event('wheel'));
        box.scrollTop += step;
      }
    }
  }
}

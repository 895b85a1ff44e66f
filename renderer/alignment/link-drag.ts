// Dragging from a sentence's handle to a sentence of the other text. Escape leaves everything as it was.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { announce, type CommandContext } from '../app/command.ts';
import { otherPane, type PaneNumber, type ReaderStore } from '../app/reader-state.ts';
import { inReadingOrder } from '../reader/segment-index.ts';
import { geometryOf } from '../reader/text-geometry.ts';
import { makeLink } from './link-actions.ts';

export type Boxes = readonly (HTMLDivElement | null)[];

/** Px of the window. */
interface Point {
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

/** Within this many px of a pane's upper or lower edge the pane scrolls while something is dragged. */
const edge = 40;
const scrollStep = 9;

/** The drag that is under way, and what begins one. */
export function useLinkDrag(
  left: RefObject<HTMLDivElement | null>,
  right: RefObject<HTMLDivElement | null>,
  store: ReaderStore,
  context: () => CommandContext,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  const begin = useCallback(
    (event: React.PointerEvent, from: SegmentId, pane: PaneNumber) => {
      if (event.button !== 0) {
        return;
      }
      // No selection of text begins, and the focus stays where it is.
      event.preventDefault();
      const boxes: Boxes = [left.current, right.current];
      let pointer: Point = { x: event.clientX, y: event.clientY };
      let frame = 0;
      let to: SegmentId | null = null;
      const step = () => {
        scrollAtEdge(boxes, pointer);
        to = targetAt(pointer, boxes[otherPane(pane)] ?? null);
        store.setState({ hovered: to ?? from });
        setDrag({ from, start: startOf(boxes[pane] ?? null, from, pane), end: pointer, to });
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
        const target = targetAt({ x: clientX, y: clientY }, boxes[otherPane(pane)] ?? null);
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
    [left, right, store, context],
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

function startOf(box: HTMLElement | null, id: SegmentId, pane: PaneNumber): Point {
  const extent = box && geometryOf(box).extents.get(id);
  if (!box || !extent) {
    return { x: 0, y: 0 };
  }
  const { left, right, top, height } = box.getBoundingClientRect();
  const middle = (extent.top + extent.bottom) / 2 - box.scrollTop;
  return {
    x: pane === 0 ? right + 4 : left - 4,
    y: top + Math.min(Math.max(middle, 0), height),
  };
}

/** The sentence of a pane under a point, or the one whose handle is near it in the channel. */
function targetAt({ x, y }: Point, box: HTMLElement | null): SegmentId | null {
  const element = document.elementFromPoint(x, y);
  if (!box || !element) {
    return null;
  }
  const sentence = element.closest<HTMLElement>('[data-segment]');
  const handle = element.closest<SVGElement>('[data-handle]');
  const id = (sentence?.dataset['segment'] ?? handle?.dataset['handle']) as SegmentId | undefined;
  return id !== undefined && geometryOf(box).extents.has(id) ? id : null;
}

function scrollAtEdge(boxes: Boxes, { x, y }: Point): void {
  for (const box of boxes) {
    const bounds = box?.getBoundingClientRect();
    if (box && bounds && x >= bounds.left && x <= bounds.right) {
      const step = y < bounds.top + edge ? -scrollStep : y > bounds.bottom - edge ? scrollStep : 0;
      if (step !== 0) {
        box.dispatchEvent(new Event('wheel'));
        box.scrollTop += step;
      }
    }
  }
}

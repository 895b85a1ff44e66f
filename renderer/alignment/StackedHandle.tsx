// The handle of the sentence pointed at where both texts stand in one column: a ring before its first word. Dragged
// to a sentence of the other text, it links.
import { type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader } from '../app/reader-state.ts';
import { elementOf } from '../reader/scroll-place.ts';
import { watchText } from '../reader/text-geometry.ts';
import { DragLine } from './LinkHandles.tsx';
import { type Point, useLinkDrag } from './link-drag.ts';

interface StackedHandleProps {
  readonly box: RefObject<HTMLDivElement | null>;
}

export function StackedHandle({ box }: StackedHandleProps) {
  const { panes } = useReaderData();
  const hovered = useReader((state) => state.hovered);
  const { drag, begin } = useLinkDrag();
  const id = drag?.from ?? hovered;
  const place = usePlace(box, id);
  const other = panes.find((pane) => pane && id !== null && !pane.places.has(id));
  if (id === null || place === null || !other || !box.current) {
    return drag && createPortal(<DragLine drag={drag} />, document.body);
  }
  const ground = {
    from: id,
    start: () => placeOf(box.current, id) ?? place,
    takes: (to: SegmentId) => other.places.has(to),
    boxes: [box.current],
  };
  return (
    <>
      <svg className="stacked-handle" aria-hidden="true">
        <g
          className="link-handle"
          data-handle={id}
          data-meant="true"
          onPointerDown={(event) => begin(event, ground)}
        >
          <circle className="link-handle-reach" cx={place.x} cy={place.y} r={reach} />
          <circle className="link-handle-dot" cx={place.x} cy={place.y} r={3.5} />
        </g>
      </svg>
      {drag && createPortal(<DragLine drag={drag} />, document.body)}
    </>
  );
}

/** Px from a sentence's first letter to the middle of its handle, and round it where a press takes the handle: no letter. */
const before = 7;
const reach = 6;

/** Where the handle stands, and stays while the text moves; null where its sentence does not begin in sight. */
function usePlace(box: StackedHandleProps['box'], id: SegmentId | null): Point | null {
  const [place, setPlace] = useState<Point | null>(null);
  useEffect(() => {
    const element = box.current;
    const find = () => setPlace(id === null ? null : placeOf(element, id));
    find();
    if (!element) {
      return;
    }
    const stop = watchText(element, find);
    element.addEventListener('scroll', find, { passive: true });
    return () => {
      stop();
      element.removeEventListener('scroll', find);
    };
  }, [box, id]);
  return place;
}

function placeOf(box: HTMLElement | null, id: SegmentId): Point | null {
  const first = box && elementOf(box, id)?.getClientRects()[0];
  if (!box || !first) {
    return null;
  }
  const { top, bottom } = box.getBoundingClientRect();
  const y = (first.top + first.bottom) / 2;
  return y > top && y < bottom ? { x: first.left - before, y } : null;
}

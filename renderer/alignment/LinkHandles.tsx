// Handles at the channel's edges, one beside each sentence in sight: dragged to a sentence of the other text, they link.
import { type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { otherPane, type PaneNumber, useReader } from '../app/reader-state.ts';
import { endIn } from '../reader/curves.ts';
import { geometryOf } from '../reader/text-geometry.ts';
import { type Drag, type DragGround, type Point, useLinkDrag } from './link-drag.ts';

interface LinkHandlesProps {
  readonly left: RefObject<HTMLDivElement | null>;
  readonly right: RefObject<HTMLDivElement | null>;
  readonly width: number;
  /** Whether the pointer is over the channel: all handles show then, else only that of the sentence pointed at. */
  readonly near: boolean;
}

interface Handle {
  readonly id: SegmentId;
  readonly pane: PaneNumber;
  readonly height: number;
}

export function LinkHandles({ left, right, width, near }: LinkHandlesProps) {
  const hovered = useReader((state) => state.hovered);
  const { drag, begin } = useLinkDrag();
  const all = near || drag !== null;
  const handles = useHandles(left, right, all);
  const shown = all ? handles : handles.filter(({ id }) => id === hovered);
  return (
    <>
      {shown.map(({ id, pane, height }) => {
        const x = pane === 0 ? 4 : width - 4;
        return (
          // A pointer's way to what the keys of a sentence give.
          <g
            key={`${pane} ${id}`}
            className="link-handle"
            data-handle={id}
            data-meant={id === hovered || id === drag?.from || id === drag?.to}
            onPointerDown={(event) =>
              begin(event, groundOf([left.current, right.current], id, pane))
            }
          >
            <circle className="link-handle-reach" cx={x} cy={height} r={9} />
            <circle className="link-handle-dot" cx={x} cy={height} r={3.5} />
          </g>
        );
      })}
      {drag && createPortal(<DragLine drag={drag} />, document.body)}
    </>
  );
}

type Boxes = readonly (HTMLDivElement | null)[];

function groundOf(boxes: Boxes, from: SegmentId, pane: PaneNumber): DragGround {
  const [own, other] = [boxes[pane] ?? null, boxes[otherPane(pane)] ?? null];
  return {
    from,
    start: () => startOf(own, from, pane),
    takes: (id) => other !== null && geometryOf(other).extents.has(id),
    boxes: boxes.filter((box) => box !== null),
  };
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

export function DragLine({ drag }: { readonly drag: Drag }) {
  const { start, end } = drag;
  const half = (start.x + end.x) / 2;
  return (
    <svg className="drag-line" aria-hidden="true" data-on-target={drag.to !== null}>
      <path d={`M${start.x} ${start.y}C${half} ${start.y} ${half} ${end.y} ${end.x} ${end.y}`} />
      <circle cx={start.x} cy={start.y} r={4.5} />
      <circle cx={end.x} cy={end.y} r={4.5} />
    </svg>
  );
}

/** Handles nearer to each other than this would cover each other, in px. */
const handleRoom = 12;

/** Where the handles stand while they may be seen. */
function useHandles(
  left: LinkHandlesProps['left'],
  right: LinkHandlesProps['right'],
  all: boolean,
): readonly Handle[] {
  const hovered = useReader((state) => state.hovered);
  const [handles, setHandles] = useState<readonly Handle[]>([]);
  const wanted = all || hovered !== null;
  useEffect(() => {
    const boxes: Boxes = [left.current, right.current];
    if (!wanted) {
      setHandles([]);
      return;
    }
    const place = () =>
      setHandles(boxes.flatMap((box, pane) => (box ? handlesOf(box, pane as PaneNumber) : [])));
    place();
    for (const box of boxes) {
      box?.addEventListener('scroll', place, { passive: true });
    }
    return () => {
      for (const box of boxes) {
        box?.removeEventListener('scroll', place);
      }
    };
  }, [left, right, wanted]);
  return handles;
}

function handlesOf(box: HTMLElement, pane: PaneNumber): readonly Handle[] {
  const { scrollTop, clientHeight } = box;
  const handles: Handle[] = [];
  for (const [id, extent] of geometryOf(box).extents) {
    const seen = { top: extent.top - scrollTop, bottom: extent.bottom - scrollTop };
    const { height, beyond } = endIn(seen, clientHeight);
    if (beyond === null) {
      const last = handles.at(-1)?.height ?? Number.NEGATIVE_INFINITY;
      handles.push({ id, pane, height: Math.max(height, last + handleRoom) });
    }
  }
  return handles;
}

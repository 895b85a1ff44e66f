// The channel between the panes: a curve for every link, from passage to passage.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { openRail, useReader, useReaderStore } from '../app/reader-state.ts';
import { curvePath, type End, type Extent, endIn, stubPath } from './curves.ts';
import { elementOf } from './scroll-place.ts';
import type { SegmentIndex } from './segment-index.ts';

interface ChannelProps {
  readonly left: RefObject<HTMLDivElement | null>;
  readonly right: RefObject<HTMLDivElement | null>;
}

/** The curves of the links, and the lines of the meeting points that the reader set. */
interface Drawing {
  readonly width: number;
  readonly curves: readonly Curve[];
  readonly meetings: readonly { readonly key: string; readonly from: End; readonly to: End }[];
}

const nothing: Drawing = { width: 0, curves: [], meetings: [] };

interface Curve {
  readonly key: string;
  readonly link: Link;
  readonly from: End;
  readonly to: End;
}

export function Channel({ left, right }: ChannelProps) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const data = useReaderData();
  const svg = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState<Drawing>(nothing);
  const focusedLink = useReader((state) => state.focusedLink);
  const focus = useReader((state) => state.panes[state.activePane].focus);
  const hovered = useReader((state) => state.hovered);
  const meetingPoints = useReader((state) => state.meetingPoints);

  useLayoutEffect(() => {
    const boxes = [left.current, right.current] as const;
    const [leftIndex, rightIndex] = data.panes;
    const channel = svg.current;
    if (!boxes[0] || !boxes[1] || !channel || !leftIndex || !rightIndex) {
      setDrawn(nothing);
      return;
    }
    const draw = () => {
      frame = 0;
      const links = (data.alignment?.links ?? []).filter(({ status }) => status !== 'rejected');
      setDrawn({
        width: channel.clientWidth,
        curves: links.flatMap((link) => {
          const starts = passages(boxes[0], leftIndex, segmentsOf(link));
          const ends = passages(boxes[1], rightIndex, segmentsOf(link));
          return starts.flatMap((start) =>
            ends.map((end) => ({
              key: `${link.id} ${start.key} ${end.key}`,
              link,
              from: endIn(start.extent, boxes[0]?.clientHeight ?? 0),
              to: endIn(end.extent, boxes[1]?.clientHeight ?? 0),
            })),
          );
        }),
        meetings: meetingPoints.flatMap((point) => {
          const from = passageOf(boxes[0], leftIndex, point);
          const to = passageOf(boxes[1], rightIndex, point);
          return from && to
            ? [
                {
                  key: point.join(' '),
                  from: endIn(from.extent, boxes[0]?.clientHeight ?? 0),
                  to: endIn(to.extent, boxes[1]?.clientHeight ?? 0),
                },
              ]
            : [];
        }),
      });
    };
    let frame = requestAnimationFrame(draw);
    const schedule = () => {
      frame ||= requestAnimationFrame(draw);
    };
    // Fonts that come late move every line.
    void document.fonts.ready.then(schedule);
    const sizes = new ResizeObserver(schedule);
    for (const box of boxes) {
      box?.addEventListener('scroll', schedule, { passive: true });
      if (box) {
        sizes.observe(box);
        for (const child of box.children) {
          sizes.observe(child);
        }
      }
    }
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      for (const box of boxes) {
        box?.removeEventListener('scroll', schedule);
      }
    };
  }, [left, right, data, meetingPoints]);

  const bright = (link: Link) =>
    link.id === focusedLink ||
    (focusedLink === null &&
      link.sides.some(({ segmentIds }) => segmentIds.some((id) => id === focus || id === hovered)));
  const choose = (link: Link) => {
    const pane = store.getState().activePane;
    const documentId = store.getState().panes[pane].documentId;
    const side = link.sides.find((candidate) => candidate.documentId === documentId);
    if (side?.segmentIds[0]) {
      goToSegment(store, data, side.segmentIds[0]);
    }
    store.setState({ focusedLink: link.id });
    openRail(store, 'links');
  };
  // The wheel over the channel turns the left pane, which leads then as if the wheel were over it.
  const turn = ({ deltaY }: React.WheelEvent) => {
    left.current?.dispatchEvent(new Event('wheel'));
    left.current?.scrollBy(0, deltaY);
  };
  const ordered = [...drawn.curves].sort((a, b) => Number(bright(a.link)) - Number(bright(b.link)));
  return (
    <div className="channel" onWheel={turn}>
      <svg ref={svg} aria-hidden="true">
        <title>{t('links.curves')}</title>
        {drawn.meetings.map(({ key, from, to }) => (
          <path
            key={key}
            className="meeting-line"
            d={curvePath(from.height, to.height, drawn.width)}
          />
        ))}
        {ordered.map(({ key, link, from, to }) => (
          // A pointer's way to what the list of links gives by keyboard.
          // biome-ignore lint/a11y/noStaticElementInteractions: see above
          <g
            key={key}
            className="curve"
            data-status={link.status}
            data-bright={bright(link)}
            data-away={
              from.beyond !== null &&
              to.beyond !== null &&
              !(bright(link) && from.beyond !== to.beyond)
            }
            data-link={link.id}
            onClick={() => choose(link)}
          >
            <path className="curve-reach" d={curvePath(from.height, to.height, drawn.width)} />
            <path className="curve-line" d={linePath(from, to, drawn.width, bright(link))} />
            {from.beyond === null && <circle cx={4} cy={from.height} r={3.5} />}
            {to.beyond === null && <circle cx={drawn.width - 4} cy={to.height} r={3.5} />}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** The whole curve where both ends are in sight or the link is meant; else its beginning at the end that is. */
function linePath(from: End, to: End, width: number, isBright: boolean): string {
  if (!isBright && from.beyond === null && to.beyond !== null) {
    return stubPath('left', from.height, to.beyond, width);
  }
  if (!isBright && to.beyond === null && from.beyond !== null) {
    return stubPath('right', to.height, from.beyond, width);
  }
  return curvePath(from.height, to.height, width);
}

function segmentsOf(link: Link): readonly SegmentId[] {
  return link.sides.flatMap((side) => side.segmentIds);
}

function passageOf(box: HTMLElement | null, index: SegmentIndex, ids: readonly SegmentId[]) {
  return passages(box, index, ids)[0];
}

/** The runs of neighbouring sentences of one paragraph among those given, with where they stand in the window. */
function passages(box: HTMLElement | null, index: SegmentIndex, segmentIds: readonly SegmentId[]) {
  const runs: { key: string; ids: SegmentId[]; paragraph: number; ordinal: number }[] = [];
  for (const id of segmentIds) {
    const place = index.places.get(id);
    if (!place) {
      continue;
    }
    const last = runs.at(-1);
    if (last && last.paragraph === place.paragraph.index && last.ordinal + 1 === place.ordinal) {
      last.ids.push(id);
      last.ordinal = place.ordinal;
    } else {
      runs.push({ key: id, ids: [id], paragraph: place.paragraph.index, ordinal: place.ordinal });
    }
  }
  const edge = box?.getBoundingClientRect().top ?? 0;
  return runs.flatMap(({ key, ids }) => {
    const rects = ids.flatMap((id) => {
      const element = box && elementOf(box, id);
      return element ? [element.getBoundingClientRect()] : [];
    });
    if (rects.length === 0) {
      return [];
    }
    const extent: Extent = {
      top: Math.min(...rects.map((rect) => rect.top)) - edge,
      bottom: Math.max(...rects.map((rect) => rect.bottom)) - edge,
    };
    return [{ key, extent }];
  });
}

// The channel between the panes: a curve for every link in sight, and marks that say where far passages are.
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { useMeantLink } from '../alignment/focused-link.ts';
import { LinkHandles } from '../alignment/LinkHandles.tsx';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { openRail, useReader, useReaderStore } from '../app/reader-state.ts';
import {
  type ChannelDrawing,
  drawChannel,
  passages,
  placeLinks,
  shownParagraphs,
} from './channel-drawing.ts';
import { curvePath, endIn, linkPath } from './curves.ts';
import { FarMarks } from './FarMarks.tsx';
import { geometryOf, watchText } from './text-geometry.ts';

interface ChannelProps {
  readonly left: RefObject<HTMLDivElement | null>;
  readonly right: RefObject<HTMLDivElement | null>;
}

interface Drawing extends ChannelDrawing {
  readonly width: number;
  /** The lines of the meeting points that the reader set. */
  readonly meetings: readonly { readonly key: string; readonly path: string }[];
}

const nothing: Drawing = { width: 0, curves: [], marks: [], meetings: [] };

/** With more curves than this in sight each is drawn fainter. */
const manyCurves = 14;

export function Channel({ left, right }: ChannelProps) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const data = useReaderData();
  const svg = useRef<SVGSVGElement>(null);
  const drawn = useDrawing(left, right, svg);
  const meant = useMeantLink();
  const focus = useReader((state) => state.panes[state.activePane].focus);
  const hovered = useReader((state) => state.hovered);
  const [near, setNear] = useState(false);

  const bright = (link: Link) =>
    link.id === meant ||
    (meant === null &&
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
  const goTo = (link: Link, id: SegmentId) => {
    goToSegment(store, data, id);
    store.setState({ focusedLink: link.id });
  };
  // The wheel over the channel turns the left pane, which leads then as if the wheel were over it.
  const turn = ({ deltaY }: React.WheelEvent) => {
    left.current?.dispatchEvent(new Event('wheel'));
    left.current?.scrollBy(0, deltaY);
  };
  // Short curves over long ones, and what is meant over all.
  const ordered = useMemo(
    () => [...drawn.curves].sort((a, b) => span(b) - span(a)),
    [drawn.curves],
  );
  const layered = [
    ...ordered.filter(({ link }) => !bright(link)),
    ...ordered.filter(({ link }) => bright(link)),
  ];
  return (
    <div
      className="channel"
      onWheel={turn}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <svg ref={svg} aria-hidden="true" data-many={ordered.length > manyCurves}>
        <title>{t('links.curves')}</title>
        {drawn.meetings.map(({ key, path }) => (
          <path key={key} className="meeting-line" d={path} />
        ))}
        {layered.map(({ link, standing, lefts, rights }) => {
          const path = linkPath(lefts, rights, drawn.width);
          return (
            // A pointer's way to what the list of links gives by keyboard.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            <g
              key={link.id}
              className="curve"
              data-standing={standing}
              data-bright={bright(link)}
              data-link={link.id}
              onClick={() => choose(link)}
            >
              <path className="curve-reach" d={path} />
              <path className="curve-halo" d={path} />
              <path className="curve-line" d={path} />
              {lefts.map((height) => (
                <circle key={height} cx={4} cy={height} r={3.5} />
              ))}
              {rights.map((height) => (
                <circle key={height} cx={drawn.width - 4} cy={height} r={3.5} />
              ))}
            </g>
          );
        })}
        <FarMarks marks={drawn.marks} width={drawn.width} bright={bright} onGo={goTo} />
        <LinkHandles left={left} right={right} width={drawn.width} near={near} />
      </svg>
    </div>
  );
}

function span({ lefts, rights }: Drawing['curves'][number]): number {
  const all = [...lefts, ...rights];
  return Math.max(...all) - Math.min(...all);
}

/** What there is to draw, kept true while the panes scroll and the texts move. */
function useDrawing(
  left: ChannelProps['left'],
  right: ChannelProps['right'],
  svg: RefObject<SVGSVGElement | null>,
): Drawing {
  const { panes, alignment } = useReaderData();
  const meetingPoints = useReader((state) => state.meetingPoints);
  const [drawn, setDrawn] = useState<Drawing>(nothing);
  const [leftIndex, rightIndex] = panes;

  useEffect(() => {
    const boxes = [left.current, right.current] as const;
    const [leftBox, rightBox] = boxes;
    const channel = svg.current;
    if (!leftBox || !rightBox || !channel || !leftIndex || !rightIndex) {
      setDrawn(nothing);
      return;
    }
    const indexes = [leftIndex, rightIndex] as const;
    let placed: ReturnType<typeof placeLinks> | null = null;
    const draw = () => {
      frame = 0;
      const texts = [geometryOf(leftBox), geometryOf(rightBox)] as const;
      placed ??= placeLinks(alignment?.links ?? [], indexes, texts);
      const views = [viewOf(leftBox), viewOf(rightBox)] as const;
      const shown = [
        shownParagraphs(leftIndex, texts[0], views[0]),
        shownParagraphs(rightIndex, texts[1], views[1]),
      ] as const;
      const width = channel.clientWidth;
      setDrawn({
        ...drawChannel(placed, views, shown),
        width,
        meetings: meetingPoints.flatMap((point) => {
          const [from, to] = indexes.map((index, pane) => {
            const view = views[pane as 0 | 1];
            const found = passages(index, texts[pane as 0 | 1], point)[0];
            return found && endIn(inView(found.extent, view), view.height).height;
          });
          return from === undefined || to === undefined
            ? []
            : [{ key: point.join(' '), path: curvePath(from, to, width) }];
        }),
      });
    };
    let frame = requestAnimationFrame(draw);
    const schedule = () => {
      frame ||= requestAnimationFrame(draw);
    };
    const moved = () => {
      placed = null;
      schedule();
    };
    const stops = boxes.map((box) => (box ? watchText(box, moved) : () => {}));
    for (const box of boxes) {
      box?.addEventListener('scroll', schedule, { passive: true });
    }
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) {
        stop();
      }
      for (const box of boxes) {
        box?.removeEventListener('scroll', schedule);
      }
    };
  }, [left, right, svg, leftIndex, rightIndex, alignment, meetingPoints]);
  return drawn;
}

function viewOf(box: HTMLElement) {
  return { top: box.scrollTop, height: box.clientHeight };
}

function inView(
  extent: { readonly top: number; readonly bottom: number },
  view: { readonly top: number },
) {
  return { top: extent.top - view.top, bottom: extent.bottom - view.top };
}

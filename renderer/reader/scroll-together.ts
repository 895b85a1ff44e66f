// Scrolling one pane moves the other so that linked passages stand level at the reading line.
import { type RefObject, useEffect, useRef } from 'react';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { counterpartsOf, type ReaderData, useReaderData } from '../app/reader-data.ts';
import { otherPane, type PaneNumber, useReader } from '../app/reader-state.ts';
import { monotoneChain } from './chain.ts';
import { type LevelPoint, mapHeight, readingLine, shrink } from './scroll-map.ts';
import { elementOf } from './scroll-place.ts';
import { geometryOf } from './text-geometry.ts';

/** How fast a pane that stands askew slides into line: px for each px that the other is scrolled. */
const slide = 0.5;

type Boxes = readonly [RefObject<HTMLDivElement | null>, RefObject<HTMLDivElement | null>];

export function useScrollTogether(left: Boxes[0], right: Boxes[1]): void {
  const data = useReaderData();
  const synchronised = useReader((state) => state.synchronised);
  const frozenPane = useReader((state) => state.frozenPane);
  const meetingPoints = useReader((state) => state.meetingPoints);
  const activePane = useReader((state) => state.activePane);
  const focus = useReader((state) => state.panes[state.activePane].focus);
  // Only the pane that the reader moves leads; the other one's own scroll events are its echo.
  const leader = useRef<PaneNumber>(activePane);
  // Where each pane stood when it was last looked at: how far a scroll event has moved it.
  const last = useRef<[number, number]>([0, 0]);

  useEffect(() => {
    const boxes = [left.current, right.current] as const;
    if (!synchronised || !boxes[0] || !boxes[1]) {
      return;
    }
    last.current = [boxes[0].scrollTop, boxes[1].scrollTop];
    const stops = boxes.flatMap((box, number) => {
      const pane = number as PaneNumber;
      const lead = () => {
        leader.current = pane;
      };
      const follow = () => {
        const follower = boxes[otherPane(pane)];
        const step = (box?.scrollTop ?? 0) - last.current[pane];
        last.current[pane] = box?.scrollTop ?? 0;
        if (box && follower && leader.current === pane && frozenPane !== otherPane(pane)) {
          const points = levelPoints(data, meetingPoints, pane, box, follower);
          // Where the follower could stand at all: a text that is at its end is not askew for that.
          const furthest = follower.scrollHeight - follower.clientHeight;
          const before = Math.min(Math.max(aligned(points, box, -step), 0), furthest);
          const offset = shrink(follower.scrollTop - before, Math.abs(step) * slide);
          follower.scrollTop = aligned(points, box, 0) + offset;
          last.current[otherPane(pane)] = follower.scrollTop;
        }
      };
      for (const name of leads) {
        box?.addEventListener(name, lead, { passive: true });
      }
      box?.addEventListener('scroll', follow, { passive: true });
      return [
        () => {
          for (const name of leads) {
            box?.removeEventListener(name, lead);
          }
          box?.removeEventListener('scroll', follow);
        },
      ];
    });
    return () => {
      for (const stop of stops) {
        stop();
      }
    };
  }, [left, right, data, synchronised, frozenPane, meetingPoints]);

  const pointsSeen = useRef(meetingPoints);

  // Two sentences that the reader has just told to meet stand level at once: the active pane stays.
  useEffect(() => {
    const fresh = meetingPoints.find((point) => !pointsSeen.current.includes(point));
    pointsSeen.current = meetingPoints;
    const here = [left.current, right.current][activePane];
    const there = [left.current, right.current][otherPane(activePane)];
    if (!fresh || !here || !there) {
      return;
    }
    const element = fresh.map((id) => elementOf(here, id)).find((each) => each !== null);
    const other = fresh.map((id) => elementOf(there, id)).find((each) => each !== null);
    if (element && other) {
      there.scrollTop += other.getBoundingClientRect().top - element.getBoundingClientRect().top;
      last.current = [left.current?.scrollTop ?? 0, right.current?.scrollTop ?? 0];
    }
  }, [left, right, activePane, meetingPoints]);

  const seen = useRef(focus);

  // A sentence that comes into focus brings its counterpart level with it, wherever that stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new link must not move what is being read
  useEffect(() => {
    const here = [left.current, right.current][activePane];
    const there = [left.current, right.current][otherPane(activePane)];
    if (seen.current === focus || !here || !there || focus === null) {
      return;
    }
    seen.current = focus;
    if (!synchronised || frozenPane === otherPane(activePane)) {
      return;
    }
    const counterpart = counterpartsOf(data, focus)
      .map((id) => elementOf(there, id))
      .find((element) => element !== null);
    const element = elementOf(here, focus);
    if (element && counterpart) {
      there.scrollTop +=
        counterpart.getBoundingClientRect().top - element.getBoundingClientRect().top;
      last.current = [left.current?.scrollTop ?? 0, right.current?.scrollTop ?? 0];
    }
  }, [left, right, focus, activePane]);
}

const leads = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const;

/** Where the follower must stand for the leader's reading line, `behind` px before where the leader stands now. */
function aligned(points: readonly LevelPoint[], leader: HTMLElement, behind: number): number {
  const line = leader.clientHeight * readingLine;
  return mapHeight(points, leader.scrollTop + behind + line) - line;
}

/** The heights that belong level: the reader's meeting points first, then links that keep the order, then the ends. */
function levelPoints(
  data: ReaderData,
  meetingPoints: readonly (readonly [SegmentId, SegmentId])[],
  leaderPane: PaneNumber,
  leader: HTMLElement,
  follower: HTMLElement,
): readonly LevelPoint[] {
  const from = data.panes[leaderPane];
  const to = data.panes[otherPane(leaderPane)];
  if (!from || !to) {
    return [];
  }
  const pair = (ids: readonly SegmentId[]) => {
    const left = ids.map((id) => from.places.get(id)?.ordinal).find((at) => at !== undefined);
    const right = ids.map((id) => to.places.get(id)?.ordinal).find((at) => at !== undefined);
    return left === undefined || right === undefined ? [] : [{ left, right }];
  };
  const met = monotoneChain(meetingPoints.flatMap(pair));
  const linked = (data.alignment?.links ?? [])
    .filter((link) => link.status !== 'rejected')
    .flatMap((link) => pair(link.sides.flatMap((side) => side.segmentIds)))
    .filter((link) => met.every((point) => keepsOrder(point, link)));
  const leading = geometryOf(leader);
  const following = geometryOf(follower);
  const points = monotoneChain([...met, ...linked]).flatMap(({ left, right }) => {
    const here = leading.extents.get(from.order[left] as SegmentId);
    const there = following.extents.get(to.order[right] as SegmentId);
    return here && there ? [{ from: here.top, to: there.top }] : [];
  });
  return [{ from: 0, to: 0 }, ...points, { from: leading.height, to: following.height }];
}

function keepsOrder(
  a: { readonly left: number; readonly right: number },
  b: { readonly left: number; readonly right: number },
): boolean {
  return Math.sign(a.left - b.left) === Math.sign(a.right - b.right);
}

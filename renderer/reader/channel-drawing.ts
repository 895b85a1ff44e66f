// What stands in the channel between the panes: curves of links in sight, and the beginnings of those to far passages.
import type { Link } from '../../electron/alignment/alignment.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { type ShownStanding, standingOf } from '../alignment/standing.ts';
import { type Beyond, type Extent, endIn } from './curves.ts';
import type { SegmentIndex } from './segment-index.ts';
import type { TextGeometry } from './text-geometry.ts';

/** Neighbouring sentences of one paragraph that a link joins, and where they stand in what the pane scrolls. */
interface Passage {
  readonly first: SegmentId;
  /** The paragraph's index in its document. */
  readonly paragraph: number;
  readonly extent: Extent;
}

export interface PlacedLink {
  readonly link: Link;
  readonly standing: ShownStanding;
  readonly passages: readonly [readonly Passage[], readonly Passage[]];
}

/** What a pane's window shows of what it scrolls, in px. */
export interface View {
  readonly top: number;
  readonly height: number;
}

/** A link with passages in sight on both sides: the heights of its ends, in px from the channel's top. */
export interface Curve {
  readonly link: Link;
  readonly standing: ShownStanding;
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
}

/** The beginning of one or more links to passages that are out of sight, with a mark that says where they are. */
export interface FarMark {
  /** The side of the passage that is in sight. */
  readonly side: 'left' | 'right';
  readonly height: number;
  readonly beyond: Beyond;
  /** Nearest first. */
  readonly links: readonly FarLink[];
}

export interface FarLink {
  readonly link: Link;
  readonly standing: ShownStanding;
  /** The passage that is out of sight. */
  readonly to: SegmentId;
  /** How many paragraphs beyond the window's edge that is, at least 1. */
  readonly paragraphsAway: number;
}

export interface ChannelDrawing {
  readonly curves: readonly Curve[];
  readonly marks: readonly FarMark[];
}

type Indexes = readonly [SegmentIndex, SegmentIndex];

/** The links that were not rejected, with their passages on the page. Those that are folded away are left out. */
export function placeLinks(
  links: readonly Link[],
  [left, right]: Indexes,
  [leftText, rightText]: readonly [TextGeometry, TextGeometry],
): readonly PlacedLink[] {
  return links.flatMap((link) => {
    const standing = standingOf(link);
    const ids = link.sides.flatMap((side) => side.segmentIds);
    return standing === 'rejected'
      ? []
      : [
          {
            link,
            standing,
            passages: [passages(left, leftText, ids), passages(right, rightText, ids)],
          },
        ];
  });
}

/** Runs of neighbouring sentences of one paragraph among those given. */
export function passages(
  index: SegmentIndex,
  { extents }: TextGeometry,
  ids: readonly SegmentId[],
): readonly Passage[] {
  const runs: { last: number; passage: Passage }[] = [];
  for (const id of ids) {
    const place = index.places.get(id);
    const extent = extents.get(id);
    if (!place || !extent) {
      continue;
    }
    const run = runs.at(-1);
    if (run && run.passage.paragraph === place.paragraph.index && run.last + 1 === place.ordinal) {
      run.last = place.ordinal;
      run.passage = {
        ...run.passage,
        extent: {
          top: Math.min(run.passage.extent.top, extent.top),
          bottom: Math.max(run.passage.extent.bottom, extent.bottom),
        },
      };
    } else {
      runs.push({
        last: place.ordinal,
        passage: { first: id, paragraph: place.paragraph.index, extent },
      });
    }
  }
  return runs.map(({ passage }) => passage);
}

/** The first and last paragraph that a window shows some of. */
export interface Shown {
  readonly first: number;
  readonly last: number;
}

/** Which paragraphs a window shows; null where it shows no sentence. */
export function shownParagraphs(
  index: SegmentIndex,
  { extents }: TextGeometry,
  view: View,
): Shown | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [id, { top, bottom }] of extents) {
    const paragraph = index.places.get(id)?.paragraph.index;
    if (paragraph !== undefined && bottom > view.top && top < view.top + view.height) {
      first = Math.min(first, paragraph);
      last = Math.max(last, paragraph);
    }
  }
  return first <= last ? { first, last } : null;
}

/** What to draw for the windows that the two panes show now. */
export function drawChannel(
  placed: readonly PlacedLink[],
  views: readonly [View, View],
  shown: readonly [Shown | null, Shown | null],
): ChannelDrawing {
  const curves: Curve[] = [];
  const far: { side: FarMark['side']; height: number; beyond: Beyond; link: FarLink }[] = [];
  for (const { link, standing, passages: both } of placed) {
    const [lefts, rights] = both.map((side, at) =>
      side.map((passage) => {
        const view = views[at] as View;
        const { top, bottom } = passage.extent;
        return {
          passage,
          ...endIn({ top: top - view.top, bottom: bottom - view.top }, view.height),
        };
      }),
    ) as [Seen[], Seen[]];
    const here = [lefts, rights].map((side) => side.filter(({ beyond }) => beyond === null));
    const [leftHere = [], rightHere = []] = here;
    if (leftHere.length > 0 && rightHere.length > 0) {
      curves.push({
        link,
        standing,
        lefts: leftHere.map(heightOf),
        rights: rightHere.map(heightOf),
      });
    }
    for (const [at, side] of [lefts, rights].entries()) {
      const start = here[1 - at]?.[0];
      for (const beyond of ['above', 'below'] as const) {
        const away = side.filter((passage) => passage.beyond === beyond);
        const nearest = beyond === 'above' ? away.at(-1) : away[0];
        if (start && nearest) {
          far.push({
            side: at === 1 ? 'left' : 'right',
            height: start.height,
            beyond,
            link: {
              link,
              standing,
              to: nearest.passage.first,
              paragraphsAway: distance(nearest.passage.paragraph, beyond, shown[at] ?? null),
            },
          });
        }
      }
    }
  }
  return { curves, marks: arrange(far, Math.min(...views.map(({ height }) => height))) };
}

type Seen = ReturnType<typeof endIn> & { readonly passage: Passage };

function heightOf({ height }: { readonly height: number }): number {
  return height;
}

function distance(paragraph: number, beyond: Beyond, shown: Shown | null): number {
  if (shown === null) {
    return 1;
  }
  return Math.max(1, beyond === 'above' ? shown.first - paragraph : paragraph - shown.last);
}

/** The room that a mark takes, in px. */
const markHeight = 13;

/** Joins marks of one side and direction that would cover each other, and moves the others apart. */
function arrange(
  far: readonly { side: FarMark['side']; height: number; beyond: Beyond; link: FarLink }[],
  windowHeight: number,
): readonly FarMark[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const marks: FarMark[] = [];
    for (const { height, beyond, link } of far
      .filter((mark) => mark.side === side)
      .sort((a, b) => a.height - b.height || a.link.paragraphsAway - b.link.paragraphsAway)) {
      const close = marks.findIndex(
        (mark) => mark.beyond === beyond && height - mark.height < markHeight,
      );
      const known = marks[close];
      if (known) {
        const links = [...known.links, link].sort((a, b) => a.paragraphsAway - b.paragraphsAway);
        marks[close] = { ...known, links };
      } else {
        const lowest = marks.at(-1)?.height ?? Number.NEGATIVE_INFINITY;
        marks.push({
          side,
          height: Math.min(Math.max(height, lowest + markHeight), windowHeight - markHeight / 2),
          beyond,
          links: [link],
        });
      }
    }
    return marks;
  });
}

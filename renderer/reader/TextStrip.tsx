// The strip beside a pane's scroll bar: which stretches are linked, doubtful and unlinked; a click goes there.
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDoubtful, stretches } from '../../electron/alignment/review.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { bodySentences } from '../alignment/standing.ts';
import { useReaderData } from '../app/reader-data.ts';
import { focusSegment, type PaneNumber, useReaderStore } from '../app/reader-state.ts';
import { readingLine } from './scroll-map.ts';
import { type Band, bandsOf } from './strip.ts';
import { geometryOf, watchText } from './text-geometry.ts';

interface TextStripProps {
  readonly pane: PaneNumber;
  readonly box: RefObject<HTMLDivElement | null>;
}

interface Drawn {
  readonly height: number;
  readonly bands: readonly Band[];
}

export function TextStrip({ pane, box }: TextStripProps) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const { panes, alignment } = useReaderData();
  const index = panes[pane];
  const documentId = index?.document.summary.id;
  const [drawn, setDrawn] = useState<Drawn>({ height: 0, bands: [] });
  const sentences = useMemo(() => (index ? bodySentences(index) : []), [index]);

  useEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const draw = () => {
      frame = 0;
      const { height, extents } = geometryOf(element);
      const side = alignment?.documentIds[0] === documentId ? 0 : 1;
      const links = alignment?.links ?? [];
      // A sentence with a doubtful link is to be seen as doubtful, whatever other links it has.
      const doubtful = stretches(
        { links: links.filter((link) => isDoubtful(link)) },
        sentences,
        side,
      );
      const found = [
        ...stretches({ links }, sentences, side),
        ...doubtful.filter(({ state }) => state === 'doubtful'),
      ].flatMap((stretch) =>
        sentences.slice(stretch.from, stretch.to).flatMap((id) => {
          const extent = extents.get(id);
          return extent ? [{ ...extent, state: stretch.state }] : [];
        }),
      );
      setDrawn({
        height: element.clientHeight,
        bands: bandsOf(found, height, element.clientHeight),
      });
    };
    let frame = requestAnimationFrame(draw);
    const stop = watchText(element, () => {
      frame ||= requestAnimationFrame(draw);
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [box, sentences, alignment, documentId]);

  const jump = (event: React.PointerEvent<HTMLElement>) => {
    const element = box.current;
    if (!element || event.button !== 0) {
      return;
    }
    const strip = event.currentTarget.getBoundingClientRect();
    const { height, extents } = geometryOf(element);
    const meant = ((event.clientY - strip.top) / strip.height) * height;
    // This pane leads, as if the wheel were over it.
    element.dispatchEvent(new Event('wheel'));
    element.scrollTop = meant - element.clientHeight * readingLine;
    const id = nearest(sentences, extents, meant);
    if (id !== undefined) {
      focusSegment(store, pane, id, true);
    }
    event.preventDefault();
  };

  return (
    // A pointer's way to what the keys for links give by keyboard.
    <div className="text-strip" data-strip={pane} aria-hidden="true" onPointerDown={jump}>
      <svg viewBox={`0 0 10 ${Math.max(1, drawn.height)}`} preserveAspectRatio="none">
        <title>{t('reader.strip')}</title>
        {drawn.bands.map(({ from, to, state }) => (
          <rect
            key={from}
            className="strip-band"
            data-state={state}
            x={widths[state].x}
            width={widths[state].width}
            y={from}
            // One doubtful sentence of a long text is to be seen, too.
            height={Math.max(state === 'doubtful' ? 3 : 1, to - from)}
          />
        ))}
      </svg>
    </div>
  );
}

/** The kinds differ in width and not in colour alone. */
const widths = {
  confirmed: { x: 3.5, width: 3 },
  suggested: { x: 3.5, width: 3 },
  doubtful: { x: 2, width: 6 },
  unlinked: { x: 4.5, width: 1 },
} as const;

function nearest(
  ids: readonly SegmentId[],
  extents: ReturnType<typeof geometryOf>['extents'],
  height: number,
): SegmentId | undefined {
  let best: SegmentId | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const extent = extents.get(id);
    if (extent) {
      const away = Math.max(extent.top - height, height - extent.bottom, 0);
      if (away < least) {
        best = id;
        least = away;
      }
    }
  }
  return best;
}

// The layouts in one column of scrolling: rows side by side, interleaved, and one text alone.
import { Fragment, type PropsWithChildren, useMemo, useRef } from 'react';
import type { Paragraph } from '../../electron/corpus/document.ts';
import { StackedHandle } from '../alignment/StackedHandle.tsx';
import { useReaderData } from '../app/reader-data.ts';
import { type PaneNumber, useReader } from '../app/reader-state.ts';
import { DocumentHead, DocumentText, Matter } from './DocumentText.tsx';
import { ParagraphBlock } from './ParagraphBlock.tsx';
import { alignRows, type Row } from './rows.ts';
import { ScrollPane } from './ScrollPane.tsx';
import type { SegmentIndex } from './segment-index.ts';
import { TextStrip } from './TextStrip.tsx';

/** Linked paragraphs stand level, with a blank where a text has no counterpart. */
export function RowsLayout() {
  return (
    <Pair
      className="rows"
      draw={(row, left, right) => (
        <div className="row" data-linked={row.linked}>
          <Cell index={left} paragraphs={row.left} />
          <Cell index={right} paragraphs={row.right} />
        </div>
      )}
    />
  );
}

/** Each passage of the left text, and below it the passages of the right one that are linked to it. */
export function InterleavedLayout() {
  return (
    <Pair
      className="interleaved"
      draw={(row, left, right) => (
        <div className="interleaved-row" data-linked={row.linked}>
          {row.left.length > 0 && <Cell index={left} paragraphs={row.left} />}
          {row.right.length > 0 && <Cell index={right} paragraphs={row.right} second />}
        </div>
      )}
    />
  );
}

/** One text, its translation on demand. */
export function SingleLayout() {
  const { panes } = useReaderData();
  const activePane = useReader((state) => state.activePane);
  const index = panes[activePane];
  return (
    <PaneWithStrips panes={[activePane]} key={activePane}>
      {index && <DocumentText index={index} />}
    </PaneWithStrips>
  );
}

interface PairProps {
  readonly className: string;
  readonly draw: (row: Row, left: SegmentIndex, right: SegmentIndex) => React.ReactNode;
}

function Pair({ className, draw }: PairProps) {
  const { panes, alignment } = useReaderData();
  const [left, right] = panes;
  const rows = useMemo(
    () => (left && right ? alignRows(left, right, alignment?.links ?? []) : []),
    [left, right, alignment],
  );
  if (!left || !right) {
    return <ScrollPane panes={both} />;
  }
  return (
    <PaneWithStrips panes={both}>
      <div className={className}>
        <div className="row">
          {panes.map((index, pane) => (
            // The two panes are two places: their number is what they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <div className="cell" key={pane}>
              {index && <DocumentHead index={index} />}
              {index && <Matter index={index} part="front" />}
            </div>
          ))}
        </div>
        {rows.map((row) => (
          <Fragment key={`${row.left[0]?.index ?? '-'} ${row.right[0]?.index ?? '-'}`}>
            {draw(row, left, right)}
          </Fragment>
        ))}
        <div className="row">
          <div className="cell">
            <Matter index={left} part="back" />
          </div>
          <div className="cell">
            <Matter index={right} part="back" />
          </div>
        </div>
      </div>
    </PaneWithStrips>
  );
}

const both = [0, 1] as const;

interface PaneWithStripsProps extends PropsWithChildren {
  readonly panes: readonly PaneNumber[];
}

/** A pane with a strip for each of the texts in it. */
function PaneWithStrips({ panes, children }: PaneWithStripsProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <>
      <ScrollPane ref={box} panes={panes}>
        {children}
      </ScrollPane>
      {panes.length > 1 && <StackedHandle box={box} />}
      {panes.map((pane) => (
        <TextStrip key={pane} pane={pane} box={box} />
      ))}
    </>
  );
}

interface CellProps {
  readonly index: SegmentIndex;
  readonly paragraphs: readonly Paragraph[];
  /** The text that stands second in an interleaved row. */
  readonly second?: boolean;
}

function Cell({ index, paragraphs, second = false }: CellProps) {
  const { id, language } = index.document.summary;
  return (
    <div className="cell" lang={language} data-second={second}>
      {paragraphs.map((paragraph) => (
        <ParagraphBlock key={`${id} ${paragraph.index}`} index={index} paragraph={paragraph} />
      ))}
    </div>
  );
}

// Side by side: two panes that scroll together by links, and the channel with the curves between them.
import { useRef } from 'react';
import { useReaderData } from '../app/reader-data.ts';
import { Channel } from './Channel.tsx';
import { DocumentText } from './DocumentText.tsx';
import { ScrollPane } from './ScrollPane.tsx';
import { useScrollTogether } from './scroll-together.ts';
import { TextStrip } from './TextStrip.tsx';

export function ColumnsLayout() {
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const { panes } = useReaderData();
  useScrollTogether(left, right);
  return (
    <div className="columns">
      <TextStrip pane={0} box={left} />
      <ScrollPane ref={left} panes={[0]}>
        {panes[0] && <DocumentText index={panes[0]} />}
      </ScrollPane>
      <Channel left={left} right={right} />
      <ScrollPane ref={right} panes={[1]}>
        {panes[1] && <DocumentText index={panes[1]} />}
      </ScrollPane>
      <TextStrip pane={1} box={right} />
    </div>
  );
}

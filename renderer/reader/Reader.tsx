// The reading room: the texts in the chosen layout, and what belongs to all layouts (light, tints, pointer).
import { useRef } from 'react';
import { usePhraseTints } from '../alignment/phrase-tints.ts';
import { SelectionToolbar } from '../annotation/SelectionToolbar.tsx';
import { useAnnotationTints } from '../annotation/tints.ts';
import { useReader } from '../app/reader-state.ts';
import { ColumnsLayout } from './ColumnsLayout.tsx';
import { useLighting } from './lighting.ts';
import { usePointer } from './pointer.ts';
import { SentenceMenu } from './SentenceMenu.tsx';
import { InterleavedLayout, RowsLayout, SingleLayout } from './StackedLayouts.tsx';
import './reader.css';

export function Reader() {
  const root = useRef<HTMLElement>(null);
  const layout = useReader((state) => state.layout);
  useLighting(root);
  useAnnotationTints(root);
  usePhraseTints(root);
  const pointer = usePointer();
  return (
    <main ref={root} className="reader" data-layout={layout} {...pointer}>
      {layout === 'columns' && <ColumnsLayout />}
      {layout === 'rows' && <RowsLayout />}
      {layout === 'interleaved' && <InterleavedLayout />}
      {layout === 'single' && <SingleLayout />}
      <SelectionToolbar />
      <SentenceMenu />
    </main>
  );
}

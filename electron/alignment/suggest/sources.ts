// The sentences of a document as suggestions take them.
import type { ReadingDocument } from '../../corpus/document.ts';
import type { PassageSource } from './passage.ts';

/** Every sentence in reading order. Titles, display lines (address, signature, date), front and back matter are no body. */
export function sourcesOf({
  text,
  paragraphs,
}: Pick<ReadingDocument, 'text' | 'paragraphs'>): readonly PassageSource[] {
  return paragraphs.flatMap(({ index, part, kind, segments }) =>
    segments.map((segment) => ({
      id: segment.id,
      text: text.slice(segment.startOffset, segment.endOffset),
      paragraph: index,
      isBody: part === 'body' && kind === 'text',
    })),
  );
}

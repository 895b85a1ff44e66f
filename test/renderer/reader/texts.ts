// Makes documents for the tests of the page: paragraphs given as lists of sentences.
import type {
  DocumentId,
  Language,
  Paragraph,
  ParagraphKind,
  Part,
  ReadingDocument,
  SegmentId,
} from '../../../electron/corpus/document.ts';
import { indexSegments, type SegmentIndex } from '../../../renderer/reader/segment-index.ts';

export interface ParagraphOf {
  readonly part?: Part;
  readonly kind?: ParagraphKind;
  readonly sentences: readonly string[];
}

/** A document whose segments are named `ID/0`, `ID/1`, ... in reading order. */
export function makeDocument(
  id: string,
  paragraphs: readonly ParagraphOf[],
  language: Language = 'vi',
): ReadingDocument {
  let text = '';
  let number = 0;
  const made = paragraphs.map(({ part = 'body', kind = 'text', sentences }, index): Paragraph => {
    text += index > 0 ? '\n' : '';
    const startOffset = text.length;
    const segments = sentences.map((sentence, at) => {
      text += at > 0 ? ' ' : '';
      const start = text.length;
      text += sentence;
      const segment = {
        id: `${id}/${number}` as SegmentId,
        startOffset: start,
        endOffset: text.length,
      };
      number += 1;
      return segment;
    });
    return { index, part, kind, startOffset, endOffset: text.length, segments };
  });
  return {
    summary: {
      id: id as DocumentId,
      title: id,
      language,
      date: null,
      source: '',
      remarks: null,
      paragraphCount: paragraphs.length,
      segmentCount: number,
    },
    text,
    paragraphs: made,
  };
}

export function makeIndex(
  id: string,
  paragraphs: readonly ParagraphOf[],
  language: Language = 'vi',
): SegmentIndex {
  return indexSegments(makeDocument(id, paragraphs, language));
}

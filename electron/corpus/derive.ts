// From a decoded source to everything that is stored of it: reading text, paragraphs, sentences.
import { splitSentences } from '../segmentation/sentences.ts';
import type { DocumentId, Language, Paragraph, SegmentId } from './document.ts';
import { matterOf } from './matter.ts';
import { paragraphSpans, readingText } from './reading-text.ts';

export interface DerivedText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Segment ids count from 1 over all parts: `telegram-1948/1`. */
export function deriveText(source: string, id: DocumentId, language: Language): DerivedText {
  const text = readingText(source, language);
  const spans = paragraphSpans(text);
  const matter = matterOf(spans.map(({ start, end }) => text.slice(start, end)));
  let count = 0;
  const paragraphs = spans.map(({ start, end }, index): Paragraph => {
    const { part, kind } = matter[index] ?? { part: 'body', kind: 'text' };
    const segments = splitSentences(text.slice(start, end), language).map((sentence) => {
      count += 1;
      return {
        // The shape that SegmentIdSchema asks for: the document's id, a slash, digits.
        id: `${id}/${count}` as SegmentId,
        startOffset: start + sentence.start,
        endOffset: start + sentence.end,
      };
    });
    return { index, part, kind, startOffset: start, endOffset: end, segments };
  });
  return { text, paragraphs };
}

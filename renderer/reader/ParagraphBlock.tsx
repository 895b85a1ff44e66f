// One paragraph: its sentences as running text, and the machine's translation of them below.
// Light, tints and selection are laid over these elements by hooks, so that they need not be drawn again.
import { Fragment, memo } from 'react';
import type { Paragraph } from '../../electron/corpus/document.ts';
import { CorrectionField } from '../alignment/CorrectionField.tsx';
import { useReader } from '../app/reader-state.ts';
import { MachineTranslation } from '../translation/MachineTranslation.tsx';
import type { SegmentIndex } from './segment-index.ts';

interface ParagraphBlockProps {
  readonly index: SegmentIndex;
  readonly paragraph: Paragraph;
}

export const ParagraphBlock = memo(function ParagraphBlock({
  index,
  paragraph,
}: ParagraphBlockProps) {
  const { text } = index.document;
  const corrected = useReader((state) =>
    paragraph.segments.some(({ id }) => id === state.corrected) ? state.corrected : null,
  );
  const Element = paragraph.kind === 'title' ? 'h1' : 'p';
  return (
    <div
      className="paragraph"
      data-kind={paragraph.kind}
      data-number={index.numbers.get(paragraph)}
      data-sentences={paragraph.segments.length === 1 ? 'one' : 'several'}
    >
      <Element className={paragraph.kind === 'title' ? 'text-title' : 'paragraph-text'}>
        {paragraph.segments.map((segment, at) => (
          <Fragment key={segment.id}>
            {at > 0 && ' '}
            <span
              className="segment"
              data-segment={segment.id}
              data-start={segment.startOffset}
              tabIndex={-1}
            >
              {segment.id === corrected ? (
                <CorrectionField
                  segmentId={segment.id}
                  text={text.slice(segment.startOffset, segment.endOffset)}
                />
              ) : (
                asSet(text.slice(segment.startOffset, segment.endOffset))
              )}
            </span>
          </Fragment>
        ))}
      </Element>
      <MachineTranslation index={index} paragraph={paragraph} />
    </div>
  );
});

/** The text as it is set: a mark that stands after a space stays on its line. As long as before, so offsets hold. */
function asSet(text: string): string {
  return text.replace(/ (?=[,.;:!?»”])/g, '\u00a0');
}

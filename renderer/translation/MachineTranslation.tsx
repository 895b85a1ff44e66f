// The machine's translation of a paragraph's sentences, below it; its room is kept before it comes.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Paragraph } from '../../electron/corpus/document.ts';
import { doubtsOf } from '../../electron/translation/doubts.ts';
import type { Translation } from '../../electron/translation/model.ts';
import { useReaderData } from '../app/reader-data.ts';
import { runningJobs, useReader } from '../app/reader-state.ts';
import type { SegmentIndex } from '../reader/segment-index.ts';
import { DoubtMark } from './DoubtMark.tsx';
import { modelInUse } from './model-in-use.ts';
import { reservedLines } from './reserved-room.ts';
import { targetLanguage } from './target-language.ts';

interface MachineTranslationProps {
  readonly index: SegmentIndex;
  readonly paragraph: Paragraph;
}

export function MachineTranslation({ index, paragraph }: MachineTranslationProps) {
  const { id } = index.document.summary;
  const whole = useReader(
    (state) => state.translationShown.includes(id) && paragraph.part === 'body',
  );
  const asked = useReader((state) =>
    paragraph.segments
      .filter((segment) => state.translationAsked.includes(segment.id))
      .map((segment) => segment.id)
      .join(' '),
  );
  const shown = paragraph.segments.filter(
    (segment) => whole || asked.split(' ').includes(segment.id),
  );
  return shown.length === 0 ? null : (
    <TranslatedSentences index={index} paragraph={{ ...paragraph, segments: shown }} />
  );
}

function TranslatedSentences({ index, paragraph }: MachineTranslationProps) {
  const { t, i18n } = useTranslation();
  const { translations, models } = useReaderData();
  const { text, summary } = index.document;
  const to = targetLanguage(summary.language);
  const usable = new Set(models.map((model) => model.fingerprint));
  const inUse = modelInUse(models, summary.language)?.fingerprint;
  const sentences = paragraph.segments.map((segment) => ({
    segment,
    translation:
      translations.get(segment.id)?.find(({ fingerprint }) => fingerprint === inUse) ??
      translations.get(segment.id)?.find(({ fingerprint }) => usable.has(fingerprint)),
  }));
  const source = paragraph.segments
    .map((segment) => text.slice(segment.startOffset, segment.endOffset))
    .join(' ');
  const [body, lines] = useReservedLines(source, to);
  const names = [...new Set(sentences.flatMap(({ translation }) => translation?.modelName ?? []))];
  const waiting = sentences.some(({ translation }) => !translation);
  const running = useReader((state) =>
    runningJobs(state).some((job) => job.documentId === summary.id),
  );
  return (
    <div className="machine" aria-busy={waiting && running}>
      <p className="machine-origin" lang={i18n.language}>
        {names.length > 0
          ? t('translation.machine-by', { model: names.join(', ') })
          : t(running ? 'translation.coming' : 'translation.none-yet')}
      </p>
      <p className="machine-text" ref={body} lang={to} style={{ minBlockSize: `${lines}lh` }}>
        {sentences.map(({ segment, translation }) =>
          translation ? (
            <MachineSentence
              key={segment.id}
              translation={translation}
              source={text.slice(segment.startOffset, segment.endOffset)}
              from={summary.language}
            />
          ) : (
            <span
              key={segment.id}
              className="machine-waiting"
              aria-hidden="true"
              data-running={running}
            />
          ),
        )}
      </p>
    </div>
  );
}

interface MachineSentenceProps {
  readonly translation: Translation;
  readonly source: string;
  readonly from: Language;
}

function MachineSentence({ translation, source, from }: MachineSentenceProps) {
  const { segmentId, text: target, to, split } = translation;
  const doubts = useMemo(
    () => doubtsOf({ source, target, from, to, split }),
    [source, target, from, to, split],
  );
  return (
    <span data-machine={segmentId}>
      {target}
      {doubts.length > 0 && <DoubtMark doubts={doubts} />}{' '}
    </span>
  );
}

/** How many lines to keep free, by what is to be translated and the width there is. */
function useReservedLines(source: string, to: Language) {
  const body = useRef<HTMLParagraphElement>(null);
  const [lines, setLines] = useState(1);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) {
      return;
    }
    const measure = () => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      setLines(reservedLines(source, to, element.clientWidth, size));
    };
    measure();
    const widths = new ResizeObserver(measure);
    widths.observe(element);
    return () => widths.disconnect();
  }, [source, to]);
  return [body, lines] as const;
}

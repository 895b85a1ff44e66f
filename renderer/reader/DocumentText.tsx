// One document as running text: head, paragraphs, and the matter round it folded away.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary, Language, Paragraph, Part } from '../../electron/corpus/document.ts';
import { splitSentences } from '../../electron/segmentation/sentences.ts';
import { toggled, useReader, useReaderStore } from '../app/reader-state.ts';
import { formatDate } from '../i18n/dates.ts';
import { ParagraphBlock } from './ParagraphBlock.tsx';
import type { SegmentIndex } from './segment-index.ts';

interface DocumentProps {
  readonly index: SegmentIndex;
}

export function DocumentText({ index }: DocumentProps) {
  const { summary, paragraphs } = index.document;
  const title = titleOf(index);
  const runs = useMemo(
    () => runsOfParts(paragraphs.filter((paragraph) => paragraph !== title)),
    [paragraphs, title],
  );
  return (
    <article className="text" lang={summary.language} aria-label={summary.title}>
      <DocumentHead index={index} />
      {runs.map(({ part, paragraphs: run }) =>
        part === 'body' ? (
          run.map((paragraph) => (
            <ParagraphBlock key={paragraph.index} index={index} paragraph={paragraph} />
          ))
        ) : (
          <MatterFold key={run[0]?.index} index={index} part={part} paragraphs={run} />
        ),
      )}
    </article>
  );
}

/** The title (the text's own, else the one it is known by), date, length and what is known of the text. */
export function DocumentHead({ index }: DocumentProps) {
  const { t, i18n } = useTranslation();
  const { summary, paragraphs } = index.document;
  const title = titleOf(index);
  const count = paragraphs.filter(({ part }) => part === 'body').length;
  return (
    <header className="text-head">
      {title ? (
        <ParagraphBlock index={index} paragraph={title} />
      ) : (
        <h1 className="text-title" lang={summary.language}>
          {summary.title}
        </h1>
      )}
      <div className="text-facts" lang={i18n.language}>
        <p>
          {[
            summary.date && formatDate(summary.date, i18n.language),
            t('reader.paragraphs', { count }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <About summary={summary} language={i18n.language === 'vi' ? 'vi' : 'en'} />
      </div>
    </header>
  );
}

interface AboutProps {
  readonly summary: DocumentSummary;
  readonly language: Language;
}

/** What is known of the text: its first sentence at once, the rest and the source when asked for. */
function About({ summary, language }: AboutProps) {
  const { t } = useTranslation();
  const remarks = summary.remarks?.[language] ?? '';
  const [first] = splitSentences(remarks, language);
  const end = first?.end ?? 0;
  return (
    <details className="text-about">
      <summary>{first ? `${remarks.slice(0, end)} …` : t('reader.source')}</summary>
      <p>{remarks.slice(end).trim()}</p>
      <p>
        {t('reader.source')}: <span lang={summary.language}>{summary.source}</span>
      </p>
    </details>
  );
}

/** The paragraph that is the text's own title, if it has one. */
export function titleOf(index: SegmentIndex): Paragraph | undefined {
  return index.document.paragraphs.find(({ kind, part }) => kind === 'title' && part === 'body');
}

/** All front, or all back matter of a document, folded. */
export function Matter({ index, part }: DocumentProps & { readonly part: 'front' | 'back' }) {
  const paragraphs = index.document.paragraphs.filter((paragraph) => paragraph.part === part);
  return paragraphs.length === 0 ? null : (
    <MatterFold index={index} part={part} paragraphs={paragraphs} />
  );
}

interface MatterFoldProps extends DocumentProps {
  readonly part: Part;
  readonly paragraphs: readonly Paragraph[];
}

function MatterFold({ index, part, paragraphs }: MatterFoldProps) {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const { id, language } = index.document.summary;
  const open = useReader((state) => state.matterShown.includes(id));
  return (
    <div className="matter" data-open={open}>
      <button
        type="button"
        className="matter-toggle"
        lang={i18n.language}
        aria-expanded={open}
        onClick={() =>
          store.setState(({ matterShown }) => ({ matterShown: toggled(matterShown, id) }))
        }
      >
        {open ? <ChevronDown aria-hidden size={14} /> : <ChevronRight aria-hidden size={14} />}
        {t(part === 'front' ? 'reader.front-matter' : 'reader.back-matter', {
          count: paragraphs.length,
        })}
      </button>
      {open && (
        <div lang={language}>
          {paragraphs.map((paragraph) => (
            <ParagraphBlock key={paragraph.index} index={index} paragraph={paragraph} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Neighbouring paragraphs of the same part, together. */
function runsOfParts(paragraphs: readonly Paragraph[]) {
  const runs: { part: Part; paragraphs: Paragraph[] }[] = [];
  for (const paragraph of paragraphs) {
    const last = runs.at(-1);
    if (last?.part === paragraph.part) {
      last.paragraphs.push(paragraph);
    } else {
      runs.push({ part: paragraph.part, paragraphs: [paragraph] });
    }
  }
  return runs;
}

// The list of highlights and notes: filter, jump, write, tag.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../electron/annotation/annotation.ts';
import type { DocumentId } from '../../electron/corpus/document.ts';
import { foldText } from '../../electron/search/folding.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader } from '../app/reader-state.ts';
import { NoteCard } from './NoteCard.tsx';
import './notes.css';

export function NotesPanel() {
  const { t } = useTranslation();
  const { annotations, panes } = useReaderData();
  const [query, setQuery] = useState('');
  const [everywhere, setEverywhere] = useState(false);
  const editedNote = useReader((state) => state.editedNote);
  const open = panes.map((index) => index?.document.summary.id);
  const freshNote = useFreshNote();
  const here = [...annotations, ...(freshNote ? [freshNote] : [])].filter(
    (annotation) =>
      everywhere ||
      annotation.id === editedNote ||
      annotation.targets.some(
        (target) => target.type === 'span' && open.includes(target.documentId),
      ),
  );
  const isFound = noteFilter(query);
  // What is being written stays in sight, whatever is looked for.
  const found = inTextOrder(
    here.filter((annotation) => annotation.id === editedNote || isFound(annotation)),
    open,
  );
  const elsewhere = annotations.length - here.length;
  const tags = [...new Set(annotations.flatMap((annotation) => annotation.tags))].sort();
  return (
    <>
      {annotations.length > 0 && (
        <div className="notes-filter">
          <input
            type="search"
            value={query}
            placeholder={t('notes.filter')}
            aria-label={t('notes.filter')}
            list="note-tags"
            onChange={(event) => setQuery(event.target.value)}
          />
          <datalist id="note-tags">
            {tags.map((tag) => (
              <option key={tag} value={`#${tag}`} />
            ))}
          </datalist>
          {(elsewhere > 0 || everywhere) && (
            <label className="notes-scope">
              <input
                type="checkbox"
                checked={everywhere}
                onChange={(event) => setEverywhere(event.target.checked)}
              />
              {t('notes.everywhere')}
            </label>
          )}
        </div>
      )}
      {found.length === 0 && (
        <p className="rail-empty">
          {t(
            query !== '' ? 'notes.none-found' : elsewhere > 0 ? 'notes.empty-here' : 'notes.empty',
          )}
        </p>
      )}
      <ul className="cards">
        {found.map((annotation) => (
          <NoteCard key={annotation.id} annotation={annotation} />
        ))}
      </ul>
    </>
  );
}

/** Notes of the left text first, each text's in the order of its words; those of other texts at the end. */
function inTextOrder(
  notes: readonly Annotation[],
  open: readonly (DocumentId | undefined)[],
): readonly Annotation[] {
  const place = ({ targets }: Annotation): readonly [number, number] => {
    const spans = targets.filter((target) => target.type === 'span');
    const [first] = spans.filter(({ documentId }) => open.includes(documentId));
    return first ? [open.indexOf(first.documentId), first.position.start] : [open.length, 0];
  };
  return [...notes].sort((a, b) => {
    const [paneA, startA] = place(a);
    const [paneB, startB] = place(b);
    return paneA - paneB || startA - startB;
  });
}

/** The note that is being written, until it is among those that the core knows. */
function useFreshNote(): Annotation | null {
  const { annotations } = useReaderData();
  const fresh = useReader((state) =>
    state.freshNote?.id === state.editedNote ? state.freshNote : null,
  );
  return annotations.some(({ id }) => id === fresh?.id) ? null : fresh;
}

/** Whether a note's words, quoted words or tags hold every word of the query; `#tag` asks for a tag alone. */
function noteFilter(query: string): (annotation: Annotation) => boolean {
  const words = query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => foldText(word, 'none').text);
  return (annotation) => {
    const tags = annotation.tags.map((tag) => `#${foldText(tag, 'none').text}`);
    const quotes = annotation.targets.flatMap((target) =>
      target.type === 'span' ? [target.quote.exact] : [],
    );
    const text = foldText([annotation.text, ...quotes].join(' '), 'none').text;
    return words.every((word) =>
      word.startsWith('#')
        ? tags.some((tag) => tag.startsWith(word))
        : `${text} ${tags.join(' ')}`.includes(word),
    );
  };
}

// One highlight or note in the list: what it is about, its words, its tags, its colour.
import { useQueryClient } from '@tanstack/react-query';
import { Link2, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Annotation, SpanTarget } from '../../electron/annotation/annotation.ts';
import { documentQuery, useLinksOf } from '../api/queries.ts';
import { applyEdits } from '../app/command.ts';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader, useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ColourButtons } from './ColourButtons.tsx';
import { NoteEditor } from './NoteEditor.tsx';

export function NoteCard({ annotation }: { readonly annotation: Annotation }) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const store = useReaderStore();
  const { panes } = useReaderData();
  const editing = useReader((state) => state.editedNote === annotation.id);
  const card = useRef<HTMLLIElement>(null);
  const spans = annotation.targets.filter((target) => target.type === 'span');
  const linkTarget = annotation.targets.find((target) => target.type === 'link');
  const links = useLinksOf((linkTarget && spans[0]?.documentId) ?? null).data ?? [];
  const current = useReader((state) => {
    const focus = state.panes[state.activePane].focus;
    const place = focus === null ? undefined : panes[state.activePane]?.places.get(focus);
    const documentId = state.panes[state.activePane].documentId;
    return spans.some(
      ({ position, documentId: about }) =>
        place !== undefined &&
        about === documentId &&
        position.start < place.segment.endOffset &&
        position.end > place.segment.startOffset,
    );
  });
  useEffect(() => {
    if (current || editing) {
      card.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [current, editing]);

  const edit = () => store.setState({ editedNote: annotation.id });
  const remove = () => {
    if (editing) {
      // Its last words are saved first: an undo brings them back too.
      flushSync(() => store.setState({ editedNote: null, freshNote: null }));
    }
    void applyEdits(context(), 'remove-note', [
      { type: 'annotation.remove', annotationId: annotation.id },
    ]);
  };
  return (
    <li ref={card} className="card" data-current={current} data-editing={editing}>
      {spans.map((span) => (
        <Quote
          key={`${span.documentId} ${span.position.start}`}
          span={span}
          colour={annotation.colour}
        />
      ))}
      {linkTarget && (
        <p className="card-facts">
          <Link2 aria-hidden size={13} />{' '}
          {t(
            links.some(({ id }) => id === linkTarget.linkId)
              ? 'notes.on-link'
              : 'notes.on-former-link',
          )}
        </p>
      )}
      {editing ? (
        <NoteEditor annotation={annotation} />
      ) : (
        annotation.text !== '' && <p className="note-text">{annotation.text}</p>
      )}
      {!editing && annotation.tags.length > 0 && (
        <ul className="tags" aria-label={t('notes.tags')}>
          {annotation.tags.map((tag) => (
            <li key={tag} className="tag">
              {tag}
            </li>
          ))}
        </ul>
      )}
      <div className="card-corner">
        {!editing && (
          <IconButton label={t('notes.edit')} onClick={edit}>
            <Pencil size={14} />
          </IconButton>
        )}
        <IconButton label={t('notes.remove')} onClick={remove}>
          <Trash2 size={14} />
        </IconButton>
      </div>
      {editing && (
        <div className="card-tools">
          <ColourButtons
            current={annotation.colour}
            onChoose={(colour) =>
              void applyEdits(context(), 'change-highlight', [
                {
                  type: 'annotation.change',
                  annotationId: annotation.id,
                  changes: { colour, changedAt: new Date().toISOString() },
                },
              ])
            }
          />
        </div>
      )}
    </li>
  );
}

interface QuoteProps {
  readonly span: SpanTarget;
  readonly colour: Annotation['colour'];
}

/** The words that the note is about; pressed, the reader goes there. */
function Quote({ span, colour }: QuoteProps) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const queries = useQueryClient();
  const { panes, documents } = useReaderData();
  const document = documents.find(({ id }) => id === span.documentId);
  const shown = panes.some((index) => index?.document.summary.id === span.documentId);
  const jump = async () => {
    const about = await queries.ensureQueryData(documentQuery(context().client, span.documentId));
    const segment = about.paragraphs
      .flatMap(({ segments }) => segments)
      .find(({ endOffset }) => endOffset > span.position.start);
    if (segment) {
      goToSegment(store, context().data, segment.id);
    }
  };
  return (
    <button
      type="button"
      className="quote"
      data-colour={colour ?? 'none'}
      title={t('notes.jump')}
      onClick={() => void jump()}
    >
      <span lang={document?.language}>{shorten(span.quote.exact)}</span>
      {!shown && <span className="quote-source">{document?.title}</span>}
    </button>
  );
}

const longestQuote = 160;

function shorten(words: string): string {
  if (words.length <= longestQuote) {
    return words;
  }
  const cut = words.lastIndexOf(' ', longestQuote);
  return `${words.slice(0, cut > 0 ? cut : longestQuote)} …`;
}

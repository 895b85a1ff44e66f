// The title of a pane's text; pressed, the list of all texts to choose another.
import { ChevronDown } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReaderData } from '../app/reader-data.ts';
import { openDocument, type PaneNumber, useReader, useReaderStore } from '../app/reader-state.ts';
import './document-picker.css';

export function DocumentPicker({ pane }: { readonly pane: PaneNumber }) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const { documents } = useReaderData();
  const current = useReader((state) => state.panes[pane].documentId);
  const active = useReader((state) => state.activePane === pane);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const summary = documents.find(({ id }) => id === current);
  const choose = (id: (typeof documents)[number]['id']) => {
    list.current?.hidePopover();
    if (id !== current) {
      openDocument(store, pane, id);
    }
  };
  return (
    <div className="picker" data-active={active}>
      <button type="button" className="picker-button" popoverTarget={listId}>
        <span className="visually-hidden">
          {t(pane === 0 ? 'top.left-text' : 'top.right-text')}
        </span>
        <span className="picker-title" lang={summary?.language}>
          {summary?.title}
        </span>
        <span className="picker-facts">
          {summary &&
            [summary.date?.slice(0, 4), t(`top.languages.${summary.language}`)]
              .filter(Boolean)
              .join(' · ')}
        </span>
        <ChevronDown aria-hidden size={14} />
      </button>
      <div
        ref={list}
        id={listId}
        popover="auto"
        className="picker-list"
        data-list={pane}
        onToggle={({ newState }) => {
          if (newState === 'open') {
            list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
          }
        }}
      >
        <ul aria-label={t('top.texts')} onKeyDown={moveInList}>
          {documents.map((document) => (
            <li key={document.id}>
              <button
                type="button"
                className="picker-item"
                aria-current={document.id === current}
                onClick={() => choose(document.id)}
              >
                <span className="picker-item-title" lang={document.language}>
                  {document.title}
                </span>
                <span className="picker-facts">
                  {[
                    document.date?.slice(0, 4),
                    t(`top.languages.${document.language}`),
                    document.source,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The arrow keys move through the list. */
function moveInList(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    const items: Element[] = [...event.currentTarget.querySelectorAll('button')];
    const at = document.activeElement ? items.indexOf(document.activeElement) : -1;
    const next = items[(at + step + items.length) % items.length];
    if (next instanceof HTMLElement) {
      next.focus();
    }
    event.preventDefault();
  }
}

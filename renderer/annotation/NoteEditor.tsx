// Writing a note: saved as it is typed, one undo for one sitting.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../electron/annotation/annotation.ts';
import { whenSettled } from '../api/settled.ts';
import { applyEdits } from '../app/command.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { focusText } from '../reader/scroll-place.ts';
import { Button } from '../ui/Button.tsx';

const settleMs = 300;

export function NoteEditor({ annotation }: { readonly annotation: Annotation }) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const [text, setText] = useState(annotation.text);
  const [tags, setTags] = useState(annotation.tags.join(', '));
  const context = useCommandContext();
  const field = useRef<HTMLTextAreaElement>(null);
  const isFresh = useRef(store.getState().freshNote?.id === annotation.id);
  const save = useSavedAsTyped(annotation, text, tags);
  // Before the next key can arrive: what is typed right after N belongs to the note.
  useLayoutEffect(() => field.current?.focus(), []);
  // A note that could not be saved stays open: its words are nowhere else. One that was stays until its card
  // has them too.
  const close = async () => {
    focusText(store); // at once: the next key is a command
    if (!(await save())) {
      return;
    }
    const isNothing = isFresh.current && text.trim() === '' && tags.trim() === '';
    if (!isNothing) {
      await whenSettled(context());
    }
    if ((field.current?.value ?? text) !== text) {
      return; // the reader has gone back to it and writes on
    }
    if (store.getState().editedNote === annotation.id) {
      store.setState({ editedNote: null, freshNote: null });
    }
    if (isNothing) {
      // There is no note, whether the core has told of it yet or not.
      void applyEdits(context(), 'remove-note', [
        { type: 'annotation.remove', annotationId: annotation.id },
      ]);
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const done =
      event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (done && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      void close();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys work in both fields
    <div className="note-editor" onKeyDown={onKeyDown}>
      <textarea
        ref={field}
        value={text}
        rows={3}
        aria-label={t('notes.text')}
        placeholder={t('notes.write')}
        onChange={(event) => setText(event.target.value)}
      />
      <input
        value={tags}
        aria-label={t('notes.tags')}
        placeholder={t('notes.tags-hint')}
        onChange={(event) => setTags(event.target.value)}
      />
      <div className="note-editor-end">
        <span className="card-facts">{t('notes.saved-as-typed')}</span>
        <Button onClick={() => void close()}>{t('notes.done')}</Button>
      </div>
    </div>
  );
}

/**
 * Saves a moment after the last key, when the editor closes and when the page goes. Answers what saves at
 * once and tells whether all that is typed is saved.
 */
function useSavedAsTyped(
  annotation: Annotation,
  text: string,
  tags: string,
): () => Promise<boolean> {
  const context = useCommandContext();
  const sitting = useRef(crypto.randomUUID());
  const saved = useRef({
    text: annotation.text,
    tags: annotation.tags.join(', '),
    done: Promise.resolve(true),
  });
  const sent = useRef(saved.current);
  const latest = useRef({ text, tags });
  latest.current = { text, tags };
  const save = useRef((): Promise<boolean> => {
    const typed = latest.current;
    const before = sent.current;
    if (typed.text === before.text && typed.tags === before.tags) {
      return before.done; // not sent twice while it is on its way
    }
    const sending = applyEdits(
      context(),
      'change-note',
      [
        {
          type: 'annotation.change',
          annotationId: annotation.id,
          changes: {
            text: typed.text.normalize('NFC'),
            tags: tagsIn(typed.tags),
            changedAt: new Date().toISOString(),
          },
        },
      ],
      sitting.current,
    );
    const done = sending.then((ok) => {
      if (ok) {
        saved.current = now;
      } else if (sent.current === now) {
        sent.current = saved.current;
      }
      return ok;
    });
    const now = { ...typed, done };
    sent.current = now;
    return done;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the words starts the wait anew
  useEffect(() => {
    const timer = setTimeout(() => void save.current(), settleMs);
    return () => clearTimeout(timer);
  }, [text, tags]);
  useEffect(() => {
    const last = () => void save.current();
    window.addEventListener('pagehide', last);
    return () => {
      window.removeEventListener('pagehide', last);
      last();
    };
  }, []);
  return save.current;
}

/** Tags are separated by commas; a leading # is the reader's habit and not part of the tag. */
function tagsIn(list: string): string[] {
  const tags = list
    .split(/[,;]/)
    .map((tag) =>
      tag
        .trim()
        .replace(/^#+\s*/, '')
        .normalize('NFC')
        .slice(0, 100),
    )
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, 50);
}

// The reader's comment on a link.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import { applyEdits } from '../app/command.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { focusText } from '../reader/scroll-place.ts';

const settleMs = 300;

/** The reader's comment: saved as it is typed, a moment after the last key. */
export function LinkComment({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const store = useReaderStore();
  const sitting = useRef(crypto.randomUUID());
  const [comment, setComment] = useState(link.comment);
  // What an undo brings back is shown, but not the echo of what is still being typed.
  useEffect(() => {
    if (!field.current?.matches(':focus')) {
      setComment(link.comment);
    }
  }, [link.comment]);
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef({ comment, saved: link.comment });
  latest.current = { comment, saved: link.comment };
  const save = useRef(() => {
    const words = latest.current.comment.normalize('NFC').trim();
    if (words !== latest.current.saved) {
      void applyEdits(
        context(),
        'comment-link',
        [{ type: 'link.change', linkId: link.id, changes: { comment: words } }],
        sitting.current,
      );
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the words starts the wait anew
  useEffect(() => {
    const timer = setTimeout(save.current, settleMs);
    return () => clearTimeout(timer);
  }, [comment]);
  useEffect(() => {
    const last = save.current;
    window.addEventListener('pagehide', last);
    return () => {
      window.removeEventListener('pagehide', last);
      last();
    };
  }, []);
  return (
    <input
      ref={field}
      className="link-comment"
      value={comment}
      placeholder={t('links.comment')}
      aria-label={t('links.comment')}
      onChange={(event) => setComment(event.target.value)}
      readOnly={link.locked}
      onBlur={() => save.current()}
      onKeyDown={(event) => {
        if (['Enter', 'Escape'].includes(event.key) && !event.nativeEvent.isComposing) {
          save.current();
          focusText(store);
          event.preventDefault();
        }
      }}
    />
  );
}

// One link in the list: which paragraphs it joins, how it stands, what the reader says of it.
import { MessageSquarePlus, Unlink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Link, type LinkSide, sideIn } from '../../electron/alignment/alignment.ts';
import { applyEdits } from '../app/command.ts';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { type PaneNumber, useReader, useReaderStore } from '../app/reader-state.ts';
import { useCommandContext, useRunCommand } from '../app/run-command.ts';
import { focusText } from '../reader/scroll-place.ts';
import { paragraphNumbers, type SegmentIndex, textOf } from '../reader/segment-index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { removeLink, setStatus } from './commands.ts';

const settleMs = 300;

export function LinkCard({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const run = useRunCommand();
  const { panes } = useReaderData();
  const card = useRef<HTMLLIElement>(null);
  const chosen = useReader((state) => state.focusedLink === link.id);
  const current = useReader((state) => {
    const focus = state.panes[state.activePane].focus;
    return (
      chosen || (focus !== null && link.sides.some(({ segmentIds }) => segmentIds.includes(focus)))
    );
  });
  useEffect(() => {
    if (current) {
      card.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [current]);
  const sides = panes.map((index) => (index ? sideIn(link, index.document.summary.id) : null));
  const numbers = sides
    .map((side, at) => {
      const index = panes[at];
      return index && side
        ? paragraphNumbers(index, side.segmentIds)
            .map((number) => `¶${number}`)
            .join(', ')
        : '';
    })
    .join(' ↔ ');
  const go = (pane: PaneNumber) => {
    const id = sides[pane]?.segmentIds[0];
    if (id) {
      goToSegment(store, context().data, id);
      store.setState({ focusedLink: link.id });
    }
  };
  return (
    <li
      ref={card}
      className="card"
      data-card={link.id}
      data-current={current}
      data-status={link.status}
    >
      <p className="card-head">
        <strong>{numbers}</strong>
        <span className="link-status" data-status={link.status}>
          {t(`links.status.${link.status}`)}
        </span>
      </p>
      {sides.map((side, at) => {
        const index = panes[at];
        return index && side ? (
          <Passage
            key={index.document.summary.id}
            index={index}
            side={side}
            onClick={() => go(at as PaneNumber)}
          />
        ) : null;
      })}
      <Comment link={link} />
      <div className="card-tools">
        {link.status !== 'confirmed' && (
          <Button kind="main" onClick={() => void setStatus(context(), link, 'confirmed')}>
            {t('links.confirm')} <span aria-hidden>↵</span>
          </Button>
        )}
        {link.status !== 'suggested' && (
          <Button onClick={() => void setStatus(context(), link, 'suggested')}>
            {t('links.doubt')}
          </Button>
        )}
        {link.status !== 'rejected' && (
          <Button onClick={() => void setStatus(context(), link, 'rejected')}>
            {t('links.reject')}
          </Button>
        )}
        <span className="status-gap" />
        <IconButton
          label={t('commands.note.write-on-link')}
          onClick={() => {
            store.setState({ focusedLink: link.id });
            run('note.write-on-link');
          }}
        >
          <MessageSquarePlus size={14} />
        </IconButton>
        <IconButton
          label={t('commands.link.remove')}
          onClick={() => void removeLink(context(), link)}
        >
          <Unlink size={14} />
        </IconButton>
      </div>
    </li>
  );
}

interface PassageProps {
  readonly index: SegmentIndex;
  readonly side: LinkSide;
  readonly onClick: () => void;
}

function Passage({ index, side, onClick }: PassageProps) {
  const { t } = useTranslation();
  const text = side.segmentIds.map((id) => textOf(index, id)).join(' … ');
  return (
    <button
      type="button"
      className="passage"
      lang={index.document.summary.language}
      title={t('notes.jump')}
      onClick={onClick}
    >
      {text}
    </button>
  );
}

/** The reader's comment: saved as it is typed, a moment after the last key. */
function Comment({ link }: { readonly link: Link }) {
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
    return () => window.removeEventListener('pagehide', last);
  }, []);
  return (
    <input
      ref={field}
      className="link-comment"
      value={comment}
      placeholder={t('links.comment')}
      aria-label={t('links.comment')}
      onChange={(event) => setComment(event.target.value)}
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

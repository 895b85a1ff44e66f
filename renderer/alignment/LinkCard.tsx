// One link in the list: which paragraphs it joins, how it stands and why, what the reader says of it.
import { Ellipsis, Lock, MessageSquarePlus } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Link, type LinkSide, sideIn } from '../../electron/alignment/alignment.ts';
import { CommandMenu } from '../app/CommandMenu.tsx';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { type PaneNumber, useReader, useReaderStore } from '../app/reader-state.ts';
import { useCommandContext, useRunCommand } from '../app/run-command.ts';
import { paragraphNumbers, type SegmentIndex, textOf } from '../reader/segment-index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LinkComment } from './LinkComment.tsx';
import { setStatus } from './link-actions.ts';
import { describeLink, shownConfidence } from './link-words.ts';
import { reasonWords } from './reason-words.ts';
import { standingOf } from './standing.ts';

export const LinkCard = memo(function LinkCard({ link }: { readonly link: Link }) {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const run = useRunCommand();
  const { panes, documents } = useReaderData();
  const card = useRef<HTMLLIElement>(null);
  const current = useReader((state) => {
    const focus = state.panes[state.activePane].focus;
    return state.focusedLink === null
      ? focus !== null && link.sides.some(({ segmentIds }) => segmentIds.includes(focus))
      : state.focusedLink === link.id;
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
  const standing = standingOf(link);
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
        <span className="link-status" data-standing={standing} aria-hidden="true">
          {link.locked && <Lock size={12} />}
          {t(`links.standings.${standing}`)}
          {link.confidence !== null &&
            link.status === 'suggested' &&
            ` · ${t('links.confidence-value', { value: shownConfidence(link.confidence) })}`}
        </span>
        <span className="visually-hidden">{describeLink(t, link, documents)}</span>
      </p>
      {link.reasons.length > 0 && (
        <ul className="reasons" aria-label={t('links.reasons')}>
          {link.reasons.map((reason) => {
            const words = reasonWords(t, i18n.language, reason);
            return <li key={words}>{words}</li>;
          })}
        </ul>
      )}
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
      <LinkComment link={link} />
      <div className="card-tools">
        {link.status !== 'confirmed' && (
          <Button
            kind="main"
            disabled={link.locked}
            onClick={() => void setStatus(context(), link, 'confirmed')}
          >
            {t('links.confirm')} <span aria-hidden>↵</span>
          </Button>
        )}
        {link.status !== 'rejected' && (
          <Button
            disabled={link.locked}
            onClick={() => void setStatus(context(), link, 'rejected')}
          >
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
        <MoreButton link={link} />
      </div>
    </li>
  );
});

const groups = [
  ['link.lock', 'link.suggest', 'link.remove'],
  ['link.add-sentence', 'link.take-out', 'link.split', 'link.merge'],
  ['link.start-earlier', 'link.start-later', 'link.end-earlier', 'link.end-later'],
] as const;

/** What else can be done with the link, with its keys. */
function MoreButton({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <span ref={place}>
      <IconButton
        label={t('links.more')}
        onClick={() => {
          store.setState({ focusedLink: link.id });
          setOpen(true);
        }}
      >
        <Ellipsis size={16} />
      </IconButton>
      {open && place.current && (
        <CommandMenu
          label={t('links.more')}
          groups={groups}
          anchor={place.current.getBoundingClientRect()}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
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

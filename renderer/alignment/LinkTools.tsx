// What can be done with the link that is meant: comment it, judge it, and more.
import { Ellipsis, MessageSquarePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import { CommandMenu } from '../app/CommandMenu.tsx';
import { useReaderStore } from '../app/reader-state.ts';
import { useCommandContext, useRunCommand } from '../app/run-command.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LinkComment } from './LinkComment.tsx';
import { setStatus } from './link-actions.ts';

export function LinkTools({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const run = useRunCommand();
  return (
    <>
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
    </>
  );
}

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
          groups={link.locked ? [['link.lock']] : groups}
          anchor={place.current.getBoundingClientRect()}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}

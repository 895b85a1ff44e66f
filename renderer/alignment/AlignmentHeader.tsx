// What heads the list of links: which alignment is shown, how its links stand, and what the program can be asked for.
import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Alignment } from '../../electron/alignment/alignment.ts';
import { commandById } from '../app/commands.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useRunCommand } from '../app/run-command.ts';
import { Button } from '../ui/Button.tsx';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { alignmentName } from './alignment-name.ts';
import { countLinks } from './standing.ts';

export function AlignmentHeader({ alignment }: { readonly alignment: Alignment }) {
  const { t } = useTranslation();
  const run = useRunCommand();
  const { panes, linksBySegment } = useReaderData();
  const [left, right] = panes;
  if (!left || !right) {
    return null;
  }
  const counts = countLinks(alignment.links, linksBySegment, [left, right]);
  const languages = [left, right].map((index) => index.document.summary.language);
  return (
    <section className="alignment-head" aria-label={t('alignments.shown')}>
      <button
        type="button"
        className="alignment-shown"
        aria-haspopup="dialog"
        onClick={() => run('review.alignments')}
      >
        {alignmentName(t, alignment)}
        <ChevronsUpDown aria-hidden size={13} />
      </button>
      <dl className="alignment-counts">
        {(['confirmed', 'suggested', 'doubtful'] as const).map((standing) => (
          <div key={standing} data-standing={standing}>
            <dt>{t(`links.standings.${standing}`)}</dt>
            <dd>{counts[standing]}</dd>
          </div>
        ))}
      </dl>
      <p className="alignment-unlinked">
        {t('links.unlinked', {
          first: t(`links.sentences.${languages[0] ?? 'vi'}`, { count: counts.unlinked[0] }),
          second: t(`links.sentences.${languages[1] ?? 'en'}`, { count: counts.unlinked[1] }),
        })}
      </p>
      <div className="alignment-asks">
        {counts.doubtful + counts.suggested > 0 && (
          <AskButton id="review.next" label={t('review.go-through')} />
        )}
        <AskButton id="review.align" label={t('review.ask-align')} />
        <AskButton id="review.suggest" label={t('review.ask-suggest')} />
      </div>
    </section>
  );
}

function AskButton({ id, label }: { readonly id: string; readonly label: string }) {
  const run = useRunCommand();
  const keys = commandById(id)?.keys[0];
  return (
    <Button onClick={() => run(id)}>
      {label} {keys !== undefined && <KeyCaps keys={keys} />}
    </Button>
  );
}

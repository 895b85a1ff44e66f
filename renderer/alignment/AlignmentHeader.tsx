// What heads the list of links: which alignment is shown, how its links stand, and what the program can be asked for.
import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Alignment } from '../../electron/alignment/alignment.ts';
import { commandWords } from '../app/command-words.ts';
import { commandById } from '../app/commands.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useRunCommand } from '../app/run-command.ts';
import { Button } from '../ui/Button.tsx';
import { alignmentName } from './alignment-name.ts';
import { countLinks, type Standing, standings } from './standing.ts';

interface AlignmentHeaderProps {
  readonly alignment: Alignment;
  /** The kind of links that the list is narrowed to; null for all. */
  readonly shown: Standing | null;
  readonly onShow: (standing: Standing | null) => void;
}

export function AlignmentHeader({ alignment, shown, onShow }: AlignmentHeaderProps) {
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
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form */}
      <div className="alignment-counts" role="group" aria-label={t('links.filter')}>
        {standings
          .filter((standing) => standing !== 'rejected' || counts.rejected > 0)
          .map((standing) => (
            <button
              key={standing}
              type="button"
              className="alignment-count"
              data-standing={standing}
              aria-pressed={shown === standing}
              onClick={() => onShow(shown === standing ? null : standing)}
            >
              <strong>{counts[standing]}</strong> {t(`links.standings.${standing}`)}
            </button>
          ))}
      </div>
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
  const { t } = useTranslation();
  const run = useRunCommand();
  const command = commandById(id);
  return (
    <Button
      title={[command && commandWords(t, command), ...(command?.keys ?? [])].join(' · ')}
      onClick={() => run(id)}
    >
      {label}
    </Button>
  );
}

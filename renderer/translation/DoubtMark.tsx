// The mark beside a machine's sentence that should be checked: it says why when pointed at, focused or pressed.
import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../electron/translation/doubts.ts';
import { announce } from '../app/command.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useTooltip } from '../ui/tooltip.ts';
import { useDoubtWords } from './doubt-words.ts';

interface DoubtMarkProps {
  /** At least one. */
  readonly doubts: readonly Doubt[];
}

export function DoubtMark({ doubts }: DoubtMarkProps) {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const { tip, owner } = useTooltip();
  const [open, setOpen] = useState(false);
  const noteId = useId();
  const sentences = useDoubtWords(doubts);
  const words = sentences.join(' ');
  const toggle = () => {
    setOpen(!open);
    if (!open) {
      announce({ store }, words);
    }
  };
  return (
    <>
      <button
        type="button"
        className="machine-doubt"
        lang={i18n.language}
        aria-label={`${t('translation.check')}. ${words}`}
        aria-expanded={open}
        aria-controls={noteId}
        onClick={toggle}
        {...owner}
      >
        <TriangleAlert aria-hidden="true" />
      </button>
      <span ref={tip} popover="manual" className="tooltip" lang={i18n.language} aria-hidden="true">
        {words}
      </span>
      <span id={noteId} className="machine-doubts" lang={i18n.language} hidden={!open}>
        {sentences.map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </span>
    </>
  );
}

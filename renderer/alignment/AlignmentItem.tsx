// One alignment in the list: shown or not, its name, what it holds, and what can be done with it.
import { Copy, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlignmentSummary } from '../../electron/alignment/alignment.ts';
import { useCommandContext } from '../app/run-command.ts';
import { IconButton } from '../ui/IconButton.tsx';
import {
  addAlignment,
  removeAlignment,
  renameAlignment,
  showAlignment,
} from './alignment-actions.ts';
import { alignmentName } from './alignment-name.ts';

interface AlignmentItemProps {
  readonly summary: AlignmentSummary;
  readonly shown: boolean;
  /** The pair's other ones. */
  readonly others: readonly AlignmentSummary[];
}

export function AlignmentItem({ summary, shown, others }: AlignmentItemProps) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const [name, setName] = useState(summary.name);
  const { id, counts } = summary;
  const field = useRef<HTMLInputElement>(null);
  // What an undo brings back is shown, but not over what is being typed.
  useEffect(() => {
    if (!field.current?.matches(':focus')) {
      setName(summary.name);
    }
  }, [summary.name]);
  const called = alignmentName(t, summary);
  const rename = () => {
    const words = name.normalize('NFC').trim();
    const wouldBe = alignmentName(t, { ...summary, name: words });
    if (words === '' && others.some((other) => alignmentName(t, other) === wouldBe)) {
      setName(summary.name); // without a name it could not be told from the other
    } else if (words !== summary.name) {
      void renameAlignment(context(), id, words);
    }
  };
  const latest = useRef(rename);
  latest.current = rename;
  // A dialog that closes keeps what was typed.
  useEffect(() => () => latest.current(), []);
  return (
    <li className="alignment-item" data-shown={shown}>
      <input
        type="radio"
        name="alignment-shown"
        checked={shown}
        aria-label={t('alignments.show', { name: called })}
        onChange={() => void showAlignment(context(), summary)}
      />
      <input
        ref={field}
        className="text-field"
        value={name}
        placeholder={t(`alignments.origins.${summary.origin}`)}
        aria-label={t('alignments.name')}
        maxLength={200}
        onChange={({ target }) => setName(target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            rename();
            event.preventDefault();
          }
        }}
      />
      <p className="alignment-facts">
        {[
          t(`alignments.kinds.${summary.kind}`),
          t('alignments.confirmed', { count: counts.confirmed }),
          t('alignments.suggested', { count: counts.suggested }),
        ].join(' · ')}
      </p>
      <IconButton
        label={t('alignments.copy', { name: called })}
        onClick={() =>
          void addAlignment(
            context(),
            { ...summary, name: t('alignments.copy-name', { name: called }) },
            id,
          )
        }
      >
        <Copy size={15} />
      </IconButton>
      <IconButton
        label={t('alignments.remove', { name: called })}
        disabled={others.length === 0}
        onClick={() => void removeAlignment(context(), id)}
      >
        <Trash2 size={15} />
      </IconButton>
    </li>
  );
}

// The snapshots of the alignment that is shown: keep one, compare it with how things stand now, go back, remove.
import { ArrowLeftRight, History, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alignment } from '../../electron/alignment/alignment.ts';
import type { SnapshotSummary } from '../../electron/alignment/snapshot.ts';
import { useSnapshots } from '../api/queries.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { formatMoment } from '../i18n/dates.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { addSnapshot, removeSnapshot } from './alignment-actions.ts';
import { alignmentName } from './alignment-name.ts';
import { proposeRestore } from './proposals.ts';

export function Snapshots({ alignment }: { readonly alignment: Alignment }) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const fieldId = useId();
  const [name, setName] = useState('');
  const snapshots = useSnapshots(alignment.id).data ?? [];
  const words = name.normalize('NFC').trim();
  const add = async () => {
    if (words !== '' && (await addSnapshot(context(), alignment.id, words))) {
      setName('');
    }
  };
  return (
    <section className="snapshots" aria-labelledby={`${fieldId}-title`}>
      <h3 id={`${fieldId}-title`}>{t('snapshots.title', { name: alignmentName(t, alignment) })}</h3>
      <ul>
        {snapshots.map((snapshot) => (
          <Snapshot key={snapshot.id} alignment={alignment} snapshot={snapshot} />
        ))}
      </ul>
      <form
        className="snapshot-new"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label htmlFor={fieldId}>{t('snapshots.name')}</label>
        <input
          id={fieldId}
          className="text-field"
          data-first-focus
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" disabled={words === ''}>
          {t('snapshots.add')}
        </Button>
      </form>
    </section>
  );
}

interface SnapshotProps {
  readonly alignment: Alignment;
  readonly snapshot: SnapshotSummary;
}

function Snapshot({ alignment, snapshot }: SnapshotProps) {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const { id, name, createdAt, linkCount } = snapshot;
  const compare = () =>
    store.setState({
      overlay: null,
      compared: {
        left: { version: { type: 'snapshot', snapshotId: id }, name },
        right: {
          version: { type: 'alignment', alignmentId: alignment.id },
          name: t('snapshots.now', { name: alignmentName(t, alignment) }),
        },
      },
    });
  return (
    <li className="snapshot">
      <span className="snapshot-name">{name}</span>
      <span className="alignment-facts">
        {[formatMoment(createdAt, i18n.language), t('snapshots.links', { count: linkCount })].join(
          ' · ',
        )}
      </span>
      <IconButton label={t('snapshots.compare', { name })} onClick={compare}>
        <ArrowLeftRight size={15} />
      </IconButton>
      <IconButton
        label={t('snapshots.restore', { name })}
        onClick={() => void proposeRestore(context(), snapshot)}
      >
        <History size={15} />
      </IconButton>
      <IconButton
        label={t('snapshots.remove', { name })}
        onClick={() => void removeSnapshot(context(), snapshot)}
      >
        <Trash2 size={15} />
      </IconButton>
    </li>
  );
}

// Chooses two of the pair's alignments and of the shown one's snapshots to compare.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alignment, AlignmentSummary } from '../../electron/alignment/alignment.ts';
import type { Version } from '../../electron/alignment/snapshot.ts';
import { useSnapshots } from '../api/queries.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { Button } from '../ui/Button.tsx';
import { alignmentName } from './alignment-name.ts';

interface CompareFormProps {
  readonly alignment: Alignment;
  readonly alignments: readonly AlignmentSummary[];
}

interface Option {
  readonly key: string;
  readonly name: string;
  readonly version: Version;
}

export function CompareForm({ alignment, alignments }: CompareFormProps) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const id = useId();
  const snapshots = useSnapshots(alignment.id).data ?? [];
  const options: readonly Option[] = [
    ...alignments.map((each) => ({
      key: each.id,
      name: alignmentName(t, each),
      version: { type: 'alignment', alignmentId: each.id } as const,
    })),
    ...snapshots.map((each) => ({
      key: each.id,
      name: t('snapshots.called', { name: each.name }),
      version: { type: 'snapshot', snapshotId: each.id } as const,
    })),
  ];
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  if (options.length < 2) {
    return null;
  }
  const find = (key: string | null, otherwise: Option | undefined) =>
    options.find((option) => option.key === key) ?? otherwise;
  const left = find(chosen[0], options[0]);
  const right = find(
    chosen[1],
    options.find(({ key }) => key !== left?.key),
  );
  const compare = () => {
    if (left && right) {
      store.setState({ overlay: null, compared: { left, right } });
    }
  };
  return (
    <form
      className="compare-form"
      onSubmit={(event) => {
        event.preventDefault();
        compare();
      }}
    >
      <label htmlFor={`${id}-left`}>{t('comparison.compare')}</label>
      <Versions
        id={`${id}-left`}
        options={options}
        value={left?.key ?? ''}
        onChoose={(key) => setChosen([key, chosen[1]])}
      />
      <label htmlFor={`${id}-right`}>{t('comparison.with')}</label>
      <Versions
        id={`${id}-right`}
        options={options}
        value={right?.key ?? ''}
        onChoose={(key) => setChosen([chosen[0], key])}
      />
      <Button type="submit" disabled={left?.key === right?.key}>
        {t('comparison.do')}
      </Button>
    </form>
  );
}

interface VersionsProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChoose: (key: string) => void;
}

function Versions({ id, options, value, onChoose }: VersionsProps) {
  return (
    <select
      id={id}
      className="text-field"
      value={value}
      onChange={({ target }) => onChoose(target.value)}
    >
      {options.map((option) => (
        <option key={option.key} value={option.key}>
          {option.name}
        </option>
      ))}
    </select>
  );
}

// The alignments of the two texts (which is shown, names, copies) and the snapshots of the one that is shown.
import { useTranslation } from 'react-i18next';
import { alignmentKinds } from '../../electron/alignment/alignment.ts';
import { useAlignments } from '../api/queries.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader, useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AlignmentFiles } from './AlignmentFiles.tsx';
import { AlignmentItem } from './AlignmentItem.tsx';
import { addAlignment, changeKind } from './alignment-actions.ts';
import { newAlignmentName } from './alignment-name.ts';
import { CompareForm } from './CompareForm.tsx';
import { Snapshots } from './Snapshots.tsx';
import './alignments.css';

export function AlignmentsDialog() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const { alignment } = useReaderData();
  const left = useReader((state) => state.panes[0].documentId);
  const right = useReader((state) => state.panes[1].documentId);
  const known = useAlignments(left, right).data ?? [];
  if (alignment === null) {
    return null;
  }
  return (
    <Dialog
      title={t('alignments.title')}
      closeLabel={t('dialogs.close')}
      width="wide"
      onClose={() => store.setState({ overlay: null })}
    >
      <ul className="alignment-list">
        {known.map((summary) => (
          <AlignmentItem
            key={summary.id}
            summary={summary}
            shown={summary.id === alignment.id}
            others={known.filter(({ id }) => id !== summary.id)}
          />
        ))}
      </ul>
      <div className="alignment-verbs">
        <Button
          onClick={() =>
            void addAlignment(context(), { ...alignment, name: newAlignmentName(t, known) })
          }
        >
          {t('alignments.new')}
        </Button>
        <AlignmentFiles alignment={alignment} />
      </div>
      <div className="alignment-kind">
        <Choice
          legend={t('alignments.kind')}
          options={alignmentKinds.map((kind) => ({
            value: kind,
            label: t(`alignments.kinds.${kind}`),
          }))}
          value={alignment.kind}
          onChoose={(kind) => void changeKind(context(), alignment, kind)}
        />
        <p className="alignment-remark">{t(`alignments.kind-remarks.${alignment.kind}`)}</p>
      </div>
      <Snapshots alignment={alignment} />
      <CompareForm alignment={alignment} alignments={known} />
    </Dialog>
  );
}

// The translation models of this computer: what they are, which there are, downloading, adding and removing them.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../electron/corpus/document.ts';
import type { ModelSummary } from '../../electron/translation/model.ts';
import { useModels } from '../api/queries.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader, useReaderStore } from '../app/reader-state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { AddModel } from './AddModel.tsx';
import { ModelCatalogue } from './ModelCatalogue.tsx';
import { ModelItem } from './ModelItem.tsx';
import { modelInUse } from './model-in-use.ts';
import './models-dialog.css';

export function ModelsDialog() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const models = useModels().data;
  const waiting = useLanguageWaitedFor();
  const outcome = useRef<HTMLParagraphElement>(null);
  const [removed, setRemoved] = useState<ModelSummary | null>(null);
  // The button that was pressed went with the model: the focus goes to what is said of it.
  useEffect(() => {
    if (removed) {
      outcome.current?.focus();
    }
  }, [removed]);
  return (
    <Dialog
      title={t('models.title')}
      closeLabel={t('dialogs.close')}
      onClose={() => store.setState({ overlay: null })}
    >
      <div className="models">
        <p>{t('models.what')}</p>
        {models?.length === 0 && <p className="models-none">{t('models.none')}</p>}
        {models && models.length > 0 && waiting && !modelInUse(models, waiting) && (
          <p className="models-none">{t(`models.none-from.${waiting}`)}</p>
        )}
        {models && models.length > 0 && (
          <ul className="models-list" aria-label={t('models.installed')}>
            {models.map((model) => (
              <ModelItem key={model.id} model={model} onRemoved={() => setRemoved(model)} />
            ))}
          </ul>
        )}
        <p ref={outcome} role="status" tabIndex={-1} className="models-outcome">
          {removed && t('models.removed', { model: removed.name })}
        </p>
        <ModelCatalogue />
        <AddModel />
        <p className="models-remark">{t('models.offline')}</p>
      </div>
    </Dialog>
  );
}

/** The language of what was to be translated when no model could, and still is. */
function useLanguageWaitedFor(): Language | null {
  const { panes } = useReaderData();
  const [first] = useReader((state) => state.unanswered)?.segmentIds ?? [];
  const index = panes.find((pane) => first !== undefined && pane?.places.has(first));
  return index?.document.summary.language ?? null;
}

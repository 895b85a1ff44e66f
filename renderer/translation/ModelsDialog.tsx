// The translation models of this computer: what they are, which there are, adding and removing them.
import { useTranslation } from 'react-i18next';
import { useModels } from '../api/queries.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { AddModel } from './AddModel.tsx';
import { ModelItem } from './ModelItem.tsx';
import './models-dialog.css';

export function ModelsDialog() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const models = useModels().data;
  return (
    <Dialog
      title={t('models.title')}
      closeLabel={t('dialogs.close')}
      onClose={() => store.setState({ overlay: null })}
    >
      <div className="models">
        <p>{t('models.what')}</p>
        {models?.length === 0 && <p className="models-none">{t('models.none')}</p>}
        {models && models.length > 0 && (
          <ul className="models-list" aria-label={t('models.installed')}>
            {models.map((model) => (
              <ModelItem key={model.id} model={model} />
            ))}
          </ul>
        )}
        <AddModel />
        <p className="models-remark">{t('models.offline')}</p>
      </div>
    </Dialog>
  );
}

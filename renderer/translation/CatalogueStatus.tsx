// What the bottom line says of the network: that nothing uses it, which model is being downloaded, and which failed to
// come while the models were not in view.
import { useTranslation } from 'react-i18next';
import type { ModelId } from '../../electron/translation/model.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useCatalogue, useDownloads, useUnseenFailure } from './catalogue-queries.ts';

export function CatalogueStatus() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const unseen = useUnseenFailure();
  const downloads = useDownloads().data ?? [];
  const entries = useCatalogue().data ?? [];
  const [running] = downloads.filter(({ state }) => state === 'downloading');
  const nameOf = (modelId: ModelId) => entries.find(({ id }) => id === modelId)?.name ?? modelId;
  const open = () => store.setState({ overlay: 'models' });
  if (running === undefined && unseen === null) {
    return <span className="status-offline">{t('status.offline')}</span>;
  }
  return (
    <>
      {unseen !== null && (
        <button type="button" className="status-button" onClick={open}>
          {t('catalogue.failed', { model: nameOf(unseen) })}
        </button>
      )}
      {running !== undefined && (
        <button type="button" className="status-button" onClick={open}>
          {t('catalogue.status', {
            model: nameOf(running.modelId),
            percent: Math.floor((100 * running.receivedBytes) / running.totalBytes),
          })}
        </button>
      )}
    </>
  );
}

// What the bottom line says of the network: that nothing uses it, or which model is being downloaded.
import { useTranslation } from 'react-i18next';
import { useReaderStore } from '../app/reader-state.ts';
import { useCatalogue, useDownloadEvents, useDownloads } from './catalogue-queries.ts';

export function CatalogueStatus() {
  const { t } = useTranslation();
  const store = useReaderStore();
  useDownloadEvents();
  const downloads = useDownloads().data ?? [];
  const entries = useCatalogue().data ?? [];
  const [running] = downloads.filter(({ state }) => state === 'downloading');
  if (running === undefined) {
    return <span className="status-offline">{t('status.offline')}</span>;
  }
  const { modelId, receivedBytes, totalBytes } = running;
  return (
    <button
      type="button"
      className="status-button"
      onClick={() => store.setState({ overlay: 'models' })}
    >
      {t('catalogue.status', {
        model: entries.find(({ id }) => id === modelId)?.name ?? modelId,
        percent: Math.floor((100 * receivedBytes) / totalBytes),
      })}
    </button>
  );
}

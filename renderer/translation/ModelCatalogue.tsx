// The public models that may be downloaded. Showing them asks no network for anything.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelId } from '../../electron/translation/model.ts';
import { useClient } from '../api/queries.ts';
import { CatalogueItem } from './CatalogueItem.tsx';
import { useCatalogue, useDownloads } from './catalogue-queries.ts';
import { useFocusIfLost } from './focus-if-lost.ts';
import './model-catalogue.css';

export function ModelCatalogue() {
  const { t } = useTranslation();
  const entries = useCatalogue().data ?? [];
  const downloads = useDownloads().data ?? [];
  const client = useClient();
  const titleId = useId();
  const outcome = useRef<HTMLParagraphElement>(null);
  const [arrived, setArrived] = useState<ModelId | null>(null);
  useEffect(
    () =>
      client.on('translation.download', ({ state, modelId }) => {
        if (state === 'installed') {
          setArrived(modelId);
        }
      }),
    [client],
  );
  useFocusIfLost(outcome, arrived);
  const offered = entries.filter((entry) => !entry.installed);
  const name = entries.find(({ id, installed }) => id === arrived && installed)?.name;
  return (
    <>
      <p ref={outcome} role="status" tabIndex={-1} className="models-outcome">
        {name && t('models.added', { model: name })}
      </p>
      {offered.length > 0 && (
        <section className="catalogue" aria-labelledby={titleId}>
          <h3 id={titleId}>{t('catalogue.title')}</h3>
          <p className="models-remark">{t('catalogue.what')}</p>
          <ul className="models-list">
            {offered.map((entry) => (
              <CatalogueItem
                key={entry.id}
                entry={entry}
                download={downloads.find(({ modelId }) => modelId === entry.id) ?? null}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

// The files of an installed model with their sizes and SHA-256, read when the reader asks to see them.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelId } from '../../electron/translation/model.ts';
import { useModelFiles } from './catalogue-queries.ts';

export function ModelFiles({ modelId }: { readonly modelId: ModelId }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const files = useModelFiles(modelId, open);
  const written = new Intl.NumberFormat(i18n.language);
  return (
    <details className="model-files" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('models.files')}</summary>
      {open && files.isPending && <p role="status">{t('models.files-reading')}</p>}
      {open && files.isError && <p role="alert">{t('models.files-unread')}</p>}
      {open && files.data && (
        <ul>
          {files.data.map(({ name, sizeBytes, sha256, verdict }) => (
            <li key={name} data-verdict={verdict}>
              <span>{name}</span>{' '}
              <span className="model-facts">
                {t('models.bytes', { bytes: written.format(sizeBytes) })} ·{' '}
                {t(`models.verdicts.${verdict}`)}
              </span>
              <code>{sha256}</code>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

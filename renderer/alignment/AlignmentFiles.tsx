// The buttons that write the alignment that is shown into a file, and read another from one.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alignment } from '../../electron/alignment/alignment.ts';
import { exportFormats } from '../../electron/alignment/api.ts';
import { useCommandContext } from '../app/run-command.ts';
import { Button } from '../ui/Button.tsx';
import { exportAlignment, importAlignment, importTypes } from './alignment-files.ts';

export function AlignmentFiles({ alignment }: { readonly alignment: Alignment }) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      {exportFormats.map((format) => (
        <Button key={format} onClick={() => void exportAlignment(context(), alignment.id, format)}>
          {t(`alignments.export.${format}`)}
        </Button>
      ))}
      <Button onClick={() => chooser.current?.click()}>{t('alignments.import')}</Button>
      <input
        ref={chooser}
        type="file"
        accept={importTypes}
        aria-label={t('alignments.import')}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again.
          target.value = '';
          if (file) {
            void importAlignment(context(), alignment, file);
          }
        }}
      />
    </>
  );
}

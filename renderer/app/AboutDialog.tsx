// What the program is, which version, under which licences.
import { useTranslation } from 'react-i18next';
import { useShellInfo } from '../api/queries.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useReaderStore } from './reader-state.ts';
import './about-dialog.css';

export function AboutDialog() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const version = useShellInfo().data?.version;
  return (
    <Dialog
      title="Song Hành"
      closeLabel={t('dialogs.close')}
      content="text"
      onClose={() => store.setState({ overlay: null })}
    >
      <div className="about">
        {version !== undefined && <p>{t('about.version', { version })}</p>}
        <p className="about-words">{t('about.what')}</p>
        <p>{t('about.offline')}</p>
        <p className="about-licences">{t('about.licences')}</p>
      </div>
    </Dialog>
  );
}

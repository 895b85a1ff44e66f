// Every key of the reader, by group.
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { commandGroups } from './command.ts';
import { commandWords } from './command-words.ts';
import { commands } from './commands.ts';
import { useReaderStore } from './reader-state.ts';
import './shortcuts-dialog.css';

export function ShortcutsDialog() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const withKeys = commands.filter(({ keys }) => keys.length > 0);
  return (
    <Dialog
      title={t('shortcuts.title')}
      closeLabel={t('dialogs.close')}
      width="wide"
      content="text"
      onClose={() => store.setState({ overlay: null })}
    >
      <div className="shortcuts">
        {commandGroups.map((group) => (
          <section key={group} className="shortcuts-group">
            <h3>{t(`command-groups.${group}`)}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="shortcut">
                    <dt>{commandWords(t, command)}</dt>
                    <dd>
                      {command.keys.map((keys) => (
                        <KeyCaps key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="shortcuts-remark">{t('shortcuts.remark')}</p>
    </Dialog>
  );
}

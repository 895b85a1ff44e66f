// How the page looks and which language it speaks. Every choice holds at once and is saved at once.
import { useTranslation } from 'react-i18next';
import { type Theme, themes } from '../../electron/settings/settings.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { languageNames } from '../i18n/i18n.ts';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RangeField } from '../ui/RangeField.tsx';
import { usePreferencesDraft } from './preferences-draft.ts';
import './settings-dialog.css';

/** The languages under their own names, as a reader who has ended up in the wrong one looks for them. */

export function SettingsDialog() {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const [preferences, change] = usePreferencesDraft();
  const number = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1 });
  return (
    <Dialog
      title={t('settings.title')}
      closeLabel={t('dialogs.close')}
      onClose={() => store.setState({ overlay: null })}
    >
      <div className="settings">
        <Choice
          legend={t('settings.theme')}
          options={themes.map((theme) => ({
            value: theme,
            label: t(`settings.themes.${theme}`),
            picture: <Swatch theme={theme} />,
          }))}
          value={preferences.theme}
          onChoose={(theme) => change({ theme })}
        />
        <div className="settings-type">
          <RangeField
            label={t('settings.size')}
            valueText={t('settings.size-value', { size: preferences.fontSizePx })}
            value={preferences.fontSizePx}
            least={14}
            most={32}
            step={1}
            onChange={(fontSizePx) => change({ fontSizePx })}
          />
          <RangeField
            label={t('settings.line-height')}
            valueText={number.format(preferences.lineHeight)}
            value={preferences.lineHeight}
            least={1.3}
            most={2.2}
            step={0.1}
            onChange={(lineHeight) => change({ lineHeight: Math.round(lineHeight * 10) / 10 })}
          />
          <RangeField
            label={t('settings.measure')}
            valueText={t('settings.measure-value', { count: preferences.measureCh })}
            value={preferences.measureCh}
            least={40}
            most={90}
            step={1}
            onChange={(measureCh) => change({ measureCh })}
          />
          <Sample {...preferences} />
        </div>
        <Choice
          legend={t('settings.language')}
          options={[
            { value: 'system', label: t('settings.language-system') },
            { value: 'vi', label: languageNames.vi, language: 'vi' },
            { value: 'en', label: languageNames.en, language: 'en' },
          ]}
          value={preferences.interfaceLanguage ?? 'system'}
          onChoose={(language) =>
            change({ interfaceLanguage: language === 'system' ? null : language })
          }
        />
        <p className="settings-remark">{t('settings.saved-at-once')}</p>
      </div>
    </Dialog>
  );
}

/** A page in small; the system's choice is half light, half dark. */
function Swatch({ theme }: { readonly theme: Theme }) {
  const shown = theme === 'system' ? (['light', 'dark'] as const) : [theme];
  return (
    <span className="swatch" aria-hidden="true">
      {shown.map((one) => (
        <span key={one} className="swatch-page" data-theme={one}>
          <span className="swatch-line" />
          <span className="swatch-line" data-short />
          <span className="swatch-mark" />
        </span>
      ))}
    </span>
  );
}

interface SampleProps {
  readonly fontSizePx: number;
  readonly lineHeight: number;
  readonly measureCh: number;
}

/** A passage in both languages, set as the texts are; not words of the interface, so the same in either. */
function Sample({ fontSizePx, lineHeight, measureCh }: SampleProps) {
  const type = { fontSize: fontSizePx, lineHeight, maxInlineSize: `${measureCh}ch` };
  return (
    <div className="sample">
      <p lang="vi" style={type}>
        Sáng hôm ấy cả làng ra bờ sông, đón những người đã đi xa nhiều năm nay trở về quê cũ.
      </p>
      <p lang="en" style={type}>
        That morning the whole village went down to the river to meet those who were coming home.
      </p>
    </div>
  );
}

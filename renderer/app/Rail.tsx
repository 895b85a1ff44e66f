// The rail on the right: notes, links, versions.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { railTabs } from '../../electron/settings/settings.ts';
import { LinksPanel } from '../alignment/LinksPanel.tsx';
import { NotesPanel } from '../annotation/NotesPanel.tsx';
import { VersionsPanel } from '../translation/VersionsPanel.tsx';
import { narrowWindow, useReader, useReaderStore } from './reader-state.ts';
import './rail.css';

const panels = { notes: NotesPanel, links: LinksPanel, versions: VersionsPanel } as const;

export function Rail() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const tab = useReader((state) => state.railTab);
  const Panel = panels[tab];
  useRailKeptForNote();
  const turn = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) {
      const next = railTabs[(railTabs.indexOf(tab) + step + railTabs.length) % railTabs.length];
      store.setState({ railTab: next ?? tab });
      document.getElementById(`rail-tab-${next}`)?.focus();
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <aside className="rail" aria-label={t('app.rail')}>
      <div className="rail-tabs" role="tablist" onKeyDown={turn}>
        {railTabs.map((name) => (
          <button
            key={name}
            id={`rail-tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === tab}
            aria-controls="rail-panel"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => store.setState({ railTab: name })}
          >
            {t(`app.rail-tabs.${name}`)}
          </button>
        ))}
      </div>
      <div
        id="rail-panel"
        className="rail-panel scrolls"
        role="tabpanel"
        aria-labelledby={`rail-tab-${tab}`}
      >
        <Panel />
      </div>
    </aside>
  );
}

/** A window that becomes narrow does not hide the note that is being written. */
function useRailKeptForNote(): void {
  const store = useReaderStore();
  useEffect(() => {
    const narrow = window.matchMedia(narrowWindow);
    const keep = () => {
      if (narrow.matches && store.getState().editedNote !== null) {
        store.setState({ railCalled: true });
      }
    };
    narrow.addEventListener('change', keep);
    return () => narrow.removeEventListener('change', keep);
  }, [store]);
}

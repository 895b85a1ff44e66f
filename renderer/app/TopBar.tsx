// The top bar: which text stands in which pane, and the tools.
import {
  ALargeSmall,
  ArrowLeftRight,
  Columns2,
  Languages,
  PanelRight,
  Redo2,
  Rows2,
  Rows3,
  Search,
  Square,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Layout } from '../../electron/settings/settings.ts';
import { DocumentPicker } from '../library/DocumentPicker.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { commandById } from './commands.ts';
import { useReaderData } from './reader-data.ts';
import { useReader } from './reader-state.ts';
import { useRunCommand } from './run-command.ts';
import './top-bar.css';

const layoutIcons: Readonly<Record<Layout, typeof Columns2>> = {
  columns: Columns2,
  rows: Rows2,
  interleaved: Rows3,
  single: Square,
};

function keyOf(id: string): string | undefined {
  return commandById(id)?.keys[0];
}

export function TopBar() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const { history } = useReaderData();
  const layout = useReader((state) => state.layout);
  const activePane = useReader((state) => state.activePane);
  const translated = useReader((state) => {
    const { documentId } = state.panes[state.activePane];
    return documentId !== null && state.translationShown.includes(documentId);
  });
  const LayoutIcon = layoutIcons[layout];
  return (
    <header className="top-bar">
      <div className="top-titles" data-layout={layout}>
        {(layout !== 'single' || activePane === 0) && <DocumentPicker pane={0} />}
        {layout !== 'single' && (
          <IconButton
            label={t('commands.view.swap-panes')}
            keys={keyOf('view.swap-panes')}
            onClick={() => run('view.swap-panes')}
          >
            <ArrowLeftRight size={16} />
          </IconButton>
        )}
        {(layout !== 'single' || activePane === 1) && <DocumentPicker pane={1} />}
      </div>
      <div className="top-tools" role="toolbar" aria-label={t('top.tools')}>
        <IconButton
          label={
            history.undo
              ? t('top.undo', { what: t(`history.labels.${history.undo}`) })
              : t('failures.nothing-to-undo')
          }
          disabled={history.undo === null}
          keys={keyOf('edit.undo')}
          onClick={() => run('edit.undo')}
        >
          <Undo2 size={18} />
        </IconButton>
        <IconButton
          label={
            history.redo
              ? t('top.redo', { what: t(`history.labels.${history.redo}`) })
              : t('failures.nothing-to-redo')
          }
          disabled={history.redo === null}
          keys={keyOf('edit.redo')}
          onClick={() => run('edit.redo')}
        >
          <Redo2 size={18} />
        </IconButton>
        <span className="top-gap" />
        <IconButton
          label={t('commands.view.find')}
          keys={keyOf('view.find')}
          onClick={() => run('view.find')}
        >
          <Search size={18} />
        </IconButton>
        <IconButton
          label={t('top.layout', { layout: t(`reader.layouts.${layout}`) })}
          keys={keyOf('view.next-layout')}
          onClick={() => run('view.next-layout')}
        >
          <LayoutIcon size={18} />
        </IconButton>
        <IconButton
          label={t('commands.translate.document')}
          keys={keyOf('translate.document')}
          pressed={translated}
          onClick={() => run('translate.document')}
        >
          <Languages size={18} />
        </IconButton>
        <IconButton
          label={t('commands.view.settings')}
          keys={keyOf('view.settings')}
          onClick={() => run('view.settings')}
        >
          <ALargeSmall size={20} />
        </IconButton>
        <IconButton
          label={t('commands.view.rail')}
          keys={keyOf('view.rail')}
          onClick={() => run('view.rail')}
        >
          <PanelRight size={18} />
        </IconButton>
      </div>
    </header>
  );
}

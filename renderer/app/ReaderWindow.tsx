// The window: top bar, texts, rail, bottom line, and whatever is open over them.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../electron/settings/settings.ts';
import { AlignmentsDialog } from '../alignment/AlignmentsDialog.tsx';
import { ComparisonDialog } from '../alignment/ComparisonDialog.tsx';
import { ProposalDialog } from '../alignment/ProposalDialog.tsx';
import { useClient } from '../api/queries.ts';
import { Reader } from '../reader/Reader.tsx';
import { FindBar } from '../search/FindBar.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { useAskAgain, useTranslationJobs } from '../translation/jobs.ts';
import { ModelsDialog } from '../translation/ModelsDialog.tsx';
import { DialogMessageProvider } from '../ui/Dialog.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import type { CommandContext } from './command.ts';
import { commandById, commands } from './commands.ts';
import { FailureInDialog } from './FailureMessage.tsx';
import { commandFor } from './keymap.ts';
import { Palette } from './Palette.tsx';
import { useKeptReading } from './persist.ts';
import { Rail } from './Rail.tsx';
import { ReaderDataProvider, useGatheredData } from './reader-data.ts';
import { useReader, useReaderStore } from './reader-state.ts';
import { CommandContextProvider, runInTurn } from './run-command.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';

export function ReaderWindow({ preferences }: { readonly preferences: Preferences }) {
  const store = useReaderStore();
  const client = useClient();
  const { t } = useTranslation();
  const data = useGatheredData(preferences);
  const queries = useQueryClient();
  const latest = useRef<CommandContext>({ store, client, queries, data, t });
  latest.current = { store, client, queries, data, t };
  const context = useCallback(() => latest.current, []);
  useKeptReading();
  useTranslationJobs();
  useAskAgain(context);
  useKeys(context);
  useMenu(context);
  const overlay = useReader((state) => state.overlay);
  const findOpen = useReader((state) => state.findOpen);
  const railOpen = useReader((state) => state.railOpen);
  const railCalled = useReader((state) => state.railCalled);
  return (
    <CommandContextProvider value={context}>
      <ReaderDataProvider value={data}>
        <div className="window" data-rail-open={railOpen} data-rail-called={railCalled}>
          <TopBar />
          <div className="middle">
            {findOpen && <FindBar />}
            <Reader />
          </div>
          <Rail />
          <StatusLine />
        </div>
        <DialogMessageProvider value={DialogMessages}>
          {overlay === 'palette' && <Palette />}
          {overlay === 'shortcuts' && <ShortcutsDialog />}
          {overlay === 'settings' && <SettingsDialog />}
          {overlay === 'models' && <ModelsDialog />}
          {overlay === 'about' && <AboutDialog />}
          {overlay === 'alignments' && <AlignmentsDialog />}
          <ProposalDialog />
          <ComparisonDialog />
        </DialogMessageProvider>
        <Announcer />
      </ReaderDataProvider>
    </CommandContextProvider>
  );
}

/** What the page says while a dialog lies over it, whose words alone are heard then. */
function DialogMessages() {
  return (
    <>
      <FailureInDialog />
      <Announcer />
    </>
  );
}

function Announcer() {
  const announcement = useReader((state) => state.announcement);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}

/** Runs the command that a key press means, wherever in the window it happens. */
function useKeys(context: () => CommandContext): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // While words are being composed (Vietnamese input methods) keys belong to them.
      if (event.defaultPrevented || event.isComposing) {
        return;
      }
      const target = event.target instanceof Element ? event.target : null;
      if (document.querySelector('dialog:modal') || target?.closest('[popover]')) {
        return;
      }
      if (document.querySelector('[popover="auto"]:popover-open')) {
        return; // a list that is open has the keys
      }
      const inField = target?.closest('input, textarea, select, [contenteditable]') !== null;
      // Enter and the space bar press a button that has the focus.
      const onControl = target?.closest('button, a, summary, [role="tab"]') !== null;
      if (onControl && ['Enter', ' '].includes(event.key)) {
        return;
      }
      const command = commandFor(commands, event, inField);
      if (command && runInTurn(command, context)) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [context]);
}

/** Runs what the reader chooses in the native menu. */
function useMenu(context: () => CommandContext): void {
  const client = useClient();
  useEffect(
    () =>
      client.on('shell.command', ({ command: id }) => {
        const command = commandById(id);
        const field = document.activeElement?.closest('input, textarea, [contenteditable]');
        if (document.querySelector('dialog:modal')) {
          return;
        }
        if (field && (id === 'edit.undo' || id === 'edit.redo')) {
          // The words in a field have their own history; nothing but this old command reaches it.
          document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
        } else if (command) {
          runInTurn(command, context);
        }
      }),
    [client, context],
  );
}

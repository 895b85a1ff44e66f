// The Electron shell: wires the workspace to a window. What may go wrong before a window is there is told in one dialog.
import { app, BrowserWindow, dialog, Menu, session } from 'electron';
import { type Failure, fail } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import { languageOfWorkspace } from '../language/interface-language.ts';
import { createPhrases, type Phrases, phraseOfFailure } from '../language/phrases.ts';
import { systemLanguage } from '../language/system-language.ts';
import { pageFolder, resourcesFolder } from '../start/folders.node.ts';
import { openWorkspace, type Workspace } from '../workspace.node.ts';
import { createModelChooser } from './choose-model.main.ts';
import { chosenDataFolder, takeDataFolder } from './data-folder.main.ts';
import { answerCalls, tellWindows } from './ipc.main.ts';
import { buildMenu } from './menu.main.ts';
import { confine } from './navigation.main.ts';
import { blockNetwork } from './network.main.ts';
import { denyPermissions } from './permissions.main.ts';
import { registerPageScheme, servePage } from './protocol.main.ts';
import { startUtilityTranslator } from './translator.main.ts';
import { createWindow } from './window.main.ts';
import { keepWindowState, restoreWindowState } from './window-state.main.ts';

// Electron must hear of these before it is ready.
registerPageScheme();
app.enableSandbox();

const dataFolder = chosenDataFolder(process.argv);
const taken = takeDataFolder(dataFolder);
if (taken.ok && !app.requestSingleInstanceLock()) {
  app.quit(); // the first instance shows its window
} else {
  void app
    .whenReady()
    .then(() => (taken.ok ? start() : giveUp(taken.error)))
    .catch((error: unknown) => {
      log(`the program did not start: ${error instanceof Error ? error.stack : error}`);
      giveUp(fail('internal', {}).error);
    });
}

async function start(): Promise<void> {
  let language = systemLanguage(systemTag());
  let phrases = createPhrases(language);
  const opened = await openWorkspace({
    dataFolder,
    resourcesFolder,
    shell: {
      shell: 'electron',
      version: app.getVersion(),
      systemLanguage: systemTag(),
      canChooseFiles: true,
    },
    startTranslator: startUtilityTranslator,
    chooseModelPath: createModelChooser(() => phrases),
    log,
  });
  if (!opened.ok) {
    return giveUp(opened.error);
  }
  const workspace = opened.value;
  const speak = (chosen: Language): void => {
    language = chosen;
    phrases = createPhrases(language);
    Menu.setApplicationMenu(
      buildMenu(phrases, (command) => tellWindows('shell.command', { command })),
    );
  };
  const chosenLanguage = () => languageOfWorkspace(workspace.handlers, systemTag());
  speak(await chosenLanguage());
  workspace.onEvent((name, payload) => {
    tellWindows(name, payload);
    if ('features' in payload && payload.features.includes('settings')) {
      void chosenLanguage().then((chosen) => (chosen === language ? null : speak(chosen)));
    }
  });
  closeLast(workspace);

  denyPermissions(session.defaultSession);
  blockNetwork(session.defaultSession);
  servePage(pageFolder);
  answerCalls(workspace.handlers, log);
  app.on('web-contents-created', (_event, contents) => confine(contents, () => phrases, log));

  const openWindow = (): void => {
    const window = createWindow(restoreWindowState(dataFolder, log), () => phrases);
    keepWindowState(window, dataFolder, log);
  };
  openWindow();
  warn(workspace.warnings, phrases);
  app.on('second-instance', focusWindow);
  app.on('activate', () => (BrowserWindow.getAllWindows().length === 0 ? openWindow() : undefined));
}

function systemTag(): string {
  return app.getPreferredSystemLanguages()[0] ?? app.getLocale();
}

/** The program ends when its last window does (on a Mac when the reader says so), and not before the workspace is closed. */
function closeLast(workspace: Workspace): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') {
      app.quit();
    }
  });
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (!closing) {
      closing = true;
      void workspace
        .close()
        .catch((error: unknown) => log(`the workspace did not close: ${error}`))
        .finally(() => app.exit(0));
    }
  });
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) {
    window.restore();
  }
  window?.show();
  window?.focus();
}

/** What went wrong and did not keep the program from opening; it does not stand in the way of the window. */
function warn(warnings: readonly Failure[], phrases: Phrases): void {
  if (warnings.length > 0) {
    const sentences = warnings.map((warning) => phraseOfFailure(phrases, warning));
    void dialog.showMessageBox({
      type: 'warning',
      title: app.name,
      message: sentences.join('\n\n'),
      noLink: true,
    });
  }
}

function giveUp(failure: Failure): void {
  const words = createPhrases(systemLanguage(systemTag()));
  dialog.showErrorBox(words('shell.cannotStart'), phraseOfFailure(words, failure));
  app.exit(1);
}

function log(message: string): void {
  process.stderr.write(`${message}\n`);
}

// The reader's window: sandboxed, isolated, at the page's address.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import type { Phrases } from '../language/phrases.ts';
import { pageAddress } from './page-address.ts';
import { smallest, type WindowState } from './window-state.ts';

/** A page that dies again so soon after it was loaded anew is not loaded a third time. */
const recoveryMs = 10_000;

/** Opens a window at the page; it is shown when it has something to show, and loads itself anew once if the page dies. */
export function createWindow(state: WindowState, phrases: () => Phrases): BrowserWindow {
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: app.name,
    // What is seen until the page has its own colours: paper, or a dark room.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a17' : '#fbfaf6',
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      // Electron's defaults, said aloud.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would come from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (state.maximised) {
      window.maximize();
    }
    window.show();
  });
  recoverPage(window, phrases);
  void window.loadURL(pageAddress);
  return window;
}

/** Everything that the reader did is in the core: a page whose process died is loaded anew and finds it there. */
function recoverPage(window: BrowserWindow, phrases: () => Phrases): void {
  let recoveredAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') {
      return;
    }
    if (Date.now() - recoveredAt < recoveryMs) {
      dialog.showErrorBox(app.name, phrases()('shell.pageStopped'));
      return;
    }
    recoveredAt = Date.now();
    window.webContents.reload();
  });
}

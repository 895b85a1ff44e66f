// Lets the reader point at a model's folder or archive with the system's own dialog.
import { dirname } from 'node:path';
import { app, BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Phrases } from '../language/phrases.ts';

/** Answers a path, or null where the reader thinks better of it. */
export function createModelChooser(phrases: () => Phrases): () => Promise<string | null> {
  let lastFolder: string | null = null;
  return async () => {
    const words = phrases();
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    if (window === undefined) {
      return null;
    }
    const properties = await chooseKind(window, words);
    if (properties === null) {
      return null;
    }
    const chosen = await dialog.showOpenDialog(window, {
      title: words('shell.chooseModel'),
      defaultPath: lastFolder ?? app.getPath('downloads'),
      properties,
      filters: [{ name: words('shell.modelArchives'), extensions: ['zip', 'tar', 'gz', 'tgz'] }],
    });
    const [path] = chosen.filePaths;
    if (chosen.canceled || path === undefined) {
      return null;
    }
    lastFolder = dirname(path);
    return path;
  };
}

/** Only macOS has a dialog that takes a file or a folder; elsewhere the reader says which. */
async function chooseKind(
  window: BrowserWindow,
  words: Phrases,
): Promise<NonNullable<OpenDialogOptions['properties']> | null> {
  if (process.platform === 'darwin') {
    return ['openFile', 'openDirectory'];
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words('shell.modelKind'),
    buttons: [words('shell.folder'), words('shell.archive'), words('shell.cancel')],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return response === 2 ? null : [response === 0 ? 'openDirectory' : 'openFile'];
}

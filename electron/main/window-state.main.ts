// Keeps where the window stood in the data folder's window.json.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import * as v from 'valibot';
import {
  placeWindow,
  type Rectangle,
  type WindowState,
  WindowStateSchema,
} from './window-state.ts';

/** Where the window goes now. What was kept may be missing or unreadable: then the window stands in the middle. */
export function restoreWindowState(
  dataFolder: string,
  log: (message: string) => void,
): WindowState {
  const saved = read(join(dataFolder, 'window.json'), log);
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const areas: [Rectangle, ...Rectangle[]] = [
    main.workArea,
    ...others.map((each) => each.workArea),
  ];
  return {
    bounds: placeWindow(saved?.bounds ?? null, areas),
    maximised: saved?.maximised ?? false,
  };
}

export function keepWindowState(
  window: BrowserWindow,
  dataFolder: string,
  log: (message: string) => void,
): void {
  window.on('close', () => {
    const state: WindowState = {
      bounds: window.getNormalBounds(),
      maximised: window.isMaximized(),
    };
    const file = join(dataFolder, 'window.json');
    try {
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    } catch (error) {
      log(`window.json was not written: ${error}`); // a place on the screen is no reason to keep the window open
    }
  });
}

function read(file: string, log: (message: string) => void): WindowState | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null; // the first start
  }
  try {
    return v.parse(WindowStateSchema, JSON.parse(text));
  } catch (error) {
    log(`window.json was not understood: ${error}`);
    return null;
  }
}

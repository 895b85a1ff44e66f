// The one way in from the page and the one way out to it. Who calls is checked here, what it says in `dispatch`.
import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import { callChannel, eventChannel } from '../contract/bridge.ts';
import type { EventName, Events, Handlers } from '../contract/contract.ts';
import { dispatch } from '../contract/dispatch.ts';
import { fail } from '../contract/result.ts';
import { pageOrigin } from './page-address.ts';

/** Answers the calls of the page's own top frame; any other sender gets `invalid-request`. Once for the program. */
export function answerCalls(handlers: Handlers, log: (message: string) => void): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isPage(event.senderFrame)) {
      log(`a call from ${event.senderFrame?.origin ?? 'a frame that is gone'} was refused`);
      return fail('invalid-request', { call: String(name), detail: 'unknown sender' });
    }
    return dispatch(handlers, name, input, log);
  });
}

/** The top frame of a window, showing the page. */
function isPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === pageOrigin;
}

/** Sends an event to every window; the preload passes it to whoever listens there. */
export function tellWindows<Name extends EventName>(name: Name, payload: Events[Name]): void {
  for (const window of BrowserWindow.getAllWindows()) {
    window.webContents.send(eventChannel, name, payload);
  }
}

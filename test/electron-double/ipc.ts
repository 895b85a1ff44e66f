// `ipcMain`: answers what preloads invoke.
import type { WebContents } from './web-contents.ts';
import type { WebFrame } from './web-frame.ts';

/** What main is told of an invocation: who sent it, from which frame; null where the frame is gone. */
export interface InvokeEvent {
  readonly sender: WebContents;
  readonly senderFrame: WebFrame | null;
}

type InvokeHandler = (event: InvokeEvent, ...args: readonly unknown[]) => unknown;

const handlers = new Map<string, InvokeHandler>();

export const ipcMain = {
  handle: (channel: string, handler: InvokeHandler) => {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
};

export type InvokeAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly detail: string };

/** Electron's words for what fails on the way. */
export async function answerInvoke(
  event: InvokeEvent,
  channel: string,
  args: readonly unknown[],
): Promise<InvokeAnswer> {
  const handler = handlers.get(channel);
  if (handler === undefined) {
    return { ok: false, detail: `Error invoking remote method '${channel}': no handler` };
  }
  try {
    // Electron copies the answer by structured clone, which refuses functions and the like.
    return { ok: true, value: structuredClone(await handler(event, ...args)) };
  } catch (error) {
    return { ok: false, detail: `Error invoking remote method '${channel}': ${error}` };
  }
}

// What the Electron shell's preload puts into the page's world. The loopback shell has loopback.ts instead.
import type { CallName, EventName, Events } from './contract.ts';
import type { Result } from './result.ts';

/** The property of `window` that holds the bridge; absent in the loopback shell. */
export const bridgeName = 'songHanh';

export interface Bridge {
  /** Answers every call that the core could judge, refusals included, with a Result; never rejects for an expected failure. */
  call(name: CallName, input: unknown): Promise<Result<unknown>>;
  /** Listens until the function that it answers is called. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}

/** Electron's channels between preload and main: (name, input) one way, (name, payload) the other. */
export const callChannel = 'song-hanh:call';
export const eventChannel = 'song-hanh:event';

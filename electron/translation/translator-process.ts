// What the core needs of the translator's process, whatever kind of process the shell gives it.
import type { ToTranslator } from './engine/messages.ts';

export interface TranslatorProcess {
  send(message: ToTranslator): void;
  /** Messages as they came over the wire, unchecked. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however the process ended; `detail` says what is known (exit code, signal, last words). */
  onExit(listener: (detail: string) => void): void;
  /** Ends the process at once. It then exits as it would have by itself. */
  kill(): void;
}

/** Starts a process and returns without waiting for it; messages sent before it listens are kept for it. */
export type StartTranslator = () => TranslatorProcess;

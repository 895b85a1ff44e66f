// The core's side of the translator's process: starts it at first need, starts another when it dies or falls silent,
// and stops it when nothing has been asked for a while.
import type { Language } from '../corpus/document.ts';
import { type ModelFiles, readFromTranslator, type TextResult } from './engine/messages.ts';
import type { StartTranslator, TranslatorProcess } from './translator-process.ts';

export interface ClientRequest {
  /** The model's folder, an absolute path. */
  readonly folder: string;
  /** Which of the folder's contents is meant: its fingerprint. Files of another one in memory are read anew. */
  readonly version: string;
  /** A model of the other direction that chooses among the translations found, or null. */
  readonly channel: ModelFiles | null;
  readonly from: Language;
  readonly to: Language;
  readonly texts: readonly string[];
  /** Called as texts are finished. */
  readonly onResults: (results: readonly TextResult[]) => void;
}

export type RequestOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  /** The model could not be loaded. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** The process ended before the request did. */
  | { readonly kind: 'crashed'; readonly detail: string };

export interface RunningRequest {
  readonly outcome: Promise<RequestOutcome>;
  /** Stops it between two tokens. */
  cancel(): void;
}

export interface TranslatorClient {
  translate(request: ClientRequest): RunningRequest;
  /** Makes the process let go of its models. Nothing to do where no process runs. */
  unload(): Promise<void>;
  /** Ends the process and every request. */
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly startTranslator: StartTranslator;
  readonly log: (message: string) => void;
  /** How long nothing may be asked before the process is stopped. */
  readonly idleMs?: number;
  /** How long a request may go without a sign of life before the process is taken for dead. */
  readonly silenceMs?: number;
}

const defaultIdleMs = 5 * 60_000;
const defaultSilenceMs = 2 * 60_000;

interface PendingRequest {
  readonly onResults: ClientRequest['onResults'];
  readonly settle: (outcome: RequestOutcome) => void;
}

interface Running {
  readonly process: TranslatorProcess;
  readonly exited: Promise<void>;
  readonly pending: Map<number, PendingRequest>;
}

/** Starts no process yet. A request may be made again after its process died: that starts another. */
export function createTranslatorClient(options: ClientOptions): TranslatorClient {
  const { log } = options;
  let running: Running | null = null;
  let lastRequestId = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  /** Set anew at every sign of life: silence while something is asked is death, while nothing is, leisure. */
  function watch(): void {
    clearTimeout(timer);
    const watched = running;
    if (watched === null) {
      return;
    }
    const busy = watched.pending.size > 0;
    const waitMs = busy
      ? (options.silenceMs ?? defaultSilenceMs)
      : (options.idleMs ?? defaultIdleMs);
    timer = setTimeout(() => {
      if (busy) {
        log(`the translator has not been heard of for ${waitMs} ms; it is stopped`);
      }
      watched.process.kill();
    }, waitMs);
    timer.unref();
  }

  function start(): Running {
    const process = options.startTranslator();
    const pending = new Map<number, PendingRequest>();
    const exited = new Promise<void>((resolve) => {
      process.onExit((detail) => {
        if (running?.process === process) {
          running = null;
          clearTimeout(timer);
        }
        if (pending.size > 0) {
          log(`the translator ended: ${detail}`);
        }
        for (const request of pending.values()) {
          request.settle({ kind: 'crashed', detail });
        }
        pending.clear();
        resolve();
      });
    });
    process.onMessage((value) => {
      receive(process, pending, value);
      watch();
    });
    return { process, exited, pending };
  }

  function receive(
    process: TranslatorProcess,
    pending: Map<number, PendingRequest>,
    value: unknown,
  ): void {
    const message = readFromTranslator(value);
    if (message === null) {
      log('the translator sent something that is no message; it is stopped');
      process.kill();
      return;
    }
    switch (message.type) {
      case 'translated':
        pending.get(message.requestId)?.onResults(message.results);
        return;
      case 'finished':
        end(pending, message.requestId, { kind: message.outcome });
        return;
      case 'refused':
        end(pending, message.requestId, { kind: 'refused', detail: message.detail });
        return;
      case 'network-refused':
        log(`the translator was kept from the network (${message.address})`);
        return;
      case 'working':
        return;
    }
  }

  function end(
    pending: Map<number, PendingRequest>,
    requestId: number,
    outcome: RequestOutcome,
  ): void {
    pending.get(requestId)?.settle(outcome);
    pending.delete(requestId);
  }

  return {
    translate: ({ onResults, texts, ...what }) => {
      if (closed) {
        const outcome = { kind: 'crashed', detail: 'closed' } as const;
        return { outcome: Promise.resolve(outcome), cancel: () => undefined };
      }
      running ??= start();
      const { process, pending } = running;
      lastRequestId += 1;
      const requestId = lastRequestId;
      const outcome = new Promise<RequestOutcome>((resolve) => {
        pending.set(requestId, { onResults, settle: resolve });
      });
      process.send({ type: 'translate', requestId, ...what, texts: [...texts] });
      watch();
      return {
        outcome,
        cancel: () => {
          if (pending.has(requestId)) {
            process.send({ type: 'cancel', requestId });
          }
        },
      };
    },
    unload: async () => {
      if (running === null) {
        return;
      }
      const { process, pending } = running;
      lastRequestId += 1;
      const requestId = lastRequestId;
      await new Promise<void>((resolve) => {
        pending.set(requestId, { onResults: () => undefined, settle: () => resolve() });
        process.send({ type: 'unload', requestId });
        watch();
      });
    },
    close: async () => {
      closed = true;
      const last = running;
      last?.process.kill();
      await last?.exited;
    },
  };
}

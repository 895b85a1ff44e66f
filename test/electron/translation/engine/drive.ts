// Drives a translator in its own process by its messages, as the core does; and toy models for it.
import { join } from 'node:path';
import { afterEach, beforeAll, expect } from 'vitest';
import {
  type FromTranslator,
  readFromTranslator,
  type TextResult,
  type ToTranslator,
} from '../../../../electron/translation/engine/messages.ts';
import { startNodeTranslator } from '../../../../electron/translation/node-translator.node.ts';
import type { TranslatorProcess } from '../../../../electron/translation/translator-process.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';
import { type ToyOptions, writeToyMarian } from '../../../helpers/toy-marian.ts';

/** A folder of the test file's own. */
export const root = makeTemporaryFolder();
/** A toy that translates both ways. */
export const toy = join(root, 'toy');
let running: TranslatorProcess[] = [];
let requestId = 0;

beforeAll(() => writeToyMarian(toy));
afterEach(() => {
  for (const process of running) {
    process.kill();
  }
  running = [];
});

/** A toy that is made otherwise, in a folder of this name. */
export function toyWith(name: string, options: ToyOptions): string {
  const folder = join(root, name);
  writeToyMarian(folder, options);
  return folder;
}

export interface Driven {
  readonly messages: readonly FromTranslator[];
  readonly send: (message: unknown) => void;
  readonly until: (condition: () => boolean) => Promise<void>;
  readonly translate: (
    texts: readonly string[],
    options?: {
      readonly folder?: string;
      readonly version?: string;
      readonly channel?: string;
      readonly to?: 'vi' | 'en';
    },
  ) => Promise<readonly (TextResult | undefined)[]>;
}

/** Starts a translator; it is killed after the test. */
export function drive(): Driven {
  const process = startNodeTranslator();
  running.push(process);
  const messages: FromTranslator[] = [];
  const waiting = new Set<() => void>();
  const wakeAll = () => {
    for (const ask of waiting) {
      ask();
    }
  };
  process.onMessage((value) => {
    const message = readFromTranslator(value);
    if (message === null) {
      throw new Error(`no message: ${JSON.stringify(value)}`);
    }
    messages.push(message);
    wakeAll();
  });
  let exit: string | null = null;
  process.onExit((detail) => {
    exit = detail;
    wakeAll();
  });
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const ask = () => {
        if (condition()) {
          waiting.delete(ask);
          resolve();
        } else if (exit !== null) {
          reject(new Error(`the translator ended: ${exit}`));
        }
      };
      waiting.add(ask);
      ask();
    });
  const send = (message: unknown) => process.send(message as ToTranslator);
  return {
    messages,
    send,
    until,
    translate: async (texts, { folder = toy, version = '', channel, to = 'en' } = {}) => {
      requestId += 1;
      const id = requestId;
      const from = to === 'en' ? 'vi' : 'en';
      send({
        type: 'translate',
        requestId: id,
        folder,
        version,
        channel: channel === undefined ? null : { folder: channel, version: '' },
        from,
        to,
        texts,
      });
      const mine = () =>
        messages.filter((message) => 'requestId' in message && message.requestId === id);
      await until(() => mine().some(({ type }) => type === 'finished' || type === 'refused'));
      const results = mine().flatMap((message) =>
        message.type === 'translated' ? message.results : [],
      );
      expect(new Set(results.map(({ index }) => index)).size).toBe(results.length);
      return texts.map((_, index) => results.find((result) => result.index === index));
    },
  };
}

/** The texts of results; a failure in brackets. */
export function texts(results: readonly (TextResult | undefined)[]): readonly string[] {
  return results.map((result) =>
    result === undefined ? '(nothing)' : 'text' in result ? result.text : `(${result.failure})`,
  );
}

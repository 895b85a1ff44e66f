// The core's side of the translator's process: silence, nonsense and leisure.
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startNodeTranslator } from '../../../electron/translation/node-translator.node.ts';
import {
  type ClientOptions,
  createTranslatorClient,
  type RequestOutcome,
  type TranslatorClient,
} from '../../../electron/translation/translator-client.node.ts';
import type { StartTranslator } from '../../../electron/translation/translator-process.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { writeToyMarian } from '../../helpers/toy-marian.ts';

const folder = join(makeTemporaryFolder(), 'toy');
let client: TranslatorClient | null = null;

beforeAll(() => writeToyMarian(folder));
afterEach(() => client?.close());

function open(options: Partial<ClientOptions>): { readonly log: readonly string[] } {
  const log: string[] = [];
  client = createTranslatorClient({
    startTranslator: startNodeTranslator,
    log: (message) => log.push(message),
    ...options,
  });
  return { log };
}

async function ask(): Promise<{ readonly outcome: RequestOutcome; readonly said: string[] }> {
  const said: string[] = [];
  const request = client?.translate({
    folder,
    version: '',
    channel: null,
    from: 'vi',
    to: 'en',
    texts: ['hòa'],
    onResults: (results) =>
      said.push(...results.map((result) => ('text' in result ? result.text : result.failure))),
  });
  return { outcome: (await request?.outcome) ?? { kind: 'crashed', detail: 'none' }, said };
}

/** A real process whose first instance is not heard, or heard wrongly. */
function startDisturbed(disturb: (listener: (message: unknown) => void) => void): StartTranslator {
  let first = true;
  return () => {
    const process = startNodeTranslator();
    if (!first) {
      return process;
    }
    first = false;
    return { ...process, onMessage: disturb };
  };
}

describe('the client', () => {
  it('takes a process that is not heard of for dead, and starts another', async () => {
    const startTranslator = startDisturbed(() => undefined);
    const log: string[] = [];
    let silenceMs = 300;
    client = createTranslatorClient({
      startTranslator,
      log: (message) => log.push(message),
      get silenceMs() {
        return silenceMs;
      },
    });
    expect((await ask()).outcome.kind).toBe('crashed');
    expect(log.join()).toContain('300 ms');
    silenceMs = 60_000; // the second has to load a model
    expect(await ask()).toMatchObject({ outcome: { kind: 'done' }, said: ['peace'] });
  });

  it('stops a process that sends nonsense, and lives on', async () => {
    const startTranslator = startDisturbed((listener) => {
      setTimeout(() => listener({ type: 'translated', results: 'none' }), 10);
    });
    const { log } = open({ startTranslator });
    expect((await ask()).outcome.kind).toBe('crashed');
    expect(log.join()).toContain('no message');
    expect(await ask()).toMatchObject({ outcome: { kind: 'done' }, said: ['peace'] });
  });

  it('stops the process when nothing is asked, without a word, and starts it again', async () => {
    let starts = 0;
    let exits = 0;
    const { log } = open({
      idleMs: 50,
      startTranslator: () => {
        starts += 1;
        const process = startNodeTranslator();
        process.onExit(() => {
          exits += 1;
        });
        return process;
      },
    });
    await ask();
    while (exits === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect((await ask()).said).toEqual(['peace']);
    expect(starts).toBe(2);
    expect(log).toEqual([]);
  });

  it('says why a process cannot be started at all', async () => {
    open({
      startTranslator: () => {
        const process = startNodeTranslator();
        process.kill();
        return process;
      },
    });
    expect((await ask()).outcome).toEqual({
      kind: 'crashed',
      detail: expect.stringMatching(/^SIGKILL(: write EPIPE)?$/),
    });
  });

  it('answers after its end', async () => {
    open({});
    await client?.close();
    expect((await ask()).outcome.kind).toBe('crashed');
    await client?.unload();
  });
});

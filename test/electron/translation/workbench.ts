// What the tests of translation stand on: a real workspace file with documents, real model folders, the real
// translator in its own process, and a record of all that was said.
import { join } from 'node:path';
import type { EventName, Events } from '../../../electron/contract/contract.ts';
import type { Result } from '../../../electron/contract/result.ts';
import type { DocumentId, Language, SegmentId } from '../../../electron/corpus/document.ts';
import {
  type Database,
  openDatabase,
  openDatabaseForReading,
} from '../../../electron/storage/database.node.ts';
import type { TranslationProgress } from '../../../electron/translation/api.ts';
import type { DownloadProgress } from '../../../electron/translation/catalogue/api.ts';
import type { ToTranslator } from '../../../electron/translation/engine/messages.ts';
import type { JobId, Translation } from '../../../electron/translation/model.ts';
import { startNodeTranslator } from '../../../electron/translation/node-translator.node.ts';
import {
  createTranslationService,
  type TranslationContext,
  type TranslationService,
} from '../../../electron/translation/service.node.ts';
import type {
  StartTranslator,
  TranslatorProcess,
} from '../../../electron/translation/translator-process.ts';
import { unwrap } from '../../helpers/unwrap.ts';

export interface RecordedEvent {
  readonly name: EventName;
  readonly payload: Events[EventName];
}

export interface Workbench {
  readonly root: string;
  readonly builtIn: string;
  readonly added: string;
  readonly database: Database;
  readonly service: TranslationService;
  readonly log: readonly string[];
  readonly sent: readonly ToTranslator[];
  readonly received: readonly unknown[];
  /** How often a process was started. */
  readonly startCount: () => number;
  /** Kills the process that runs now. */
  readonly kill: () => void;
  /** Called for everything that is sent to the translator, just before: a process killed here never sees it. */
  onSend: ((message: ToTranslator) => void) | null;
  readonly translations: () => readonly Translation[];
  readonly progressOf: (jobId: JobId) => readonly TranslationProgress[];
  /** What was told of downloads, oldest first. */
  readonly downloads: () => readonly DownloadProgress[];
  /** Resolves when the condition holds, which is asked after every event. */
  readonly until: (condition: () => boolean) => Promise<void>;
  readonly ended: (jobId: JobId) => Promise<TranslationProgress>;
  /** Closes the service and the file, keeping the folder. */
  readonly close: () => Promise<void>;
}

/** The code of a result that is expected to be a failure. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'no failure' : result.error.code;
}

export interface WorkbenchOptions {
  readonly chooseModelPath?: (() => Promise<string | null>) | null;
  /** As beside another process that has the workspace. */
  readonly access?: 'reads' | 'writes';
  readonly downloads?: TranslationContext['downloads'];
}

/** Opens the workspace in a folder, as it was left or anew. */
export function openWorkbench(root: string, options: WorkbenchOptions = {}): Workbench {
  const file = join(root, 'workspace.sqlite');
  const open = options.access === 'reads' ? openDatabaseForReading : openDatabase;
  const database = unwrap(open(file));
  const builtIn = join(root, 'shipped');
  const added = join(root, 'models');
  const log: string[] = [];
  const events: RecordedEvent[] = [];
  const sent: ToTranslator[] = [];
  const received: unknown[] = [];
  const waiting = new Set<() => void>();
  let current: TranslatorProcess | null = null;
  let startCount = 0;
  const startTranslator: StartTranslator = () => {
    startCount += 1;
    const process = startNodeTranslator();
    current = process;
    process.onMessage((message) => received.push(message));
    return {
      ...process,
      send: (message) => {
        sent.push(message);
        bench.onSend?.(message);
        process.send(message);
      },
    };
  };
  const service = createTranslationService({
    database,
    emit: (name, payload) => {
      events.push({ name, payload });
      for (const ask of waiting) {
        ask();
      }
    },
    log: (message) => log.push(message),
    builtInFolder: builtIn,
    addedFolder: added,
    startTranslator,
    chooseModelPath: options.chooseModelPath ?? null,
    ...(options.downloads && { downloads: options.downloads }),
  });
  const payloads = <Name extends EventName>(name: Name): readonly Events[Name][] =>
    events.filter((event) => event.name === name).map((event) => event.payload as Events[Name]);
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const ask = () => {
        if (condition()) {
          waiting.delete(ask);
          resolve();
        }
      };
      waiting.add(ask);
      ask();
    });
  const progressOf = (jobId: JobId) =>
    payloads('translation.progress').filter((progress) => progress.jobId === jobId);
  const bench: Workbench = {
    root,
    builtIn,
    added,
    database,
    service,
    log,
    sent,
    received,
    startCount: () => startCount,
    kill: () => current?.kill(),
    onSend: null,
    translations: () =>
      payloads('translation.translated').flatMap(({ translations }) => translations),
    progressOf,
    downloads: () => payloads('translation.download'),
    until,
    ended: async (jobId) => {
      await until(() => progressOf(jobId).some(({ state }) => state !== 'running'));
      const last = progressOf(jobId).at(-1);
      if (last === undefined) {
        throw new Error('a job that never was');
      }
      return last;
    },
    close: async () => {
      await service.close();
      database.close();
    },
  };
  return bench;
}

/** Enters a document whose sentences are given, a paragraph each; gives their ids. */
export function enterDocument(
  database: Database,
  id: string,
  language: Language,
  sentences: readonly string[],
): { readonly documentId: DocumentId; readonly segmentIds: readonly SegmentId[] } {
  const text = sentences.join('\n');
  const segmentIds = sentences.map((_, index) => `${id}/${index}` as SegmentId);
  database.write((db) => {
    const position = db.all('SELECT id FROM documents').length;
    db.run(
      `INSERT INTO documents (id, position, title, language, source, source_file, source_sha256, reading_text)
        VALUES (?, ?, ?, ?, 'test', ?, '', ?)`,
      id,
      position,
      id,
      language,
      new Uint8Array(),
      text,
    );
    let start = 0;
    for (const [index, sentence] of sentences.entries()) {
      const end = start + sentence.length;
      db.run("INSERT INTO paragraphs VALUES (?, ?, 'body', 'text', ?, ?)", id, index, start, end);
      db.run(
        'INSERT INTO segments VALUES (?, ?, ?, ?, ?)',
        `${id}/${index}`,
        id,
        index,
        start,
        end,
      );
      start = end + 1;
    }
  });
  return { documentId: id as DocumentId, segmentIds };
}

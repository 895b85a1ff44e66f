// Plain lines through the program's own translator, with the models that ship or the one in a folder: for benchmarks.
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../electron/corpus/document.ts';
import { openDatabase } from '../../electron/storage/database.node.ts';
import { startNodeTranslator } from '../../electron/translation/node-translator.node.ts';
import { createTranslationService } from '../../electron/translation/service.node.ts';
import { unwrap } from '../helpers/unwrap.ts';

const shippedModels = fileURLToPath(new URL('../../resources/models', import.meta.url));

export interface LineTranslator {
  /** The models' names. */
  readonly names: readonly string[];
  /** As many lines as were given, or null where no model translates in this direction. */
  translate(lines: readonly string[], from: Language, to: Language): Promise<string[] | null>;
  close(): Promise<void>;
}

/** A translator with a memory of its own, empty at first. Null: the models that ship. Null where there is no model. */
export async function openLineTranslator(folder: string | null): Promise<LineTranslator | null> {
  if (folder !== null && !existsSync(join(folder, 'config.json'))) {
    return null;
  }
  const root = mkdtempSync(join(tmpdir(), 'song-hanh-bench-'));
  const named = join(root, 'named');
  mkdirSync(named);
  if (folder !== null) {
    // A model that translates one way is told by its folder's name.
    symlinkSync(resolve(folder), join(named, basename(resolve(folder))), 'junction');
  }
  const database = unwrap(openDatabase(join(root, 'workspace.sqlite')));
  const service = createTranslationService({
    database,
    emit: () => undefined,
    log: (words) => process.stderr.write(`${words}\n`),
    builtInFolder: folder === null ? shippedModels : named,
    addedFolder: join(root, 'models'),
    startTranslator: startNodeTranslator,
    chooseModelPath: null,
  });
  const close = async (): Promise<void> => {
    await service.close();
    database.close();
    rmSync(root, { recursive: true });
  };
  const models = unwrap(await service.handlers['translation.listModels']({}));
  const problem = models.find((model) => model.problem !== null)?.problem;
  if (problem) {
    await close();
    throw new Error(`${problem.code} ${JSON.stringify(problem.params)}`);
  }
  if (models.length === 0) {
    await close();
    return null;
  }
  return {
    names: models.map(({ name }) => name),
    translate: async (lines, from, to) =>
      models.some(({ inUse }) => inUse.some((way) => way.from === from && way.to === to))
        ? unwrap(await service.translateLines(lines, from, to, null)).map(({ text }) => text)
        : null,
    close,
  };
}

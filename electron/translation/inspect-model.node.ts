// Reads a model folder without loading it: its files, languages, size and fingerprint, or what is wrong with it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Failure, fail, type Result, succeed } from '../contract/result.ts';
import type { Direction } from './model.ts';
import { type ModelAbout, readAbout } from './model-about.ts';
import { type ChosenFiles, chooseModelFiles, isTextFile, textFileLimit } from './model-files.ts';
import { directionsOf } from './model-languages.ts';
import { modelNameOf } from './model-name.ts';

/** So much of a model card is read for its heading, and of about.json. */
const paperBytes = 64 * 2 ** 10;

export interface ModelFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly changedMs: number;
}

/** The regular files of a folder and of its `onnx` folder, by name relative to it; links are followed. */
export async function listModelFiles(folder: string): Promise<readonly ModelFile[]> {
  const files: ModelFile[] = [];
  for (const part of ['', 'onnx/']) {
    const names = await readdir(join(folder, part)).catch((error: unknown) => {
      if (part !== '' && error instanceof Error) {
        return []; // a folder without graphs lacks files, which is said by name
      }
      throw error;
    });
    for (const name of names) {
      const found = await stat(join(folder, part, name)).catch(() => null); // a link to nowhere is no file
      if (found?.isFile()) {
        files.push({ name: part + name, sizeBytes: found.size, changedMs: found.mtimeMs });
      }
    }
  }
  return files;
}

/** Changes whenever a file that matters is replaced; cheap, unlike the fingerprint. */
export function signatureOf(files: readonly ModelFile[], chosen: ChosenFiles): string {
  const listed = files
    .filter((file) => chosen.files.includes(file.name))
    .map((file) => [file.name, file.sizeBytes, file.changedMs].join('|'));
  return listed.sort().join('\n');
}

/**
 * SHA-256 in hexadecimal over the names and contents of the files that decide what a model says, in the order of
 * their names: for each its name, a zero byte, its length in bytes as decimal digits, a zero byte, its content.
 */
export async function fingerprintOf(folder: string, chosen: ChosenFiles): Promise<string> {
  const hash = createHash('sha256');
  for (const name of chosen.files) {
    const path = join(folder, name);
    hash.update(`${name}\0${(await stat(path)).size}\0`);
    await pipeline(createReadStream(path), async (chunks) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
      }
    });
  }
  return hash.digest('hex');
}

export interface ModelFacts {
  readonly files: readonly ModelFile[];
  readonly chosen: ChosenFiles;
  readonly directions: readonly Direction[];
  /** What the model calls itself, or null. */
  readonly name: string | null;
  readonly about: ModelAbout | null;
}

/** The facts of a folder. `model` is what failures call it. */
export async function inspectModel(folder: string, model: string): Promise<Result<ModelFacts>> {
  const files = await listModelFiles(folder);
  const choice = chooseModelFiles(files.map((file) => file.name));
  if (!choice.complete) {
    return fail('model-file-missing', { model, file: choice.missing });
  }
  const { chosen } = choice;
  const tooLarge = files.find(
    (file) =>
      chosen.files.includes(file.name) && isTextFile(file.name) && file.sizeBytes > textFileLimit,
  );
  if (tooLarge !== undefined) {
    return fail('model-file-unreadable', { model, file: tooLarge.name });
  }
  const config = await readJson(folder, 'config.json', model);
  const tokenizerConfig = await readJson(folder, 'tokenizer_config.json', model);
  const tokenizer = await readText(folder, 'tokenizer.json', model);
  for (const read of [config, tokenizerConfig, tokenizer]) {
    if (!read.ok) {
      return read;
    }
  }
  if (!config.ok || !tokenizerConfig.ok || !tokenizer.ok) {
    throw new Error('a failure was passed over');
  }
  const kind = config.value['model_type'];
  if (kind !== 'marian') {
    return fail('model-kind-unknown', { model, kind: String(kind) });
  }
  const directions = directionsOf({
    asksForEnglish: tokenizer.value.includes('">>eng<<"'),
    asksForVietnamese: tokenizer.value.includes('">>vie<<"'),
    sourceLanguage: tokenizerConfig.value['source_lang'],
    targetLanguage: tokenizerConfig.value['target_lang'],
    names: [model, String(config.value['_name_or_path'] ?? '')],
  });
  if (directions.length === 0) {
    return fail('model-languages-unknown', { model });
  }
  const about = readAbout(await readPaper(folder, chosen, 'about.json'));
  const card = await readPaper(folder, chosen, 'MODEL_CARD.md');
  const name = modelNameOf([config.value['model_name'], about?.name], card);
  return succeed({ files, chosen, directions, name, about });
}

/** The beginning of a paper; empty where there is none, or none that can be read: it does not matter enough. */
async function readPaper(folder: string, { papers }: ChosenFiles, paper: string): Promise<string> {
  if (!papers.includes(paper)) {
    return '';
  }
  const beginning = createReadStream(join(folder, paper), { end: paperBytes - 1 });
  return textOf(beginning).catch(() => '');
}

async function readText(folder: string, file: string, model: string): Promise<Result<string>> {
  try {
    const bytes = await readFile(join(folder, file));
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return unreadable(error, file, model);
  }
}

async function readJson(
  folder: string,
  file: string,
  model: string,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const text = await readText(folder, file, model);
  if (!text.ok) {
    return text;
  }
  try {
    const value: unknown = JSON.parse(text.value);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? succeed({ ...value })
      : fail('model-file-unreadable', { model, file });
  } catch (error) {
    return unreadable(error, file, model);
  }
}

/** Not a bug of ours: the file is not JSON, not UTF-8, or may not be read. */
function unreadable(
  error: unknown,
  file: string,
  model: string,
): { readonly ok: false; readonly error: Failure } {
  if (error instanceof Error) {
    return fail('model-file-unreadable', { model, file });
  }
  throw error;
}

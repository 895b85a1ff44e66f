// A catalogue of toy models on a test's own server.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CatalogueFile,
  CatalogueModel,
} from '../../../../electron/translation/catalogue/catalogue.ts';
import type { ModelId } from '../../../../electron/translation/model.ts';

export const graph = 'onnx/decoder_model_merged_quantized.onnx';
export const tokenizer = 'tokenizer.json';

const names = [
  'config.json',
  'tokenizer_config.json',
  tokenizer,
  'onnx/encoder_model_quantized.onnx',
  graph,
];

export interface ToyEntry {
  readonly id?: string;
  /** Files whose hash the catalogue does not give. */
  readonly unhashed?: readonly string[];
  /** What the catalogue says of files, right or wrong. */
  readonly files?: Readonly<Record<string, Partial<CatalogueFile>>>;
  readonly hosts?: readonly string[];
}

/** An entry for the toy model in a folder that a server gives out at `origin/files/`. */
export function toyEntry(folder: string, origin: string, changes: ToyEntry = {}): CatalogueModel {
  return {
    id: (changes.id ?? 'toy-public') as ModelId,
    name: 'Toy, public',
    publisher: 'The tests',
    directions: [
      { from: 'vi', to: 'en' },
      { from: 'en', to: 'vi' },
    ],
    licence: { name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    page: 'https://models.invalid/toy',
    revision: '0123456789abcdef',
    hosts: [...(changes.hosts ?? ['models.invalid'])],
    scores: [{ set: 'toy-set', from: 'vi', to: 'en', chrF: 12.3, BLEU: null }],
    limits: { en: ['It knows few words.'], vi: ['Mô hình biết ít từ.'] },
    files: names.map((name) => {
      const content = readFileSync(join(folder, name));
      return {
        name,
        url: `${origin}/files/${name}`,
        sizeBytes: content.length,
        sha256: changes.unhashed?.includes(name)
          ? null
          : createHash('sha256').update(content).digest('hex'),
        ...changes.files?.[name],
      };
    }),
  };
}

export function writeCatalogue(file: string, ...models: readonly CatalogueModel[]): void {
  writeFileSync(file, JSON.stringify({ models }));
}

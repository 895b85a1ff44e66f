// The catalogue that ships: complete, pinned, within its own rules, and as the panel needs it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  CatalogueSchema,
  isListedHost,
  sizeOf,
} from '../../../../electron/translation/catalogue/catalogue.ts';
import { readCatalogue } from '../../../../electron/translation/catalogue/read-catalogue.node.ts';
import { chooseModelFiles } from '../../../../electron/translation/model-files.ts';
import { directionsOf } from '../../../../electron/translation/model-languages.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';
import { resourcesFolder } from '../../../helpers/test-workspace.ts';

const file = join(resourcesFolder, 'models/catalogue.json');
const { models } = v.parse(CatalogueSchema, JSON.parse(readFileSync(file, 'utf8')));

describe('the catalogue that ships', () => {
  it('has OPUS-MT both ways', () => {
    expect(models.map(({ id, directions }) => [id, directions])).toEqual([
      ['opus-mt-vi-en', [{ from: 'vi', to: 'en' }]],
      ['opus-mt-en-vi', [{ from: 'en', to: 'vi' }]],
    ]);
  });

  test.each(models.map((model) => [model.id, model] as const))(
    '%s is whole, and each address is of its revision and of a host that it names',
    (_id, model) => {
      expect(chooseModelFiles(model.files.map(({ name }) => name)).complete).toBe(true);
      expect(model.revision).toMatch(/^[0-9a-f]{40}$/);
      for (const { url, name } of model.files) {
        const { protocol, hostname, pathname } = new URL(url);
        expect(protocol).toBe('https:');
        expect(isListedHost(hostname, model.hosts)).toBe(true);
        expect(pathname.endsWith(`/resolve/${model.revision}/${name}`)).toBe(true);
      }
      expect(sizeOf(model)).toBeGreaterThan(100e6);
      expect(sizeOf(model)).toBeLessThan(110e6);
    },
  );

  it('gives its models folders whose names tell their languages', () => {
    for (const { id, directions } of models) {
      const unsaid = { asksForEnglish: false, asksForVietnamese: false };
      const clues = { ...unsaid, sourceLanguage: null, targetLanguage: null, names: [id] };
      expect(directionsOf(clues)).toEqual(directions);
    }
  });

  it('says the same number of things in both languages', () => {
    for (const { limits } of models) {
      expect(limits.vi.length).toBe(limits.en.length);
      expect(limits.en.length).toBeGreaterThan(0);
    }
  });
});

describe('a catalogue that is damaged', () => {
  it.each([
    ['{"models": [', 'half of it'],
    ['{"models": [{"id": "../up"}]}', 'a name that leads elsewhere'],
    [
      readFileSync(file, 'utf8').replace('"onnx/encoder_model_quantized.onnx"', '"onnx/../../x.y"'),
      'a file that leads elsewhere',
    ],
    [
      readFileSync(file, 'utf8').replace('"config.json"', '"About.json"'),
      'a file that the program writes itself',
    ],
  ])('is no catalogue, and the log says so', async (text) => {
    const damaged = join(makeTemporaryFolder(), 'catalogue.json');
    writeFileSync(damaged, text);
    const log: string[] = [];
    expect(await readCatalogue(damaged, (message) => log.push(message))).toBeNull();
    expect(log).toHaveLength(1);
    expect(await readCatalogue(join(damaged, 'gone'), (message) => log.push(message))).toBeNull();
    expect(log).toHaveLength(2);
  });
});

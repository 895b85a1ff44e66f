// Reads the catalogue that ships. A damaged one keeps nobody from translating.
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type CatalogueModel, CatalogueSchema } from './catalogue.ts';

/** The models of a catalogue file; null, and a line in the log, where it cannot be read. */
export async function readCatalogue(
  file: string,
  log: (message: string) => void,
): Promise<readonly CatalogueModel[] | null> {
  try {
    return v.parse(CatalogueSchema, JSON.parse(await readFile(file, 'utf8'))).models;
  } catch (error) {
    log(`the catalogue of models could not be read: ${error}`);
    return null;
  }
}

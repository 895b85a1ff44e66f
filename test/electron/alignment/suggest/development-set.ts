// The development set of suggestions: pairs of texts that share a subject, with the passages that answer each other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PassageSource } from '../../../../electron/alignment/suggest/passage.ts';
import { sourcesOf } from '../../../../electron/alignment/suggest/sources.ts';
import { deriveText } from '../../../../electron/corpus/derive.ts';
import { DocumentIdSchema, type Language } from '../../../../electron/corpus/document.ts';

const root = join(import.meta.dirname, '../../../..');
const folder = join(root, 'test/fixtures/suggestions');
const corpus = join(root, 'resources/corpus');

const GoldSchema = v.strictObject({
  set: v.picklist(['tune', 'report']),
  links: v.array(
    v.tuple([v.array(v.number()), v.array(v.number()), v.picklist(['strong', 'clear', 'weak'])]),
  ),
});

/** How surely two sentences answer each other; `weak` counts neither as right nor as wrong. */
export type Strength = 'strong' | 'clear' | 'weak';

export interface DevelopmentPair {
  readonly name: string;
  readonly set: 'tune' | 'report';
  /** Whether it is of the shipped corpus. */
  readonly isCorpus: boolean;
  readonly vi: readonly PassageSource[];
  readonly en: readonly PassageSource[];
  /** By `vi id|en id`. */
  readonly gold: ReadonlyMap<string, Strength>;
}

/** All pairs, by name. */
export function readDevelopmentSet(): readonly DevelopmentPair[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => readPair(file.slice(0, -'.gold.json'.length)));
}

function readPair(name: string): DevelopmentPair {
  const isCorpus = name.includes('--');
  const [viId = '', enId = ''] = isCorpus ? name.split('--') : [`${name}-vi`, `${name}-en`];
  const gold = v.parse(
    GoldSchema,
    JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')),
  );
  const strengths = new Map<string, Strength>();
  for (const [vi, en, strength] of gold.links) {
    for (const viNumber of vi) {
      for (const enNumber of en) {
        strengths.set(`${viId}/${viNumber}|${enId}/${enNumber}`, strength);
      }
    }
  }
  const read = (id: string, language: Language) =>
    readSources(
      isCorpus ? join(corpus, `${id}.${language}.txt`) : join(folder, `${name}.${language}.txt`),
      id,
      language,
    );
  return {
    name,
    set: gold.set,
    isCorpus,
    vi: read(viId, 'vi'),
    en: read(enId, 'en'),
    gold: strengths,
  };
}

/** The sentences of a text file, cut and marked as the program does when a text comes in. */
export function readSources(
  file: string,
  id: string,
  language: Language,
): readonly PassageSource[] {
  return sourcesOf(deriveText(readFileSync(file, 'utf8'), v.parse(DocumentIdSchema, id), language));
}

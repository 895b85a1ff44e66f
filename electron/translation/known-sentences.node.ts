// Sentences by the hash of their text, and what a model has made of them before.
import { createHash } from 'node:crypto';
import type { Language } from '../corpus/document.ts';
import type { ReadDb } from '../storage/database.node.ts';
import { engineEdition } from './engine/edition.ts';
import type { InstalledModel } from './models.node.ts';
import type { Sentence } from './queue.ts';
import { findTranslations, type StoredTranslation } from './store.node.ts';

/** A text as the queue knows it: its key is SHA-256 of the text, in hexadecimal. */
export function sentenceOf(text: string): Sentence {
  return { key: createHash('sha256').update(text.toWellFormed()).digest('hex'), text };
}

/** What this model, with this edition of the translator, has made of these sentences, by their keys. */
export function findKnown(
  db: ReadDb,
  sentences: readonly Sentence[],
  model: InstalledModel,
  from: Language,
  to: Language,
): ReadonlyMap<string, StoredTranslation> {
  const found = findTranslations(db, {
    sourceHashes: sentences.map(({ key }) => key),
    from,
    to,
    fingerprints: [model.summary.fingerprint],
    engine: engineEdition,
  });
  return new Map(found.map((made) => [made.sourceHash, made]));
}

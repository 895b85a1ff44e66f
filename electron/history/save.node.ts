// Writes back to the workspace what edits changed.
import type { AlignmentId } from '../alignment/alignment.ts';
import { deleteLink, putLink } from '../alignment/link-store.node.ts';
import { deletePhrase, putPhrase } from '../alignment/phrase-store.node.ts';
import { deleteSnapshot, putSnapshot } from '../alignment/snapshot-store.node.ts';
import { deleteAlignment, noteUse, putAlignment } from '../alignment/store.node.ts';
import { deleteAnnotation, putAnnotation } from '../annotation/store.node.ts';
import { updateDocumentText } from '../corpus/store.node.ts';
import type { WriteDb } from '../storage/database.node.ts';
import type { EditState } from './state.ts';

/**
 * Writes what differs between two states, the first of which `loadState` read in the same transaction, and notes which
 * alignments changed. `now` is ISO 8601, UTC.
 */
export function saveState(db: WriteDb, before: EditState, after: EditState, now: string): void {
  // Until the transaction ends, links may name sentences that are gone already or not there yet.
  db.run('PRAGMA defer_foreign_keys = ON');
  const alignments = differences(before.alignments, after.alignments);
  const links = differences(before.links, after.links);
  const phrases = differences(before.phrases, after.phrases);
  const snapshots = differences(before.snapshots, after.snapshots);
  const annotations = differences(before.annotations, after.annotations);
  for (const [, alignment] of alignments.put) {
    putAlignment(db, alignment);
  }
  for (const [id, document] of differences(before.documents, after.documents).put) {
    updateDocumentText(db, id, before.documents.get(id) ?? document, document);
  }
  for (const [id] of links.gone) {
    deleteLink(db, id);
  }
  for (const [, link] of links.put) {
    putLink(db, link);
  }
  for (const [id] of phrases.gone) {
    deletePhrase(db, id);
  }
  for (const [, phrase] of phrases.put) {
    putPhrase(db, phrase);
  }
  for (const [id] of snapshots.gone) {
    deleteSnapshot(db, id);
  }
  for (const [, snapshot] of snapshots.put) {
    putSnapshot(db, snapshot);
  }
  for (const [id] of annotations.gone) {
    deleteAnnotation(db, id);
  }
  for (const [, annotation] of annotations.put) {
    putAnnotation(db, annotation);
  }
  for (const [id] of alignments.gone) {
    deleteAlignment(db, id);
  }
  const changed = new Set<AlignmentId>(alignments.put.map(([id]) => id));
  for (const [, { alignmentId }] of [
    ...links.put,
    ...links.gone,
    ...phrases.put,
    ...phrases.gone,
  ]) {
    changed.add(alignmentId);
  }
  for (const id of changed) {
    if (after.alignments.has(id)) {
      noteUse(db, id, 'changed', now);
    }
  }
}

interface Differences<Key, Value> {
  /** What is new or another than before. */
  readonly put: readonly (readonly [Key, Value])[];
  /** What is no longer, as it was. */
  readonly gone: readonly (readonly [Key, Value])[];
}

function differences<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): Differences<Key, Value> {
  return {
    put: [...after].filter(([key, value]) => before.get(key) !== value),
    gone: [...before].filter(([key]) => !after.has(key)),
  };
}

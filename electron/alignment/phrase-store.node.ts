// The tables phrases and phrase_spans.
import * as v from 'valibot';
import type { DocumentId } from '../corpus/document.ts';
import type { ReadDb, Row, WriteDb } from '../storage/database.node.ts';
import type { AlignmentId } from './alignment.ts';
import { type PhraseId, type PhraseLink, PhraseLinkSchema } from './phrase.ts';

/** Those of these phrase links that exist. */
export function findPhrases(
  db: ReadDb,
  ids: readonly PhraseId[],
): ReadonlyMap<PhraseId, PhraseLink> {
  const phrases = select(db, 'id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
  return new Map(phrases.map((phrase) => [phrase.id, phrase]));
}

/** The phrase links of these alignments, oldest first. */
export function findPhrasesOfAlignments(
  db: ReadDb,
  ids: readonly AlignmentId[],
): readonly PhraseLink[] {
  return select(db, 'alignment_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
}

/** The phrase links that have a span in one of these documents, over all alignments, oldest first. */
export function findPhrasesOfDocuments(
  db: ReadDb,
  ids: readonly DocumentId[],
): readonly PhraseLink[] {
  return select(
    db,
    `id IN (SELECT phrase_id FROM phrase_spans
      WHERE document_id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(ids),
  );
}

/** Enters a phrase link or replaces it. History alone calls this. */
export function putPhrase(db: WriteDb, phrase: PhraseLink): void {
  db.run(
    `INSERT INTO phrases (id, alignment_id, origin, created_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET alignment_id = excluded.alignment_id,
        origin = excluded.origin, created_at = excluded.created_at`,
    phrase.id,
    phrase.alignmentId,
    phrase.origin,
    phrase.createdAt,
  );
  db.run('DELETE FROM phrase_spans WHERE phrase_id = ?', phrase.id);
  for (const [side, { documentId, position, quote }] of phrase.spans.entries()) {
    db.run(
      `INSERT INTO phrase_spans
        (phrase_id, side, document_id, start_offset, end_offset, exact, prefix, suffix)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      phrase.id,
      side,
      documentId,
      position.start,
      position.end,
      quote.exact,
      quote.prefix,
      quote.suffix,
    );
  }
}

/** Removes a phrase link; harmless where there is none. History alone calls this. */
export function deletePhrase(db: WriteDb, id: PhraseId): void {
  db.run('DELETE FROM phrases WHERE id = ?', id);
}

function select(db: ReadDb, condition: string, parameter: string): readonly PhraseLink[] {
  const spans = Map.groupBy(
    db.all(
      `SELECT s.* FROM phrase_spans s JOIN phrases ON id = phrase_id WHERE ${condition}
        ORDER BY phrase_id, side`,
      parameter,
    ),
    (row) => row['phrase_id'],
  );
  return db
    .all(`SELECT * FROM phrases WHERE ${condition} ORDER BY created_at, id`, parameter)
    .map((row) =>
      v.parse(PhraseLinkSchema, {
        id: row['id'],
        alignmentId: row['alignment_id'],
        spans: (spans.get(row['id'] ?? null) ?? []).map(spanOf),
        origin: row['origin'],
        createdAt: row['created_at'],
      }),
    );
}

function spanOf(row: Row): unknown {
  return {
    type: 'span',
    documentId: row['document_id'],
    quote: { exact: row['exact'], prefix: row['prefix'], suffix: row['suffix'] },
    position: { start: row['start_offset'], end: row['end_offset'] },
  };
}

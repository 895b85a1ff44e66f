// The tables alignments and alignment_use.
import * as v from 'valibot';
import type { DocumentId } from '../corpus/document.ts';
import type { ReadDb, Row, WriteDb } from '../storage/database.node.ts';
import {
  type Alignment,
  type AlignmentCounts,
  type AlignmentHead,
  AlignmentHeadSchema,
  type AlignmentId,
  type AlignmentSummary,
} from './alignment.ts';
import { findLinksOfAlignments } from './link-store.node.ts';
import { findPhrasesOfAlignments } from './phrase-store.node.ts';
import { doubtThreshold } from './review.ts';

const headColumns = 'id, first_document_id, second_document_id, name, origin, kind, created_at';

/** The alignments of two documents in the alignments' own order, oldest first. */
export function listAlignments(
  db: ReadDb,
  documentIds: readonly [DocumentId, DocumentId],
): readonly AlignmentHead[] {
  return db
    .all(
      `SELECT ${headColumns} FROM alignments
        WHERE first_document_id = ? AND second_document_id = ? ORDER BY created_at, id`,
      ...documentIds,
    )
    .map(headOf);
}

/** Those of these alignments that exist, without what they hold. */
export function findAlignments(
  db: ReadDb,
  ids: readonly AlignmentId[],
): ReadonlyMap<AlignmentId, AlignmentHead> {
  const rows = db.all(
    `SELECT ${headColumns} FROM alignments WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(headOf).map((head) => [head.id, head]));
}

/** An alignment with all that it holds, or undefined where there is none of that id. */
export function findAlignment(db: ReadDb, id: AlignmentId): Alignment | undefined {
  const head = findAlignments(db, [id]).get(id);
  return (
    head && {
      ...head,
      links: findLinksOfAlignments(db, [id]),
      phrases: findPhrasesOfAlignments(db, [id]),
    }
  );
}

/** Of two documents' alignments the one shown last, else the oldest; undefined where there is none. */
export function findShownAlignment(
  db: ReadDb,
  documentIds: readonly [DocumentId, DocumentId],
): AlignmentHead | undefined {
  const row = db.get(
    `SELECT ${headColumns} FROM alignments LEFT JOIN alignment_use ON alignment_id = id
      WHERE first_document_id = ? AND second_document_id = ?
      ORDER BY shown_at DESC NULLS LAST, created_at, id LIMIT 1`,
    ...documentIds,
  );
  return row && headOf(row);
}

/** The alignments of two documents as a list shows them, oldest first. */
export function summariseAlignments(
  db: ReadDb,
  documentIds: readonly [DocumentId, DocumentId],
): readonly AlignmentSummary[] {
  const shown = findShownAlignment(db, documentIds)?.id;
  return listAlignments(db, documentIds).map((head) => {
    const row = db.get(
      `SELECT (SELECT count(*) FROM phrases WHERE alignment_id = a.id) AS phrase_count,
          coalesce(u.changed_at,
            (SELECT max(created_at) FROM links WHERE alignment_id = a.id), a.created_at) AS updated_at
        FROM alignments a LEFT JOIN alignment_use u ON u.alignment_id = a.id WHERE a.id = ?`,
      head.id,
    );
    return {
      ...head,
      counts: countLinks(db, head),
      phraseCount: Number(row?.['phrase_count']),
      updatedAt: String(row?.['updated_at']),
      shown: head.id === shown,
    };
  });
}

function countLinks(db: ReadDb, { id, documentIds }: AlignmentHead): AlignmentCounts {
  const row = db.get(
    `SELECT count(*) AS links, total(status = 'confirmed') AS confirmed,
        total(status = 'suggested') AS suggested, total(status = 'rejected') AS rejected,
        total(locked) AS locked
      FROM links WHERE alignment_id = ?`,
    id,
  );
  const count = (name: string): number => Number(row?.[name]);
  const unlinked = (documentId: DocumentId): number =>
    Number(
      db.get(
        `SELECT count(*) AS count FROM segments JOIN paragraphs USING (document_id, paragraph_index)
          WHERE document_id = ? AND part = 'body' AND id NOT IN (
            SELECT segment_id FROM link_segments JOIN links ON links.id = link_id
              WHERE alignment_id = ?
                AND (status = 'confirmed' OR (status = 'suggested' AND confidence >= ?)))`,
        documentId,
        id,
        doubtThreshold,
      )?.['count'],
    );
  return {
    links: count('links'),
    confirmed: count('confirmed'),
    suggested: count('suggested'),
    rejected: count('rejected'),
    locked: count('locked'),
    unlinked: [unlinked(documentIds[0]), unlinked(documentIds[1])],
  };
}

/** Enters an alignment or replaces its head. History calls this, and whoever opens a pair for the first time. */
export function putAlignment(db: WriteDb, alignment: AlignmentHead): void {
  db.run(
    `INSERT INTO alignments (id, first_document_id, second_document_id, name, origin, kind, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET first_document_id = excluded.first_document_id,
        second_document_id = excluded.second_document_id, name = excluded.name,
        origin = excluded.origin, kind = excluded.kind, created_at = excluded.created_at`,
    alignment.id,
    ...alignment.documentIds,
    alignment.name,
    alignment.origin,
    alignment.kind,
    alignment.createdAt,
  );
}

/** Removes an alignment with whatever it holds; harmless where there is none. History alone calls this. */
export function deleteAlignment(db: WriteDb, id: AlignmentId): void {
  db.run('DELETE FROM alignments WHERE id = ?', id);
}

/** Notes that an alignment was shown, or that it was changed. `at` is ISO 8601, UTC. */
export function noteUse(db: WriteDb, id: AlignmentId, what: 'shown' | 'changed', at: string): void {
  const column = what === 'shown' ? 'shown_at' : 'changed_at';
  db.run(
    `INSERT INTO alignment_use (alignment_id, ${column}) VALUES (?, ?)
      ON CONFLICT (alignment_id) DO UPDATE SET ${column} = excluded.${column}`,
    id,
    at,
  );
}

function headOf(row: Row): AlignmentHead {
  return v.parse(AlignmentHeadSchema, {
    id: row['id'],
    documentIds: [row['first_document_id'], row['second_document_id']],
    name: row['name'],
    origin: row['origin'],
    kind: row['kind'],
    createdAt: row['created_at'],
  });
}

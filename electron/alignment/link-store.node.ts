// The tables links and link_segments.
import * as v from 'valibot';
import type { DocumentId, SegmentId } from '../corpus/document.ts';
import type { ReadDb, Row, WriteDb } from '../storage/database.node.ts';
import { type AlignmentId, type Link, type LinkId, LinkSchema } from './alignment.ts';

const linkColumns = `
  links.id, links.alignment_id, links.status, links.origin, links.confidence, links.reasons,
  links.locked, links.comment, links.created_at, alignments.first_document_id,
  alignments.second_document_id,
  (SELECT json_group_array(segment_id ORDER BY ordinal) FROM link_segments
    WHERE link_id = links.id AND side = 0) AS first_segment_ids,
  (SELECT json_group_array(segment_id ORDER BY ordinal) FROM link_segments
    WHERE link_id = links.id AND side = 1) AS second_segment_ids
  FROM links JOIN alignments ON alignments.id = links.alignment_id`;

/** Those of these links that exist. */
export function findLinks(db: ReadDb, ids: readonly LinkId[]): ReadonlyMap<LinkId, Link> {
  const rows = db.all(
    `SELECT ${linkColumns} WHERE links.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(linkOf).map((link) => [link.id, link]));
}

/** The links of these alignments, oldest first. */
export function findLinksOfAlignments(db: ReadDb, ids: readonly AlignmentId[]): readonly Link[] {
  return db
    .all(
      `SELECT ${linkColumns} WHERE alignment_id IN (SELECT value FROM json_each(?))
        ORDER BY links.created_at, links.id`,
      JSON.stringify(ids),
    )
    .map(linkOf);
}

/** Every link that has a side in a document, over all its alignments, oldest first. */
export function findLinksOfDocument(db: ReadDb, documentId: DocumentId): readonly Link[] {
  return db
    .all(
      `SELECT ${linkColumns} WHERE ? IN (first_document_id, second_document_id)
        ORDER BY links.created_at, links.id`,
      documentId,
    )
    .map(linkOf);
}

/** The links that name one of these sentences, in any alignment. */
export function findLinksOfSegments(db: ReadDb, segmentIds: readonly SegmentId[]): readonly Link[] {
  return db
    .all(
      `SELECT ${linkColumns} WHERE links.id IN (
        SELECT link_id FROM link_segments WHERE segment_id IN (SELECT value FROM json_each(?)))`,
      JSON.stringify(segmentIds),
    )
    .map(linkOf);
}

/** Enters a link or replaces it. History alone calls this. */
export function putLink(db: WriteDb, link: Link): void {
  db.run(
    `INSERT INTO links (id, alignment_id, status, origin, confidence, reasons, locked, comment,
        created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET alignment_id = excluded.alignment_id, status = excluded.status,
        origin = excluded.origin, confidence = excluded.confidence, reasons = excluded.reasons,
        locked = excluded.locked, comment = excluded.comment, created_at = excluded.created_at`,
    link.id,
    link.alignmentId,
    link.status,
    link.origin,
    link.confidence,
    JSON.stringify(link.reasons),
    link.locked ? 1 : 0,
    link.comment,
    link.createdAt,
  );
  db.run('DELETE FROM link_segments WHERE link_id = ?', link.id);
  for (const [side, { segmentIds }] of link.sides.entries()) {
    for (const [ordinal, segmentId] of segmentIds.entries()) {
      db.run(
        'INSERT INTO link_segments (link_id, side, ordinal, segment_id) VALUES (?, ?, ?, ?)',
        link.id,
        side,
        ordinal,
        segmentId,
      );
    }
  }
}

/** Removes a link; harmless where there is none. History alone calls this. */
export function deleteLink(db: WriteDb, id: LinkId): void {
  db.run('DELETE FROM links WHERE id = ?', id);
}

function linkOf(row: Row): Link {
  return v.parse(LinkSchema, {
    id: row['id'],
    alignmentId: row['alignment_id'],
    sides: [
      {
        documentId: row['first_document_id'],
        segmentIds: JSON.parse(String(row['first_segment_ids'])),
      },
      {
        documentId: row['second_document_id'],
        segmentIds: JSON.parse(String(row['second_segment_ids'])),
      },
    ],
    status: row['status'],
    origin: row['origin'],
    confidence: row['confidence'],
    reasons: JSON.parse(String(row['reasons'])),
    locked: row['locked'] === 1,
    comment: row['comment'],
    createdAt: row['created_at'],
  });
}

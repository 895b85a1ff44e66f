// The table snapshots.
import * as v from 'valibot';
import type { ReadDb, Row, WriteDb } from '../storage/database.node.ts';
import type { AlignmentId } from './alignment.ts';
import {
  type KeptSnapshot,
  KeptSnapshotSchema,
  SnapshotHeadSchema,
  type SnapshotId,
  type SnapshotSummary,
} from './snapshot.ts';

/** The snapshots of an alignment, oldest first, without what they hold. */
export function listSnapshots(db: ReadDb, alignmentId: AlignmentId): readonly SnapshotSummary[] {
  return db
    .all(
      `SELECT id, alignment_id, name, created_at,
          (SELECT count(*) FROM json_each(content, '$.links')
            WHERE json_extract(value, '$.status') <> 'rejected') AS link_count
        FROM snapshots WHERE alignment_id = ? ORDER BY created_at, id`,
      alignmentId,
    )
    .map((row) => ({
      ...v.parse(SnapshotHeadSchema, headOf(row)),
      linkCount: Number(row['link_count']),
    }));
}

/** Those of these snapshots that exist. */
export function findSnapshots(
  db: ReadDb,
  ids: readonly SnapshotId[],
): ReadonlyMap<SnapshotId, KeptSnapshot> {
  const rows = db.all(
    'SELECT * FROM snapshots WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map(snapshotOf).map((snapshot) => [snapshot.id, snapshot]));
}

/** The snapshots of these alignments, with what they hold. */
export function findSnapshotsOfAlignments(
  db: ReadDb,
  ids: readonly AlignmentId[],
): readonly KeptSnapshot[] {
  return db
    .all(
      'SELECT * FROM snapshots WHERE alignment_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    .map(snapshotOf);
}

/** Enters a snapshot or replaces it. History alone calls this. */
export function putSnapshot(db: WriteDb, snapshot: KeptSnapshot): void {
  db.run(
    `INSERT INTO snapshots (id, alignment_id, name, created_at, content) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET alignment_id = excluded.alignment_id, name = excluded.name,
        created_at = excluded.created_at, content = excluded.content`,
    snapshot.id,
    snapshot.alignmentId,
    snapshot.name,
    snapshot.createdAt,
    snapshot.content,
  );
}

/** Removes a snapshot; harmless where there is none. History alone calls this. */
export function deleteSnapshot(db: WriteDb, id: SnapshotId): void {
  db.run('DELETE FROM snapshots WHERE id = ?', id);
}

function headOf(row: Row): unknown {
  return {
    id: row['id'],
    alignmentId: row['alignment_id'],
    name: row['name'],
    createdAt: row['created_at'],
  };
}

function snapshotOf(row: Row): KeptSnapshot {
  return v.parse(KeptSnapshotSchema, {
    id: row['id'],
    alignmentId: row['alignment_id'],
    name: row['name'],
    createdAt: row['created_at'],
    content: row['content'],
  });
}

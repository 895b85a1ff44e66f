// The tables annotations and annotation_targets.
import * as v from 'valibot';
import type { LinkId } from '../alignment/alignment.ts';
import type { DocumentId } from '../corpus/document.ts';
import type { ReadDb, Row, WriteDb } from '../storage/database.node.ts';
import { type Annotation, type AnnotationId, AnnotationSchema, type Target } from './annotation.ts';

/** Every annotation of the workspace, oldest first. */
export function listAnnotations(db: ReadDb): readonly Annotation[] {
  return join(
    db.all('SELECT * FROM annotations ORDER BY created_at, id'),
    db.all('SELECT * FROM annotation_targets ORDER BY annotation_id, ordinal'),
  );
}

/** Those of these annotations that exist. */
export function findAnnotations(
  db: ReadDb,
  ids: readonly AnnotationId[],
): ReadonlyMap<AnnotationId, Annotation> {
  return select(db, 'SELECT value FROM json_each(?)', ids);
}

/** The annotations that have words of one of these documents among their targets. */
export function findAnnotationsOfDocuments(
  db: ReadDb,
  ids: readonly DocumentId[],
): ReadonlyMap<AnnotationId, Annotation> {
  return select(
    db,
    `SELECT annotation_id FROM annotation_targets
      WHERE document_id IN (SELECT value FROM json_each(?))`,
    ids,
  );
}

/** The annotations that are about one of these links. */
export function findAnnotationsOfLinks(
  db: ReadDb,
  ids: readonly LinkId[],
): ReadonlyMap<AnnotationId, Annotation> {
  return select(
    db,
    `SELECT annotation_id FROM annotation_targets
      WHERE link_id IN (SELECT value FROM json_each(?))`,
    ids,
  );
}

/** `wanted` selects the ids of annotations; its one parameter is a JSON list. */
function select(
  db: ReadDb,
  wanted: string,
  ids: readonly string[],
): ReadonlyMap<AnnotationId, Annotation> {
  const list = JSON.stringify(ids);
  const annotations = join(
    db.all(`SELECT * FROM annotations WHERE id IN (${wanted})`, list),
    db.all(
      `SELECT * FROM annotation_targets WHERE annotation_id IN (${wanted})
        ORDER BY annotation_id, ordinal`,
      list,
    ),
  );
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

/** Enters an annotation or replaces it. History alone calls this. */
export function putAnnotation(db: WriteDb, annotation: Annotation): void {
  db.run(
    `INSERT INTO annotations (id, colour, text, tags, created_at, changed_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET colour = excluded.colour, text = excluded.text,
        tags = excluded.tags, created_at = excluded.created_at, changed_at = excluded.changed_at`,
    annotation.id,
    annotation.colour,
    annotation.text,
    JSON.stringify(annotation.tags),
    annotation.createdAt,
    annotation.changedAt,
  );
  db.run('DELETE FROM annotation_targets WHERE annotation_id = ?', annotation.id);
  for (const [ordinal, target] of annotation.targets.entries()) {
    insertTarget(db, annotation.id, ordinal, target);
  }
}

/** Removes an annotation; harmless where there is none. History alone calls this. */
export function deleteAnnotation(db: WriteDb, id: AnnotationId): void {
  db.run('DELETE FROM annotations WHERE id = ?', id);
}

function insertTarget(db: WriteDb, id: AnnotationId, ordinal: number, target: Target): void {
  if (target.type === 'link') {
    db.run(
      `INSERT INTO annotation_targets (annotation_id, ordinal, type, link_id)
        VALUES (?, ?, 'link', ?)`,
      id,
      ordinal,
      target.linkId,
    );
    return;
  }
  db.run(
    `INSERT INTO annotation_targets
      (annotation_id, ordinal, type, document_id, start_offset, end_offset, exact, prefix, suffix)
      VALUES (?, ?, 'span', ?, ?, ?, ?, ?, ?)`,
    id,
    ordinal,
    target.documentId,
    target.position.start,
    target.position.end,
    target.quote.exact,
    target.quote.prefix,
    target.quote.suffix,
  );
}

function join(annotations: readonly Row[], targets: readonly Row[]): readonly Annotation[] {
  const targetsById = Map.groupBy(targets, (target) => target['annotation_id']);
  return annotations.map((row) =>
    v.parse(AnnotationSchema, {
      id: row['id'],
      targets: (targetsById.get(row['id'] ?? null) ?? []).map(targetOf),
      colour: row['colour'],
      text: row['text'],
      tags: JSON.parse(String(row['tags'])),
      createdAt: row['created_at'],
      changedAt: row['changed_at'],
    }),
  );
}

function targetOf(row: Row): unknown {
  return row['type'] === 'link'
    ? { type: 'link', linkId: row['link_id'] }
    : {
        type: 'span',
        documentId: row['document_id'],
        quote: { exact: row['exact'], prefix: row['prefix'], suffix: row['suffix'] },
        position: { start: row['start_offset'], end: row['end_offset'] },
      };
}

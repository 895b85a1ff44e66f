// The SQL of documents, paragraphs and segments.
import type { ReadDb, Row, SqlValue, WriteDb } from '../storage/database.node.ts';
import type { DerivedText } from './derive.ts';
import type {
  DocumentId,
  DocumentSummary,
  DocumentText,
  Language,
  Paragraph,
  ParagraphKind,
  Part,
  ReadingDocument,
  Segment,
  SegmentId,
} from './document.ts';
import type { ManifestEntry } from './manifest.ts';

/** A sentence with what is needed to translate or to find it away from its document. */
export interface StoredSegment extends Segment {
  readonly documentId: DocumentId;
  readonly language: Language;
  readonly part: Part;
  readonly text: string;
}

const selectSummaries = `SELECT d.id, d.title, d.language, d.date, d.source, d.remarks_vi, d.remarks_en,
    (SELECT count(*) FROM paragraphs p WHERE p.document_id = d.id) AS paragraph_count,
    (SELECT count(*) FROM segments s WHERE s.document_id = d.id) AS segment_count
  FROM documents d`;

/** Every document, in the order of the manifest. */
export function listDocuments(db: ReadDb): readonly DocumentSummary[] {
  return db.all(`${selectSummaries} ORDER BY d.position, d.id`).map(summaryOf);
}

/** A document with its reading text, paragraphs and segments, or undefined where there is none of that id. */
export function getDocument(db: ReadDb, id: DocumentId): ReadingDocument | undefined {
  const row = db.get(`${selectSummaries} WHERE d.id = ?`, id);
  const text = findReadingText(db, id);
  if (row === undefined || text === undefined) {
    return undefined;
  }
  return { summary: summaryOf(row), text, paragraphs: paragraphsOf(db, id) };
}

/** A document as the list shows it, or undefined where there is none of that id. */
export function findSummary(db: ReadDb, id: DocumentId): DocumentSummary | undefined {
  const row = db.get(`${selectSummaries} WHERE d.id = ?`, id);
  return row && summaryOf(row);
}

/** Whether a document of that id is in the workspace. */
export function hasDocument(db: ReadDb, id: DocumentId): boolean {
  return db.get('SELECT 1 FROM documents WHERE id = ?', id) !== undefined;
}

/** The segments of these ids, in the order of the ids; an id that is not known is left out. */
export function segmentsOf(db: ReadDb, ids: readonly SegmentId[]): readonly StoredSegment[] {
  const rows = db.all(
    `SELECT s.id, s.document_id, s.start_offset, s.end_offset, p.part, d.language
      FROM json_each(?) AS wanted
      JOIN segments s ON s.id = wanted.value
      JOIN paragraphs p USING (document_id, paragraph_index)
      JOIN documents d ON d.id = s.document_id
      ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
  const texts = new Map<DocumentId, string>();
  return rows.map((row) => {
    const documentId = row['document_id'] as DocumentId;
    const text = texts.get(documentId) ?? findReadingText(db, documentId) ?? '';
    texts.set(documentId, text);
    const segment = segmentOf(row);
    return {
      ...segment,
      documentId,
      language: row['language'] as Language,
      part: row['part'] as Part,
      text: text.slice(segment.startOffset, segment.endOffset),
    };
  });
}

/** Where these segments begin, in UTF-16 code units; an id that is not known is left out. */
export function findSegmentStarts(
  db: ReadDb,
  ids: readonly SegmentId[],
): ReadonlyMap<SegmentId, number> {
  const rows = db.all(
    'SELECT id, start_offset FROM segments WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row['id'] as SegmentId, Number(row['start_offset'])]));
}

/** The reading text of a document, or undefined where there is none of that id. */
export function findReadingText(db: ReadDb, id: DocumentId): string | undefined {
  const text = db.get('SELECT reading_text FROM documents WHERE id = ?', id)?.['reading_text'];
  return typeof text === 'string' ? text : undefined;
}

/** Beyond every offset that a reading text can have: SQLite's longest text is shorter. */
const outOfTheWay = 2_000_000_000;

/**
 * Writes a document's text and sentences where they differ. The source file is never touched. Paragraphs are the same in
 * number. The caller has deferred foreign keys: links still name sentences that go. History alone calls this.
 */
export function updateDocumentText(
  db: WriteDb,
  id: DocumentId,
  before: DocumentText,
  after: DocumentText,
): void {
  if (after.text !== before.text) {
    db.run('UPDATE documents SET reading_text = ? WHERE id = ?', after.text, id);
  }
  for (const [at, paragraph] of after.paragraphs.entries()) {
    const known = before.paragraphs[at];
    if (known?.startOffset !== paragraph.startOffset || known.endOffset !== paragraph.endOffset) {
      db.run(
        `UPDATE paragraphs SET start_offset = ?, end_offset = ?
          WHERE document_id = ? AND paragraph_index = ?`,
        paragraph.startOffset,
        paragraph.endOffset,
        id,
        paragraph.index,
      );
    }
  }
  updateSegments(db, id, before.paragraphs, after.paragraphs);
}

function updateSegments(
  db: WriteDb,
  documentId: DocumentId,
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): void {
  const known = new Map(before.flatMap(({ segments }) => segments).map((each) => [each.id, each]));
  const gone = new Set(known.keys());
  const moved: Segment[] = [];
  const added: (readonly [Paragraph, Segment])[] = [];
  for (const paragraph of after) {
    for (const segment of paragraph.segments) {
      const old = known.get(segment.id);
      gone.delete(segment.id);
      if (old === undefined) {
        added.push([paragraph, segment]);
      } else if (old.startOffset !== segment.startOffset || old.endOffset !== segment.endOffset) {
        moved.push(segment);
      }
    }
  }
  for (const id of gone) {
    db.run('DELETE FROM segments WHERE id = ?', id);
  }
  // Two sentences never begin in one place, not even for a moment (UNIQUE): all that move leave first.
  for (const { id } of moved) {
    db.run(
      'UPDATE segments SET start_offset = start_offset + ?, end_offset = end_offset + ? WHERE id = ?',
      outOfTheWay,
      outOfTheWay,
      id,
    );
  }
  for (const { id, startOffset, endOffset } of moved) {
    db.run(
      'UPDATE segments SET start_offset = ?, end_offset = ? WHERE id = ?',
      startOffset,
      endOffset,
      id,
    );
  }
  for (const [paragraph, segment] of added) {
    insertSegment(db, documentId, paragraph.index, segment);
  }
}

/** A text that was read and checked, ready to be entered. */
export interface NewDocument {
  readonly entry: ManifestEntry;
  /** Its place in the list of documents, from 0. */
  readonly position: number;
  readonly sourceFile: Uint8Array;
  readonly derived: DerivedText;
}

/** Enters a document that is not there yet. */
export function insertDocument(
  db: WriteDb,
  { entry, position, sourceFile, derived }: NewDocument,
): void {
  db.run(
    `INSERT INTO documents (id, position, title, language, date, source, remarks_vi, remarks_en,
        source_file, source_sha256, reading_text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.id,
    position,
    entry.title,
    entry.language,
    entry.date,
    entry.source,
    entry.remarks?.vi ?? null,
    entry.remarks?.en ?? null,
    sourceFile,
    entry.sha256,
    derived.text,
  );
  for (const paragraph of derived.paragraphs) {
    insertParagraph(db, entry.id, paragraph);
  }
}

function insertParagraph(db: WriteDb, documentId: DocumentId, paragraph: Paragraph): void {
  db.run(
    `INSERT INTO paragraphs (document_id, paragraph_index, part, kind, start_offset, end_offset)
      VALUES (?, ?, ?, ?, ?, ?)`,
    documentId,
    paragraph.index,
    paragraph.part,
    paragraph.kind,
    paragraph.startOffset,
    paragraph.endOffset,
  );
  for (const segment of paragraph.segments) {
    insertSegment(db, documentId, paragraph.index, segment);
  }
}

function insertSegment(
  db: WriteDb,
  documentId: DocumentId,
  paragraphIndex: number,
  segment: Segment,
): void {
  db.run(
    `INSERT INTO segments (id, document_id, paragraph_index, start_offset, end_offset)
      VALUES (?, ?, ?, ?, ?)`,
    segment.id,
    documentId,
    paragraphIndex,
    segment.startOffset,
    segment.endOffset,
  );
}

function paragraphsOf(db: ReadDb, id: DocumentId): readonly Paragraph[] {
  const segments = new Map<SqlValue | undefined, Segment[]>();
  for (const row of db.all(
    `SELECT id, paragraph_index, start_offset, end_offset FROM segments
      WHERE document_id = ? ORDER BY start_offset`,
    id,
  )) {
    const index = row['paragraph_index'];
    const known = segments.get(index);
    if (known === undefined) {
      segments.set(index, [segmentOf(row)]);
    } else {
      known.push(segmentOf(row));
    }
  }
  return db
    .all(
      `SELECT paragraph_index, part, kind, start_offset, end_offset FROM paragraphs
        WHERE document_id = ? ORDER BY paragraph_index`,
      id,
    )
    .map((row) => ({
      index: Number(row['paragraph_index']),
      part: row['part'] as Part,
      kind: row['kind'] as ParagraphKind,
      startOffset: Number(row['start_offset']),
      endOffset: Number(row['end_offset']),
      segments: segments.get(row['paragraph_index']) ?? [],
    }));
}

// The casts below state what the tables' CHECK constraints and insertDocument's types ensure.

function segmentOf(row: Row): Segment {
  return {
    id: row['id'] as SegmentId,
    startOffset: Number(row['start_offset']),
    endOffset: Number(row['end_offset']),
  };
}

function summaryOf(row: Row): DocumentSummary {
  const vi = row['remarks_vi'];
  const en = row['remarks_en'];
  return {
    id: row['id'] as DocumentId,
    title: String(row['title']),
    language: row['language'] as Language,
    date: row['date'] as string | null,
    source: String(row['source']),
    remarks: typeof vi === 'string' && typeof en === 'string' ? { vi, en } : null,
    paragraphCount: Number(row['paragraph_count']),
    segmentCount: Number(row['segment_count']),
  };
}

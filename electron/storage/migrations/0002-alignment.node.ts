// Alignments of two documents, their links, and the sentences on each side of a link.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 2,
  up(db) {
    db.run(`CREATE TABLE alignments (
      id TEXT PRIMARY KEY,
      first_document_id TEXT NOT NULL REFERENCES documents (id),
      second_document_id TEXT NOT NULL REFERENCES documents (id),
      origin TEXT NOT NULL CHECK (origin IN ('reader', 'machine', 'import')),
      created_at TEXT NOT NULL,
      CHECK (first_document_id <> second_document_id)
    ) STRICT`);
    // The reader has one alignment of a pair; of the machine's and of imported ones there may be several.
    db.run(`CREATE UNIQUE INDEX alignments_of_reader
      ON alignments (first_document_id, second_document_id) WHERE origin = 'reader'`);
    db.run(`CREATE TABLE links (
      id TEXT PRIMARY KEY,
      alignment_id TEXT NOT NULL REFERENCES alignments (id) ON DELETE CASCADE,
      status TEXT NOT NULL CHECK (status IN ('suggested', 'confirmed', 'rejected')),
      origin TEXT NOT NULL CHECK (origin IN ('reader', 'machine', 'import')),
      confidence REAL CHECK (confidence BETWEEN 0 AND 1),
      comment TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT`);
    db.run('CREATE INDEX links_of_alignment ON links (alignment_id)');
    db.run(`CREATE TABLE link_segments (
      link_id TEXT NOT NULL REFERENCES links (id) ON DELETE CASCADE,
      side INTEGER NOT NULL CHECK (side IN (0, 1)),
      ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
      segment_id TEXT NOT NULL REFERENCES segments (id),
      PRIMARY KEY (link_id, side, ordinal),
      UNIQUE (link_id, segment_id)
    ) STRICT, WITHOUT ROWID`);
    db.run('CREATE INDEX link_segments_of_segment ON link_segments (segment_id)');
  },
};

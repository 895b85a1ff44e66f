// Phrase links: a span of each document of an alignment, anchored as annotations are.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 9,
  up(db) {
    db.run(`CREATE TABLE phrases (
      id TEXT PRIMARY KEY,
      alignment_id TEXT NOT NULL REFERENCES alignments (id) ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('reader', 'machine', 'import')),
      created_at TEXT NOT NULL
    ) STRICT`);
    db.run('CREATE INDEX phrases_of_alignment ON phrases (alignment_id)');
    db.run(`CREATE TABLE phrase_spans (
      phrase_id TEXT NOT NULL REFERENCES phrases (id) ON DELETE CASCADE,
      side INTEGER NOT NULL CHECK (side IN (0, 1)),
      document_id TEXT NOT NULL REFERENCES documents (id),
      start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
      end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      PRIMARY KEY (phrase_id, side)
    ) STRICT, WITHOUT ROWID`);
    db.run('CREATE INDEX phrase_spans_of_document ON phrase_spans (document_id)');
  },
};

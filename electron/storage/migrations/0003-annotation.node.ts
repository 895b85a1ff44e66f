// Highlights and notes, and what each is about.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 3,
  up(db) {
    db.run(`CREATE TABLE annotations (
      id TEXT PRIMARY KEY,
      colour TEXT CHECK (colour IN ('yellow', 'green', 'blue', 'pink')),
      text TEXT NOT NULL,
      tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
      created_at TEXT NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT`);
    // A link's id stands without a foreign key: a note outlives its link, which an undo may bring back.
    db.run(`CREATE TABLE annotation_targets (
      annotation_id TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
      type TEXT NOT NULL CHECK (type IN ('span', 'link')),
      document_id TEXT REFERENCES documents (id),
      start_offset INTEGER,
      end_offset INTEGER,
      exact TEXT,
      prefix TEXT,
      suffix TEXT,
      link_id TEXT,
      PRIMARY KEY (annotation_id, ordinal),
      CHECK (CASE type
        WHEN 'span' THEN document_id IS NOT NULL AND 0 <= start_offset AND start_offset < end_offset
          AND exact IS NOT NULL AND prefix IS NOT NULL AND suffix IS NOT NULL AND link_id IS NULL
        ELSE link_id IS NOT NULL AND document_id IS NULL
      END)
    ) STRICT, WITHOUT ROWID`);
    db.run('CREATE INDEX annotation_targets_of_document ON annotation_targets (document_id)');
    db.run('CREATE INDEX annotation_targets_of_link ON annotation_targets (link_id)');
  },
};

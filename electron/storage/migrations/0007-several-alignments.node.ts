// Several alignments of one pair of documents, each with a name and a kind; which was shown and changed when.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 7,
  up(db) {
    db.run("ALTER TABLE alignments ADD COLUMN name TEXT NOT NULL DEFAULT ''");
    // Links of the alignments that there are may share sentences, which a 'translation' would not have.
    db.run(`ALTER TABLE alignments ADD COLUMN kind TEXT NOT NULL DEFAULT 'subject'
      CHECK (kind IN ('translation', 'subject'))`);
    db.run('DROP INDEX alignments_of_reader');
    db.run('CREATE INDEX alignments_of_pair ON alignments (first_document_id, second_document_id)');
    // Not the reader's data: undo does not touch it.
    db.run(`CREATE TABLE alignment_use (
      alignment_id TEXT PRIMARY KEY REFERENCES alignments (id) ON DELETE CASCADE,
      shown_at TEXT,
      changed_at TEXT
    ) STRICT, WITHOUT ROWID`);
  },
};

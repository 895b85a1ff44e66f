// Documents with the file they came from and the reading text derived from it; their paragraphs and segments.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 1,
  up(db) {
    // `source_file` is the file as it was received, byte for byte; `reading_text` was derived from it, and only the
    // reader's corrections change it. `position` orders the list of documents: the place in the manifest. Offsets
    // are UTF-16 code units into `reading_text`: SQLite's own substr() counts otherwise.
    db.run(`CREATE TABLE documents (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL,
      language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
      date TEXT,
      source TEXT NOT NULL,
      remarks_vi TEXT,
      remarks_en TEXT,
      source_file BLOB NOT NULL,
      source_sha256 TEXT NOT NULL,
      reading_text TEXT NOT NULL,
      CHECK ((remarks_vi IS NULL) = (remarks_en IS NULL))
    ) STRICT`);
    db.run(`CREATE TABLE paragraphs (
      document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      paragraph_index INTEGER NOT NULL CHECK (paragraph_index >= 0),
      part TEXT NOT NULL CHECK (part IN ('front', 'body', 'back')),
      kind TEXT NOT NULL CHECK (kind IN ('title', 'line', 'text')),
      start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
      end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
      PRIMARY KEY (document_id, paragraph_index)
    ) STRICT, WITHOUT ROWID`);
    db.run(`CREATE TABLE segments (
      id TEXT PRIMARY KEY,
      document_id TEXT NOT NULL,
      paragraph_index INTEGER NOT NULL,
      start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
      end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
      FOREIGN KEY (document_id, paragraph_index)
        REFERENCES paragraphs (document_id, paragraph_index) ON DELETE CASCADE,
      UNIQUE (document_id, start_offset)
    ) STRICT, WITHOUT ROWID`);
    db.run('CREATE INDEX segments_of_paragraph ON segments (document_id, paragraph_index)');
  },
};

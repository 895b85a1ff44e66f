// Named snapshots of alignments: what one held at a time, as a portable alignment in JSON.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 10,
  up(db) {
    db.run(`CREATE TABLE snapshots (
      id TEXT PRIMARY KEY,
      alignment_id TEXT NOT NULL REFERENCES alignments (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      created_at TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_type(content, '$.links') IS 'array')
    ) STRICT`);
    db.run('CREATE INDEX snapshots_of_alignment ON snapshots (alignment_id)');
  },
};

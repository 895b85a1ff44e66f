// The reader's preferences and place in the text, as JSON by key.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 5,
  up(db) {
    db.run(`CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID`);
  },
};

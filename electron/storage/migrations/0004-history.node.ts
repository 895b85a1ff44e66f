// What the reader did, group by group, and how to take it back.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 4,
  up(db) {
    // AUTOINCREMENT: a dropped group's number is never given again, so the numbers tell the order.
    db.run(`CREATE TABLE history_groups (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      label TEXT NOT NULL,
      gesture TEXT,
      undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
      made_at TEXT NOT NULL
    ) STRICT`);
    db.run('CREATE INDEX history_groups_by_state ON history_groups (undone, id)');
    db.run(`CREATE TABLE history_edits (
      group_id INTEGER NOT NULL REFERENCES history_groups (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
      edit TEXT NOT NULL CHECK (json_valid(edit)),
      inverse TEXT NOT NULL CHECK (json_valid(inverse)),
      PRIMARY KEY (group_id, ordinal)
    ) STRICT, WITHOUT ROWID`);
  },
};

// Links that are locked, and the reasons of suggestions; links in the history are without either.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 8,
  up(db) {
    db.run(
      'ALTER TABLE links ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1))',
    );
    db.run(`ALTER TABLE links ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]'
      CHECK (json_type(reasons) = 'array')`);
    for (const column of ['edit', 'inverse']) {
      db.run(`UPDATE history_edits
        SET ${column} = json_set(${column}, '$.link.locked', json('false'), '$.link.reasons', json('[]'))
        WHERE json_extract(${column}, '$.type') = 'link.add'`);
    }
  },
};

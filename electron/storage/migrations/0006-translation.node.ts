// What models made of sentences, found again by the sentence's text, and the fingerprints of model folders.
import type { Migration } from '../database.node.ts';

export const migration: Migration = {
  number: 6,
  up(db) {
    // Kept by text and not by segment: the same sentence elsewhere, or cut anew, is known at once. `source_hash` is
    // SHA-256 of the text in hexadecimal. `engine` counts the changes to the translator that alter what a model says.
    // A row outlives its model: model_id and model_name are what the model was called then, for whoever reads the file
    // itself. The program shows the names that the model has now.
    db.run(`CREATE TABLE translations (
      id INTEGER PRIMARY KEY,
      source_hash TEXT NOT NULL CHECK (length(source_hash) = 64),
      source_language TEXT NOT NULL CHECK (source_language IN ('vi', 'en')),
      target_language TEXT NOT NULL CHECK (target_language IN ('vi', 'en')),
      fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
      engine INTEGER NOT NULL CHECK (engine >= 1),
      text TEXT NOT NULL,
      split INTEGER NOT NULL CHECK (split IN (0, 1)),
      model_id TEXT NOT NULL,
      model_name TEXT NOT NULL,
      made_at TEXT NOT NULL,
      UNIQUE (source_hash, source_language, target_language, fingerprint, engine)
    ) STRICT`);
    // Reading a large model takes long; `signature` (names, sizes, times of change) tells whether it must be read
    // again.
    db.run(`CREATE TABLE model_fingerprints (
      folder TEXT PRIMARY KEY,
      signature TEXT NOT NULL,
      fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
    ) STRICT, WITHOUT ROWID`);
  },
};

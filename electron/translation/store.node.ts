// The tables translations and model_fingerprints.
import type { Language } from '../corpus/document.ts';
import type { ReadDb, WriteDb } from '../storage/database.node.ts';

/** What a model made of one text. */
export interface StoredTranslation {
  /** SHA-256 of the source text, in hexadecimal. */
  readonly sourceHash: string;
  readonly from: Language;
  readonly to: Language;
  readonly fingerprint: string;
  /** See {@link engineEdition}. */
  readonly engine: number;
  readonly text: string;
  readonly split: boolean;
  readonly modelId: string;
  readonly modelName: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

export interface StoredQuery {
  readonly sourceHashes: readonly string[];
  readonly from: Language;
  readonly to: Language;
  readonly fingerprints: readonly string[];
  /** See {@link engineEdition}. */
  readonly engine: number;
}

/** What these models, with this edition of the translator, have made of these texts, the newest first. */
export function findTranslations(db: ReadDb, query: StoredQuery): readonly StoredTranslation[] {
  return db
    .all(
      `SELECT * FROM translations
        WHERE source_hash IN (SELECT value FROM json_each(?))
          AND source_language = ? AND target_language = ?
          AND fingerprint IN (SELECT value FROM json_each(?)) AND engine = ?
        ORDER BY made_at DESC, id DESC`,
      JSON.stringify(query.sourceHashes),
      query.from,
      query.to,
      JSON.stringify(query.fingerprints),
      query.engine,
    )
    .map((row) => ({
      sourceHash: String(row['source_hash']),
      from: query.from,
      to: query.to,
      fingerprint: String(row['fingerprint']),
      engine: query.engine,
      text: String(row['text']),
      split: row['split'] === 1,
      modelId: String(row['model_id']),
      modelName: String(row['model_name']),
      madeAt: String(row['made_at']),
    }));
}

/** Keeps translations; one that is there already stays as it is. */
export function addTranslations(db: WriteDb, translations: readonly StoredTranslation[]): void {
  for (const made of translations) {
    db.run(
      `INSERT INTO translations (source_hash, source_language, target_language, fingerprint, engine,
          text, split, model_id, model_name, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      made.sourceHash,
      made.from,
      made.to,
      made.fingerprint,
      made.engine,
      made.text,
      made.split ? 1 : 0,
      made.modelId,
      made.modelName,
      made.madeAt,
    );
  }
}

/** The fingerprint of a model folder as it was when it had this signature, or null. */
export function findFingerprint(db: ReadDb, folder: string, signature: string): string | null {
  const row = db.get(
    'SELECT fingerprint FROM model_fingerprints WHERE folder = ? AND signature = ?',
    folder,
    signature,
  );
  return row === undefined ? null : String(row['fingerprint']);
}

export function saveFingerprint(
  db: WriteDb,
  folder: string,
  signature: string,
  fingerprint: string,
): void {
  db.run(
    `INSERT INTO model_fingerprints (folder, signature, fingerprint) VALUES (?, ?, ?)
      ON CONFLICT (folder) DO UPDATE SET signature = excluded.signature, fingerprint = excluded.fingerprint`,
    folder,
    signature,
    fingerprint,
  );
}

export function forgetFingerprint(db: WriteDb, folder: string): void {
  db.run('DELETE FROM model_fingerprints WHERE folder = ?', folder);
}

// The table settings: JSON by key.
import type { ReadDb, WriteDb } from '../storage/database.node.ts';

export type SettingKey = 'preferences' | 'reading' | 'models-in-use';

/** What is stored under a key, still to be checked; undefined where nothing is. */
export function findSetting(db: ReadDb, key: SettingKey): unknown {
  const row = db.get('SELECT value FROM settings WHERE key = ?', key);
  return row === undefined ? undefined : JSON.parse(String(row['value']));
}

/** Stores a value that JSON can hold in place of what was there. */
export function putSetting(db: WriteDb, key: SettingKey, value: unknown): void {
  db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  );
}

// Refuses SQLite versions that can damage a file.
import { DatabaseSync } from 'node:sqlite';
import { fail, type Result, succeed } from '../contract/result.ts';

// 3.7.0 to 3.51.2 can corrupt a WAL file that two connections use (sqlite.org/changes.html, 3.51.3).
const needed = '3.51.3';

/** `sqlite-too-old` unless SQLite is 3.51.3 or newer. */
export function checkSqliteVersion(found: string = linkedVersion()): Result<null> {
  return ordinal(found) >= ordinal(needed)
    ? succeed(null)
    : fail('sqlite-too-old', { found, needed });
}

function linkedVersion(): string {
  const connection = new DatabaseSync(':memory:');
  try {
    return String(connection.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  } finally {
    connection.close();
  }
}

/** As SQLITE_VERSION_NUMBER: 3.51.3 is 3051003. */
function ordinal(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major * 1_000_000 + minor * 1000 + patch;
}

// A real workspace file in a folder of its own, with the two texts of edit-world.ts in it.
import { join } from 'node:path';
import { putAlignment } from '../../electron/alignment/store.node.ts';
import { hasDocument, insertDocument, listDocuments } from '../../electron/corpus/store.node.ts';
import type { EditState } from '../../electron/history/state.ts';
import { type Database, openDatabase } from '../../electron/storage/database.node.ts';
import { emptyState, en, vi } from './edit-world.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { unwrap } from './unwrap.ts';

/** Opens `workspace.sqlite` in a folder (a new one unless given), with the two texts of a world entered. */
export function openTestDatabase(
  folder: string = makeTemporaryFolder(),
  world: EditState = emptyState,
): Database {
  const database = unwrap(openDatabase(join(folder, 'workspace.sqlite')));
  database.write((db) => {
    for (const [documentId, language] of [
      [vi, 'vi'],
      [en, 'en'],
    ] as const) {
      if (!hasDocument(db, documentId)) {
        const entry = {
          id: documentId,
          file: `${documentId}.txt`,
          title: documentId,
          language,
          date: null,
          source: 'made for tests',
          remarks: null,
          sha256: '0'.repeat(64),
        };
        insertDocument(db, {
          entry,
          position: listDocuments(db).length,
          sourceFile: new Uint8Array(),
          derived: world.documents.get(documentId) ?? { text: '', paragraphs: [] },
        });
      }
    }
  });
  return database;
}

/** Enters the alignments of edit-world.ts; answers the database. */
export function openTestAlignment(database: Database): Database {
  database.write((db) => {
    for (const alignment of emptyState.alignments.values()) {
      putAlignment(db, alignment);
    }
  });
  return database;
}

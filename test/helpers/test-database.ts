// A real workspace file in a folder of its own, with the two texts of edit-world.ts in it.
import { join } from 'node:path';
import { insertAlignment } from '../../electron/alignment/store.node.ts';
import type { DocumentId } from '../../electron/corpus/document.ts';
import {
  hasDocument,
  insertDocument,
  listDocuments,
  type NewDocument,
} from '../../electron/corpus/store.node.ts';
import { type Database, openDatabase } from '../../electron/storage/database.node.ts';
import { en, makeLink, segments, texts, vi } from './edit-world.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { unwrap } from './unwrap.ts';

/** Opens `workspace.sqlite` in a folder (a new one unless given), with the two texts entered. */
export function openTestDatabase(folder: string = makeTemporaryFolder()): Database {
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
          derived: derivedText(documentId),
        });
      }
    }
  });
  return database;
}

/** Enters the alignment of edit-world.ts; answers the database. */
export function openTestAlignment(database: Database): Database {
  const { alignmentId } = makeLink(1, [0], [0]);
  const alignment = { id: alignmentId, documentIds: [vi, en], origin: 'reader' } as const;
  database.write((db) => insertAlignment(db, alignment, '2026-11-21T08:00:00.000Z'));
  return database;
}

function derivedText(documentId: DocumentId): NewDocument['derived'] {
  const text = texts.get(documentId) ?? '';
  const starts = [...segments].filter(([, place]) => place.documentId === documentId);
  const sentences = starts.map(([id, { startOffset }], number) => ({
    id,
    startOffset,
    endOffset: (starts[number + 1]?.[1].startOffset ?? text.length + 1) - 1,
  }));
  return {
    text,
    paragraphs: [
      {
        index: 0,
        part: 'body',
        kind: 'text',
        startOffset: 0,
        endOffset: text.length,
        segments: sentences,
      },
    ],
  };
}

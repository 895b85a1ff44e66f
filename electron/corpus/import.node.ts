// Enters the shipped texts into the workspace.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Database } from '../storage/database.node.ts';
import { deriveText } from './derive.ts';
import { type Manifest, type ManifestEntry, ManifestSchema } from './manifest.ts';
import { hasDocument, insertDocument, type NewDocument } from './store.node.ts';

/**
 * Enters the documents of `corpusFolder/manifest.json` that the workspace does not have yet; what it has stays
 * as it is and its file is not read again. All that can be read enters, in one transaction; where a file cannot,
 * the first such failure is the answer, and the file is tried again the next time.
 */
export function importShippedCorpus(database: Database, corpusFolder: string): Result<null> {
  const manifest = readManifest(join(corpusFolder, 'manifest.json'));
  if (!manifest.ok) {
    return manifest;
  }
  const documents: NewDocument[] = [];
  let failure: Result<null> = succeed(null);
  for (const [position, entry] of manifest.value.documents.entries()) {
    if (!hasDocument(database.read, entry.id)) {
      const document = readDocument(join(corpusFolder, entry.file), entry, position);
      if (document.ok) {
        documents.push(document.value);
      } else if (failure.ok) {
        failure = document;
      }
    }
  }
  if (documents.length > 0) {
    database.write((db) => {
      for (const document of documents) {
        insertDocument(db, document);
      }
    });
  }
  return failure;
}

function readManifest(file: string): Result<Manifest> {
  const bytes = readBytes(file);
  const text = typeof bytes === 'string' ? null : decode(bytes);
  const checked = text === null ? null : v.safeParse(ManifestSchema, parseJson(text));
  return checked?.success ? succeed(checked.output) : fail('corpus-manifest-unreadable', { file });
}

function readDocument(file: string, entry: ManifestEntry, position: number): Result<NewDocument> {
  const bytes = readBytes(file);
  if (bytes === 'missing') {
    return fail('corpus-file-missing', { file });
  }
  if (bytes === 'unreadable' || sha256(bytes) !== entry.sha256) {
    return fail('corpus-file-unreadable', { file });
  }
  const source = decode(bytes);
  if (source === null) {
    return fail('corpus-file-unreadable', { file });
  }
  const derived = deriveText(source, entry.id, entry.language);
  return succeed({ entry, position, sourceFile: bytes, derived });
}

function readBytes(file: string): Uint8Array | 'missing' | 'unreadable' {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (typeof code !== 'string') {
      throw error;
    }
    return code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

/** Strict UTF-8; null where the bytes are none. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      return null;
    }
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

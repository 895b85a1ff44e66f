// The two documents of an alignment, as calls name them and as the workspace has them.
import { fail, type Result, succeed } from '../contract/result.ts';
import type { DocumentId, DocumentSummary } from '../corpus/document.ts';
import { findSummary, getDocument } from '../corpus/store.node.ts';
import type { ReadDb } from '../storage/database.node.ts';
import { orderDocuments } from './order.ts';
import { type KnownDocument, knownDocument } from './portable.ts';

/** Two documents that there are, in the order of an alignment. */
export function findPair(
  db: ReadDb,
  documentIds: readonly [DocumentId, DocumentId],
): Result<readonly [DocumentId, DocumentId]> {
  const summaries: DocumentSummary[] = [];
  for (const id of documentIds) {
    const summary = findSummary(db, id);
    if (summary === undefined) {
      return fail('document-not-found', { document: id });
    }
    summaries.push(summary);
  }
  const [one, other] = summaries;
  return one === undefined || other === undefined || one.id === other.id
    ? fail('link-same-document', {})
    : succeed(orderDocuments(one, other));
}

/** The two documents of an alignment, whole. */
export function readPair(
  db: ReadDb,
  [firstId, secondId]: readonly [DocumentId, DocumentId],
): Result<readonly [KnownDocument, KnownDocument]> {
  const first = getDocument(db, firstId);
  const second = getDocument(db, secondId);
  return first === undefined || second === undefined
    ? fail('document-not-found', { document: first === undefined ? firstId : secondId })
    : succeed([knownDocument(first), knownDocument(second)]);
}

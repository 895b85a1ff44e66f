// Answers the calls on alignments.
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { FeatureHandlers } from '../contract/contract.ts';
import { fail, succeed } from '../contract/result.ts';
import type { DocumentSummary } from '../corpus/document.ts';
import { getDocument, hasDocument } from '../corpus/store.node.ts';
import type { Database } from '../storage/database.node.ts';
import { AlignmentIdSchema } from './alignment.ts';
import { orderDocuments } from './order.ts';
import { findLinksOfDocument, findReaderAlignment, insertAlignment } from './store.node.ts';

export interface AlignmentContext {
  readonly database: Database;
}

/** The handlers of `alignment.*`. */
export function createAlignmentService({
  database,
}: AlignmentContext): FeatureHandlers<'alignment'> {
  return {
    'alignment.open': ({ documentIds }) => {
      const summaries: DocumentSummary[] = [];
      for (const id of documentIds) {
        const document = getDocument(database.read, id);
        if (document === undefined) {
          return fail('document-not-found', { document: id });
        }
        summaries.push(document.summary);
      }
      const [one, other] = summaries;
      if (one === undefined || other === undefined || one.id === other.id) {
        return fail('link-same-document', {});
      }
      const ordered = orderDocuments(one, other);
      const existing = findReaderAlignment(database.read, ordered);
      if (existing !== undefined) {
        return succeed(existing);
      }
      const alignment = {
        id: v.parse(AlignmentIdSchema, randomUUID()),
        documentIds: ordered,
        origin: 'reader',
        links: [],
      } as const;
      database.write((db) => insertAlignment(db, alignment, new Date().toISOString()));
      return succeed(alignment);
    },
    'alignment.linksOf': ({ documentId }) =>
      hasDocument(database.read, documentId)
        ? succeed(findLinksOfDocument(database.read, documentId))
        : fail('document-not-found', { document: documentId }),
  };
}

// The handlers of the corpus: documents are read here, and entered by import.node.ts alone.
import type { FeatureHandlers } from '../contract/contract.ts';
import { fail, succeed } from '../contract/result.ts';
import type { Database } from '../storage/database.node.ts';
import { getDocument, listDocuments } from './store.node.ts';

export function createCorpusService({
  database,
}: {
  readonly database: Database;
}): FeatureHandlers<'corpus'> {
  return {
    'corpus.listDocuments': () => succeed(listDocuments(database.read)),
    'corpus.getDocument': ({ documentId }) => {
      const document = getDocument(database.read, documentId);
      return document === undefined
        ? fail('document-not-found', { document: documentId })
        : succeed(document);
    },
  };
}

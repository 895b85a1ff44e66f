// Calls on documents.
import * as v from 'valibot';
import { call } from '../contract/call.ts';
import { DocumentIdSchema, type DocumentSummary, type ReadingDocument } from './document.ts';

export const corpusCalls = {
  'corpus.listDocuments': call<readonly DocumentSummary[]>()(v.strictObject({})),
  'corpus.getDocument': call<ReadingDocument>()(v.strictObject({ documentId: DocumentIdSchema })),
} as const;

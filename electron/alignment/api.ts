// Calls on alignments. Links are changed through `history.apply` alone.
import * as v from 'valibot';
import { call } from '../contract/call.ts';
import { DocumentIdSchema } from '../corpus/document.ts';
import type { Alignment, Link } from './alignment.ts';

export const alignmentCalls = {
  /** The reader's alignment of two documents, in either order; made empty where there is none yet. */
  'alignment.open': call<Alignment>()(
    v.strictObject({ documentIds: v.tuple([DocumentIdSchema, DocumentIdSchema]) }),
  ),
  /** Every link that has a side in the document, over all its alignments. */
  'alignment.linksOf': call<readonly Link[]>()(v.strictObject({ documentId: DocumentIdSchema })),
} as const;

// The order of a pair of documents: an alignment of two is the same whichever is named first.
import type { DocumentId, DocumentSummary } from '../corpus/document.ts';

type Named = Pick<DocumentSummary, 'id' | 'language'>;

/** The Vietnamese document first; of two in one language, the one whose id comes first. */
export function orderDocuments(one: Named, other: Named): readonly [DocumentId, DocumentId] {
  const oneFirst = one.language === other.language ? one.id < other.id : one.language === 'vi';
  return oneFirst ? [one.id, other.id] : [other.id, one.id];
}

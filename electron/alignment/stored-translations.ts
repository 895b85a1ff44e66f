// What the translation memory has of a document's sentences; nothing is translated for the sake of alignment.
import type { Handlers } from '../contract/contract.ts';
import type { DocumentId, Language, SegmentId } from '../corpus/document.ts';

/** The stored translations of a document, of one sentence the newest first. */
export type ListTranslations = Handlers['translation.list'];

/** By sentence, the newest. Empty where there are none, and where they cannot be listed. */
export async function newestTranslations(
  listTranslations: ListTranslations | null,
  documentId: DocumentId,
  to: Language,
): Promise<ReadonlyMap<SegmentId, string>> {
  const newest = new Map<SegmentId, string>();
  const listed = await listTranslations?.({ documentId, to });
  if (listed?.ok) {
    for (const { segmentId, text } of listed.value) {
      if (!newest.has(segmentId)) {
        newest.set(segmentId, text);
      }
    }
  }
  return newest;
}

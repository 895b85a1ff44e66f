// What is said of a link, in words: for screen readers, cards and announcements.
import type { TFunction } from 'i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import type { DocumentSummary, documentOf } from '../../electron/corpus/document.ts';

/** `2 Vietnamese, 1 English, confidence 0.71, suggested`, and that it is locked where it is. */
export function describeLink(
  t: TFunction,
  link: Link,
  documents: readonly DocumentSummary[],
): string {
  const sides = link.sides.map(({ documentId, segmentIds }) =>
    t(`links.sentences.${languageOf(documentId, documents)}`, { count: segmentIds.length }),
  );
  return [
    ...sides,
    link.confidence !== null && t('links.confidence', { value: shownConfidence(link.confidence) }),
    t(`links.said.${link.status}`),
    link.locked && t('links.said.locked'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A confidence as it is shown: two decimals, never rounded up to certainty. */
export function shownConfidence(confidence: number): number {
  // 0.29 times 100 is a little less than 29.
  return Math.min(Math.floor(confidence * 100 + 1e-6) / 100, 0.99);
}

function languageOf(
  id: ReturnType<typeof documentOf>,
  documents: readonly DocumentSummary[],
): DocumentSummary['language'] {
  return documents.find((document) => document.id === id)?.language ?? 'en';
}

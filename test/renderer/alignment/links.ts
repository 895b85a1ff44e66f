// Makes links between the documents of texts.ts for the tests of the page.
import type {
  Alignment,
  AlignmentId,
  Link,
  LinkId,
} from '../../../electron/alignment/alignment.ts';
import type { DocumentId, SegmentId } from '../../../electron/corpus/document.ts';

let made = 0;

/** A UUID that is unlike the others. */
export function uuid(): string {
  made += 1;
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
}

/** A confirmed link of the reader's between sentences of `vi` and `en`, by their numbers; `more` changes it. */
export function link(vi: readonly number[], en: readonly number[], more: Partial<Link> = {}): Link {
  const side = (id: string, numbers: readonly number[]) => ({
    documentId: id as DocumentId,
    segmentIds: numbers.map((number) => `${id}/${number}` as SegmentId),
  });
  return {
    id: uuid() as LinkId,
    alignmentId: '00000000-0000-4000-9000-000000000000' as AlignmentId,
    sides: [side('vi', vi), side('en', en)],
    status: 'confirmed',
    origin: 'reader',
    confidence: null,
    reasons: [],
    locked: false,
    comment: '',
    createdAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

/** A suggestion of the machine. */
export function suggestion(vi: readonly number[], en: readonly number[], confidence: number): Link {
  return link(vi, en, { status: 'suggested', origin: 'machine', confidence });
}

export function alignmentOf(links: readonly Link[]): Alignment {
  return {
    id: '00000000-0000-4000-9000-000000000000' as AlignmentId,
    documentIds: ['vi' as DocumentId, 'en' as DocumentId],
    name: '',
    origin: 'reader',
    kind: 'translation',
    createdAt: '2026-01-01T00:00:00.000Z',
    links,
    phrases: [],
  };
}

/** The ids of the first `count` sentences of a document. */
export function ids(document: string, count: number): readonly SegmentId[] {
  return Array.from({ length: count }, (_, at) => `${document}/${at}` as SegmentId);
}

// Counts of links, and of the sentences without a counterpart.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AlignmentId,
  Link,
  LinkId,
  LinkStatus,
} from '../../../electron/alignment/alignment.ts';
import { countLinks } from '../../../electron/alignment/counts.ts';
import { doubtThreshold, isDoubtful } from '../../../electron/alignment/review.ts';
import type { DocumentId, SegmentId } from '../../../electron/corpus/document.ts';

const idsOf = (document: string, numbers: readonly number[]): readonly SegmentId[] =>
  numbers.map((number) => `${document}/${number}` as SegmentId);

function linkOf(
  vi: readonly number[],
  en: readonly number[],
  status: LinkStatus,
  confidence: number | null,
): Link {
  return {
    id: crypto.randomUUID() as LinkId,
    alignmentId: crypto.randomUUID() as AlignmentId,
    sides: [
      { documentId: 'vi' as DocumentId, segmentIds: idsOf('vi', vi) },
      { documentId: 'en' as DocumentId, segmentIds: idsOf('en', en) },
    ],
    status,
    origin: 'machine',
    confidence,
    reasons: [],
    locked: false,
    comment: '',
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}

const bodies = [idsOf('vi', [1, 2, 3]), idsOf('en', [1, 2, 3])] as const;

describe('a sentence has a counterpart', () => {
  test.each<[string, Link, unlinked: number]>([
    ['by a confirmed link', linkOf([1], [1], 'confirmed', null), 2],
    ['by a confirmed link that was doubtful once', linkOf([1], [1], 'confirmed', 0.3), 2],
    ['by a sure suggestion', linkOf([1], [1], 'suggested', doubtThreshold), 2],
    ['but not by a doubtful one', linkOf([1], [1], 'suggested', 0.89), 3],
    ['nor by one of no stated confidence', linkOf([1], [1], 'suggested', null), 3],
    ['nor by a rejected one', linkOf([1], [1], 'rejected', 0.99), 3],
  ])('%s', (_, link, unlinked) => {
    expect(countLinks([link], bodies).unlinked).toEqual([unlinked, unlinked]);
  });

  test('by any of its links that is sure', () => {
    const links = [linkOf([1], [1], 'suggested', 0.4), linkOf([1], [2], 'confirmed', null)];
    expect(countLinks(links, bodies).unlinked).toEqual([2, 2]);
  });
});

test('doubtful links change the counts of links alone', () => {
  const number = fc.integer({ min: 1, max: 3 });
  const link = fc
    .tuple(
      fc.uniqueArray(number, { minLength: 1 }),
      fc.uniqueArray(number, { minLength: 1 }),
      fc.constantFrom<LinkStatus>('suggested', 'confirmed', 'rejected'),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    )
    .map((parts) => linkOf(...parts));
  fc.assert(
    fc.property(fc.array(link, { maxLength: 8 }), (links) => {
      const sure = links.filter((each) => !isDoubtful(each));
      expect(countLinks(links, bodies).unlinked).toEqual(countLinks(sure, bodies).unlinked);
      expect(countLinks(links, bodies).links).toBe(links.length);
    }),
  );
});

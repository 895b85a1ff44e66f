import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AlignmentId,
  Link,
  LinkId,
  LinkStatus,
} from '../../../electron/alignment/alignment.ts';
import type { DocumentId, Part, SegmentId } from '../../../electron/corpus/document.ts';
import { alignRows, type Row } from '../../../renderer/reader/rows.ts';
import type { SegmentIndex } from '../../../renderer/reader/segment-index.ts';
import { makeIndex } from './texts.ts';

/** A text of one-sentence paragraphs but for those whose count says more. */
function text(id: string, counts: readonly number[], parts: readonly Part[] = []): SegmentIndex {
  return makeIndex(
    id,
    counts.map((count, at) => ({
      part: parts[at] ?? 'body',
      sentences: Array.from({ length: count }, (_, sentence) => `Câu ${at}.${sentence}.`),
    })),
  );
}

function link(
  left: readonly number[],
  right: readonly number[],
  status: LinkStatus = 'confirmed',
): Link {
  return {
    id: crypto.randomUUID() as LinkId,
    alignmentId: '5f0c6f1e-7a51-4c4b-9d6c-0d3c6b1c2a10' as AlignmentId,
    sides: [
      { documentId: 'left' as DocumentId, segmentIds: left.map((at) => `left/${at}` as SegmentId) },
      {
        documentId: 'right' as DocumentId,
        segmentIds: right.map((at) => `right/${at}` as SegmentId),
      },
    ],
    status,
    origin: 'reader',
    confidence: null,
    reasons: [],
    locked: false,
    comment: '',
    createdAt: '2024-01-01T00:00:00.000Z',
  };
}

const shape = (rows: readonly Row[]) =>
  rows.map(({ left, right }) => [left.map(({ index }) => index), right.map(({ index }) => index)]);

describe('two texts in rows', () => {
  test('linked paragraphs stand level, what lies between stands together', () => {
    const rows = alignRows(text('left', [1, 1, 1]), text('right', [1, 1, 1]), [link([1], [2])]);
    expect(shape(rows)).toEqual([
      [[0], [0, 1]],
      [[1], [2]],
      [[2], []],
    ]);
    expect(rows.map(({ linked }) => linked)).toEqual([false, true, false]);
  });

  test('paragraphs that links bind together share a row', () => {
    const rows = alignRows(text('left', [2, 1]), text('right', [1, 1, 1]), [
      link([0], [0]),
      link([1], [1]),
    ]);
    expect(shape(rows)).toEqual([
      [[0], [0, 1]],
      [[1], [2]],
    ]);
  });

  test('a link over neighbouring paragraphs takes them all, one over far ones stands at its first', () => {
    const left = text('left', [1, 1, 1, 1]);
    const right = text('right', [1]);
    expect(shape(alignRows(left, right, [link([0, 1, 3], [0])]))).toEqual([
      [[0, 1], [0]],
      [[2, 3], []],
    ]);
  });

  test('a link that crosses the longest chain gives way, and a rejected one does not count', () => {
    const left = text('left', [1, 1, 1]);
    const right = text('right', [1, 1, 1]);
    const links = [link([0], [2]), link([1], [0]), link([2], [1])];
    expect(shape(alignRows(left, right, links))).toEqual([
      [[0], []],
      [[1], [0]],
      [[2], [1]],
      [[], [2]],
    ]);
    expect(alignRows(left, right, [link([0], [0], 'rejected')])).toEqual(
      alignRows(left, right, []),
    );
  });

  test('front and back matter and titles stand in no row', () => {
    const rows = alignRows(text('left', [1, 1], ['front', 'body']), text('right', [1, 1], []), [
      link([0], [1]),
      link([1], [0]),
    ]);
    expect(shape(rows)).toEqual([
      [[1], [0]],
      [[], [1]],
    ]);
    const titled = makeIndex('left', [
      { kind: 'title', sentences: ['Thư'] },
      { sentences: ['Kính gửi.'] },
    ]);
    expect(shape(alignRows(titled, text('right', [1]), [link([0], [0])]))).toEqual([[[1], [0]]]);
  });

  test('hold every body paragraph of both texts once and in order, whatever is linked', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 });
    const parts = fc.array(fc.constantFrom<Part>('front', 'body', 'back'), { maxLength: 8 });
    const side = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 });
    const links = fc.array(
      fc.tuple(side, side, fc.constantFrom<LinkStatus>('confirmed', 'suggested', 'rejected')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(counts, counts, parts, links, (leftCounts, rightCounts, leftParts, given) => {
        const left = text('left', leftCounts, leftParts);
        const right = text('right', rightCounts);
        const rising = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
        const rows = alignRows(
          left,
          right,
          given.map(([one, other, status]) => link(rising(one), rising(other), status)),
        );
        expect(rows.flatMap((row) => row.left)).toEqual(body(left));
        expect(rows.flatMap((row) => row.right)).toEqual(body(right));
        expect(rows.every((row) => row.left.length + row.right.length > 0)).toBe(true);
      }),
    );
  });
});

function body({ document }: SegmentIndex) {
  return document.paragraphs.filter(({ part }) => part === 'body');
}

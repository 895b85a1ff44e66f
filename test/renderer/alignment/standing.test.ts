import { expect, test } from 'vitest';
import { countLinks, standingOf } from '../../../renderer/alignment/standing.ts';
import { makeIndex } from '../reader/texts.ts';
import { link, suggestion } from './links.ts';

test.each([
  [link([0], [0]), 'confirmed'],
  [link([0], [0], { status: 'rejected' }), 'rejected'],
  [link([0], [0], { status: 'suggested' }), 'doubtful'],
  [suggestion([0], [0], 0.89), 'doubtful'],
  [suggestion([0], [0], 0.9), 'suggested'],
])('a link stands with the reader: %#', (each, standing) => {
  expect(standingOf(each)).toBe(standing);
});

test('links are counted by how they stand, and sentences without counterpart in both texts', () => {
  const paragraphs = [
    { part: 'front', sentences: ['Trang chủ'] },
    { sentences: ['Một.', 'Hai.', 'Ba.'] },
    { sentences: ['Bốn.'] },
  ] as const;
  const left = makeIndex('vi', paragraphs, 'vi');
  const right = makeIndex('en', [{ sentences: ['One.', 'Two.'] }], 'en');
  const links = [link([1], [0]), suggestion([2], [1], 0.4), suggestion([3], [1], 0.99)];
  const bySegment = Map.groupBy(
    links.flatMap((each) =>
      each.sides.flatMap(({ segmentIds }) => segmentIds.map((id) => ({ id, each }))),
    ),
    ({ id }) => id,
  );
  const linksOf = new Map(
    [...bySegment].map(([id, found]) => [id, found.map(({ each }) => each)] as const),
  );
  expect(countLinks(links, linksOf, [left, right])).toEqual({
    confirmed: 1,
    suggested: 1,
    doubtful: 1,
    rejected: 0,
    // The doubtful link's sentence has no counterpart yet; its other one has a sure link as well.
    unlinked: [2, 0],
  });
});

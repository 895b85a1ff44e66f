import { expect, test } from 'vitest';
import { alignmentAfter } from '../../../renderer/alignment/alignment-after.ts';
import { alignmentOf, link } from './links.ts';

test('an alignment after edits holds what they leave, and is itself not changed', () => {
  const [first, second, third] = [link([1], [1]), link([2], [2]), link([3], [3])];
  const before = alignmentOf([first, second]);
  const after = alignmentAfter(before, [
    { type: 'link.change', linkId: first.id, changes: { status: 'rejected' } },
    { type: 'link.remove', linkId: second.id },
    { type: 'link.add', link: third },
    { type: 'link.change', linkId: third.id, changes: { locked: true } },
  ]);
  expect(after.links).toEqual([
    { ...first, status: 'rejected' },
    { ...third, locked: true },
  ]);
  expect(before.links).toEqual([first, second]);
});

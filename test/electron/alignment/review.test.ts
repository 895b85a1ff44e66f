// Going through links: order, doubt, stretches.
import { describe, expect, test } from 'vitest';
import type { Link } from '../../../electron/alignment/alignment.ts';
import {
  inTextOrder,
  isDoubtful,
  nextDoubtful,
  stretches,
} from '../../../electron/alignment/review.ts';
import { emptyState, makeLink, orderIn } from '../../helpers/edit-world.ts';

const order = orderIn(emptyState);
const suggestion = (number: number, first: number[], second: number[], confidence: number | null) =>
  makeLink(number, first, second, { status: 'suggested', origin: 'machine', confidence });
const idsOf = (links: readonly Link[]) => links.map(({ id }) => Number(id.slice(-2)));

test('inTextOrder goes by the first sentence on the left, then on the right', () => {
  const links = [makeLink(1, [2], [0]), makeLink(2, [0], [2]), makeLink(3, [0, 3], [1])];
  expect(idsOf(inTextOrder({ links }, order))).toEqual([3, 2, 1]);
});

test('isDoubtful asks for a suggestion that is not sure, or says nothing of it', () => {
  expect(isDoubtful(suggestion(1, [0], [0], 0.89))).toBe(true);
  expect(isDoubtful(suggestion(1, [0], [0], null))).toBe(true);
  expect(isDoubtful(suggestion(1, [0], [0], 0.9))).toBe(false);
  expect(isDoubtful(suggestion(1, [0], [0], 0.9), 0.95)).toBe(true);
  expect(isDoubtful(makeLink(1, [0], [0]))).toBe(false);
});

describe('nextDoubtful', () => {
  const links = [
    suggestion(1, [0], [0], 0.5),
    suggestion(2, [1], [1], 0.99),
    makeLink(3, [2], [1]),
    suggestion(4, [3], [2], 0.6),
  ];
  const next = (from: number | null, direction: 1 | -1) =>
    nextDoubtful({ links }, order, from === null ? null : (links[from - 1]?.id ?? null), direction)
      ?.id ?? null;

  test('goes forward and back over what is not in doubt, and round at the ends', () => {
    expect(next(null, 1)).toBe(links[0]?.id);
    expect(next(1, 1)).toBe(links[3]?.id);
    expect(next(2, 1)).toBe(links[3]?.id);
    expect(next(4, 1)).toBe(links[0]?.id);
    expect(next(null, -1)).toBe(links[3]?.id);
    expect(next(4, -1)).toBe(links[0]?.id);
    expect(next(1, -1)).toBe(links[3]?.id);
  });

  test('is null where nothing is in doubt, or only the link itself', () => {
    expect(nextDoubtful({ links: [] }, order, null, 1)).toBeNull();
    expect(nextDoubtful({ links: links.slice(0, 2) }, order, links[0]?.id ?? null, 1)).toBeNull();
  });
});

test('stretches cover a side once, the surest link of a sentence counting', () => {
  const links = [
    suggestion(1, [0, 1], [0], 0.5),
    suggestion(2, [1], [1], 0.95),
    makeLink(3, [2], [1]),
    makeLink(4, [3], [2], { status: 'rejected' }),
  ];
  expect(stretches({ links }, order[0], 0)).toEqual([
    { from: 0, to: 1, state: 'doubtful' },
    { from: 1, to: 2, state: 'suggested' },
    { from: 2, to: 3, state: 'confirmed' },
    { from: 3, to: 4, state: 'unlinked' },
  ]);
  expect(stretches({ links }, order[1], 1)).toEqual([
    { from: 0, to: 1, state: 'doubtful' },
    { from: 1, to: 2, state: 'confirmed' },
    { from: 2, to: 3, state: 'unlinked' },
  ]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monotoneChain, type OrderedPair } from '../../../renderer/reader/chain.ts';

const pairs = (maxLength: number) =>
  fc.array(fc.record({ left: fc.nat(7), right: fc.nat(7) }), { maxLength });

describe('the longest chain of links in order', () => {
  test('keeps both orders and takes only what it was given', () => {
    fc.assert(
      fc.property(pairs(30), (given) => {
        const chain = monotoneChain(given);
        expect(chain.every((pair) => given.includes(pair))).toBe(true);
        expect(rises(chain)).toBe(true);
      }),
    );
  });

  test('is as long as any that can be chosen', () => {
    fc.assert(
      fc.property(pairs(9), (given) => {
        const best = subsets(given)
          .filter((chosen) => rises([...chosen].sort((a, b) => a.left - b.left)))
          .reduce((most, chosen) => Math.max(most, chosen.length), 0);
        expect(monotoneChain(given)).toHaveLength(best);
      }),
    );
  });

  test('leaves the one link that crosses the others', () => {
    const given = [
      { left: 0, right: 0 },
      { left: 1, right: 9 },
      { left: 2, right: 1 },
      { left: 3, right: 2 },
    ];
    expect(monotoneChain(given)).toEqual([given[0], given[2], given[3]]);
  });

  test('of nothing is nothing', () => {
    expect(monotoneChain([])).toEqual([]);
  });
});

function rises(chain: readonly OrderedPair[]): boolean {
  return chain.every((pair, at) => {
    const before = chain[at - 1];
    return before === undefined || (before.left < pair.left && before.right < pair.right);
  });
}

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const [first, ...rest] = items;
  if (first === undefined) {
    return [[]];
  }
  const without = subsets(rest);
  return [...without, ...without.map((chosen) => [first, ...chosen])];
}

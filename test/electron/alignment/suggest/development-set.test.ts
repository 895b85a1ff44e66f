// The development set: what was reached may not fall. docs/alignment.md has the figures; `npm run bench:suggestions` prints them.
import { describe, expect, test } from 'vitest';
import {
  lowestLeast,
  moreLeast,
  suggestLinks,
  usualLeast,
} from '../../../../electron/alignment/suggest/suggest.ts';
import { readDevelopmentSet } from './development-set.ts';
import { addScores, judge, scoreSuggestions } from './scores.ts';

const measured = readDevelopmentSet().map((pair) => {
  const list = suggestLinks(pair.vi, pair.en, { least: lowestLeast });
  const shown = list.filter(({ score }) => score >= usualLeast).length;
  return { pair, list, scores: scoreSuggestions(list, shown, pair.gold) };
});

describe('gold', () => {
  test.each(measured)('names sentences of the texts alone: $pair.name', ({ pair }) => {
    const known = (side: 'vi' | 'en') =>
      new Set(pair[side].filter(({ isBody }) => isBody).map(({ id }) => String(id)));
    const [vi, en] = [known('vi'), known('en')];
    const strays = [...pair.gold].filter(([cell, strength]) => {
      const [viId = '', enId = ''] = cell.split('|');
      return strength !== 'weak' && !(vi.has(viId) && en.has(enId));
    });
    expect(strays).toEqual([]);
    expect(pair.gold.size).toBeGreaterThan(0);
  });

  test('a link is right where every sentence answers one opposite', () => {
    const gold = new Map([
      ['a|x', 'strong'],
      ['b|x', 'clear'],
      ['b|y', 'weak'],
    ] as const);
    const sides = (vi: readonly string[], en: readonly string[]) =>
      judge({ vi: vi as never, en: en as never }, gold);
    expect(sides(['a'], ['x'])).toBe('right');
    expect(sides(['a', 'b'], ['x'])).toBe('right');
    expect(sides(['a', 'b'], ['x', 'y'])).toBe('weak');
    expect(sides(['a'], ['y'])).toBe('wrong');
  });
});

describe('suggestions', () => {
  const sumOf = (belongs: (pair: (typeof measured)[number]['pair']) => boolean) =>
    addScores(measured.filter(({ pair }) => belongs(pair)).map(({ scores }) => scores));

  test('of the part that nothing was fitted on: right nearly four times in five, wrong hardly ever', () => {
    const { shown, shownRight, shownWeak } = sumOf(({ set }) => set === 'report');
    expect(shown).toBeGreaterThanOrEqual(38);
    expect(shownRight / shown).toBeGreaterThan(0.75);
    expect((shownRight + shownWeak) / shown).toBeGreaterThan(0.94);
  });

  test('of a later round: above its floor nearly all that one may want, below it half at most', () => {
    const share = (from: number, to: number): number => {
      const judgements = measured.flatMap(({ pair, list }) =>
        list
          .filter(({ score }) => score >= from && score < to)
          .map((link) => judge(link, pair.gold)),
      );
      return judgements.filter((judgement) => judgement !== 'wrong').length / judgements.length;
    };
    expect(share(moreLeast, usualLeast)).toBeGreaterThanOrEqual(0.8);
    expect(share(lowestLeast, moreLeast)).toBeLessThanOrEqual(0.5);
  });

  test('of the telegram: nine sentences in ten with counterparts have one among their five best', () => {
    const { answered, foundAtOne, foundAtFive } = sumOf(({ isCorpus }) => isCorpus);
    expect(answered).toBe(27);
    expect(foundAtFive / answered).toBeGreaterThan(0.9);
    expect(foundAtOne / answered).toBeGreaterThan(0.8);
  });

  test.each(measured)('hold nothing but the text itself: $pair.name', ({ pair, list }) => {
    const chrome = new Set(
      [...pair.vi, ...pair.en].filter(({ isBody }) => !isBody).map(({ id }) => id),
    );
    expect(chrome.size).toBeGreaterThan(0);
    expect(list.flatMap(({ vi, en }) => [...vi, ...en]).filter((id) => chrome.has(id))).toEqual([]);
  });
});

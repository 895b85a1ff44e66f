import { describe, expect, test } from 'vitest';
import { findAll } from '../../../electron/search/find.ts';
import { collectMatches, matchFrom, searchedPanes } from '../../../renderer/search/matches.ts';
import { makeIndex } from '../reader/texts.ts';

const left = makeIndex('thu', [
  { part: 'front', sentences: ['Thư mục: hòa bình'] },
  { sentences: ['Vì hòa bình.', 'Hoà bình muôn năm!'] },
  { sentences: ['Hết thư.'] },
]);
const right = makeIndex('letter', [{ sentences: ['For peace.', 'Long live peace!'] }], 'en');
const panes = [left, right];
const search = (query: string, shown: readonly (0 | 1)[] = [0, 1]) =>
  collectMatches(panes, shown, (pane) => findAll(panes[pane]?.document.text ?? '', query));

describe('what is found', () => {
  test('says its pane, its sentence, its words, and whether it may be folded away', () => {
    const found = search('hoa binh');
    expect(found.map(({ segmentId, inMatter }) => [segmentId, inMatter])).toEqual([
      ['thu/0', true],
      ['thu/1', false],
      ['thu/2', false],
    ]);
    expect(found.map(({ start, end }) => left.document.text.slice(start, end))).toEqual([
      'hòa bình',
      'hòa bình',
      'Hoà bình',
    ]);
    expect(search('e').filter(({ pane }) => pane === 1)).not.toEqual([]);
  });

  test('may run over the end of a sentence: it belongs to the one that it begins in', () => {
    expect(search('peace. long').map(({ segmentId }) => segmentId)).toEqual(['letter/0']);
  });

  test('is in the panes that are searched alone, and nothing for nothing', () => {
    expect(search('peace', [0])).toEqual([]);
    expect(search('')).toEqual([]);
    expect(collectMatches([null, null], [0, 1], () => [{ start: 0, end: 1 }])).toEqual([]);
  });
});

describe('where going through begins', () => {
  const found = search('th');
  test('at the place of the reader, and from the start again after the last', () => {
    const second = found[1];
    expect(second).toBeDefined();
    expect(matchFrom(found, { pane: 0, offset: 0 })).toBe(0);
    expect(matchFrom(found, { pane: 0, offset: (second?.start ?? 0) + 1 })).toBe(1);
    expect(matchFrom(found, { pane: 1, offset: 0 })).toBe(0);
    expect(matchFrom([], { pane: 0, offset: 0 })).toBe(-1);
  });

  test('in the right pane for a reader who is there', () => {
    const both = search('n');
    const at = matchFrom(both, { pane: 1, offset: 0 });
    expect(both[at]?.pane).toBe(1);
    expect(both[at - 1]?.pane).toBe(0);
  });
});

test('the panes that are searched are those with a text of their own on the page', () => {
  expect(searchedPanes(panes, false, 1)).toEqual([0, 1]);
  expect(searchedPanes(panes, true, 1)).toEqual([1]);
  expect(searchedPanes([left, left], false, 1)).toEqual([1]);
  expect(searchedPanes([left, null], false, 0)).toEqual([0, 1]);
});

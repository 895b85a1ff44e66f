import { expect, test } from 'vitest';
import { recentChoices, rememberChoice } from '../../../renderer/search/recent-choices.ts';

test('the last choices are kept, the latest first, each once, and not without end', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(recentChoices(storage)).toEqual([]);
  for (const id of ['a', 'b', 'c', 'a']) {
    rememberChoice(storage, id);
  }
  expect(recentChoices(storage)).toEqual(['a', 'c', 'b']);
  for (const id of ['d', 'e', 'f', 'g']) {
    rememberChoice(storage, id);
  }
  expect(recentChoices(storage)).toEqual(['g', 'f', 'e', 'd', 'a', 'c']);
});

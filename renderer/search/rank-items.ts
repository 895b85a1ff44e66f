// Filters and orders a list by what the reader types: for the command palette.
import { foldText } from '../../electron/search/folding.ts';

export interface RankedItem {
  readonly id: string;
  /** Everything that it may be found by. */
  readonly words: string;
  readonly enabled: boolean;
}

/**
 * The items that hold every word typed (accents and case aside): those that can be chosen first, then by how well they
 * fit (their words begin with what was typed, or one of their words does, or it stands inside), then those chosen
 * lately (`recent`: ids, the latest first), then in the order given.
 */
export function rankItems<Item extends RankedItem>(
  items: readonly Item[],
  typed: string,
  recent: readonly string[],
): readonly Item[] {
  const query = fold(typed);
  const wanted = query.split(' ').filter(Boolean);
  return items
    .map((item) => ({ item, words: fold(item.words) }))
    .filter(({ words }) => wanted.every((word) => words.includes(word)))
    .map(({ item, words }, order) => ({
      item,
      rank: [
        Number(!item.enabled),
        looseness(words, query, wanted),
        lateness(recent, item.id),
        order,
      ],
    }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ item }) => item);
}

function fold(words: string): string {
  return foldText(words, 'none').text.trim().replace(/\s+/g, ' ');
}

function looseness(words: string, query: string, wanted: readonly string[]): number {
  if (words.startsWith(query)) {
    return 0;
  }
  return wanted.every((word) => ` ${words}`.includes(` ${word}`)) ? 1 : 2;
}

function lateness(recent: readonly string[], id: string): number {
  const at = recent.indexOf(id);
  return at < 0 ? recent.length : at;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, place) => number !== b[place]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}

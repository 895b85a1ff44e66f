import { describe, expect, test } from 'vitest';
import { rankItems } from '../../../renderer/search/rank-items.ts';

const items = [
  item('next', 'Câu sau'),
  item('link', 'Liên kết các câu đã chọn'),
  item('unlink', 'Gỡ liên kết', false),
  item('note', 'Viết ghi chú cho liên kết'),
  item('text', 'Đổi chỗ hai khung'),
];
const ids = (typed: string, recent: readonly string[] = []) =>
  rankItems(items, typed, recent).map(({ id }) => id);

describe('the list of the palette', () => {
  test('with nothing typed holds everything: what can be chosen, what was chosen lately, then its own order', () => {
    expect(ids('')).toEqual(['next', 'link', 'note', 'text', 'unlink']);
    expect(ids('', ['text', 'unlink'])).toEqual(['text', 'next', 'link', 'note', 'unlink']);
  });

  test('is found without accents, in any case, by every word typed', () => {
    expect(ids('lien ket')).toEqual(['link', 'note', 'unlink']);
    expect(ids('LIÊN KẾT')).toEqual(['link', 'note', 'unlink']);
    expect(ids('ket viet')).toEqual(['note']);
    expect(ids('doi')).toEqual(['text']);
    expect(ids('  doi  cho ')).toEqual(['text']);
    expect(ids('xyz')).toEqual([]);
  });

  test('puts beginnings before the beginnings of words, and those before the rest', () => {
    const words = [item('inside', 'Tháo'), item('word', 'Bỏ ao'), item('start', 'Ao cá')];
    expect(rankItems(words, 'ao', ['inside']).map(({ id }) => id)).toEqual([
      'start',
      'word',
      'inside',
    ]);
  });
});

function item(id: string, words: string, enabled = true) {
  return { id, words, enabled };
}

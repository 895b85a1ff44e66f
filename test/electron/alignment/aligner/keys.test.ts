import { describe, expect, test } from 'vitest';
import { keysOf } from '../../../../electron/alignment/aligner/keys.ts';
import { tokensOf } from '../../../../electron/alignment/aligner/tokens.ts';
import { nameEntries } from '../../../../electron/alignment/names.ts';
import type { Language } from '../../../../electron/corpus/document.ts';

const names = (text: string, language: Language) => keysOf(text, tokensOf(text), language).names;

describe('names meet across their spellings', () => {
  test.each([
    ['quân đội Liên Xô', 'the army of the Soviet Union'],
    ['nhân dân Triều Tiên', 'the people of Korea'],
    ['LIÊN XÔ', 'THE USSR'],
    ['đến Bình Nhưỡng', 'to Pyongyang'],
    ['Tổng thống Mỹ', 'the American President'],
    ['nước Anh', 'in England'],
    ['ông Kim Nhật Thành', 'Comrade Kim Il Sung'],
    ['đồng chí Xta-lin', 'Comrade Stalin'],
    ['nước Việt-Nam', 'in Vietnam'],
    ['gặp Nguyễn Văn Thọ', 'met Nguyen Van Tho'],
    ['hãng Barça', 'the team Barca'],
    ['một con robot', 'a robot'],
  ])('%s = %s', (vi, en) => {
    const english = new Set(names(en, 'en'));
    expect(names(vi, 'vi').some((key) => english.has(key))).toBe(true);
  });
});

describe('words that are no names', () => {
  test.each<[string, Language, string]>([
    ['Anh ấy về nhà.', 'vi', 'Britain'],
    ['Ý kiến của họ', 'vi', 'Italy'],
    ['They told us nothing.', 'en', 'United States'],
  ])('%s', (text, language, country) => {
    const entry = nameEntries.findIndex(({ en }) => en.includes(country));
    expect(entry).toBeGreaterThanOrEqual(0);
    expect(names(text, language)).not.toContain(`name:${entry}`);
  });
});

test('the table has both sides everywhere, in NFC, without empty spellings', () => {
  expect(nameEntries.length).toBeGreaterThan(150);
  for (const { vi, en } of nameEntries) {
    for (const spelling of [...vi, ...en]) {
      expect(spelling).toBe(spelling.normalize('NFC').trim());
      expect(spelling).not.toBe('');
    }
  }
});

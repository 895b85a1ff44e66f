// Reasons in words, as the command line says them.
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../electron/alignment/reason.ts';
import { wordsOfReason } from '../../../electron/alignment/reason-words.ts';
import { concepts } from '../../../electron/alignment/suggest/concepts.ts';
import { languages } from '../../../electron/corpus/document.ts';
import { createPhrases } from '../../../electron/language/phrases.ts';

const phrases = { vi: createPhrases('vi'), en: createPhrases('en') };

describe('reasons', () => {
  test.each<readonly [Reason, en: string, vi: string]>([
    [
      { kind: 'same-date', params: { date: '1945-08-15' } },
      'Same date: 15 August 1945',
      'Cùng ngày: 15 tháng 8 năm 1945',
    ],
    [
      { kind: 'same-date', params: { date: '1978-09' } },
      'Same date: September 1978',
      'Cùng ngày: tháng 9 năm 1978',
    ],
    [
      { kind: 'same-date', params: { date: '--02-29' } },
      'Same date: 29 February',
      'Cùng ngày: 29 tháng 2',
    ],
    [
      { kind: 'same-name', params: { vi: 'Liên Xô', en: 'Soviet Union' } },
      'Same name: Liên Xô / Soviet Union',
      'Cùng tên: Liên Xô / Soviet Union',
    ],
    [
      {
        kind: 'same-formula',
        params: { formula: 'health-wish', vi: 'sức khỏe dồi dào', en: 'good health' },
      },
      'Both wish good health: “sức khỏe dồi dào” / “good health”',
      'Cùng chúc sức khỏe: “sức khỏe dồi dào” / “good health”',
    ],
  ])('%o', (reason, en, vi) => {
    expect(wordsOfReason(reason, 'en', phrases.en)).toBe(en);
    expect(wordsOfReason(reason, 'vi', phrases.vi)).toBe(vi);
  });

  test.each(languages)('name every concept in %s', (language) => {
    for (const { id } of concepts) {
      const params = { formula: id, vi: 'a', en: 'b' };
      const words = wordsOfReason({ kind: 'same-formula', params }, language, phrases[language]);
      expect(words, id).not.toContain('reasons.');
    }
  });
});

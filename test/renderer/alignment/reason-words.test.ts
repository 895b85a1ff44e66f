import { describe, expect, test } from 'vitest';
import { languages } from '../../../electron/corpus/document.ts';
import { reasonWords } from '../../../renderer/alignment/reason-words.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import list from '../../../resources/alignment/concepts.json' with { type: 'json' };

describe('reasons in words', () => {
  test.each([
    ['en', { kind: 'same-date', params: { date: '1945-08-15' } }, 'Same date: 15 August 1945'],
    ['vi', { kind: 'same-date', params: { date: '1945-08-15' } }, 'Cùng ngày: 15 tháng 8 năm 1945'],
    ['en', { kind: 'same-date', params: { date: '--08-15' } }, 'Same date: 15 August'],
    ['vi', { kind: 'same-date', params: { date: '--08-15' } }, 'Cùng ngày: 15 tháng 8'],
    ['en', { kind: 'same-date', params: { date: '1948-09' } }, 'Same date: September 1948'],
    ['en', { kind: 'same-number', params: { number: '75' } }, 'Same number: 75'],
    [
      'en',
      { kind: 'same-name', params: { vi: 'Liên Xô', en: 'Soviet Union' } },
      'Same name: Liên Xô / Soviet Union',
    ],
    [
      'en',
      {
        kind: 'same-formula',
        params: { formula: 'health-wish', vi: 'sức khoẻ dồi dào', en: 'good health' },
      },
      'Both wish good health: “sức khoẻ dồi dào” / “good health”',
    ],
  ] as const)('in %s: %o', (language, reason, words) => {
    expect(reasonWords(createI18n(language).t, language, reason)).toBe(words);
  });

  test.each(languages)('every concept of the list has a name in %s', (language) => {
    const { t } = createI18n(language);
    for (const { id } of list.concepts) {
      const params = { formula: id, vi: 'một', en: 'one' };
      const words = reasonWords(t, language, { kind: 'same-formula', params });
      expect(words, id).not.toContain('reasons.');
      expect(words, id).not.toMatch(/^:/);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { failures } from '../../../electron/contract/failures.ts';
import { createPhrases, phraseOfFailure } from '../../../electron/language/phrases.ts';
import { systemLanguage } from '../../../electron/language/system-language.ts';
import en from '../../../resources/locales/en.json' with { type: 'json' };
import vi from '../../../resources/locales/vi.json' with { type: 'json' };

const sentences = { en, vi };

describe('phrases', () => {
  test.each(['vi', 'en'] as const)(
    'every failure has a sentence in %s with its parameters',
    (language) => {
      const phrases = createPhrases(language);
      for (const [code, names] of Object.entries(failures)) {
        const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
        const sentence = phraseOfFailure(phrases, { code: code as keyof typeof failures, params });
        expect(sentence, code).not.toContain('failures.');
        expect(sentence, code).not.toContain('{{');
        const template = sentences[language].failures[code as keyof typeof failures];
        for (const [, name] of template.matchAll(/\{\{(\w+)\}\}/g)) {
          expect(names, `${code} is told its ${name}`).toContain(name);
        }
      }
    },
  );

  test('the two languages do not share an instance', () => {
    const vi = createPhrases('vi');
    const en = createPhrases('en');
    expect(vi('failures.nothing-to-undo')).not.toBe(en('failures.nothing-to-undo'));
  });

  test('a path keeps its slashes and angle brackets', () => {
    expect(createPhrases('en')('failures.page-not-built', { folder: '/a/<b>&c' })).toContain(
      '/a/<b>&c',
    );
  });
});

test.each([
  ['vi', 'vi'],
  ['vi-VN', 'vi'],
  ['VI-vn', 'vi'],
  ['vie', 'en'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
])('a system that speaks %j is spoken to in %s', (tag, language) => {
  expect(systemLanguage(tag)).toBe(language);
});

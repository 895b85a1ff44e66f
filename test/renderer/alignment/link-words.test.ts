import { describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../../electron/corpus/document.ts';
import { describeLink, shownConfidence } from '../../../renderer/alignment/link-words.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { makeDocument } from '../reader/texts.ts';
import { link, suggestion } from './links.ts';

const documents: readonly DocumentSummary[] = [
  makeDocument('vi', [], 'vi').summary,
  makeDocument('en', [], 'en').summary,
];

describe('what is said of a link', () => {
  test.each([
    ['en', '2 Vietnamese, 1 English, confidence 0.71, suggested'],
    ['vi', '2 câu tiếng Việt, 1 câu tiếng Anh, độ tin cậy 0,71, đề xuất'],
  ] as const)('in %s', (language, words) => {
    const { t } = createI18n(language);
    expect(describeLink(t, suggestion([1, 2], [1], 0.7142), documents)).toBe(words);
  });

  test('of the reader’s own has no confidence, and tells that it is locked', () => {
    const { t } = createI18n('en');
    expect(describeLink(t, link([1], [1, 2], { locked: true }), documents)).toBe(
      '1 Vietnamese, 2 English, confirmed, locked',
    );
  });

  test.each([
    [0.999, 0.99],
    [1, 0.99],
    [0.7, 0.7],
    [0.29, 0.29],
    [0, 0],
  ])('never claims more confidence than there is: %d as %d', (confidence, shown) => {
    expect(shownConfidence(confidence)).toBe(shown);
  });
});

import { describe, expect, it, test } from 'vitest';
import { readAbout } from '../../../electron/translation/model-about.ts';

describe('about.json', () => {
  it('may say everything', () => {
    const about = {
      name: 'Song Hành vi-en',
      licence: { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
      scores: [{ set: 'dev-genre', from: 'vi', to: 'en', chrF: 62.1, BLEU: 36.5 }],
      limits: { en: ['Verse is beyond it.'], vi: ['Không dịch được thơ.'] },
      channel: 'en-vi',
      page: 'training/README.md',
      download: { host: 'models.example', revision: 'a1b2c3d', at: '2026-11-21T10:00:00.000Z' },
    };
    expect(readAbout(JSON.stringify(about))).toEqual(about);
  });

  it('may say nothing, or what nobody knows yet', () => {
    const empty = {
      name: null,
      licence: null,
      scores: [],
      limits: { en: [], vi: [] },
      channel: null,
      page: null,
      download: null,
    };
    expect(readAbout('{}')).toEqual(empty);
    expect(readAbout('{"colour": "red"}')).toEqual(empty);
  });

  test.each([
    ['', 'no JSON'],
    ['"text"', 'a text'],
    ['{"scores": [{"set": "x", "from": "vi", "to": "fr", "chrF": 1}]}', 'another language'],
    ['{"scores": [{"set": "x", "from": "vi", "to": "en", "chrF": 101}]}', 'more than there is'],
    [`{"name": "${'long '.repeat(50)}"}`, 'no end'],
    ['{"limits": {"en": ["x"]}}', 'one language alone'],
  ])('%s is passed over: %s', (text) => {
    expect(readAbout(text)).toBeNull();
  });
});

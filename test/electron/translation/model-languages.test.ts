// Which languages a model folder says it translates.
import { describe, expect, it } from 'vitest';
import { directionsOf, type LanguageClues } from '../../../electron/translation/model-languages.ts';

const nothing: LanguageClues = {
  asksForEnglish: false,
  asksForVietnamese: false,
  sourceLanguage: undefined,
  targetLanguage: undefined,
  names: [],
};
const toVietnamese = [{ from: 'en', to: 'vi' }];
const toEnglish = [{ from: 'vi', to: 'en' }];

describe('directionsOf', () => {
  it('takes both language tokens for both directions', () => {
    const clues = { ...nothing, asksForEnglish: true, asksForVietnamese: true };
    expect(directionsOf(clues)).toEqual([...toEnglish, ...toVietnamese]);
  });

  it('believes a stated pair before the language tokens', () => {
    const clues = { ...nothing, asksForEnglish: true, asksForVietnamese: true };
    const stated = { ...clues, sourceLanguage: 'en', targetLanguage: 'vi' };
    expect(directionsOf(stated)).toEqual(toVietnamese);
    const manyLanguages = { ...clues, sourceLanguage: 'mul', targetLanguage: 'mul' };
    expect(directionsOf(manyLanguages)).toEqual([...toEnglish, ...toVietnamese]);
  });

  it.each([
    ['en', 'vi', toVietnamese],
    ['eng', 'vie', toVietnamese],
    ['vie_Latn', 'eng_Latn', toEnglish],
    ['vi_VN', 'en_XX', toEnglish],
    ['en', 'fr', []],
    ['en', 'en', []],
    [7, null, []],
  ])('reads %j to %j from the tokenizer', (sourceLanguage, targetLanguage, expected) => {
    expect(directionsOf({ ...nothing, sourceLanguage, targetLanguage })).toEqual(expected);
  });

  it.each([
    ['opus-mt-en-vi', toVietnamese],
    ['Helsinki-NLP/opus-mt-vi-en', toEnglish],
    ['en-vi', toVietnamese],
    ['my_eng_vie_model', toVietnamese],
    ['VI-EN', toEnglish],
    ['open-view', []],
    ['opus-mt-en-fr', []],
    ['model', []],
  ])('reads the name %s', (name, expected) => {
    expect(directionsOf({ ...nothing, names: [name] })).toEqual(expected);
  });

  it('believes the tokenizer before the name, and the folder before config.json', () => {
    const names = ['en-vi', 'opus-mt-vi-en'];
    expect(directionsOf({ ...nothing, names })).toEqual(toVietnamese);
    const stated = { ...nothing, names, sourceLanguage: 'vi', targetLanguage: 'en' };
    expect(directionsOf(stated)).toEqual(toEnglish);
    expect(directionsOf({ ...nothing, asksForVietnamese: true, names })).toEqual(toVietnamese);
  });
});

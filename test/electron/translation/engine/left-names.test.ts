// Names left in English in a Vietnamese sentence are said in Vietnamese; whatever may be meant so stays.
import { describe, expect, it } from 'vitest';
import { sayLeftNames } from '../../../../electron/translation/engine/left-names.ts';

describe('sayLeftNames', () => {
  it.each([
    [
      'Tình hữu nghị DPRK-Russia phát triển.',
      'The DPRK-Russia friendship grew.',
      'Tình hữu nghị Triều Tiên – Nga phát triển.',
    ],
    ['đàm phán Nga-DPRK', 'Russia-DPRK talks', 'đàm phán Nga – Triều Tiên'],
    [
      'nhân dân USSR và DPRK',
      'the people of the USSR and the DPRK',
      'nhân dân Liên Xô và Triều Tiên',
    ],
  ])('makes %j of %j into %j', (said, source, expected) => {
    expect(sayLeftNames(said, source)).toBe(expected);
  });

  it.each([
    ['what Vietnamese writes so', 'khối NATO', 'the NATO bloc'],
    ['what the table does not know', 'đài BBC, tuyến Ulan-Ude', 'the BBC, the Ulan-Ude line'],
    ['what the source does not have', 'nước DPRK', 'this country'],
    ['names of one word', 'Moscow và Putin', 'Moscow and Putin'],
    ['Vietnamese words that hyphens join', 'Mát-xcơ-va, Triều-Nga', 'Moscow, Korean-Russian'],
    ['parts of longer words', 'mã DPRK2, e-DPRK', 'code DPRK2, e-DPRK'],
  ])('leaves %s', (_, said, source) => {
    expect(sayLeftNames(said, source)).toBe(said);
  });
});

// Names that a model misspelt are spelt as in the source; words that only look alike stay.
import { describe, expect, it } from 'vitest';
import { respellNames } from '../../../../electron/translation/engine/respelt-names.ts';

describe('respellNames', () => {
  it.each([
    ['Dear Iosif Visarionovich!', 'Iosif Vissarionovich thân mến!', 'Dear Iosif Vissarionovich!'],
    ['to Visarionovic, Visarionovic', 'gửi Vissarionovich', 'to Vissarionovich, Vissarionovich'],
    ['with Kosigin', 'với Kosygin', 'with Kosygin'],
  ])('makes %j of %j into %j', (said, source, expected) => {
    expect(respellNames(said, source, 'en')).toBe(expected);
  });

  it('does so into Vietnamese, too', () => {
    const said = 'Tổng thống Medvedeff đến thăm.';
    const source = 'President Medvedev came on a visit.';
    expect(respellNames(said, source, 'vi')).toBe(said);
    expect(respellNames(said.replace('ff', 'f'), source, 'vi')).toContain('Medvedev ');
  });

  it.each([
    ['names of the table', 'Ukraine', 'Ukraina', 'en'],
    ['words that go on or leave off', 'the Bolsheviks', 'người Bolshevik', 'en'],
    ['Vietnamese syllables', 'ông Thuong', 'Though he', 'vi'],
    ['two that are alike', 'Kosigin and Kosygen', 'Kosygin', 'en'],
    ['a name that is there', 'Kosygin and Kosigin', 'Kosygin', 'en'],
    ['short ones', 'Larin', 'Lenin', 'en'],
    ["words of no name's length, at once", `N${'ab'.repeat(80)}`, `N${'ba'.repeat(80)}`, 'en'],
    ['what differs too much', 'Moldova', 'Monrovia', 'en'],
  ] as const)('leaves %s', (_, said, source, to) => {
    expect(respellNames(said, source, to)).toBe(said);
  });
});

// Folding and finding: marks, tone placement, case, typography, and the way back to the original offsets.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder, findAll } from '../../../electron/search/find.ts';
import { foldText } from '../../../electron/search/folding.ts';

function found(text: string, query: string): readonly string[] {
  return findAll(text, query).map(({ start, end }) => text.slice(start, end));
}

describe('finding', () => {
  const text = 'Đường về: hòa bình, hoà hợp, thúy và thuý, khỏe; dương liễu. “TRIỀU TIÊN” – 1948…';

  it.each([
    ['no marks match any', 'duong', ['Đường', 'dương']],
    ['marks match themselves alone', 'đường', ['Đường']],
    ['marks match themselves alone', 'dương', ['dương']],
    ['đ is a mark', 'đương', []],
    ['words without marks match any where nothing is exact', 'trieu tiên', ['TRIỀU TIÊN']],
    ['words without marks match any where nothing is exact', 'hòa binh', ['hòa bình']],
    ['words without marks match any where nothing is exact', 'binh, hòa hop', ['bình, hoà hợp']],
    ['words with marks never do', 'trieu tiền', []],
    ['words with marks never do', 'hoá binh', []],
    ['old and new tone placement', 'hoà', ['hòa', 'hoà']],
    ['old and new tone placement', 'HÒA', ['hòa', 'hoà']],
    ['old and new tone placement', 'thuý', ['thúy', 'thuý']],
    ['old and new tone placement', 'khoẻ', ['khỏe']],
    ['the start of a syllable as it is written', 'hò', ['hò']],
    ['any case', 'triều TIÊN', ['TRIỀU TIÊN']],
    ['plain quotation marks', '"trieu tien" - 1948...', ['“TRIỀU TIÊN” – 1948…']],
    ['curly quotation marks', '”triều', ['“TRIỀU']],
    ['white space round the query', '  1948 ', ['1948']],
    ['runs of white space in it', 'duong  \t lieu', ['dương liễu']],
    ['nothing there', 'xyz', []],
    ['empty', '', []],
    ['blank', ' \n ', []],
    ['a lone mark', '\u0301', []],
  ])('%s: %s', (_name, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it('finds decomposed letters with all their marks', () => {
    const decomposed = 'con đường dài'.normalize('NFD');
    expect(found(decomposed, 'đường')).toEqual(['đường'.normalize('NFD')]);
    expect(found(decomposed, 'duong')).toEqual(['đường'.normalize('NFD')]);
  });

  it('takes what is exact alone where there is such', () => {
    expect(found('ba bà, bà bà', 'ba bà')).toEqual(['ba bà']);
    expect(found('bà bà', 'ba bà')).toEqual(['bà bà']);
  });

  it('leaves closed syllables as they are', () => {
    expect(found('hoàn toàn, thuyền', 'hòan')).toEqual([]);
    expect(found('hoàn toàn, thuyền', 'hoàn')).toEqual(['hoàn']);
  });

  it('does not overlap', () => {
    expect(findAll('aaaaa', 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(found('a…b', '.')).toEqual(['…']);
  });

  it('does not reach over the end of a paragraph', () => {
    expect(found('một\nhai', 'một hai')).toEqual([]);
  });

  it('answers many queries of one text', () => {
    const find = createFinder(text);
    expect([find('duong').length, find('đường').length, find('duong').length]).toEqual([2, 1, 2]);
  });
});

describe('laws', () => {
  const letters = fc.constantFrom(
    ...'aăâbcdđeêghioôơuưyàáảãạòóỏõọhoàhòathúythuý',
    ' ',
    'Đ',
    'Ư',
    '“',
    '…',
    '–',
  );
  const texts = fc.array(letters, { maxLength: 60 }).map((all) => all.join('').replace(/ +/g, ' '));
  const anything = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units));

  it('every piece of a text is found in it, in any case and without its marks', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(20), (text, start, length) => {
        const piece = text.slice(start, start + length).trim();
        fc.pre(piece !== '');
        for (const query of [piece, piece.toUpperCase(), foldText(piece, 'none').text]) {
          const matches = findAll(text, query);
          expect(matches.length).toBeGreaterThan(0);
          expect(matches.every((match) => match.end <= text.length)).toBe(true);
        }
      }),
    );
  });

  it('matches are in order, not empty, apart, and fold to the query', () => {
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        let end = 0;
        const wanted = foldText(query.trim(), 'none').text;
        for (const match of findAll(text, query)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          expect(foldText(text.slice(match.start, match.end), 'none').text).toContain(wanted);
          end = match.end;
        }
      }),
    );
  });

  it('folding keeps the way back: offsets rise, lie in the text, and cover what is not a mark', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('none', 'kept', 'modern' as const), (text, marks) => {
        const folded = foldText(text, marks);
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        folded.starts.forEach((start, index) => {
          const end = folded.ends[index] ?? 0;
          expect(start).toBeGreaterThanOrEqual(folded.starts[index - 1] ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        });
      }),
    );
  });

  it('takes any text and any query', () => {
    fc.assert(
      fc.property(anything, anything, (text, query) => {
        for (const { start, end } of findAll(text, query)) {
          expect(text.slice(start, end)).not.toBe('');
        }
      }),
    );
  });

  it('takes a long text', () => {
    expect(findAll('đường '.repeat(100_000), 'duong')).toHaveLength(100_000);
  });
});

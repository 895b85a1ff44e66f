// Long texts are cut where a reader would pause; nothing is lost and every piece fits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PieceLengths,
  splitText,
} from '../../../../electron/translation/engine/split-text.ts';

/** A piece's size in words, and one more, as an end token is. */
const words = (piece: string): number => piece.split(/\s+/).filter(Boolean).length + 1;
const characters = (piece: string): number => Array.from(piece).length;
const hard = (longest: number): PieceLengths => ({ usual: longest, longest });
const bare = (text: string): string => text.replace(/\s+/gu, '');

describe('splitText', () => {
  it('leaves alone what fits', () => {
    expect(splitText('một hai ba', hard(4), words)).toEqual(['một hai ba']);
  });

  it('cuts at sentence ends first, then at clauses, commas and spaces', () => {
    expect(splitText('A b c. D e f. G h i.', hard(8), words)).toEqual(['A b c. D e f.', 'G h i.']);
    expect(splitText('a b, c d; e f, g h', hard(6), words)).toEqual(['a b, c d;', 'e f, g h']);
    expect(splitText('a b c, d e f', hard(4), words)).toEqual(['a b c,', 'd e f']);
    expect(splitText('a b c d e f', hard(4), words)).toEqual(['a b c', 'd e f']);
  });

  it('cuts what is longer than usual where it pauses, and only there', () => {
    const lengths = { usual: 4, longest: 8 };
    expect(splitText('a b c, d e f', lengths, words)).toEqual(['a b c,', 'd e f']);
    expect(splitText('a b c d e f', lengths, words)).toEqual(['a b c d e f']);
    expect(splitText('a b, c d e f g', lengths, words)).toEqual(['a b,', 'c d e f g']);
    expect(splitText('a Mr. b c d, e f', lengths, words)).toEqual(['a Mr. b c d,', 'e f']);
    expect(splitText('a b c d e f g h i', lengths, words)).toEqual(['a b c d e', 'f g h i']);
  });

  it('cuts between characters where there is no space, never inside one', () => {
    const pieces = splitText('😀'.repeat(30), hard(7), characters);
    expect(pieces.join('')).toBe('😀'.repeat(30));
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  });

  it('drops nothing and makes every piece fit', () => {
    const piece = fc.constantFrom('a', 'nước', 'xx', '. ', ', ', '; ', ' – ', ' ', '…" ', '😀');
    const text = fc.array(piece, { minLength: 1, maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (given, limit) => {
        const trimmed = given.trim();
        const pieces = splitText(trimmed, hard(limit), characters);
        expect(bare(pieces.join(''))).toBe(bare(trimmed));
        for (const one of pieces) {
          expect(characters(one)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it('never measures a very long text as a whole', () => {
    let longest = 0;
    const pieces = splitText('x'.repeat(100_000), hard(50), (piece) => {
      longest = Math.max(longest, piece.length);
      return piece.length;
    });
    expect(longest).toBeLessThanOrEqual(4_000);
    expect(pieces.join('')).toBe('x'.repeat(100_000));
  });
});

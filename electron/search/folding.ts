// Folds text for finding: case, marks and typographic variants away, with the way back to the original.

/**
 * - `none`: marks are taken off ("Đường" gives "duong");
 * - `kept`: marks stay as they are ("Đường" gives "đường");
 * - `modern`: marks stay, and the tone of an open oa, oe, uy stands on the second vowel ("hòa" gives "hoà").
 */
export type MarkFolding = 'none' | 'kept' | 'modern';

/** Folded text; `starts[i]` and `ends[i]` bound the original characters that its code unit `i` comes from. */
export interface FoldedText {
  readonly text: string;
  /** UTF-16 code units into the original text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

// A character with the marks that follow it; marks at the start of a text stand alone.
const cluster = /\P{M}\p{M}*|\p{M}+/gsu;
const mark = /\p{M}/gu;

const plain: Readonly<Record<string, string>> = Object.fromEntries([
  ...pairs('‘’‚‛′ʼ＇`´', "'"),
  ...pairs('“”„‟«»″＂', '"'),
  ...pairs('‐‑‒–—―−﹣－', '-'),
  ...pairs('\t\u00A0\u2002\u2003\u2009\u200A\u202F\u3000', ' '),
  ['…', '...'],
]);

/** The folded text of any string; lone surrogates stay as they are. Lower case, quotation marks and dashes plain. */
export function foldText(text: string, marks: MarkFolding): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: character, index } of text.matchAll(cluster)) {
    for (const unit of foldCharacter(character, marks).split('')) {
      units.push(unit);
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  const folded = units.join('');
  return { text: marks === 'modern' ? moveTones(folded) : folded, starts, ends };
}

function foldCharacter(character: string, marks: MarkFolding): string {
  const simple = plain[character] ?? character.toLowerCase();
  return marks === 'none'
    ? simple.normalize('NFD').replace(mark, '').replaceAll('đ', 'd')
    : simple.normalize('NFC');
}

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  return [...from].map((character) => [character, to] as const);
}

// Each pair of vowels with a tone on its first, and the same with the tone on its second.
const movedTones: ReadonlyMap<string, string> = new Map([
  ...tonePairs('òóỏõọ', 'a', 'o', 'àáảãạ'),
  ...tonePairs('òóỏõọ', 'e', 'o', 'èéẻẽẹ'),
  ...tonePairs('ùúủũụ', 'y', 'u', 'ỳýỷỹỵ'),
]);
// Only in an open syllable do the two spellings differ: "hòa" and "hoà", but "hoàn" alone.
const openSyllable = /(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![\p{L}\p{M}])/gu;

/** Keeps every code unit in its place: each of the vowels is one, marked or not. */
function moveTones(text: string): string {
  return text.replace(openSyllable, (vowels) => movedTones.get(vowels) ?? vowels);
}

function tonePairs(
  firstMarked: string,
  second: string,
  first: string,
  secondMarked: string,
): readonly (readonly [string, string])[] {
  const moved = [...secondMarked];
  return [...firstMarked].map(
    (vowel, tone) => [vowel + second, first + (moved[tone] ?? second)] as const,
  );
}

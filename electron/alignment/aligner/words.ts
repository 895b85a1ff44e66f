// The words that the lexicon knows a sentence by: Vietnamese syllables and compounds, English stems.
import { foldText } from '../../search/folding.ts';
import type { Token } from './tokens.ts';

/** The longest Vietnamese compound of the lexicon, in syllables. */
const longestCompound = 4;

const known = new Map<string, readonly string[]>();
const knownLimit = 50_000;

/** The syllables of a Vietnamese sentence: lower case, tones in their modern place, hyphens parted. */
export function syllablesOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? partsOf(token.lower) : []));
}

function partsOf(word: string): readonly string[] {
  let parts = known.get(word);
  if (parts === undefined) {
    parts = foldText(word, 'modern').text.split(/['-]/).filter(Boolean);
    if (known.size >= knownLimit) {
      known.clear();
    }
    known.set(word, parts);
  }
  return parts;
}

/** Joins syllables into the longest compounds that are known, from the left. */
export function joinCompounds(
  syllables: readonly string[],
  isCompound: (words: string) => boolean,
): readonly string[] {
  const units: string[] = [];
  let at = 0;
  while (at < syllables.length) {
    let unit = syllables[at] ?? '';
    let taken = 1;
    let longer = unit;
    for (
      let length = 2;
      length <= longestCompound && at + length <= syllables.length;
      length += 1
    ) {
      longer += ` ${syllables[at + length - 1]}`;
      if (isCompound(longer)) {
        unit = longer;
        taken = length;
      }
    }
    units.push(unit);
    at += taken;
  }
  return units;
}

const stems = new Map<string, string>();

/** The stems of an English sentence's words, in order; possessives and plain endings are gone. */
export function stemsOf(tokens: readonly Token[]): readonly string[] {
  const found: string[] = [];
  for (const { kind, lower } of tokens) {
    if (kind === 'word') {
      for (const part of lower.split('-')) {
        if (part !== '') {
          found.push(stemOf(part));
        }
      }
    }
  }
  return found;
}

function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stripEnding(word.replace(/['’‘ʼ].*$/u, ''));
    if (stems.size >= knownLimit) {
      stems.clear();
    }
    stems.set(word, stem);
  }
  return stem;
}

/** Crude on purpose: the two sides of a lexicon entry only have to be cut in the same way. */
function stripEnding(word: string): string {
  let stem = word;
  if (stem.length > 4 && stem.endsWith('ies')) {
    stem = `${stem.slice(0, -3)}y`;
  } else if (stem.length > 4 && /(?:ss|sh|ch|x)es$/.test(stem)) {
    stem = stem.slice(0, -2);
  } else if (stem.length > 3 && /[^sui]s$/.test(stem)) {
    stem = stem.slice(0, -1);
  }
  if (stem.length > 5 && stem.endsWith('ied')) {
    stem = `${stem.slice(0, -3)}y`;
  } else if (/[aeiouy].*(?:ing|ed)$/.test(stem) && stem.length > 5) {
    stem = stem.replace(/(?:ing|ed)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  }
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

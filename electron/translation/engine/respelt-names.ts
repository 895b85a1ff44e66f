// Names that stay as they are in both languages and that a model misspells, because it has never seen them:
// "Visarionovich" for Vissarionovich.
import { foldWord, isSyllable } from '../../alignment/aligner/tokens.ts';
import type { Language } from '../../corpus/document.ts';
import { knownNamesIn } from '../known-names.ts';

/**
 * Words that may be such names: 6 to 30 letters without marks, the first alone a capital. (Telling how two of them
 * differ costs 3 to the power of a fifth of their length.)
 */
const suspects = /(?<![\p{L}\p{M}\p{N}-])[A-Z][a-z]{5,29}(?![\p{L}\p{M}\p{N}-])/gu;

/**
 * The NFC translation with such names spelt as in the source, where that is certain: the source's spelling is
 * missing, and one word of the translation alone is nearly like it. Names of the table are left as the model has them
 * ("Ukraine" for "Ukraina"), and so is a word that only goes on or leaves off ("Bolsheviks").
 */
export function respellNames(said: string, source: string, to: Language): string {
  const known = knownNamesIn(said, to);
  const words = [...said.matchAll(suspects)]
    .filter(({ index }) => !known.some(({ start, end }) => start <= index && index < end))
    .map(([word]) => word)
    .filter((word) => !source.includes(word) && !isSyllable(foldWord(word)));
  const misspelt = new Map<string, string>();
  for (const [name] of source.matchAll(suspects)) {
    const alike = new Set(
      said.includes(name) ? [] : words.filter((word) => isMisspelling(word, name)),
    );
    const [word] = alike;
    if (word !== undefined && alike.size === 1) {
      misspelt.set(word, name);
    }
  }
  return said.replace(suspects, (word) => misspelt.get(word) ?? word);
}

function isMisspelling(word: string, name: string): boolean {
  const goesOn = word.startsWith(name) || name.startsWith(word);
  return word[0] === name[0] && !goesOn && differBy(word, name, Math.floor(name.length / 5));
}

/** Whether at most so many letters must be added, left out or replaced to make one word of the other. */
function differBy(one: string, other: string, most: number): boolean {
  if (one === '' || other === '' || most < 0) {
    return Math.max(one.length, other.length) <= most;
  }
  const [a, b] = [one.slice(1), other.slice(1)];
  return one[0] === other[0]
    ? differBy(a, b, most)
    : differBy(a, other, most - 1) || differBy(one, b, most - 1) || differBy(a, b, most - 1);
}

// Names that a model left as English writes them in a Vietnamese sentence, where Vietnamese never does: initials ("DPRK")
// and names that a hyphen joins ("DPRK-Russia").
import { type NameEntry, nameEntries } from '../../alignment/names.ts';
import { usualName } from './usual-name.ts';

/** Of entries with one spelling the first. */
const byEnglish = new Map<string, NameEntry>(
  nameEntries.toReversed().flatMap((entry) => entry.en.map((spelling) => [spelling, entry])),
);
const vietnamese = new Set(nameEntries.flatMap(({ vi }) => vi));

/** Initials, or words that hyphens join. */
const suspects =
  /(?<![\p{L}\p{M}\p{N}-])\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*(?![\p{L}\p{M}\p{N}-])/gu;

/** The NFC sentence with such names in Vietnamese; only those of the table, and only where the English source has them. */
export function sayLeftNames(said: string, source: string): string {
  return said.replace(suspects, (word) => {
    const isCompound = word.includes('-');
    if (!(isCompound || /^\p{Lu}{3,}$/u.test(word)) || vietnamese.has(word)) {
      return word;
    }
    const names = word.split('-').map((part) => nameOf(part, source));
    return names.every((name) => name !== null) ? names.join(' – ') : word;
  });
}

/** The Vietnamese name; null where it is none, or one that the model made up. */
function nameOf(part: string, source: string): string | null {
  if (vietnamese.has(part)) {
    return part;
  }
  const entry = source.includes(part) ? byEnglish.get(part) : undefined;
  return entry === undefined ? null : usualName(entry, 'vi');
}

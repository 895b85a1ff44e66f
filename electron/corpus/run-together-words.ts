// English words that run together where a no-break space was lost ("ofthe"): a closed set of pairs.

const first = ['of', 'in', 'to', 'on', 'by', 'for', 'from', 'with', 'at', 'and', 'as', 'that'];
const second = ['the', 'this', 'these', 'those', 'their', 'our'];
/** Pairs that are words or names when written together: Atthis (a Greek name), atour (Scots: over). */
const words = new Set(['atthis', 'atour']);

/** Each pair as it is written together, with the length of its first word. */
const pairs: ReadonlyMap<string, number> = new Map(
  first.flatMap((one) =>
    second
      .map((other) => [one + other, one.length] as const)
      .filter(([together]) => !words.has(together)),
  ),
);

// A whole word that belongs to no address, file name, compound or number.
const lonelyWord =
  /(?<![\p{L}\p{M}\p{N}@./\\_#-])\p{L}\p{Ll}{3,9}(?![\p{L}\p{M}\p{N}@/\\_-]|\.\p{L})/gu;

/** Parts two function words that are written as one: `ofthe` gives `of the`, `Inthe` gives `In the`. */
export function partRunTogetherWords(text: string): string {
  return text.replace(lonelyWord, (word) => {
    const at = pairs.get(word.toLowerCase());
    return at === undefined ? word : `${word.slice(0, at)} ${word.slice(at)}`;
  });
}

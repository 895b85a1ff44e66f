// Cuts a sentence that is longer than a model is good at, at clause marks. What is longer than it can take at all is cut at
// sentence ends, clause marks and spaces, else anywhere between two characters. Nothing is dropped.

// Each pattern matches the white space that goes; the best come first.

/** The text is a sentence already: a full stop in it most likely belongs to an abbreviation. */
const sentenceEnd = /(?<=[.!?…]["'”’»)\]]*)\s+/u;
const pauses: readonly RegExp[] = [
  /(?<=[;:][”’»"')\]]*)\s+|\s+(?=[–—-]\s)/u,
  /(?<=,[”’»"')\]]*)\s+/u,
];
const spaces = /\s+/u;

/** No text of more characters is measured as a whole: tokenizers take long over them. */
const longestMeasured = 4_000;

/** Lengths of a piece in tokens, those that every piece has (an end token) among them. */
export interface PieceLengths {
  /** Longer pieces are cut where a reader would pause, if anywhere: the model is at its best with shorter ones. */
  readonly usual: number;
  /** Longer pieces are cut wherever they must be. */
  readonly longest: number;
}

/**
 * Pieces of at most `longest` tokens, and where the text pauses of at most `usual`, as even as that allows. `count`
 * gives the tokens of a piece. A piece of one character is never cut, however many tokens it has.
 */
export function splitText(
  text: string,
  { usual, longest }: PieceLengths,
  count: (piece: string) => number,
): readonly string[] {
  const measure = (piece: string) =>
    piece.length > longestMeasured ? Number.POSITIVE_INFINITY : count(piece);
  const halves = (piece: string) => halve(piece, longest, measure);
  return splitAt([sentenceEnd, ...pauses, spaces], text, longest, measure, halves).flatMap(
    (piece) => splitAt(pauses, piece, usual, measure, (whole) => [whole]),
  );
}

/** `atLast` takes what is too long and has none of the boundaries in it. */
function splitAt(
  [boundary, ...worse]: readonly RegExp[],
  text: string,
  limit: number,
  measure: (piece: string) => number,
  atLast: (text: string) => readonly string[],
): readonly string[] {
  if (measure(text) <= limit) {
    return [text];
  }
  if (boundary === undefined) {
    return atLast(text);
  }
  const parts = text
    .split(boundary)
    .filter((part) => part !== '')
    .flatMap((part) => splitAt(worse, part, limit, measure, atLast));
  return join(parts, limit, measure);
}

/** Puts neighbours together again while they fit, filling all pieces about equally. */
function join(
  parts: readonly string[],
  limit: number,
  measure: (piece: string) => number,
): readonly string[] {
  const everyPiece = measure('');
  const room = Math.max(1, limit - everyPiece);
  const sizes = parts.map((part) => measure(part) - everyPiece);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const target = Math.ceil(total / Math.ceil(total / room));
  const groups: string[][] = [];
  let openSize = Number.POSITIVE_INFINITY;
  parts.forEach((part, index) => {
    const size = sizes[index] ?? 0;
    const open = groups.at(-1);
    if (open !== undefined && openSize < target && openSize + size <= room) {
      open.push(part);
      openSize += size;
    } else {
      groups.push([part]);
      openSize = size;
    }
  });
  return groups.flatMap((group) => joinGroup(group, limit, measure));
}

/** One piece of a group; two, should it be larger than the sum of its parts. */
function joinGroup(
  group: readonly string[],
  limit: number,
  measure: (piece: string) => number,
): readonly string[] {
  const piece = group.join(' ');
  if (group.length < 2 || measure(piece) <= limit) {
    return [piece];
  }
  const middle = Math.floor(group.length / 2);
  return [group.slice(0, middle), group.slice(middle)].flatMap((half) =>
    joinGroup(half, limit, measure),
  );
}

/** For a text without a single space: cut in the middle, never inside a character, until it fits. */
function halve(text: string, limit: number, measure: (piece: string) => number): readonly string[] {
  const characters = Array.from(text);
  if (characters.length < 2 || measure(text) <= limit) {
    return [text];
  }
  const middle = Math.floor(characters.length / 2);
  return [characters.slice(0, middle), characters.slice(middle)].flatMap((half) =>
    halve(half.join(''), limit, measure),
  );
}

// Cuts a text that is longer than a model takes into pieces that it takes: at sentence ends, else at clause marks,
// else at spaces, else anywhere between two characters. Nothing is dropped.

/** Where a text may be cut, from the best to the worst; each pattern matches the white space that goes. */
const boundaries: readonly RegExp[] = [
  /(?<=[.!?…]["'”’»)\]]*)\s+/u,
  /(?<=[;:][”’»"')\]]*)\s+|\s+(?=[–—-]\s)/u,
  /(?<=,[”’»"')\]]*)\s+/u,
  /\s+/u,
];

/** No text of more characters is measured as a whole: tokenizers take long over them. */
const longestMeasured = 4_000;

/**
 * Pieces of at most `limit` tokens, as even as the boundaries allow. `count` gives the tokens of a piece, those that
 * every piece has (an end token) among them. A piece of one character is never cut, however many tokens it has.
 */
export function splitText(
  text: string,
  limit: number,
  count: (piece: string) => number,
): readonly string[] {
  const measure = (piece: string) =>
    piece.length > longestMeasured ? Number.POSITIVE_INFINITY : count(piece);
  return splitAt(0, text, limit, measure);
}

function splitAt(
  level: number,
  text: string,
  limit: number,
  measure: (piece: string) => number,
): readonly string[] {
  if (measure(text) <= limit) {
    return [text];
  }
  const boundary = boundaries[level];
  if (boundary === undefined) {
    return halve(text, limit, measure);
  }
  const parts = text.split(boundary).filter((part) => part !== '');
  if (parts.length < 2) {
    return splitAt(level + 1, text, limit, measure);
  }
  const fitting = parts.flatMap((part) => splitAt(level + 1, part, limit, measure));
  return join(fitting, limit, measure);
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

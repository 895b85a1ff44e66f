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
 * Pieces of at most `limit` tokens, as even as the boundaries allow; `count` gives a piece's tokens. A piece of one
 * character is never cut, however many tokens it has.
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
  const sizes = parts.map(measure);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const target = Math.ceil(total / Math.ceil(total / limit));
  const pieces: string[] = [];
  let open = '';
  let openSize = 0;
  parts.forEach((part, index) => {
    const size = sizes[index] ?? 0;
    const joined = `${open} ${part}`;
    if (open !== '' && openSize < target && openSize + size <= limit && measure(joined) <= limit) {
      open = joined;
      openSize += size;
      return;
    }
    if (open !== '') {
      pieces.push(open);
    }
    open = part;
    openSize = size;
  });
  pieces.push(open);
  return pieces;
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

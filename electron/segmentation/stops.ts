// Places where a sentence may end: a run of stops with the closing marks that belong to it.

export interface Stop {
  /** Of the first stop. UTF-16 code units. */
  readonly start: number;
  /** The stops, without the closing marks: `.`, `?!`, `...`. */
  readonly marks: string;
  /** Closing quotation marks, brackets and note numbers that follow at once. */
  readonly closers: string;
  /** Behind the closers: where the sentence would end. */
  readonly end: number;
  /** Of the next character that is no white space, or the text's length. */
  readonly next: number;
}

// Stops with single spaces between them are one run (". . ."), unless the last belongs to a word (".NET").
const stopPattern =
  /(?<marks>[.!?…]+(?:\s[.!?…]+(?![\p{L}\p{N}.!?…]))*)(?<closers>(?:\s?»|["”’'»)\]}]|\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)*)/gu;
const nonSpace = /\S/g;

export function stopsOf(text: string): readonly Stop[] {
  const stops: Stop[] = [];
  for (const match of text.matchAll(stopPattern)) {
    const end = match.index + match[0].length;
    nonSpace.lastIndex = end;
    stops.push({
      start: match.index,
      marks: match.groups?.['marks'] ?? '',
      closers: match.groups?.['closers'] ?? '',
      end,
      next: nonSpace.exec(text)?.index ?? text.length,
    });
  }
  return stops;
}

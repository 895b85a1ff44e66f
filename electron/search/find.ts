// Finds a query in a text, with or without Vietnamese marks.
import { type FoldedText, foldText, type MarkFolding } from './folding.ts';

/** UTF-16 code units into the searched text, end exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** A text made ready for many queries. */
export type Finder = (query: string) => readonly Match[];

/**
 * Every match of a query in a text, in order, none overlapping. A query without marks matches letters with any
 * marks; a query with marks (đ is one) matches these marks alone, "hòa" and "hoà" alike. Where it has no such match,
 * those of its words that have no mark match any: "dan tộc" finds "dân tộc". Case, the shape of quotation marks and
 * dashes, and white space round the query make no difference. A blank query has no matches.
 */
export function findAll(text: string, query: string): readonly Match[] {
  return createFinder(text)(query);
}

/** {@link findAll} for one text and many queries: the text is folded once for each way that is asked for. */
export function createFinder(text: string): Finder {
  const foldings = new Map<MarkFolding, FoldedText>();
  const folded = (marks: MarkFolding): FoldedText => {
    const known = foldings.get(marks) ?? foldText(text, marks);
    foldings.set(marks, known);
    return known;
  };
  return (query) => {
    const trimmed = query.trim().replace(/\s+/g, ' ');
    const bare = foldText(trimmed, 'none').text;
    const kept = foldText(trimmed, 'kept').text;
    if (bare === kept) {
      return apart(occurrences(folded('none'), bare));
    }
    // "hò" is found in "hòa" by the kept spelling, "hoà" by the modern one.
    const modern = foldText(trimmed, 'modern').text;
    const exact = [
      ...occurrences(folded('kept'), kept),
      ...occurrences(folded('modern'), modern),
    ].sort((one, other) => one.start - other.start || other.end - one.end);
    const isMeant = exact.length > 0 ? null : testOfMarks(trimmed);
    return apart(
      isMeant === null
        ? exact
        : occurrences(folded('none'), bare).filter(({ start, end }) =>
            isMeant(text.slice(start, end)),
          ),
    );
  };
}

/** Tells whether every marked word of a query has the same marks in a match; null where every word of it is marked. */
function testOfMarks(query: string): ((match: string) => boolean) | null {
  const wordsOf = (text: string, marks: MarkFolding) => foldText(text, marks).text.split(' ');
  const bare = wordsOf(query, 'none');
  const spellings = (['kept', 'modern'] as const).map((marks) => ({
    marks,
    wanted: wordsOf(query, marks),
  }));
  const isBare = (word: string, at: number) => word === bare[at];
  return spellings.some(({ wanted }) => wanted.some(isBare))
    ? (match) =>
        spellings.some(({ marks, wanted }) => {
          const found = wordsOf(match, marks);
          return wanted.every((word, at) => isBare(word, at) || word === found[at]);
        })
    : null;
}

function occurrences({ text, starts, ends }: FoldedText, query: string): readonly Match[] {
  const matches: Match[] = [];
  if (query === '') {
    return matches;
  }
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) {
    const start = starts[at];
    const end = ends[at + query.length - 1];
    if (start !== undefined && end !== undefined) {
      matches.push({ start, end });
    }
  }
  return matches;
}

/** Leaves out what overlaps an earlier match: "..." comes thrice from one "…" for the query ".". */
function apart(matches: readonly Match[]): readonly Match[] {
  let end = 0;
  return matches.filter((match) => {
    const free = match.start >= end && match.end > match.start;
    if (free) {
      end = match.end;
    }
    return free;
  });
}

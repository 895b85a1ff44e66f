// Hard-wrapped text: tells lines broken at a margin from lines that are paragraphs, and joins the former.

/** A margin of plain text lies between these, in code units; longer lines are paragraphs of their own. */
const shortestMargin = 45;
const longestMargin = 100;

/** Of a wrapped block's lines but the last, at least this share reaches the margin. */
const leastFullShare = 0.75;
/** And of the lines after the first at least this share begins in lower case; verse begins its lines with capitals. */
const leastLowerCaseShare = 0.5;
/** And of the lines that reach the margin at most this share ends a sentence. */
const mostEndingShare = 0.5;

/**
 * Joins the lines of hard-wrapped paragraphs. `lines` may be blank or indented; what comes back is one string a
 * paragraph. A block of two lines is joined only where a longer block has shown the margin.
 */
export function joinWrappedLines(lines: readonly string[]): readonly string[] {
  const blocks = blocksOf(lines.map((line) => line.trimEnd()));
  const margins = blocks.filter((block) => block.length > 2 && isWrapped(block)).map(longest);
  const margin = margins.reduce((most, one) => Math.max(most, one), 0);
  return blocks.flatMap((block) => {
    const wrapped =
      block.length > 2
        ? isWrapped(block)
        : block.length === 2 && margin > 0 && longest(block) <= margin && goesOn(block, margin);
    return wrapped ? paragraphsOf(block, Math.max(margin, longest(block))) : block;
  });
}

/** Runs of lines between blank ones. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line === '') {
      open = false;
    } else if (open) {
      blocks.at(-1)?.push(line);
    } else {
      blocks.push([line]);
      open = true;
    }
  }
  return blocks;
}

function isWrapped(block: readonly string[]): boolean {
  const margin = longest(block);
  if (margin < shortestMargin || margin > longestMargin) {
    return false;
  }
  let full = 0;
  let ending = 0;
  let lowerCase = 0;
  for (const [line, next] of neighbours(block)) {
    if (reachesMargin(line, next, margin)) {
      full += 1;
      ending += endsSentence(line) ? 1 : 0;
    }
    lowerCase += startsInLowerCase(next) ? 1 : 0;
  }
  const pairs = block.length - 1;
  return (
    full / pairs >= leastFullShare &&
    lowerCase / pairs >= leastLowerCaseShare &&
    ending / Math.max(full, 1) <= mostEndingShare
  );
}

function goesOn(block: readonly string[], margin: number): boolean {
  return neighbours(block).every(
    ([line, next]) => reachesMargin(line, next, margin) && startsInLowerCase(next),
  );
}

/** A wrapped block holds several paragraphs where an indent or a line that falls short of the margin parts them. */
function paragraphsOf(block: readonly string[], margin: number): readonly string[] {
  const paragraphs = [block[0] ?? ''];
  const indent = block.map(indentOf).reduce((least, one) => Math.min(least, one));
  for (const [line, next] of neighbours(block)) {
    const parted =
      indentOf(next) > indent || (!reachesMargin(line, next, margin) && !startsInLowerCase(next));
    if (parted) {
      paragraphs.push(next);
    } else {
      const last = paragraphs.length - 1;
      paragraphs[last] = join(paragraphs[last] ?? '', next.trimStart());
    }
  }
  return paragraphs;
}

/** A hyphen at the end of a line stays: whether the word has one of its own cannot be told. */
function join(line: string, next: string): string {
  return /\p{L}-$/u.test(line) && startsInLowerCase(next) ? line + next : `${line} ${next}`;
}

/** Whether the next line's first word would not have fitted into this line. */
function reachesMargin(line: string, next: string, margin: number): boolean {
  const [word = ''] = next.trimStart().split(' ', 1);
  return line.length + 1 + word.length > margin;
}

function endsSentence(line: string): boolean {
  return /[.!?…:;]["'”’»)\]]*$/.test(line);
}

function startsInLowerCase(line: string): boolean {
  return /^\s*["'“‘«([]*\p{Ll}/u.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function longest(block: readonly string[]): number {
  return block.reduce((most, line) => Math.max(most, line.length), 0);
}

function neighbours(block: readonly string[]): readonly (readonly [string, string])[] {
  return block.slice(1).map((next, index) => [block[index] ?? '', next] as const);
}

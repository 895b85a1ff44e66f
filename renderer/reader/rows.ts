// Two texts as rows: linked paragraphs stand in one row, what lies between two such rows in another.
import type { Link } from '../../electron/alignment/alignment.ts';
import { sideIn } from '../../electron/alignment/alignment.ts';
import type { Paragraph } from '../../electron/corpus/document.ts';
import { monotoneChain } from './chain.ts';
import type { SegmentIndex } from './segment-index.ts';

export interface Row {
  readonly left: readonly Paragraph[];
  readonly right: readonly Paragraph[];
  /** Whether links join the two sides; else they only stand between the same linked rows. */
  readonly linked: boolean;
}

interface Block {
  readonly left: number;
  readonly right: number;
  readonly leftEnd: number;
  readonly rightEnd: number;
}

/**
 * Rows in reading order that hold every body paragraph of both texts once, but for the titles above them. Links that would cross others
 * are left out (the longest chain in order is kept); the paragraphs of both texts between two linked rows
 * make one row that is not linked. Rejected links do not count.
 */
export function alignRows(
  left: SegmentIndex,
  right: SegmentIndex,
  links: readonly Link[],
): readonly Row[] {
  const leftBody = bodyOf(left);
  const rightBody = bodyOf(right);
  const blocks = links.flatMap((link) => {
    if (link.status === 'rejected') {
      return [];
    }
    const leftSpan = bodySpan(left, leftBody, link);
    const rightSpan = bodySpan(right, rightBody, link);
    return leftSpan && rightSpan
      ? [{ left: leftSpan[0], leftEnd: leftSpan[1], right: rightSpan[0], rightEnd: rightSpan[1] }]
      : [];
  });
  const rows: Row[] = [];
  let leftAt = 0;
  let rightAt = 0;
  const pushBetween = (leftEnd: number, rightEnd: number) => {
    const row = {
      left: leftBody.slice(leftAt, leftEnd),
      right: rightBody.slice(rightAt, rightEnd),
      linked: false,
    };
    if (row.left.length + row.right.length > 0) {
      rows.push(row);
    }
  };
  for (const block of mergeOverlaps(monotoneChain(blocks))) {
    pushBetween(block.left, block.right);
    rows.push({
      left: leftBody.slice(Math.max(leftAt, block.left), block.leftEnd + 1),
      right: rightBody.slice(Math.max(rightAt, block.right), block.rightEnd + 1),
      linked: true,
    });
    leftAt = block.leftEnd + 1;
    rightAt = block.rightEnd + 1;
  }
  pushBetween(leftBody.length, rightBody.length);
  return rows;
}

function bodyOf(index: SegmentIndex): readonly Paragraph[] {
  return index.document.paragraphs.filter(({ part, kind }) => part === 'body' && kind !== 'title');
}

/** The first and last body paragraph (0-based among them) that a link touches in a document, or null. */
function bodySpan(
  index: SegmentIndex,
  body: readonly Paragraph[],
  link: Link,
): readonly [number, number] | null {
  const numbers = (sideIn(link, index.document.summary.id)?.segmentIds ?? [])
    .map((id) => index.places.get(id)?.paragraph)
    .map((paragraph) => body.findIndex(({ index: at }) => at === paragraph?.index))
    .filter((at) => at >= 0);
  // A link between far-apart passages would pull all that lies between into its row: it stands at its first.
  const first = Math.min(...numbers);
  if (!Number.isFinite(first)) {
    return null;
  }
  let last = first;
  while (numbers.includes(last + 1)) {
    last += 1;
  }
  return [first, last];
}

function mergeOverlaps(blocks: readonly Block[]): readonly Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last && (block.left <= last.leftEnd || block.right <= last.rightEnd)) {
      merged[merged.length - 1] = {
        ...last,
        leftEnd: Math.max(last.leftEnd, block.leftEnd),
        rightEnd: Math.max(last.rightEnd, block.rightEnd),
      };
    } else {
      merged.push(block);
    }
  }
  return merged;
}

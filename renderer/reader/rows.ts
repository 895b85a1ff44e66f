// Two texts as rows: linked paragraphs stand in one row, the others in rows of their own.
import type { Link } from '../../electron/alignment/alignment.ts';
import { sideIn } from '../../electron/alignment/alignment.ts';
import type { Paragraph } from '../../electron/corpus/document.ts';
import { monotoneChain } from './chain.ts';
import type { SegmentIndex } from './segment-index.ts';

export interface Row {
  readonly left: readonly Paragraph[];
  readonly right: readonly Paragraph[];
}

interface Block {
  readonly left: number;
  readonly right: number;
  readonly leftEnd: number;
  readonly rightEnd: number;
}

/**
 * Rows in reading order that hold every body paragraph of both texts once, but for the titles above them. Links that would cross others
 * are left out (the longest chain in order is kept); paragraphs between two linked rows stand alone,
 * the left text's first. Rejected links do not count.
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
  const pushAlone = (leftEnd: number, rightEnd: number) => {
    for (const paragraph of leftBody.slice(leftAt, leftEnd)) {
      rows.push({ left: [paragraph], right: [] });
    }
    for (const paragraph of rightBody.slice(rightAt, rightEnd)) {
      rows.push({ left: [], right: [paragraph] });
    }
  };
  for (const block of mergeOverlaps(monotoneChain(blocks))) {
    pushAlone(block.left, block.right);
    rows.push({
      left: leftBody.slice(Math.max(leftAt, block.left), block.leftEnd + 1),
      right: rightBody.slice(Math.max(rightAt, block.right), block.rightEnd + 1),
    });
    leftAt = block.leftEnd + 1;
    rightAt = block.rightEnd + 1;
  }
  pushAlone(leftBody.length, rightBody.length);
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

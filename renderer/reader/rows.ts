// Two texts as rows: linked paragraphs stand in one row, what lies between two such rows in another.
import type { Link } from '../../electron/alignment/alignment.ts';
import { sideIn } from '../../electron/alignment/alignment.ts';
import type { Paragraph } from '../../electron/corpus/document.ts';
import { monotoneChain, type OrderedPair } from './chain.ts';
import type { SegmentIndex } from './segment-index.ts';

export interface Row {
  readonly left: readonly Paragraph[];
  readonly right: readonly Paragraph[];
  /** Whether links join the two sides; else they only stand between the same linked rows. */
  readonly linked: boolean;
}

/** What a link binds together: `left` and `right` are its first sentences, the spans the paragraphs it touches. */
interface Block extends OrderedPair {
  readonly leftSpan: Span;
  readonly rightSpan: Span;
}

/** The first and last of neighbouring body paragraphs, 0-based among them. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Rows in reading order that hold every body paragraph of both texts once, but for the titles above them. Links
 * that would cross others are left out (the longest chain of sentences in order is kept), and paragraphs that
 * links bind together share a row; the paragraphs of both texts between two linked rows make one row that is not
 * linked. Rejected links do not count.
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
    const onLeft = touched(left, leftBody, link);
    const onRight = touched(right, rightBody, link);
    return onLeft && onRight
      ? [
          {
            left: onLeft.ordinal,
            right: onRight.ordinal,
            leftSpan: onLeft.span,
            rightSpan: onRight.span,
          },
        ]
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
  for (const { leftSpan, rightSpan } of mergeOverlaps(monotoneChain(blocks))) {
    pushBetween(leftSpan.first, rightSpan.first);
    rows.push({
      left: leftBody.slice(leftSpan.first, leftSpan.last + 1),
      right: rightBody.slice(rightSpan.first, rightSpan.last + 1),
      linked: true,
    });
    leftAt = leftSpan.last + 1;
    rightAt = rightSpan.last + 1;
  }
  pushBetween(leftBody.length, rightBody.length);
  return rows;
}

function bodyOf(index: SegmentIndex): readonly Paragraph[] {
  return index.document.paragraphs.filter(({ part, kind }) => part === 'body' && kind !== 'title');
}

/** The first body sentence that a link touches in a document and the paragraphs from there on; null for none. */
function touched(index: SegmentIndex, body: readonly Paragraph[], link: Link) {
  const sentences = (sideIn(link, index.document.summary.id)?.segmentIds ?? []).flatMap((id) => {
    const place = index.places.get(id);
    const paragraph = place ? body.indexOf(place.paragraph) : -1;
    return place && paragraph >= 0 ? [{ ordinal: place.ordinal, paragraph }] : [];
  });
  const first = sentences[0];
  if (first === undefined) {
    return null;
  }
  // A link between far-apart passages would pull all that lies between into its row: it stands at its first.
  let last = first.paragraph;
  while (sentences.some(({ paragraph }) => paragraph === last + 1)) {
    last += 1;
  }
  return { ordinal: first.ordinal, span: { first: first.paragraph, last } };
}

function mergeOverlaps(blocks: readonly Block[]): readonly Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last && (meet(last.leftSpan, block.leftSpan) || meet(last.rightSpan, block.rightSpan))) {
      merged[merged.length - 1] = {
        ...last,
        leftSpan: join(last.leftSpan, block.leftSpan),
        rightSpan: join(last.rightSpan, block.rightSpan),
      };
    } else {
      merged.push(block);
    }
  }
  return merged;
}

function meet(earlier: Span, later: Span): boolean {
  return later.first <= earlier.last;
}

function join(earlier: Span, later: Span): Span {
  return { first: earlier.first, last: Math.max(earlier.last, later.last) };
}

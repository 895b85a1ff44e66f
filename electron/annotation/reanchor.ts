// Keeps spans on their words when a stretch of the text is replaced.
import { findSpanTarget, makeSpanTarget, type Span } from './anchor.ts';
import type { SpanTarget } from './annotation.ts';

/** Words put in the place of others: UTF-16 code units into the text before. */
export interface Splice {
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

/** The least splice that makes one text of another; it cuts no surrogate pair. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start += 1;
  }
  if (isLeadingHalf(before, start - 1)) {
    start -= 1;
  }
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  if (end > 0 && isLeadingHalf(before, before.length - end - 1)) {
    end -= 1;
  }
  return {
    start,
    removed: before.slice(start, before.length - end),
    inserted: after.slice(start, after.length - end),
  };
}

/** The text after a splice. */
export function spliceText(text: string, { start, removed, inserted }: Splice): string {
  return text.slice(0, start) + inserted + text.slice(start + removed.length);
}

/** Where a span that shares no character with what is replaced stands afterwards; null for one that does. */
export function shiftSpan({ start, end }: Span, splice: Splice): Span | null {
  const spliceEnd = splice.start + splice.removed.length;
  const growth = splice.inserted.length - splice.removed.length;
  if (end <= splice.start || (growth === 0 && splice.removed === '')) {
    return { start, end };
  }
  return start >= spliceEnd ? { start: start + growth, end: end + growth } : null;
}

/**
 * The target of a span that {@link shiftSpan} cannot move, in the text after the splice. Where characters of the span are
 * left, it reaches from the first to the last of them and over what was put between; where none is, it is its words
 * among those put in, found by quote, or else all of these; where nothing was put in, the whole sentence.
 */
export function reanchor(
  target: SpanTarget,
  splice: Splice,
  textAfter: string,
  sentence: Span,
): SpanTarget {
  const { start, end } = target.position;
  const spliceEnd = splice.start + splice.removed.length;
  const inserted = { start: splice.start, end: splice.start + splice.inserted.length };
  const growth = splice.inserted.length - splice.removed.length;
  if (start < splice.start || end > spliceEnd) {
    return makeSpanTarget(target.documentId, textAfter, {
      start: Math.min(start, splice.start),
      end: end > spliceEnd ? end + growth : inserted.end,
    });
  }
  const found = findSpanTarget(
    { ...target, position: { start: start - splice.start, end: end - splice.start } },
    splice.inserted,
  );
  if (found !== null) {
    return makeSpanTarget(target.documentId, textAfter, {
      start: splice.start + found.start,
      end: splice.start + found.end,
    });
  }
  return makeSpanTarget(
    target.documentId,
    textAfter,
    splice.inserted.trim() === '' ? sentence : inserted,
  );
}

function isLeadingHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

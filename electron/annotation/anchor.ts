// Anchors a span of text by its words and its place, and finds it again when the text has changed.
// After the Web Annotation Data Model's TextQuoteSelector and TextPositionSelector.
import type { DocumentId } from '../corpus/document.ts';
import type { SpanTarget } from './annotation.ts';

/** UTF-16 code units into a text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const contextLength = 32;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The target for a span of a document's reading text, with up to 32 code units of context on either side:
 * whole characters as a reader sees them, so that no surrogate pair or combining mark is cut off.
 */
export function makeSpanTarget(documentId: DocumentId, text: string, span: Span): SpanTarget {
  const { start, end } = span;
  return {
    type: 'span',
    documentId,
    quote: {
      exact: text.slice(start, end),
      prefix: lastCharacters(text.slice(Math.max(0, start - 2 * contextLength), start)),
      suffix: firstCharacters(text.slice(end, end + 2 * contextLength)),
    },
    position: { start, end },
  };
}

/**
 * Where a target's words stand in a text: at its position if they are there; else where they stand with the
 * most of their context, the nearer of two alike; null where they are not to be found.
 */
export function findSpanTarget(target: SpanTarget, text: string): Span | null {
  const { exact } = target.quote;
  const { start, end } = target.position;
  if (exact === '') {
    return null;
  }
  if (text.slice(start, end) === exact) {
    return { start, end };
  }
  let best: { readonly at: number; readonly score: number } | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const score = likelihood(target, text, at);
    if (best === null || score > best.score) {
      best = { at, score };
    }
  }
  return best === null ? null : { start: best.at, end: best.at + exact.length };
}

// Context decides; the distance only between places whose context is nearly alike (a tenth of its weight).
function likelihood(target: SpanTarget, text: string, at: number): number {
  const { exact, prefix, suffix } = target.quote;
  const kept =
    lengthOfCommonEnd(prefix, text.slice(Math.max(0, at - prefix.length), at)) +
    lengthOfCommonStart(suffix, text.slice(at + exact.length, at + exact.length + suffix.length));
  const distance = Math.abs(at - target.position.start);
  const furthest = Math.max(text.length, target.position.start);
  return kept / (2 * contextLength) + 0.1 * (1 - distance / furthest);
}

function lengthOfCommonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}

function lengthOfCommonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) {
    length += 1;
  }
  return length;
}

// The window is twice the context, so a character that the window itself cuts in two is never kept.
function firstCharacters(window: string): string {
  let length = 0;
  for (const { segment } of graphemes.segment(window)) {
    if (length + segment.length > contextLength) {
      break;
    }
    length += segment.length;
  }
  return window.slice(0, length);
}

function lastCharacters(window: string): string {
  let start = window.length;
  for (const { index } of [...graphemes.segment(window)].reverse()) {
    if (window.length - index > contextLength) {
      break;
    }
    start = index;
  }
  return window.slice(start);
}

// The words that the reader selected, as offsets into the reading text, and offsets back as ranges of the page.
// A sentence is one element with `data-segment` (its id) and `data-start` (its offset) that holds one text node.
import type { DocumentId, SegmentId } from '../../electron/corpus/document.ts';
import { documentOf } from '../../electron/corpus/document.ts';

/** UTF-16 offsets into a document's reading text, end exclusive. */
export interface TextSpan {
  readonly documentId: DocumentId;
  readonly start: number;
  readonly end: number;
}

/** The selected words where they lie in one text; null for none, or for a selection over both. */
export function selectedSpan(): TextSpan | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const pane =
    range.commonAncestorContainer instanceof Element
      ? range.commonAncestorContainer
      : range.commonAncestorContainer.parentElement;
  const elements = pane?.closest('[data-segment]')
    ? [pane.closest('[data-segment]')]
    : [...(pane?.querySelectorAll('[data-segment]') ?? [])];
  const touched = elements.filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement && range.intersectsNode(element),
  );
  const parts = touched
    .map((element) => partOf(element, range))
    .filter((part) => part.end > part.start);
  const [first] = parts;
  const last = parts.at(-1);
  return first && last && parts.every((part) => part.documentId === first.documentId)
    ? { documentId: first.documentId, start: first.start, end: last.end }
    : null;
}

/** How much of a sentence a range covers. */
function partOf(element: HTMLElement, range: Range): TextSpan {
  const text = element.firstChild;
  const length = text?.textContent?.length ?? 0;
  const from = range.startContainer === text ? range.startOffset : 0;
  const to = range.endContainer === text ? range.endOffset : length;
  const outside = text !== null && range.comparePoint(text, 0) > 0;
  const offset = Number(element.dataset['start']);
  return {
    documentId: documentOf(element.dataset['segment'] as SegmentId),
    start: offset + from,
    end: outside ? offset + from : offset + to,
  };
}

/** The range of the page that shows a span, within `root`; null where it is not on the page. */
export function rangeOf(root: ParentNode, { documentId, start, end }: TextSpan): Range | null {
  const elements = [
    ...root.querySelectorAll<HTMLElement>(`[data-segment^="${documentId}/"]`),
  ].filter((element) => {
    const offset = Number(element.dataset['start']);
    return offset < end && offset + (element.firstChild?.textContent?.length ?? 0) > start;
  });
  const first = elements[0];
  const last = elements.at(-1);
  if (!first?.firstChild || !last?.firstChild) {
    return null;
  }
  const range = document.createRange();
  range.setStart(first.firstChild, Math.max(0, start - Number(first.dataset['start'])));
  range.setEnd(
    last.firstChild,
    Math.min(last.firstChild.textContent?.length ?? 0, end - Number(last.dataset['start'])),
  );
  return range;
}

/** Selects word by word from the start of the sentence in focus, so that a span can be chosen by keyboard. */
export function extendWordSelection(direction: 'forward' | 'backward'): void {
  const selection = window.getSelection();
  const text = document.activeElement?.closest('[data-segment]')?.firstChild;
  if (!selection || !text) {
    return;
  }
  if (selection.isCollapsed || !text.parentElement?.contains(selection.anchorNode)) {
    selection.collapse(text, direction === 'forward' ? 0 : (text.textContent?.length ?? 0));
  }
  selection.modify('extend', direction, 'word');
}

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

/** What is selected: nothing, words of one text, or something that no highlight or note can be about. */
export type SelectedWords =
  | { readonly kind: 'none' | 'unusable' }
  | { readonly kind: 'span'; readonly span: TextSpan };

/** The selected words. Where two texts stand in one column, a selection in one of them passes over the other's. */
export function selectedWords(): SelectedWords {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) {
    return { kind: 'none' };
  }
  const range = selection.getRangeAt(0);
  const within = elementAt(range.commonAncestorContainer);
  if (!within?.closest('.reader')) {
    return { kind: 'none' };
  }
  const own = within.closest('[data-segment]');
  const parts = (own ? [own] : [...within.querySelectorAll('[data-segment]')])
    .filter((element) => element instanceof HTMLElement && range.intersectsNode(element))
    .map((element) => partOf(element as HTMLElement, range))
    .filter((part) => part.end > part.start);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || first.documentId !== last.documentId) {
    return { kind: 'unusable' };
  }
  const { documentId, start } = first;
  return { kind: 'span', span: { documentId, start, end: last.end } };
}

function elementAt(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** A sentence's words; null while they are being corrected. */
function wordsIn(element: Element): Text | null {
  return element.firstChild instanceof Text ? element.firstChild : null;
}

/** How much of a sentence a range covers. */
function partOf(element: HTMLElement, range: Range): TextSpan {
  const text = wordsIn(element);
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

/** The ranges of the page that show a span within `root`, one for each sentence that it touches. */
export function rangesOf(root: ParentNode, { documentId, start, end }: TextSpan): readonly Range[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-segment^="${documentId}/"]`)].flatMap(
    (element) => {
      const words = wordsIn(element);
      const offset = Number(element.dataset['start']);
      const length = words?.textContent?.length ?? 0;
      if (!words || offset >= end || offset + length <= start) {
        return [];
      }
      const range = document.createRange();
      range.setStart(words, Math.max(0, start - offset));
      range.setEnd(words, Math.min(length, end - offset));
      return [range];
    },
  );
}

/** The place in the text under a point of the window, as a span without length; null where there is none. */
export function placeAtPoint(left: number, top: number): TextSpan | null {
  const caret = document.caretPositionFromPoint(left, top);
  const element = caret?.offsetNode.parentElement;
  if (!caret || !element?.dataset['segment'] || caret.offsetNode !== wordsIn(element)) {
    return null;
  }
  const start = Number(element.dataset['start']) + caret.offset;
  return { documentId: documentOf(element.dataset['segment'] as SegmentId), start, end: start };
}

/** Puts the text's cursor at a point of the window, as a press of the pointer does. */
export function putCursorAt(left: number, top: number): void {
  const caret = document.caretPositionFromPoint(left, top);
  if (caret) {
    window.getSelection()?.collapse(caret.offsetNode, caret.offset);
  }
}

/**
 * The place in a sentence that the reader means: where the pointer was pressed last, or where the selected words
 * begin. UTF-16 code units into the sentence; null where the place is not in it.
 */
export function placeInSentence(id: SegmentId): number | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) {
    return null;
  }
  const { startContainer, startOffset } = selection.getRangeAt(0);
  const element = startContainer.parentElement;
  return element?.dataset['segment'] === id && startContainer === wordsIn(element)
    ? startOffset
    : null;
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

/** Selects the word after the selection, or before it: from there a span can be extended. */
export function moveWordSelection(direction: 'forward' | 'backward'): void {
  const selection = window.getSelection();
  const text = document.activeElement?.closest('[data-segment]')?.firstChild;
  if (!selection || !text) {
    return;
  }
  const length = text.textContent?.length ?? 0;
  if (selection.anchorNode !== text || selection.isCollapsed) {
    selection.collapse(text, direction === 'forward' ? 0 : length);
  } else if (direction === 'forward') {
    selection.collapseToEnd();
    selection.modify('move', 'forward', 'word');
    selection.modify('move', 'backward', 'word');
  } else {
    selection.collapseToStart();
  }
  selection.modify('extend', direction, 'word');
}

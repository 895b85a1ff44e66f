// Places in a pane that scrolls, by sentence and not by pixel: they hold for any width and size of type.
import type { DocumentId, SegmentId } from '../../electron/corpus/document.ts';
import type { PaneState } from '../../electron/settings/settings.ts';

export function elementOf(root: ParentNode, id: SegmentId): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-segment="${CSS.escape(id)}"]`);
}

/** The sentence at the pane's top edge, and the share of its height that is scrolled past. */
export function placeAtTop(pane: HTMLElement, documentId: DocumentId): PaneState['top'] {
  const edge = pane.getBoundingClientRect().top;
  const elements = pane.querySelectorAll<HTMLElement>(`[data-segment^="${documentId}/"]`);
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    if (box.bottom > edge) {
      return {
        segmentId: element.dataset['segment'] as SegmentId,
        // Negative above the first sentence: the head of the document is in view.
        share: box.height === 0 ? 0 : (edge - box.top) / box.height,
      };
    }
  }
  return null;
}

/** Scrolls so that a sentence stands clear of the edges, and not at all where it does already. */
export function revealSegment(pane: HTMLElement, element: HTMLElement): void {
  const window = pane.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const margin = Math.min(96, window.height / 5);
  if (box.top < window.top + margin) {
    pane.scrollTop += box.top - window.top - margin;
  } else if (box.bottom > window.bottom - margin) {
    pane.scrollTop += Math.min(box.bottom - window.bottom + margin, box.top - window.top - margin);
  }
}

/** How far an element's top stands below the start of the pane's content, in px. */
export function heightInContent(pane: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
}

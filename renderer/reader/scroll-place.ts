// Places in a pane that scrolls, by sentence and not by pixel: they hold for any width and size of type.
import type { DocumentId, SegmentId } from '../../electron/corpus/document.ts';
import type { PaneState } from '../../electron/settings/settings.ts';
import type { ReaderStore } from '../app/reader-state.ts';
import { readingLine } from './scroll-map.ts';

export function elementOf(root: ParentNode, id: SegmentId): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-segment="${CSS.escape(id)}"]`);
}

/** The sentence at the pane's top edge (its last one where all are scrolled past), and the share of its height that is gone. */
export function placeAtTop(pane: HTMLElement): PaneState['top'] {
  const edge = pane.getBoundingClientRect().top;
  const elements = [...pane.querySelectorAll<HTMLElement>('[data-segment]')];
  const element =
    elements.find((each) => each.getBoundingClientRect().bottom > edge) ?? elements.at(-1);
  if (!element) {
    return null;
  }
  const box = element.getBoundingClientRect();
  return {
    segmentId: element.dataset['segment'] as SegmentId,
    // Negative above the first sentence: the head of the document is in view.
    share: box.height === 0 ? 0 : (edge - box.top) / box.height,
  };
}

/** The sentences of a text that can be seen, in reading order. */
export function sentencesInView(documentId: DocumentId): SegmentId[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-segment^="${documentId}/"]`)]
    .filter((element) => {
      const pane = element.closest('.scroll-pane')?.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      return pane !== undefined && bottom > pane.top && top < pane.bottom;
    })
    .map((element) => element.dataset['segment'] as SegmentId);
}

/**
 * Scrolls so that a sentence stands clear of the edges, and not at all where it does already. One that is far away
 * comes to the reading line: the reader wants to see what stands round it.
 */
export function revealSegment(pane: HTMLElement, element: HTMLElement): void {
  const window = pane.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const margin = Math.min(96, window.height / 5);
  const away = Math.max(window.top - box.bottom, box.top - window.bottom);
  if (away > window.height / 2) {
    pane.scrollTop += box.top - window.top - window.height * readingLine;
    return;
  }
  if (box.top < window.top + margin) {
    pane.scrollTop += box.top - window.top - margin;
  } else if (box.bottom > window.bottom - margin) {
    pane.scrollTop += Math.min(box.bottom - window.bottom + margin, box.top - window.top - margin);
  }
}

/** Gives the page's focus back to the text: to the sentence in focus of the active pane. */
export function focusText(store: ReaderStore): void {
  const { panes, activePane } = store.getState();
  const { focus } = panes[activePane];
  const pane = document.querySelector(`.scroll-pane[data-pane~="${activePane}"]`);
  if (pane && focus !== null) {
    elementOf(pane, focus)?.focus({ preventScroll: true });
  }
}

/** How far an element's top stands below the start of the pane's content, in px. */
export function heightInContent(pane: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
}

// Where every sentence of a pane stands in what it scrolls: measured once, and anew when something has changed.
import type { SegmentId } from '../../electron/corpus/document.ts';
import type { Extent } from './curves.ts';
import { heightInContent } from './scroll-place.ts';

export interface TextGeometry {
  /** The height of all that the pane scrolls, in px. */
  readonly height: number;
  /** The sentences in the order of the page, in px from the start of what is scrolled. */
  readonly extents: ReadonlyMap<SegmentId, Extent>;
}

interface Watch {
  readonly listeners: Set<() => void>;
  readonly end: () => void;
  measured: TextGeometry | null;
}

const watches = new WeakMap<HTMLElement, Watch>();

/** Where the sentences of a pane stand: as last measured while the pane is watched, else measured now. */
export function geometryOf(box: HTMLElement): TextGeometry {
  const watch = watches.get(box);
  if (watch === undefined) {
    return measure(box);
  }
  watch.measured ??= measure(box);
  return watch.measured;
}

/** Calls `changed` whenever sentences of the pane may have come, gone or moved; answers how to stop. */
export function watchText(box: HTMLElement, changed: () => void): () => void {
  const watch = watches.get(box) ?? beginWatch(box);
  watch.listeners.add(changed);
  return () => {
    watch.listeners.delete(changed);
    if (watch.listeners.size === 0) {
      watch.end();
      watches.delete(box);
    }
  };
}

function beginWatch(box: HTMLElement): Watch {
  const listeners = new Set<() => void>();
  const change = () => {
    watch.measured = null;
    for (const listener of listeners) {
      listener();
    }
  };
  const sizes = new ResizeObserver(change);
  const observe = () => {
    sizes.disconnect();
    sizes.observe(box);
    for (const child of box.children) {
      sizes.observe(child);
    }
  };
  const content = new MutationObserver((records) => {
    if (records.some(({ target }) => target === box)) {
      observe();
    }
    change();
  });
  observe();
  content.observe(box, { childList: true, characterData: true, subtree: true });
  // Fonts that come late move every line.
  document.fonts.addEventListener('loadingdone', change);
  const watch: Watch = {
    listeners,
    measured: null,
    end: () => {
      sizes.disconnect();
      content.disconnect();
      document.fonts.removeEventListener('loadingdone', change);
    },
  };
  watches.set(box, watch);
  return watch;
}

function measure(box: HTMLElement): TextGeometry {
  const extents = new Map<SegmentId, Extent>();
  for (const element of box.querySelectorAll<HTMLElement>('[data-segment]')) {
    const top = heightInContent(box, element);
    extents.set(element.dataset['segment'] as SegmentId, {
      top,
      bottom: top + element.getBoundingClientRect().height,
    });
  }
  return { height: box.scrollHeight, extents };
}

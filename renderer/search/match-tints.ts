// Tints what was found with the CSS Custom Highlight API, under the names `find` and `find-current`.
import type { Match } from './matches.ts';

/**
 * The ranges of the page that show the matches; those that are not on the page are left out. The matches of a pane
 * are in reading order, so that the page is gone through once however many there are.
 */
function rangesOfMatches(matches: readonly Match[]): ReadonlyMap<Match, Range> {
  const ranges = new Map<Match, Range>();
  for (const pane of new Set(matches.map((match) => match.pane))) {
    const inPane = matches.filter((match) => match.pane === pane);
    const documentId = inPane[0]?.documentId ?? '';
    const sentences = [
      ...document.querySelectorAll<HTMLElement>(
        `[data-pane~="${pane}"] [data-segment^="${documentId}/"]`,
      ),
    ].flatMap((element) => {
      const words = element.firstChild;
      const start = Number(element.dataset['start']);
      return words instanceof Text ? [{ words, start, end: start + words.length }] : [];
    });
    sentences.sort((a, b) => a.start - b.start);
    let at = 0;
    for (const match of inPane) {
      while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= match.start) {
        at += 1;
      }
      let last = at;
      while ((sentences[last + 1]?.start ?? Number.POSITIVE_INFINITY) < match.end) {
        last += 1;
      }
      const from = sentences[at];
      const to = sentences[last];
      if (from && to && from.start < match.end) {
        const range = document.createRange();
        range.setStart(from.words, Math.max(0, match.start - from.start));
        range.setEnd(to.words, Math.min(to.words.length, match.end - to.start));
        ranges.set(match, range);
      }
    }
  }
  return ranges;
}

/** Shows the matches, the current one brightest and within its pane's window; answers what takes the tints away. */
export function tintMatches(matches: readonly Match[], current: Match | undefined): () => void {
  const ranges = rangesOfMatches(matches);
  const found = new Highlight(...ranges.values());
  const range = current && ranges.get(current);
  const bright = new Highlight(...(range ? [range] : []));
  // Above the reader's own marks, the current one above the rest.
  found.priority = 1;
  bright.priority = 2;
  CSS.highlights.set('find', found);
  CSS.highlights.set('find-current', bright);
  if (range) {
    bringIntoView(range);
  }
  return () => {
    CSS.highlights.delete('find');
    CSS.highlights.delete('find-current');
  };
}

/** Scrolls the pane of a range where a long sentence that is in view keeps the range out of it. */
function bringIntoView(range: Range): void {
  const pane = range.startContainer.parentElement?.closest('[data-pane]');
  const box = range.getBoundingClientRect();
  const window = pane?.getBoundingClientRect();
  if (pane && window && (box.top < window.top || box.bottom > window.bottom)) {
    pane.scrollTop += box.top - window.top - window.height / 3;
  }
}

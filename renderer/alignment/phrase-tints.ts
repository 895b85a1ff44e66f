// Draws phrase links as underlines over the text, and lights both ends of one that is pointed at or selected.
import { type RefObject, useEffect } from 'react';
import type { PhraseId, PhraseLink } from '../../electron/alignment/phrase.ts';
import type { DocumentId } from '../../electron/corpus/document.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader, useReaderStore } from '../app/reader-state.ts';
import { placeAtPoint, rangesOf, selectedWords, type TextSpan } from '../reader/text-selection.ts';
import { heldIn } from './phrase-commands.ts';

/** The underlines are named `phrase`, `phrase-lit` and `phrase-held`. */
export function usePhraseTints(root: RefObject<HTMLElement | null>): void {
  const { alignment, panes } = useReaderData();
  const layout = useReader((state) => state.layout);
  const matterShown = useReader((state) => state.matterShown);
  const activePane = useReader((state) => state.activePane);
  const corrected = useReader((state) => state.corrected);
  const litPhrase = useReader((state) => state.litPhrase);
  const heldPhrase = useReader((state) => state.heldPhrase);
  const phrases = alignment?.phrases ?? none;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the page depends on these
  useEffect(() => {
    const page = root.current;
    if (!page) {
      return;
    }
    const ranges = (spans: readonly TextSpan[]) =>
      spans.flatMap((span) =>
        [...page.querySelectorAll('.scroll-pane')].flatMap((pane) => rangesOf(pane, span)),
      );
    const lit = phrases.filter(({ id }) => id === litPhrase);
    CSS.highlights.set('phrase', new Highlight(...ranges(phrases.flatMap(spansOf))));
    CSS.highlights.set('phrase-lit', new Highlight(...ranges(lit.flatMap(spansOf))));
    const held = heldIn(panes, heldPhrase);
    CSS.highlights.set('phrase-held', new Highlight(...ranges(held ? [held] : [])));
  }, [root, phrases, panes, layout, matterShown, activePane, corrected, litPhrase, heldPhrase]);
  useLitPhrase(root, phrases);
}

const none: readonly PhraseLink[] = [];

function spansOf({ spans }: PhraseLink): readonly TextSpan[] {
  return spans.map(({ documentId, position }) => ({ documentId, ...position }));
}

/** Lights the phrase link under the pointer; while words are selected, the one that they touch. */
function useLitPhrase(root: RefObject<HTMLElement | null>, phrases: readonly PhraseLink[]): void {
  const store = useReaderStore();
  useEffect(() => {
    const page = root.current;
    if (!page || phrases.length === 0) {
      return;
    }
    const light = (litPhrase: PhraseId | null) => {
      if (store.getState().litPhrase !== litPhrase) {
        store.setState({ litPhrase });
      }
    };
    const selected = () => {
      const words = selectedWords();
      return words.kind === 'span' ? phraseAt(phrases, words.span) : null;
    };
    let frame = 0;
    const point = ({ clientX, clientY, target }: PointerEvent) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const inText = target instanceof Element && target.closest('[data-segment]') !== null;
        const place = inText ? placeAtPoint(clientX, clientY) : null;
        light((place && phraseAt(phrases, { ...place, end: place.start })) ?? selected());
      });
    };
    const select = () => {
      const found = selected();
      if (found !== null) {
        light(found);
      }
    };
    page.addEventListener('pointermove', point, { passive: true });
    document.addEventListener('selectionchange', select);
    return () => {
      cancelAnimationFrame(frame);
      page.removeEventListener('pointermove', point);
      document.removeEventListener('selectionchange', select);
    };
  }, [root, phrases, store]);
}

/** The phrase link that touches a span: of several, the one with the fewest words there. */
function phraseAt(phrases: readonly PhraseLink[], span: TextSpan): PhraseId | null {
  let best: { readonly id: PhraseId; readonly length: number } | null = null;
  for (const { id, spans } of phrases) {
    const length = lengthAt(spans, span.documentId, span);
    if (length !== null && (best === null || length < best.length)) {
      best = { id, length };
    }
  }
  return best?.id ?? null;
}

function lengthAt(
  spans: PhraseLink['spans'],
  documentId: DocumentId,
  { start, end }: TextSpan,
): number | null {
  const there = spans.find(
    (span) =>
      span.documentId === documentId &&
      span.position.start <= end &&
      span.position.end >= start &&
      // Words that only stand next to it do not touch it.
      (start === end || (span.position.start < end && span.position.end > start)),
  );
  return there ? there.position.end - there.position.start : null;
}

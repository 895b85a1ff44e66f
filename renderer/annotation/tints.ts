// Tints the reader's highlights over the text with the CSS Custom Highlight API: the text itself stays whole.
import { type RefObject, useEffect } from 'react';
import { colours } from '../../electron/annotation/annotation.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader } from '../app/reader-state.ts';
import { rangesOf } from '../reader/text-selection.ts';

/** The tints are named `mark-COLOUR`, and `mark-edited` for the note that is being written. */
export function useAnnotationTints(root: RefObject<HTMLElement | null>): void {
  const { annotations, panes } = useReaderData();
  const layout = useReader((state) => state.layout);
  const matterShown = useReader((state) => state.matterShown);
  const activePane = useReader((state) => state.activePane);
  const editedNote = useReader((state) => state.editedNote);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the page depends on these
  useEffect(() => {
    const page = root.current;
    if (!page) {
      return;
    }
    for (const colour of colours) {
      const ranges = annotations
        .filter((annotation) => annotation.colour === colour)
        .flatMap((annotation) => rangesOfNote(page, annotation));
      CSS.highlights.set(`mark-${colour}`, new Highlight(...ranges));
    }
    const edited = annotations.find(({ id }) => id === editedNote);
    CSS.highlights.set('mark-edited', new Highlight(...(edited ? rangesOfNote(page, edited) : [])));
  }, [root, annotations, panes, layout, matterShown, activePane, editedNote]);
}

type Annotation = ReturnType<typeof useReaderData>['annotations'][number];

function rangesOfNote(page: HTMLElement, { targets }: Annotation): readonly Range[] {
  return targets.flatMap((target) => {
    if (target.type !== 'span') {
      return [];
    }
    const { documentId, position } = target;
    const span = { documentId, start: position.start, end: position.end };
    return [...page.querySelectorAll('.scroll-pane')].flatMap((pane) => rangesOf(pane, span));
  });
}

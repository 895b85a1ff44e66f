// Lays light over the text: the sentence in focus, the one under the pointer, their counterparts, the selection.
// Attributes are set on the sentences themselves, so that moving by a sentence draws nothing again.

import type { TFunction } from 'i18next';
import { type RefObject, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { describeLink } from '../alignment/link-words.ts';
import { phraseWords } from '../alignment/phrase-commands.ts';
import { counterpartsOf, type ReaderData, useReaderData } from '../app/reader-data.ts';
import { useReader } from '../app/reader-state.ts';
import { elementOf } from './scroll-place.ts';

type Light = 'focus' | 'counterpart' | 'hover' | 'hover-counterpart';

export function useLighting(root: RefObject<HTMLElement | null>): void {
  const data = useReaderData();
  const { t } = useTranslation();
  const layout = useReader((state) => state.layout);
  const matterShown = useReader((state) => state.matterShown);
  const left = useReader((state) => state.panes[0].focus);
  const right = useReader((state) => state.panes[1].focus);
  const activePane = useReader((state) => state.activePane);
  const hovered = useReader((state) => state.hovered);
  const selection = useReader((state) => state.selection);
  const focusedLink = useReader((state) => state.focusedLink);

  // biome-ignore lint/correctness/useExhaustiveDependencies: layout and matter decide which elements there are
  useLayoutEffect(() => {
    const page = root.current;
    if (!page) {
      return;
    }
    const focus = activePane === 0 ? left : right;
    const lights = new Map<SegmentId, Light>();
    const light = (ids: readonly (SegmentId | null)[], kind: Light) => {
      for (const id of ids) {
        if (id !== null) {
          lights.set(id, kind);
        }
      }
    };
    if (hovered !== null) {
      light(counterpartsOf(data, hovered), 'hover-counterpart');
      light([hovered], 'hover');
    }
    const link = data.alignment?.links.find(({ id }) => id === focusedLink);
    if (link) {
      light(
        link.sides.flatMap((side) => side.segmentIds),
        'counterpart',
      );
    } else if (focus !== null) {
      light(counterpartsOf(data, focus), 'counterpart');
    }

    const touched: HTMLElement[] = [];
    const set = (
      id: SegmentId | null,
      attributes: Readonly<Record<string, string>>,
      pane?: number,
    ) => {
      // Both panes may hold the same text: the focus of one is not the focus of the other.
      const boxes = page.querySelectorAll(
        pane === undefined ? '.scroll-pane' : `.scroll-pane[data-pane~="${pane}"]`,
      );
      for (const box of id === null ? [] : boxes) {
        const element = elementOf(box, id as SegmentId);
        if (element) {
          for (const [name, value] of Object.entries(attributes)) {
            element.setAttribute(name, value);
          }
          touched.push(element);
        }
      }
    };
    // One stop of the Tab key in each text: its sentence in focus, else its first.
    for (const [pane, id] of [left, right].entries()) {
      const first = data.panes[pane]?.document.paragraphs.find(({ part }) => part === 'body');
      set(id ?? first?.segments[0]?.id ?? null, { tabindex: '0' }, pane);
    }
    for (const [id, kind] of lights) {
      set(id, { 'data-light': kind });
    }
    set(focus, { 'data-light': 'focus' }, activePane);
    for (const id of selection) {
      set(id, { 'data-selected': '' });
    }
    if (focus !== null) {
      const description = describeSentence(t, data, focus);
      set(
        focus,
        {
          'aria-current': 'true',
          ...(description === '' ? {} : { 'aria-description': description }),
        },
        activePane,
      );
    }
    return () => {
      for (const element of touched) {
        element.setAttribute('tabindex', '-1');
        for (const name of ['data-light', 'data-selected', 'aria-current', 'aria-description']) {
          element.removeAttribute(name);
        }
      }
    };
  }, [
    root,
    data,
    t,
    layout,
    matterShown,
    left,
    right,
    activePane,
    hovered,
    selection,
    focusedLink,
  ]);
}

/** What a screen reader is told of a sentence besides its words: its links, and the phrases of it that are linked. */
function describeSentence(t: TFunction, data: ReaderData, id: SegmentId): string {
  const [first, ...others] = data.linksBySegment.get(id) ?? [];
  const index = data.panes.find((pane) => pane?.places.has(id));
  const segment = index?.places.get(id)?.segment;
  const phrases = (data.alignment?.phrases ?? []).filter(({ spans }) =>
    spans.some(
      ({ documentId, position }) =>
        segment !== undefined &&
        documentId === index?.document.summary.id &&
        position.start < segment.endOffset &&
        position.end > segment.startOffset,
    ),
  );
  return [
    first && describeLink(t, first, data.documents),
    others.length > 0 && t('links.more-links', { count: others.length }),
    ...phrases.map((phrase) => phraseWords({ t }, phrase)),
  ]
    .filter(Boolean)
    .join('; ');
}

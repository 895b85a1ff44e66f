// Going to a sentence from anywhere: its text is opened if it is not, what hides it is unfolded.
import { documentOf, type SegmentId } from '../../electron/corpus/document.ts';
import { elementOf, revealSegment } from '../reader/scroll-place.ts';
import type { ReaderData } from './reader-data.ts';
import {
  focusSegment,
  openDocument,
  type PaneNumber,
  paneOf,
  type ReaderStore,
} from './reader-state.ts';

export function goToSegment(store: ReaderStore, data: ReaderData, segmentId: SegmentId): void {
  const documentId = documentOf(segmentId);
  const pane = paneOf(store.getState(), segmentId);
  if (pane === null) {
    const summary = data.documents.find(({ id }) => id === documentId);
    openDocument(store, summary?.language === 'vi' ? 0 : 1, documentId, segmentId);
    return;
  }
  const part = data.panes[pane]?.places.get(segmentId)?.paragraph.part;
  if (part !== 'body' && !store.getState().matterShown.includes(documentId)) {
    store.setState(({ matterShown }) => ({ matterShown: [...matterShown, documentId] }));
  }
  const known = store.getState();
  const isThere = known.activePane === pane && known.panes[pane].focus === segmentId;
  focusSegment(store, pane, segmentId);
  if (isThere) {
    // Nothing changes, and nothing would bring it into view again.
    revealAgain(pane, segmentId);
  }
}

function revealAgain(pane: PaneNumber, segmentId: SegmentId): void {
  const box = document.querySelector<HTMLElement>(`.scroll-pane[data-pane~="${pane}"]`);
  const element = box && elementOf(box, segmentId);
  if (box && element) {
    element.focus({ preventScroll: true });
    revealSegment(box, element);
  }
}

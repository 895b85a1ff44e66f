// Going to a sentence from anywhere: its text is opened if it is not, what hides it is unfolded.
import { documentOf, type SegmentId } from '../../electron/corpus/document.ts';
import type { ReaderData } from './reader-data.ts';
import { focusSegment, openDocument, paneOf, type ReaderStore } from './reader-state.ts';

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
  focusSegment(store, pane, segmentId);
}

// Follows the translation job that runs: for the bottom line, and so that what the reader scrolls to is translated next.
import { useEffect } from 'react';
import type { DocumentId, SegmentId } from '../../electron/corpus/document.ts';
import { useClient } from '../api/queries.ts';
import { useReader, useReaderStore } from '../app/reader-state.ts';

export function useTranslationJob(): void {
  const client = useClient();
  const store = useReaderStore();
  useEffect(
    () =>
      client.on('translation.progress', (job) =>
        store.setState(job.failure === null ? { job } : { job, failure: job.failure }),
      ),
    [client, store],
  );
  useViewFirst();
}

const settleMs = 250;

/** Tells the core which sentences are in view, whenever the reader has scrolled while a job runs. */
function useViewFirst(): void {
  const client = useClient();
  const jobId = useReader((state) => (state.job?.state === 'running' ? state.job.jobId : null));
  const documentId = useReader((state) => state.job?.documentId ?? null);
  useEffect(() => {
    if (jobId === null || documentId === null) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const segmentIds = sentencesInView(documentId);
        if (segmentIds.length > 0) {
          void client.call('translation.prioritise', { jobId, segmentIds });
        }
      }, settleMs);
    };
    document.addEventListener('scroll', settle, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('scroll', settle, { capture: true });
    };
  }, [client, jobId, documentId]);
}

/** The sentences of a text that the window shows, in reading order. */
export function sentencesInView(documentId: DocumentId): SegmentId[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-segment^="${documentId}/"]`)]
    .filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    })
    .map((element) => element.dataset['segment'] as SegmentId);
}

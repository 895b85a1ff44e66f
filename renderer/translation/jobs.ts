// Follows the translation jobs that run: for the bottom line, and so that what the reader scrolls to is translated next.
import { useEffect } from 'react';
import { useClient } from '../api/queries.ts';
import type { CommandContext } from '../app/command.ts';
import { runningJobs, useReader, useReaderStore } from '../app/reader-state.ts';
import { sentencesInView } from '../reader/scroll-place.ts';
import { askAgain } from './commands.ts';

export function useTranslationJobs(): void {
  const client = useClient();
  const store = useReaderStore();
  useEffect(
    () =>
      client.on('translation.progress', (job) =>
        store.setState(({ jobs, failure }) => ({
          jobs: new Map(jobs).set(job.jobId, job),
          failure: job.failure ?? failure,
        })),
      ),
    [client, store],
  );
  // Jobs go on while a page is loaded anew.
  useEffect(() => {
    void client.call('translation.listJobs', {}).then((listed) => {
      if (listed.ok) {
        // What events have told since is newer.
        store.setState(({ jobs }) => ({
          jobs: new Map([...listed.value.map((job) => [job.jobId, job] as const), ...jobs]),
        }));
      }
    });
  }, [client, store]);
  useViewFirst();
}

/** What was asked for when no model could is asked for again when the reader has added one. */
export function useAskAgain(context: () => CommandContext): void {
  const { models } = context().data;
  useEffect(() => {
    if (models.length > 0) {
      askAgain(context());
    }
  }, [models, context]);
}

const settleMs = 250;

/** Tells the core which sentences are in view, whenever the reader has scrolled while jobs run. */
function useViewFirst(): void {
  const client = useClient();
  const store = useReaderStore();
  const isRunning = useReader((state) => runningJobs(state).length > 0);
  useEffect(() => {
    if (!isRunning) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const { jobId, documentId } of runningJobs(store.getState())) {
          const segmentIds = sentencesInView(documentId);
          if (segmentIds.length > 0) {
            void client.call('translation.prioritise', { jobId, segmentIds });
          }
        }
      }, settleMs);
    };
    document.addEventListener('scroll', settle, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('scroll', settle, { capture: true });
    };
  }, [client, store, isRunning]);
}

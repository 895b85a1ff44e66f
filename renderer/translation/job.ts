// Follows the translation job that runs, for the bottom line.
import { useEffect } from 'react';
import { useClient } from '../api/queries.ts';
import { useReaderStore } from '../app/reader-state.ts';

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
}

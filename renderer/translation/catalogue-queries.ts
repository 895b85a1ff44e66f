// What the page knows of the catalogue and of downloads, kept true by the core's events.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DownloadProgress } from '../../electron/translation/catalogue/api.ts';
import type { ModelId } from '../../electron/translation/model.ts';
import { answerOf } from '../api/client.ts';
import { useClient } from '../api/queries.ts';

const catalogueKey = ['translation', 'catalogue'];
const downloadsKey = ['translation', 'downloads'];

export function useCatalogue() {
  const client = useClient();
  return useQuery({
    queryKey: catalogueKey,
    queryFn: () => answerOf(client.call('translation.listCatalogue', {})),
  });
}

/** Those that run, were stopped or failed. */
export function useDownloads() {
  const client = useClient();
  return useQuery({
    queryKey: downloadsKey,
    queryFn: () => answerOf(client.call('translation.listDownloads', {})),
  });
}

/** The files of an installed model with their SHA-256; the core reads every byte of them for it. */
export function useModelFiles(modelId: ModelId, wanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['translation', 'files', modelId],
    queryFn: () => answerOf(client.call('translation.modelFiles', { modelId })),
    enabled: wanted,
  });
}

/** Follows the downloads for as long as the page is open; once on a page. */
export function useDownloadEvents(): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(
    () =>
      client.on('translation.download', (progress) => {
        queries.setQueryData<readonly DownloadProgress[]>(
          downloadsKey,
          (known) => known && withDownload(known, progress),
        );
        if (progress.state !== 'downloading') {
          // An answer that was on its way may be older than this.
          void queries.invalidateQueries({ queryKey: downloadsKey });
          void queries.invalidateQueries({ queryKey: catalogueKey });
        }
      }),
    [client, queries],
  );
}

function withDownload(
  known: readonly DownloadProgress[],
  progress: DownloadProgress,
): readonly DownloadProgress[] {
  const others = known.filter(({ modelId }) => modelId !== progress.modelId);
  const isOver = progress.state === 'installed' || progress.state === 'discarded';
  return isOver ? others : [...others, progress];
}

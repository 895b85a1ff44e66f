// What the page knows of the catalogue and of downloads, kept true by the core's events.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ModelId } from '../../electron/translation/model.ts';
import { answerOf } from '../api/client.ts';
import { useClient } from '../api/queries.ts';
import { useReader, useReaderStore } from '../app/reader-state.ts';
import { catalogueKey, downloadsKey, followDownloads } from './catalogue-news.ts';

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

/**
 * Follows the downloads for as long as the page is open; once on a page. Answers the model whose download failed while
 * the dialog that would show it was closed, until it is opened.
 */
export function useUnseenFailure(): ModelId | null {
  const client = useClient();
  const queries = useQueryClient();
  const store = useReaderStore();
  const isOpen = useReader(({ overlay }) => overlay === 'models');
  const [unseen, setUnseen] = useState<ModelId | null>(null);
  useEffect(
    () => followDownloads({ client, queries, store, onUnseen: setUnseen }),
    [client, queries, store],
  );
  useEffect(() => {
    if (isOpen) {
      setUnseen(null);
    }
  }, [isOpen]);
  return unseen;
}

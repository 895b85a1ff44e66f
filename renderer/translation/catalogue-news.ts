// Follows the downloads: keeps true what the page knows of them, and tells of one that fails where nothing else shows it.
import type { QueryClient } from '@tanstack/react-query';
import type { Failure } from '../../electron/contract/result.ts';
import type { DownloadProgress } from '../../electron/translation/catalogue/api.ts';
import type { ModelId } from '../../electron/translation/model.ts';
import type { Client } from '../api/client.ts';
import type { ReaderStore } from '../app/reader-state.ts';

export const catalogueKey = ['translation', 'catalogue'];
export const downloadsKey = ['translation', 'downloads'];

export interface Following {
  readonly client: Client;
  readonly queries: QueryClient;
  readonly store: ReaderStore;
  /** Told the model whose download failed last while its dialog was closed; null when none is left untried. */
  readonly onUnseen: (modelId: ModelId | null) => void;
}

/** Listens until the function that it answers is called. */
export function followDownloads({ client, queries, store, onUnseen }: Following): () => void {
  const unseen = new Map<ModelId, Failure>();
  return client.on('translation.download', (progress) => {
    const { modelId, state, failure } = progress;
    queries.setQueryData<readonly DownloadProgress[]>(
      downloadsKey,
      (known) => known && withDownload(known, progress),
    );
    if (state !== 'downloading') {
      // An answer that was on its way may be older than this.
      void queries.invalidateQueries({ queryKey: downloadsKey });
      void queries.invalidateQueries({ queryKey: catalogueKey });
    }
    if (failure !== null && store.getState().overlay !== 'models') {
      unseen.set(modelId, failure);
      onUnseen(modelId);
      store.setState({ failure });
      return;
    }
    const told = unseen.get(modelId);
    if (told !== undefined) {
      unseen.delete(modelId);
      onUnseen([...unseen.keys()].at(-1) ?? null);
      // Not what went wrong since.
      store.setState((known) => (known.failure === told ? { failure: null } : {}));
    }
  });
}

function withDownload(
  known: readonly DownloadProgress[],
  progress: DownloadProgress,
): readonly DownloadProgress[] {
  const others = known.filter(({ modelId }) => modelId !== progress.modelId);
  const isOver = progress.state === 'installed' || progress.state === 'discarded';
  return isOver ? others : [...others, progress];
}

// What the page holds of the workspace: one cached query for each thing, asked for anew when the core says so.
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import type { AlignmentId } from '../../electron/alignment/alignment.ts';
import type { Version } from '../../electron/alignment/snapshot.ts';
import type { Feature } from '../../electron/contract/shell.ts';
import type { DocumentId, Language } from '../../electron/corpus/document.ts';
import type { Translation } from '../../electron/translation/model.ts';
import { answerOf, type Client } from './client.ts';

export function createQueries(): QueryClient {
  return new QueryClient({
    // The core is on this machine: it tells of every change, and a failure does not mend itself.
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

const ClientContext = createContext<Client | null>(null);
export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) {
    throw new Error('no client above this component');
  }
  return client;
}

/** The features whose change makes each query stale. */
const keys = {
  documents: ['corpus', 'documents'],
  document: (id: DocumentId) => ['corpus', 'document', id],
  alignment: (pair: readonly [DocumentId, DocumentId]) => ['alignment', ...pair],
  linksOf: (id: DocumentId) => ['alignment', 'links-of', id],
  annotations: ['annotation'],
  settings: ['settings'],
  models: ['translation', 'models'],
  translations: (id: DocumentId, to: Language) => ['translation', 'list', id, to],
} as const;

export function useDocuments() {
  const client = useClient();
  return useQuery({
    queryKey: keys.documents,
    queryFn: () => answerOf(client.call('corpus.listDocuments', {})),
  });
}

/** How a document is asked for, for code outside of components. */
export function documentQuery(client: Client, id: DocumentId) {
  return {
    queryKey: keys.document(id),
    queryFn: () => answerOf(client.call('corpus.getDocument', { documentId: id })),
  };
}

export function useDocument(id: DocumentId | null) {
  const client = useClient();
  return useQuery(
    id === null
      ? { queryKey: ['corpus', 'document', null], queryFn: () => null }
      : documentQuery(client, id),
  );
}

/** The reader's links between two documents; nothing where both panes hold the same one. */
export function useAlignment(left: DocumentId | null, right: DocumentId | null) {
  const client = useClient();
  const pair = left !== null && right !== null && left !== right ? ([left, right] as const) : null;
  return useQuery({
    queryKey: pair === null ? ['alignment', null] : keys.alignment(pair),
    queryFn: () =>
      pair === null
        ? null
        : answerOf(client.call('alignment.open', { documentIds: [pair[0], pair[1]] })),
  });
}

/** The alignments of two documents; none where both panes hold the same one. */
export function useAlignments(left: DocumentId | null, right: DocumentId | null) {
  const client = useClient();
  const pair = left !== null && right !== null && left !== right ? ([left, right] as const) : null;
  return useQuery({
    queryKey: ['alignment', 'list', ...(pair ?? [])],
    queryFn: () =>
      pair === null
        ? []
        : answerOf(client.call('alignment.list', { documentIds: [pair[0], pair[1]] })),
  });
}

/** The snapshots of an alignment. */
export function useSnapshots(alignmentId: AlignmentId) {
  const client = useClient();
  return useQuery({
    queryKey: ['alignment', 'snapshots', alignmentId],
    queryFn: () => answerOf(client.call('alignment.snapshots', { alignmentId })),
  });
}

/** How two versions of an alignment differ. */
export function useComparison(left: Version, right: Version) {
  const client = useClient();
  return useQuery({
    queryKey: ['alignment', 'compare', left, right],
    queryFn: () => answerOf(client.call('alignment.compare', { left, right })),
  });
}

/** Every link of the workspace that has a side in the document. */
export function useLinksOf(id: DocumentId | null) {
  const client = useClient();
  return useQuery({
    queryKey: id === null ? ['alignment', 'links-of', null] : keys.linksOf(id),
    queryFn: () =>
      id === null ? [] : answerOf(client.call('alignment.linksOf', { documentId: id })),
  });
}

export function useAnnotations() {
  const client = useClient();
  return useQuery({
    queryKey: keys.annotations,
    queryFn: () => answerOf(client.call('annotation.list', {})),
  });
}

export function useSettings() {
  const client = useClient();
  return useQuery({
    queryKey: keys.settings,
    queryFn: () => answerOf(client.call('settings.get', {})),
  });
}

export function useShellInfo() {
  const client = useClient();
  return useQuery({
    queryKey: ['shell'],
    queryFn: () => answerOf(client.call('shell.info', {})),
  });
}

export function useModels() {
  const client = useClient();
  return useQuery({
    queryKey: keys.models,
    queryFn: () => answerOf(client.call('translation.listModels', {})),
  });
}

export function useTranslations(id: DocumentId | null, to: Language | null) {
  const client = useClient();
  return useQuery({
    queryKey: id === null || to === null ? ['translation', null] : keys.translations(id, to),
    queryFn: () =>
      id === null || to === null
        ? []
        : answerOf(client.call('translation.list', { documentId: id, to })),
  });
}

export function useHistory() {
  const client = useClient();
  return useQuery({
    // Undo and redo change with every edit of either feature.
    queryKey: ['history'],
    queryFn: () => answerOf(client.call('history.state', {})),
  });
}

/** Listens to the core for as long as the page is open and keeps the cache true. */
export function useCoreEvents(): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => {
    const stops = [
      client.on('shell.changed', ({ features }) => {
        for (const feature of features) {
          void queries.invalidateQueries({ queryKey: [feature satisfies Feature] });
        }
        if (features.includes('alignment') || features.includes('annotation')) {
          void queries.invalidateQueries({ queryKey: ['history'] });
        }
      }),
      client.on('translation.progress', ({ state, documentId }) => {
        if (state !== 'running') {
          // An answer on its way while results came may have missed some of them.
          void queries.invalidateQueries({ queryKey: ['translation', 'list', documentId] });
        }
      }),
      client.on('translation.translated', ({ documentId, translations }) => {
        for (const translation of translations) {
          queries.setQueryData<readonly Translation[]>(
            keys.translations(documentId, translation.to),
            // A list that was never asked for must not begin as a part of itself.
            (known) => known && withTranslation(known, translation),
          );
        }
      }),
    ];
    return () => {
      for (const stop of stops) {
        stop();
      }
    };
  }, [client, queries]);
}

/** The newest of a sentence stands first; one model has one translation of it. */
function withTranslation(
  known: readonly Translation[],
  fresh: Translation,
): readonly Translation[] {
  return [
    fresh,
    ...known.filter(
      ({ segmentId, fingerprint }) =>
        segmentId !== fresh.segmentId || fingerprint !== fresh.fingerprint,
    ),
  ];
}

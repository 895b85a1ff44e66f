// The documents, links and notes that the two panes show, gathered from the query cache for everything below.
import { createContext, useContext, useMemo } from 'react';
import type { Alignment, Link } from '../../electron/alignment/alignment.ts';
import type { Annotation } from '../../electron/annotation/annotation.ts';
import type { DocumentSummary, SegmentId } from '../../electron/corpus/document.ts';
import type { HistoryState } from '../../electron/history/api.ts';
import type { Preferences } from '../../electron/settings/settings.ts';
import type { ListedModel, Translation } from '../../electron/translation/model.ts';
import {
  useAlignment,
  useAnnotations,
  useDocument,
  useDocuments,
  useHistory,
  useModels,
  useTranslations,
} from '../api/queries.ts';
import { indexSegments, type SegmentIndex } from '../reader/segment-index.ts';
import { targetLanguage } from '../translation/target-language.ts';
import { useReader } from './reader-state.ts';

export interface ReaderData {
  readonly documents: readonly DocumentSummary[];
  /** The document of each pane; null while it loads. */
  readonly panes: readonly [SegmentIndex | null, SegmentIndex | null];
  readonly alignment: Alignment | null;
  /** The links of the pair that were not rejected, by sentence. */
  readonly linksBySegment: ReadonlyMap<SegmentId, readonly Link[]>;
  readonly annotations: readonly Annotation[];
  /** The newest first for each sentence. */
  readonly translations: ReadonlyMap<SegmentId, readonly Translation[]>;
  readonly models: readonly ListedModel[];
  readonly history: HistoryState;
  readonly preferences: Preferences;
}

const DataContext = createContext<ReaderData | null>(null);
export const ReaderDataProvider = DataContext.Provider;

export function useReaderData(): ReaderData {
  const data = useContext(DataContext);
  if (data === null) {
    throw new Error('no reader data above this component');
  }
  return data;
}

/** Gathers the data; called once, at the top. */
export function useGatheredData(preferences: Preferences): ReaderData {
  const left = useReader((state) => state.panes[0].documentId);
  const right = useReader((state) => state.panes[1].documentId);
  const documents = useDocuments().data ?? none;
  const leftPane = usePane(left);
  const rightPane = usePane(right);
  const alignment = useAlignment(left, right).data ?? null;
  const annotations = useAnnotations().data ?? none;
  const models = useModels().data ?? none;
  const history = useHistory().data ?? noHistory;
  // By themselves: what depends on the texts alone must not begin anew with every edit.
  const panes = useMemo(
    () => [leftPane.index, rightPane.index] as const,
    [leftPane.index, rightPane.index],
  );
  return useMemo(
    () => ({
      documents,
      panes,
      alignment,
      linksBySegment: linksBySegment(alignment),
      annotations,
      translations: translationsBySegment([...leftPane.translations, ...rightPane.translations]),
      models,
      history,
      preferences,
    }),
    [documents, panes, leftPane, rightPane, alignment, annotations, models, history, preferences],
  );
}

const none: readonly never[] = [];
const noHistory: HistoryState = { undo: null, redo: null };

function usePane(id: DocumentSummary['id'] | null) {
  const document = useDocument(id).data ?? null;
  const to = document === null ? null : targetLanguage(document.summary.language);
  const translations = useTranslations(id, to).data ?? none;
  const index = useMemo(() => (document === null ? null : indexSegments(document)), [document]);
  return useMemo(() => ({ index, translations }), [index, translations]);
}

function linksBySegment(alignment: Alignment | null): ReadonlyMap<SegmentId, readonly Link[]> {
  const map = new Map<SegmentId, Link[]>();
  for (const link of alignment?.links ?? []) {
    if (link.status === 'rejected') {
      continue;
    }
    for (const id of link.sides.flatMap((side) => side.segmentIds)) {
      map.set(id, [...(map.get(id) ?? []), link]);
    }
  }
  return map;
}

function translationsBySegment(
  translations: readonly Translation[],
): ReadonlyMap<SegmentId, readonly Translation[]> {
  const map = new Map<SegmentId, Translation[]>();
  for (const translation of translations) {
    const known = map.get(translation.segmentId);
    if (known) {
      known.push(translation);
    } else {
      map.set(translation.segmentId, [translation]);
    }
  }
  return map;
}

/** The sentences that links join to one: in the other text, and those beside it on its own side. */
export function counterpartsOf(data: ReaderData, id: SegmentId): readonly SegmentId[] {
  const links = data.linksBySegment.get(id) ?? [];
  return [
    ...new Set(links.flatMap((link) => link.sides.flatMap((side) => side.segmentIds))),
  ].filter((other) => other !== id);
}

// Which texts stand in the panes when none is remembered, or when one that is remembered is gone.
import type { DocumentSummary, Language } from '../../electron/corpus/document.ts';
import type { ReadingState } from '../../electron/settings/settings.ts';

/** The reading state with a Vietnamese text on the left and an English one on the right where a pane is empty. */
export function firstReading(
  reading: ReadingState,
  documents: readonly DocumentSummary[],
): ReadingState {
  const known = new Set(documents.map(({ id }) => id));
  const first = (language: Language) =>
    (documents.find((document) => document.language === language) ?? documents[0])?.id ?? null;
  const [left, right] = reading.panes;
  const filled = (pane: typeof left, language: Language): typeof left =>
    pane.documentId !== null && known.has(pane.documentId)
      ? pane
      : { documentId: first(language), focus: null, top: null };
  return { ...reading, panes: [filled(left, 'vi'), filled(right, 'en')] };
}

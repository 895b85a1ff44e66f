// The phrase links of the pair: both ends light where one is pointed at or has the focus.
import { Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PhraseId, PhraseLink } from '../../electron/alignment/phrase.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import type { SegmentIndex } from '../reader/segment-index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { removePhrase } from './phrase-commands.ts';

export function PhraseList({ phrases }: { readonly phrases: readonly PhraseLink[] }) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const { panes, documents } = useReaderData();
  if (phrases.length === 0) {
    return null;
  }
  const light = (litPhrase: PhraseId | null) => store.setState({ litPhrase });
  const go = ({ id, spans }: PhraseLink) => {
    const { activePane } = store.getState();
    const index = panes[activePane];
    const span = spans.find(({ documentId }) => documentId === index?.document.summary.id);
    const segmentId = index && span && sentenceAt(index, span.position.start);
    if (segmentId) {
      goToSegment(store, context().data, segmentId);
    }
    light(id);
  };
  return (
    <details className="phrases">
      <summary>{t('phrases.count', { count: phrases.length })}</summary>
      <ul>
        {inOrder(phrases).map((phrase) => (
          <li
            key={phrase.id}
            className="phrase"
            onPointerEnter={() => light(phrase.id)}
            onPointerLeave={() => light(null)}
            onFocus={() => light(phrase.id)}
            onBlur={() => light(null)}
          >
            <button type="button" className="phrase-words" onClick={() => go(phrase)}>
              {phrase.spans.map(({ documentId, quote }) => (
                <span
                  key={documentId}
                  lang={documents.find(({ id }) => id === documentId)?.language}
                >
                  {quote.exact}
                </span>
              ))}
            </button>
            <IconButton
              label={t('commands.phrase.remove')}
              onClick={() => void removePhrase(context(), phrase)}
            >
              <Unlink size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** By their place in the first text. */
function inOrder(phrases: readonly PhraseLink[]): readonly PhraseLink[] {
  return [...phrases].sort((a, b) => a.spans[0].position.start - b.spans[0].position.start);
}

function sentenceAt({ places }: SegmentIndex, offset: number): SegmentId | undefined {
  for (const [id, { segment }] of places) {
    if (segment.startOffset <= offset && offset < segment.endOffset) {
      return id;
    }
  }
  return undefined;
}

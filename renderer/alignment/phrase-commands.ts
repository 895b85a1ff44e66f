// Linking a phrase of one text with a phrase of the other: select one, ask, select the other, ask again.
import type { PhraseId, PhraseLink } from '../../electron/alignment/phrase.ts';
import { makeSpanTarget } from '../../electron/annotation/anchor.ts';
import type { SpanTarget } from '../../electron/annotation/annotation.ts';
import { announce, applyEdits, type Command, type CommandContext, notify } from '../app/command.ts';
import type { ReaderData } from '../app/reader-data.ts';
import type { HeldPhrase } from '../app/reader-state.ts';
import type { SegmentIndex } from '../reader/segment-index.ts';
import { selectedWords, type TextSpan } from '../reader/text-selection.ts';

export const phraseCommands: readonly Command[] = [
  {
    id: 'phrase.link',
    group: 'link',
    keys: ['Shift+L'],
    enabled: ({ data }) => data.alignment !== null,
    run: (context) => void linkPhrase(context),
  },
  {
    id: 'phrase.remove',
    group: 'link',
    keys: ['Shift+P'],
    enabled: ({ store }) => store.getState().litPhrase !== null,
    run: (context) => {
      const { litPhrase } = context.store.getState();
      const phrase = context.data.alignment?.phrases.find(({ id }) => id === litPhrase);
      if (phrase) {
        void removePhrase(context, phrase);
      }
    },
  },
];

/** Keeps the selected words until words of the other text are selected, then links the two. */
async function linkPhrase(context: CommandContext): Promise<void> {
  const { store, data, t } = context;
  const selected = selectedWords();
  const { alignment } = data;
  if (selected.kind !== 'span' || !alignment?.documentIds.includes(selected.span.documentId)) {
    notify(context, t('phrases.choose'));
    return;
  }
  const held = heldIn(data.panes, store.getState().heldPhrase);
  const { span } = selected;
  if (held === null || held.documentId === span.documentId) {
    const { text } = indexOf(context, span)?.document ?? { text: '' };
    store.setState({ heldPhrase: { ...span, text } });
    notify(context, t('phrases.held', { words: wordsOf(context, span) }));
    return;
  }
  const targets = alignment.documentIds.map((id) =>
    targetOf(context, held.documentId === id ? held : span),
  );
  const [first, second] = targets;
  if (!first || !second) {
    return;
  }
  const phrase: PhraseLink = {
    id: crypto.randomUUID() as PhraseId,
    alignmentId: alignment.id,
    spans: [first, second],
    origin: 'reader',
    createdAt: new Date().toISOString(),
  };
  if (await applyEdits(context, 'link-phrases', [{ type: 'phrase.add', phrase }])) {
    window.getSelection()?.removeAllRanges();
    store.setState({ heldPhrase: null, litPhrase: phrase.id });
    announce(context, phraseWords(context, phrase));
  }
}

export async function removePhrase(context: CommandContext, phrase: PhraseLink): Promise<void> {
  const done = await applyEdits(context, 'unlink-phrases', [
    { type: 'phrase.remove', phraseId: phrase.id },
  ]);
  if (done) {
    context.store.setState({ litPhrase: null });
    announce(context, context.t('history.labels.unlink-phrases'));
  }
}

/** `“lực lượng vũ trang” answers “armed forces”`. */
export function phraseWords({ t }: Pick<CommandContext, 't'>, { spans }: PhraseLink): string {
  const [first, second] = spans.map(({ quote }) => quote.exact);
  return t('phrases.answers', { first, second });
}

/** The held words, or null where their text is not shown any more or has changed since: they may stand elsewhere now. */
export function heldIn(panes: ReaderData['panes'], held: HeldPhrase | null): HeldPhrase | null {
  const isThere = panes.some(
    (pane) => pane?.document.summary.id === held?.documentId && pane?.document.text === held?.text,
  );
  return isThere ? held : null;
}

function indexOf({ data }: CommandContext, { documentId }: TextSpan): SegmentIndex | undefined {
  return data.panes.find((pane) => pane?.document.summary.id === documentId) ?? undefined;
}

function wordsOf(context: CommandContext, span: TextSpan): string {
  return indexOf(context, span)?.document.text.slice(span.start, span.end) ?? '';
}

function targetOf(context: CommandContext, span: TextSpan): SpanTarget | null {
  const index = indexOf(context, span);
  return index ? makeSpanTarget(span.documentId, index.document.text, span) : null;
}

// Correcting how a text is cut into sentences, and its characters.
import { announce, applyEdits, type Command, type CommandContext, notify } from '../app/command.ts';
import { textOf } from '../reader/segment-index.ts';
import { placeInSentence } from '../reader/text-selection.ts';
import { focusedSentence } from './focused-link.ts';

export const sentenceCommands: readonly Command[] = [
  {
    id: 'sentence.split',
    group: 'sentence',
    keys: ['Shift+S'],
    enabled: (context) => focusedSentence(context) !== null,
    run: (context) => void split(context),
  },
  {
    id: 'sentence.merge',
    group: 'sentence',
    keys: ['H'],
    enabled: (context) => focusedSentence(context) !== null,
    run: (context) => void merge(context),
  },
  {
    id: 'sentence.correct',
    group: 'sentence',
    keys: ['F2'],
    enabled: (context) => focusedSentence(context) !== null,
    run: (context) => {
      window.getSelection()?.removeAllRanges();
      context.store.setState({ corrected: focusedSentence(context) });
    },
  },
];

/** Parts the sentence in focus where the reader clicked, or before the word that is selected. */
async function split(context: CommandContext): Promise<void> {
  const segmentId = focusedSentence(context);
  const clicked = segmentId === null ? null : placeInSentence(segmentId);
  const index = context.data.panes[context.store.getState().activePane];
  const at =
    clicked && segmentId && index ? afterMarks(textOf(index, segmentId), clicked) : clicked;
  if (segmentId === null || at === null || at === 0) {
    notify(context, context.t('sentences.choose-place'));
    return;
  }
  if (await applyEdits(context, 'split-sentence', [{ type: 'segment.split', segmentId, at }])) {
    window.getSelection()?.removeAllRanges();
    announce(context, context.t('sentences.split'));
  }
}

/** The place behind the marks that close what stands before it: no sentence begins with a comma. */
export function afterMarks(text: string, at: number): number {
  const [marks = ''] = /^\s*[,;:.!?…)\]}»”’]+/u.exec(text.slice(at)) ?? [];
  return at + marks.length;
}

async function merge(context: CommandContext): Promise<void> {
  const segmentId = focusedSentence(context);
  if (
    segmentId !== null &&
    (await applyEdits(context, 'merge-sentences', [{ type: 'segment.merge', segmentId }]))
  ) {
    announce(context, context.t('sentences.merged'));
  }
}

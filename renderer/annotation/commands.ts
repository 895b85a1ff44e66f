// Highlights and notes: on the selected words, on the sentence in focus, on both sides, on a link.

import type { Link } from '../../electron/alignment/alignment.ts';
import { makeSpanTarget } from '../../electron/annotation/anchor.ts';
import {
  type Annotation,
  type AnnotationId,
  type Colour,
  colours,
  type SpanTarget,
  type Target,
} from '../../electron/annotation/annotation.ts';
import { assertNever } from '../../electron/contract/result.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { linkInFocus } from '../alignment/commands.ts';
import { applyEdits, type Command, type CommandContext } from '../app/command.ts';
import { openRail } from '../app/reader-state.ts';
import type { SegmentIndex } from '../reader/segment-index.ts';
import { selectedWords, type TextSpan } from '../reader/text-selection.ts';

export const annotationCommands: readonly Command[] = [
  ...colours.map(
    (colour, at): Command => ({
      id: `note.highlight-${colour}`,
      group: 'note',
      keys: [String(at + 1)],
      enabled: canMark,
      run: (context) => void highlight(context, colour),
    }),
  ),
  {
    id: 'note.remove-highlight',
    group: 'note',
    keys: ['0'],
    inTurn: true,
    enabled: (context) => highlightsInFocus(context).length > 0,
    run: (context) => void removeHighlights(context),
  },
  {
    id: 'note.write',
    group: 'note',
    keys: ['N'],
    enabled: canMark,
    run: (context) => {
      const span = spanToMark(context);
      const target = span && targetOf(context, span);
      if (target) {
        void addNote(context, [target]);
      }
    },
  },
  {
    id: 'note.edit',
    group: 'note',
    keys: ['E'],
    // The editor begins with the words that are known: those just saved must have come back.
    inTurn: true,
    enabled: (context) => notesInFocus(context).length > 0,
    run: (context) => {
      const notes = notesInFocus(context);
      const note = notes.find(({ text }) => text !== '') ?? notes[0];
      if (note) {
        openRail(context.store, 'notes');
        context.store.setState({ editedNote: note.id });
      }
    },
  },
  {
    id: 'note.write-on-both',
    group: 'note',
    keys: ['B'],
    enabled: (context) => targetsOnBothSides(context) !== null,
    run: (context) => {
      const targets = targetsOnBothSides(context);
      if (targets) {
        void addNote(context, targets);
      }
    },
  },
  {
    id: 'note.write-on-link',
    group: 'note',
    keys: ['Shift+N'],
    enabled: (context) => linkInFocus(context) !== undefined,
    run: (context) => {
      const link = linkInFocus(context);
      if (link) {
        void addNote(context, targetsOfLink(context, link));
      }
    },
  },
];

/**
 * What a highlight or note is about: the selected words, else the sentence in focus; null where the selection
 * is of no use, rather than something that the reader did not choose.
 */
function spanInFocus({ store, data }: CommandContext): TextSpan | null {
  const selected = selectedWords();
  switch (selected.kind) {
    case 'span':
      return selected.span;
    case 'unusable':
      return null;
    case 'none': {
      const { panes, activePane } = store.getState();
      return focusedSentence(data.panes[activePane], panes[activePane].focus);
    }
    default:
      return assertNever(selected);
  }
}

/** Whether there is something to mark, or a selection whose uselessness is to be told. */
function canMark(context: CommandContext): boolean {
  return spanInFocus(context) !== null || selectedWords().kind === 'unusable';
}

/** What to mark; tells the reader where what is selected cannot be. */
function spanToMark(context: CommandContext): TextSpan | null {
  const span = spanInFocus(context);
  if (span === null) {
    context.store.setState({ failure: { code: 'annotation-selection-unusable', params: {} } });
  }
  return span;
}

function focusedSentence(
  index: SegmentIndex | null,
  focus: Parameters<SegmentIndex['places']['get']>[0] | null,
): TextSpan | null {
  const place = focus === null ? undefined : index?.places.get(focus);
  return index && place
    ? {
        documentId: index.document.summary.id,
        start: place.segment.startOffset,
        end: place.segment.endOffset,
      }
    : null;
}

function targetOf({ data }: CommandContext, span: TextSpan): SpanTarget | null {
  const index = data.panes.find((pane) => pane?.document.summary.id === span.documentId);
  return index ? makeSpanTarget(span.documentId, index.document.text, span) : null;
}

function targetsOnBothSides(context: CommandContext): readonly Target[] | null {
  const { store, data } = context;
  const { panes, activePane } = store.getState();
  const here = spanInFocus(context);
  const other = activePane === 0 ? 1 : 0;
  const there = focusedSentence(data.panes[other], panes[other].focus);
  if (!here || !there || here.documentId === there.documentId) {
    return null;
  }
  const targets = [here, there].map((span) => targetOf(context, span));
  return targets.every((target) => target !== null) ? targets : null;
}

/** A note on a link is about the link and, should the link go, about the passages that it joined: no word more. */
function targetsOfLink(context: CommandContext, link: Link): readonly Target[] {
  const spans = link.sides.flatMap((side) => {
    const index = context.data.panes.find((pane) => pane?.document.summary.id === side.documentId);
    return index ? runsOfNeighbours(index, side.segmentIds) : [];
  });
  const targets = spans.map((span) => targetOf(context, span)).filter((target) => target !== null);
  return [{ type: 'link', linkId: link.id }, ...targets];
}

/** The spans of sentences, those that follow each other in a paragraph as one. */
function runsOfNeighbours(index: SegmentIndex, ids: readonly SegmentId[]): readonly TextSpan[] {
  const documentId = index.document.summary.id;
  const runs: { paragraph: number; last: number; span: TextSpan }[] = [];
  for (const id of ids) {
    const place = index.places.get(id);
    if (!place) {
      continue;
    }
    const { segment, paragraph, ordinal } = place;
    const run = runs.at(-1);
    if (run && run.paragraph === paragraph.index && run.last + 1 === ordinal) {
      run.last = ordinal;
      run.span = { ...run.span, end: segment.endOffset };
    } else {
      const span = { documentId, start: segment.startOffset, end: segment.endOffset };
      runs.push({ paragraph: paragraph.index, last: ordinal, span });
    }
  }
  return runs.map(({ span }) => span);
}

/** Opens the note for writing at once: what is typed before the core has answered belongs to it already. */
async function addNote(context: CommandContext, targets: readonly Target[]): Promise<void> {
  const { store } = context;
  const note = annotationOf({ targets, colour: 'yellow' });
  window.getSelection()?.removeAllRanges();
  openRail(store, 'notes');
  store.setState({ freshNote: note, editedNote: note.id });
  const done = await applyEdits(context, 'add-note', [
    { type: 'annotation.add', annotation: note },
  ]);
  if (!done) {
    store.setState({ freshNote: null, editedNote: null });
  }
}

async function highlight(context: CommandContext, colour: Colour): Promise<void> {
  const span = spanToMark(context);
  const same = highlightsInFocus(context).find(
    ({ target }) =>
      span && target.position.start === span.start && target.position.end === span.end,
  );
  if (same) {
    await applyEdits(context, 'change-highlight', [
      {
        type: 'annotation.change',
        annotationId: same.annotation.id,
        changes: { colour, changedAt: new Date().toISOString() },
      },
    ]);
  } else {
    const target = span && targetOf(context, span);
    if (target) {
      await applyEdits(context, 'highlight', [
        { type: 'annotation.add', annotation: annotationOf({ targets: [target], colour }) },
      ]);
    }
  }
  window.getSelection()?.removeAllRanges();
}

function annotationOf(about: Pick<Annotation, 'targets' | 'colour'>): Annotation {
  const now = new Date().toISOString();
  const id = crypto.randomUUID() as AnnotationId;
  return { id, ...about, text: '', tags: [], createdAt: now, changedAt: now };
}

/** The notes about the selected words or the sentence in focus. */
function notesInFocus(context: CommandContext): readonly Annotation[] {
  const span = spanInFocus(context);
  return context.data.annotations.filter(({ targets }) =>
    targets.some((target) => span && target.type === 'span' && touches(target, span)),
  );
}

function touches(target: SpanTarget, span: TextSpan): boolean {
  return (
    target.documentId === span.documentId &&
    target.position.start < span.end &&
    target.position.end > span.start
  );
}

/** The tinted spans that touch the selected words or the sentence in focus. */
function highlightsInFocus(context: CommandContext) {
  const span = spanInFocus(context);
  return context.data.annotations.flatMap((annotation) =>
    annotation.targets.flatMap((target) =>
      span && annotation.colour !== null && target.type === 'span' && touches(target, span)
        ? [{ annotation, target }]
        : [],
    ),
  );
}

/** Takes tints away; one that carries a note keeps its note. */
async function removeHighlights(context: CommandContext): Promise<void> {
  const found = new Set(highlightsInFocus(context).map(({ annotation }) => annotation));
  const changedAt = new Date().toISOString();
  await applyEdits(
    context,
    'remove-highlight',
    [...found].map(({ id, text, tags }) =>
      text === '' && tags.length === 0
        ? { type: 'annotation.remove', annotationId: id }
        : { type: 'annotation.change', annotationId: id, changes: { colour: null, changedAt } },
    ),
  );
}

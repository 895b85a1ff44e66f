// Applies edits of every kind to a state, and takes them back: pure, all of a group or nothing.
import { restoreLinkEdit, stepLinkEdit } from '../alignment/apply.ts';
import { stepAlignmentEdit, stepSnapshotEdit } from '../alignment/apply-alignment.ts';
import { stepPhraseEdit } from '../alignment/apply-phrase.ts';
import { findOverlap } from '../alignment/beads.ts';
import { restoreAnnotationEdit, stepAnnotationEdit } from '../annotation/apply.ts';
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import { stepDocumentChange } from './document-change.ts';
import type { Edit } from './edit.ts';
import { expandEdit } from './expand.ts';
import type { EditState } from './state.ts';
import type { StepEdit } from './step-edit.ts';

/** The next state, what was carried out, and for each step, in the same order, the one that takes it back. */
export interface Applied {
  readonly state: EditState;
  readonly steps: readonly StepEdit[];
  readonly inverses: readonly StepEdit[];
}

/**
 * Applies edits one after the other: all of them, or, where one fails, none. The given state is never changed. `newId`
 * makes a UUID at each call.
 */
export function applyEdits(
  state: EditState,
  edits: readonly Edit[],
  newId: () => string,
): Result<Applied> {
  const working = copyOf(state);
  const steps: StepEdit[] = [];
  const inverses: StepEdit[] = [];
  for (const edit of edits) {
    const expanded = expandEdit(working, edit, newId);
    if (!expanded.ok) {
      return expanded;
    }
    const done = takeSteps(working, expanded.value, asked);
    if (!done.ok) {
      return done;
    }
    // No spread into the arguments of a call: a run has tens of thousands of steps.
    for (const step of expanded.value) {
      steps.push(step);
    }
    for (const inverse of done.value) {
      inverses.push(inverse);
    }
  }
  return checked({ state: working, steps, inverses });
}

/** Applies steps once more, as {@link applyEdits} answered them. */
export function replaySteps(state: EditState, steps: readonly StepEdit[]): Result<Applied> {
  const working = copyOf(state);
  const inverses = takeSteps(working, steps, asked);
  return inverses.ok ? checked({ state: working, steps, inverses: inverses.value }) : inverses;
}

/** Takes a group back: `inverses` as {@link applyEdits} answered them, applied last to first. */
export function revertSteps(state: EditState, inverses: readonly StepEdit[]): Result<Applied> {
  const working = copyOf(state);
  const reversed = inverses.toReversed();
  const reverted = takeSteps(working, reversed, restored);
  return reverted.ok
    ? succeed({ state: working, steps: reversed, inverses: reverted.value })
    : reverted;
}

/** How steps are taken that someone asks for, and how those that restore what was there before. */
interface Manner {
  readonly stepLink: typeof stepLinkEdit;
  readonly stepAnnotation: typeof stepAnnotationEdit;
}

const asked: Manner = { stepLink: stepLinkEdit, stepAnnotation: stepAnnotationEdit };
const restored: Manner = { stepLink: restoreLinkEdit, stepAnnotation: restoreAnnotationEdit };

/** A state whose maps are its own to change. */
type WorkingState = {
  readonly [Part in keyof EditState]: EditState[Part] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : never;
};

function copyOf(state: EditState): WorkingState {
  return {
    alignments: new Map(state.alignments),
    links: new Map(state.links),
    phrases: new Map(state.phrases),
    snapshots: new Map(state.snapshots),
    annotations: new Map(state.annotations),
    segments: new Map(state.segments),
    texts: new Map(state.texts),
    documents: new Map(state.documents),
  };
}

/** In a `translation` no sentence may be in two links, once all steps are taken. */
function checked(applied: Applied): Result<Applied> {
  const { alignments, links } = applied.state;
  const segment = findOverlap(alignments, links.values());
  return segment === null ? succeed(applied) : fail('link-sentence-taken', { segment });
}

/** Takes the steps in the state given, which is no longer of use where one fails; answers their inverses. */
function takeSteps(
  state: WorkingState,
  steps: readonly StepEdit[],
  manner: Manner,
): Result<readonly StepEdit[]> {
  const inverses: StepEdit[] = [];
  for (const step of steps) {
    const taken = takeStep(state, step, manner);
    if (!taken.ok) {
      return taken;
    }
    inverses.push(taken.value);
  }
  return succeed(inverses);
}

/** Takes one step in the state given; answers its inverse. */
function takeStep(state: WorkingState, edit: StepEdit, manner: Manner): Result<StepEdit> {
  switch (edit.type) {
    case 'link.add':
    case 'link.remove':
    case 'link.change': {
      const step = manner.stepLink(state, edit);
      if (!step.ok) {
        return step;
      }
      setOrDelete(state.links, step.value.linkId, step.value.link);
      return succeed(step.value.inverse);
    }
    case 'phrase.add':
    case 'phrase.remove':
    case 'phrase.change': {
      const step = stepPhraseEdit(state, edit);
      if (!step.ok) {
        return step;
      }
      setOrDelete(state.phrases, step.value.phraseId, step.value.phrase);
      return succeed(step.value.inverse);
    }
    case 'alignment.add':
    case 'alignment.change':
    case 'alignment.remove': {
      const step = stepAlignmentEdit(state, edit);
      if (!step.ok) {
        return step;
      }
      setOrDelete(state.alignments, step.value.alignmentId, step.value.alignment);
      return succeed(step.value.inverse);
    }
    case 'snapshot.keep':
    case 'snapshot.remove': {
      const step = stepSnapshotEdit(state, edit);
      if (!step.ok) {
        return step;
      }
      setOrDelete(state.snapshots, step.value.snapshotId, step.value.snapshot);
      return succeed(step.value.inverse);
    }
    case 'annotation.add':
    case 'annotation.remove':
    case 'annotation.change': {
      const step = manner.stepAnnotation(state, edit);
      if (!step.ok) {
        return step;
      }
      setOrDelete(state.annotations, step.value.annotationId, step.value.annotation);
      return succeed(step.value.inverse);
    }
    case 'document.change': {
      const step = stepDocumentChange(state, edit);
      if (!step.ok) {
        return step;
      }
      const { document, removed, links, annotations, phrases, inverse } = step.value;
      state.documents.set(document.id, document);
      state.texts.set(document.id, document.text);
      for (const id of removed) {
        state.segments.delete(id);
      }
      for (const { id, startOffset } of document.paragraphs.flatMap(({ segments }) => segments)) {
        state.segments.set(id, { documentId: document.id, startOffset });
      }
      for (const link of links) {
        state.links.set(link.id, link);
      }
      for (const annotation of annotations) {
        state.annotations.set(annotation.id, annotation);
      }
      for (const phrase of phrases) {
        state.phrases.set(phrase.id, phrase);
      }
      return succeed(inverse);
    }
    default:
      return assertNever(edit);
  }
}

function setOrDelete<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | null): void {
  if (value === null) {
    map.delete(key);
  } else {
    map.set(key, value);
  }
}

// Applies edits of every kind to a state, and takes them back: pure, all of a group or nothing.
import type { Link, LinkId } from '../alignment/alignment.ts';
import { type LinkState, stepLinkEdit } from '../alignment/apply.ts';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import {
  type AnnotationState,
  restoreAnnotationEdit,
  stepAnnotationEdit,
} from '../annotation/apply.ts';
import { assertNever, type Result, succeed } from '../contract/result.ts';
import type { Edit } from './edit.ts';

/** All that the reader can edit, as far as the edits at hand touch it, and what they are checked against. */
export interface EditState extends LinkState, AnnotationState {}

/** The next state, and for each edit, in the same order, the edit that takes it back. */
export interface Applied {
  readonly state: EditState;
  readonly inverses: readonly Edit[];
}

/** Applies edits one after the other: all of them, or, where one fails, none. The given state is never changed. */
export function applyEdits(state: EditState, edits: readonly Edit[]): Result<Applied> {
  return run(state, edits, stepAnnotationEdit);
}

/** Takes a group back: `inverses` as {@link applyEdits} answered them, applied last to first. */
export function revertEdits(state: EditState, inverses: readonly Edit[]): Result<Applied> {
  const reverted = run(state, inverses.toReversed(), restoreAnnotationEdit);
  return reverted.ok
    ? succeed({ ...reverted.value, inverses: reverted.value.inverses.toReversed() })
    : reverted;
}

function run(
  state: EditState,
  edits: readonly Edit[],
  stepAnnotation: typeof stepAnnotationEdit,
): Result<Applied> {
  const links = new Map(state.links);
  const annotations = new Map(state.annotations);
  const working: EditState = { ...state, links, annotations };
  const inverses: Edit[] = [];
  for (const edit of edits) {
    switch (edit.type) {
      case 'link.add':
      case 'link.remove':
      case 'link.change': {
        const step = stepLinkEdit(working, edit);
        if (!step.ok) {
          return step;
        }
        setOrDelete<LinkId, Link>(links, step.value.linkId, step.value.link);
        inverses.push(step.value.inverse);
        break;
      }
      case 'annotation.add':
      case 'annotation.remove':
      case 'annotation.change': {
        const step = stepAnnotation(working, edit);
        if (!step.ok) {
          return step;
        }
        setOrDelete<AnnotationId, Annotation>(
          annotations,
          step.value.annotationId,
          step.value.annotation,
        );
        inverses.push(step.value.inverse);
        break;
      }
      default:
        return assertNever(edit);
    }
  }
  return succeed({ state: working, inverses });
}

function setOrDelete<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | null): void {
  if (value === null) {
    map.delete(key);
  } else {
    map.set(key, value);
  }
}

// Makes one edit of two that follow each other within a gesture, so that typing does not keep every letter's state.
import type { StepEdit } from './step-edit.ts';

/** A step and the one that takes it back. */
export interface ReversibleStep {
  readonly edit: StepEdit;
  readonly inverse: StepEdit;
}

/**
 * The one step that does what two changes of one record do in a row, with the inverse that goes back before
 * the first; null where the two do not change one and the same record.
 */
export function mergeChanges(first: ReversibleStep, next: ReversibleStep): ReversibleStep | null {
  const edit = combine(first.edit, next.edit);
  // Of what both changed, the older state is the one to go back to.
  const inverse = combine(next.inverse, first.inverse);
  return edit === null || inverse === null ? null : { edit, inverse };
}

/** A change of everything that the two change; of what both do, as the second does. */
function combine(one: StepEdit, two: StepEdit): StepEdit | null {
  if (one.type === 'link.change' && two.type === 'link.change' && one.linkId === two.linkId) {
    // Unlocking stands alone: a locked link takes no other change with it.
    return 'locked' in one.changes || 'locked' in two.changes
      ? null
      : { ...one, changes: { ...one.changes, ...two.changes } };
  }
  if (
    one.type === 'annotation.change' &&
    two.type === 'annotation.change' &&
    one.annotationId === two.annotationId
  ) {
    return { ...one, changes: { ...one.changes, ...two.changes } };
  }
  return null;
}

// Answers the calls that change the reader's data: applies edits, takes them back, does them again.
import type { Emit, FeatureHandlers } from '../contract/contract.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Feature } from '../contract/shell.ts';
import type { Database, WriteDb } from '../storage/database.node.ts';
import type { HistoryState } from './api.ts';
import { applyEdits, revertEdits } from './apply.ts';
import type { Edit } from './edit.ts';
import { loadState, saveState } from './load.node.ts';
import type { ReversibleEdit } from './merge.ts';
import {
  findGroupToRedo,
  findGroupToUndo,
  findHistoryState,
  markGroup,
  recordGroup,
} from './store.node.ts';

export interface HistoryContext {
  readonly database: Database;
  readonly emit: Emit;
}

/**
 * The handlers of `history.*`. Each change is one transaction: what the edits do and the record of it are on
 * disk when the call answers, or nothing is. An undo or redo that does not fit the data fails and keeps its group.
 */
export function createHistoryService({
  database,
  emit,
}: HistoryContext): FeatureHandlers<'history'> {
  const change = (work: (db: WriteDb) => Result<readonly Edit[]>): Result<HistoryState> => {
    const done = database.write(work);
    if (!done.ok) {
      return done;
    }
    emit('shell.changed', { features: featuresOf(done.value) });
    return succeed(findHistoryState(database.read));
  };
  return {
    'history.state': () => succeed(findHistoryState(database.read)),
    'history.apply': ({ label, edits, gesture = null }) =>
      change((db) => {
        const before = loadState(db, edits);
        const applied = applyEdits(before, edits);
        if (!applied.ok) {
          return applied;
        }
        saveState(db, before, applied.value.state);
        recordGroup(db, {
          label,
          edits: pair(edits, applied.value.inverses),
          gesture,
          madeAt: new Date().toISOString(),
        });
        return succeed(edits);
      }),
    'history.undo': () =>
      change((db) => {
        const group = findGroupToUndo(db);
        if (group === undefined) {
          return fail('nothing-to-undo', {});
        }
        const before = loadState(db, group.inverses);
        const reverted = revertEdits(before, group.inverses);
        if (!reverted.ok) {
          return reverted;
        }
        saveState(db, before, reverted.value.state);
        markGroup(db, group.id, 'undone');
        return succeed(group.edits);
      }),
    'history.redo': () =>
      change((db) => {
        const group = findGroupToRedo(db);
        if (group === undefined) {
          return fail('nothing-to-redo', {});
        }
        const before = loadState(db, group.edits);
        const applied = applyEdits(before, group.edits);
        if (!applied.ok) {
          return applied;
        }
        saveState(db, before, applied.value.state);
        markGroup(db, group.id, 'done');
        return succeed(group.edits);
      }),
  };
}

function pair(edits: readonly Edit[], inverses: readonly Edit[]): readonly ReversibleEdit[] {
  return edits.map((edit, index) => {
    const inverse = inverses[index];
    if (inverse === undefined) {
      throw new Error('an edit that was applied has no inverse');
    }
    return { edit, inverse };
  });
}

function featuresOf(edits: readonly Edit[]): readonly Feature[] {
  return [
    ...new Set(edits.map((edit) => (edit.type.startsWith('link.') ? 'alignment' : 'annotation'))),
  ];
}

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
  type Group,
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
    'history.undo': () => change((db) => step(db, undo)),
    'history.redo': () => change((db) => step(db, redo)),
  };
}

/** One way through the history: which group is next, and how it is gone through. */
interface Direction {
  readonly find: typeof findGroupToUndo;
  readonly editsOf: (group: Group) => readonly Edit[];
  readonly apply: typeof applyEdits;
  readonly mark: 'done' | 'undone';
  readonly atEnd: 'nothing-to-undo' | 'nothing-to-redo';
}

const undo: Direction = {
  find: findGroupToUndo,
  editsOf: (group) => group.inverses,
  apply: revertEdits,
  mark: 'undone',
  atEnd: 'nothing-to-undo',
};

const redo: Direction = {
  find: findGroupToRedo,
  editsOf: (group) => group.edits,
  apply: applyEdits,
  mark: 'done',
  atEnd: 'nothing-to-redo',
};

/** Takes back or does again the group that is next; answers its edits as they were first made. */
function step(
  db: WriteDb,
  { find, editsOf, apply, mark, atEnd }: Direction,
): Result<readonly Edit[]> {
  const group = find(db);
  if (group === undefined) {
    return fail(atEnd, {});
  }
  const edits = editsOf(group);
  const before = loadState(db, edits);
  const applied = apply(before, edits);
  if (!applied.ok) {
    return applied;
  }
  saveState(db, before, applied.value.state);
  markGroup(db, group.id, mark);
  return succeed(group.edits);
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

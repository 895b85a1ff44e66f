// Answers the calls that change the reader's data: applies edits, takes them back, does them again.
import { randomUUID } from 'node:crypto';
import { findLinks } from '../alignment/link-store.node.ts';
import { findPhrases } from '../alignment/phrase-store.node.ts';
import type { Emit, FeatureHandlers } from '../contract/contract.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Feature } from '../contract/shell.ts';
import type { Database, ReadDb, WriteDb } from '../storage/database.node.ts';
import type { HistoryState } from './api.ts';
import { type Applied, applyEdits, replaySteps, revertSteps } from './apply.ts';
import { type Expected, isAsExpected } from './expected.ts';
import { loadState } from './load.node.ts';
import type { ReversibleStep } from './merge.ts';
import { saveState } from './save.node.ts';
import type { StepEdit } from './step-edit.ts';
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
  /** Makes the ids of copies, a UUID at each call; for tests that must foresee them. */
  readonly newId?: () => string;
}

/**
 * The handlers of `history.*`. Each change is one transaction: what the edits do and the record of it are on
 * disk when the call answers, or nothing is. An undo or redo that does not fit the data fails and keeps its group.
 */
export function createHistoryService({
  database,
  emit,
  newId = randomUUID,
}: HistoryContext): FeatureHandlers<'history'> {
  const change = (work: (db: WriteDb) => Result<readonly StepEdit[]>): Result<HistoryState> => {
    const done = database.write(work);
    if (!done.ok) {
      return done;
    }
    const features = featuresOf(done.value);
    if (features.length > 0) {
      emit('shell.changed', { features });
    }
    return succeed(findHistoryState(database.read));
  };
  return {
    'history.state': () => succeed(findHistoryState(database.read)),
    'history.apply': ({ label, edits, expected = [], gesture = null }) =>
      change((db) => {
        if (!isAsExpected(findExpected(db, expected), expected)) {
          return fail('links-changed-since', {});
        }
        const madeAt = new Date().toISOString();
        const before = loadState(db, edits);
        const applied = applyEdits(before, edits, newId);
        if (!applied.ok) {
          return applied;
        }
        const { state, steps } = applied.value;
        saveState(db, before, state, madeAt);
        // Edits that change nothing (a sentence corrected into itself) are nothing to undo.
        if (steps.length > 0) {
          recordGroup(db, { label, steps: pair(applied.value), gesture, madeAt });
        }
        return succeed(steps);
      }),
    'history.undo': () => change((db) => step(db, undo)),
    'history.redo': () => change((db) => step(db, redo)),
  };
}

/** The links and phrase links that are named, as they are now. */
function findExpected(
  db: ReadDb,
  expected: readonly Expected[],
): Parameters<typeof isAsExpected>[0] {
  return {
    links: findLinks(
      db,
      expected.flatMap(({ type, id }) => (type === 'link' ? [id] : [])),
    ),
    phrases: findPhrases(
      db,
      expected.flatMap(({ type, id }) => (type === 'phrase' ? [id] : [])),
    ),
  };
}

/** One way through the history: which group is next, and how it is gone through. */
interface Direction {
  readonly find: typeof findGroupToUndo;
  readonly stepsOf: (group: Group) => readonly StepEdit[];
  readonly apply: typeof replaySteps;
  readonly mark: 'done' | 'undone';
  readonly atEnd: 'nothing-to-undo' | 'nothing-to-redo';
}

const undo: Direction = {
  find: findGroupToUndo,
  stepsOf: (group) => group.inverses,
  apply: revertSteps,
  mark: 'undone',
  atEnd: 'nothing-to-undo',
};

const redo: Direction = {
  find: findGroupToRedo,
  stepsOf: (group) => group.steps,
  apply: replaySteps,
  mark: 'done',
  atEnd: 'nothing-to-redo',
};

/** Takes back or does again the group that is next; answers its steps as they were first taken. */
function step(
  db: WriteDb,
  { find, stepsOf, apply, mark, atEnd }: Direction,
): Result<readonly StepEdit[]> {
  const group = find(db);
  if (group === undefined) {
    return fail(atEnd, {});
  }
  const steps = stepsOf(group);
  const before = loadState(db, steps);
  const applied = apply(before, steps);
  if (!applied.ok) {
    return applied;
  }
  saveState(db, before, applied.value.state, new Date().toISOString());
  markGroup(db, group.id, mark);
  return succeed(group.steps);
}

function pair({ steps, inverses }: Applied): readonly ReversibleStep[] {
  return steps.map((edit, index) => {
    const inverse = inverses[index];
    if (inverse === undefined) {
      throw new Error('a step that was taken has no inverse');
    }
    return { edit, inverse };
  });
}

/** What a page holds that these steps made out of date. Machine translations are found by a sentence's words. */
function featuresOf(steps: readonly StepEdit[]): readonly Feature[] {
  const features = new Set<Feature>();
  for (const { type } of steps) {
    if (type === 'document.change') {
      for (const feature of ['corpus', 'alignment', 'annotation', 'translation'] as const) {
        features.add(feature);
      }
    } else {
      features.add(type.startsWith('annotation.') ? 'annotation' : 'alignment');
    }
  }
  return [...features];
}

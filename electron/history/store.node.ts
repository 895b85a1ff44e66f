// The tables history_groups and history_edits.
import * as v from 'valibot';
import type { ReadDb, Row, WriteDb } from '../storage/database.node.ts';
import type { HistoryState } from './api.ts';
import { type EditLabel, editLabels } from './edit.ts';
import { mergeChanges, type ReversibleStep } from './merge.ts';
import { type StepEdit, StepEditSchema } from './step-edit.ts';

/** What the reader did in one go: steps in order, and for each the one that takes it back. */
export interface Group {
  readonly id: number;
  readonly steps: readonly StepEdit[];
  readonly inverses: readonly StepEdit[];
}

const lastDone = 'SELECT id, label FROM history_groups WHERE undone = 0 ORDER BY id DESC LIMIT 1';
const firstUndone = 'SELECT id, label FROM history_groups WHERE undone = 1 ORDER BY id LIMIT 1';

/** What undo and redo would do now. */
export function findHistoryState(db: ReadDb): HistoryState {
  return { undo: labelOf(db.get(lastDone)), redo: labelOf(db.get(firstUndone)) };
}

/** The group that undo would take back: the last one done. */
export function findGroupToUndo(db: ReadDb): Group | undefined {
  return groupOf(db, db.get(lastDone));
}

/** The group that redo would do again: the first one undone. */
export function findGroupToRedo(db: ReadDb): Group | undefined {
  return groupOf(db, db.get(firstUndone));
}

/** What was just applied, to be recorded. */
export interface GroupRecord {
  readonly label: EditLabel;
  readonly steps: readonly ReversibleStep[];
  /** Names the gesture that the edits are part of; null where they are one by themselves. */
  readonly gesture: string | null;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/**
 * Records what was just applied: as a group of its own, those undone before it dropped; or within the last
 * group, where that is of the same gesture and nothing was undone since.
 */
export function recordGroup(db: WriteDb, record: GroupRecord): void {
  const last = db.get('SELECT id, gesture, undone FROM history_groups ORDER BY id DESC LIMIT 1');
  const joins =
    last !== undefined &&
    last['undone'] === 0 &&
    record.gesture !== null &&
    last['gesture'] === record.gesture;
  const groupId = joins ? Number(last['id']) : insertGroup(db, record);
  appendSteps(db, groupId, record.steps);
}

/** Notes that a group was taken back, or done again. */
export function markGroup(db: WriteDb, id: number, state: 'done' | 'undone'): void {
  db.run('UPDATE history_groups SET undone = ? WHERE id = ?', state === 'undone' ? 1 : 0, id);
}

function insertGroup(db: WriteDb, { label, gesture, madeAt }: GroupRecord): number {
  db.run('DELETE FROM history_groups WHERE undone = 1');
  const row = db.get(
    'INSERT INTO history_groups (label, gesture, made_at) VALUES (?, ?, ?) RETURNING id',
    label,
    gesture,
    madeAt,
  );
  return Number(row?.['id']);
}

/** Puts steps at a group's end, each in one with the step before it where the two change one record. */
function appendSteps(db: WriteDb, groupId: number, steps: readonly ReversibleStep[]): void {
  const row = db.get(
    `SELECT ordinal, edit, inverse FROM history_edits
      WHERE group_id = ? ORDER BY ordinal DESC LIMIT 1`,
    groupId,
  );
  let ordinal = row === undefined ? -1 : Number(row['ordinal']);
  let last =
    row === undefined ? null : { edit: parseStep(row['edit']), inverse: parseStep(row['inverse']) };
  const write = (): void => {
    if (last !== null) {
      db.run(
        `INSERT INTO history_edits (group_id, ordinal, edit, inverse) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET edit = excluded.edit, inverse = excluded.inverse`,
        groupId,
        ordinal,
        JSON.stringify(last.edit),
        JSON.stringify(last.inverse),
      );
    }
  };
  for (const next of steps) {
    const merged: ReversibleStep | null = last === null ? null : mergeChanges(last, next);
    if (merged === null) {
      write();
      ordinal += 1;
    }
    last = merged ?? next;
  }
  write();
}

function labelOf(row: Row | undefined): EditLabel | null {
  return row === undefined ? null : v.parse(v.picklist(editLabels), row['label']);
}

function groupOf(db: ReadDb, row: Row | undefined): Group | undefined {
  if (row === undefined) {
    return undefined;
  }
  const id = Number(row['id']);
  const rows = db.all(
    'SELECT edit, inverse FROM history_edits WHERE group_id = ? ORDER BY ordinal',
    id,
  );
  return {
    id,
    steps: rows.map((edit) => parseStep(edit['edit'])),
    inverses: rows.map((edit) => parseStep(edit['inverse'])),
  };
}

function parseStep(json: Row[string] | undefined): StepEdit {
  return v.parse(StepEditSchema, JSON.parse(String(json)));
}

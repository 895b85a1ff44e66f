// The tables history_groups and history_edits.
import * as v from 'valibot';
import type { ReadDb, Row, WriteDb } from '../storage/database.node.ts';
import type { HistoryState } from './api.ts';
import { type Edit, type EditLabel, EditSchema, editLabels } from './edit.ts';
import { mergeChanges, type ReversibleEdit } from './merge.ts';

/** What the reader did in one go: edits in order, and for each the edit that takes it back. */
export interface Group {
  readonly id: number;
  readonly edits: readonly Edit[];
  readonly inverses: readonly Edit[];
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
  readonly edits: readonly ReversibleEdit[];
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
  for (const edit of record.edits) {
    appendEdit(db, groupId, edit);
  }
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

/** Puts an edit at a group's end, in one with the edit there where the two change one record. */
function appendEdit(db: WriteDb, groupId: number, next: ReversibleEdit): void {
  const last = db.get(
    `SELECT ordinal, edit, inverse FROM history_edits
      WHERE group_id = ? ORDER BY ordinal DESC LIMIT 1`,
    groupId,
  );
  const merged =
    last === undefined
      ? null
      : mergeChanges({ edit: parseEdit(last['edit']), inverse: parseEdit(last['inverse']) }, next);
  const lastOrdinal = last === undefined ? -1 : Number(last['ordinal']);
  const { edit, inverse } = merged ?? next;
  db.run(
    `INSERT INTO history_edits (group_id, ordinal, edit, inverse) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET edit = excluded.edit, inverse = excluded.inverse`,
    groupId,
    merged === null ? lastOrdinal + 1 : lastOrdinal,
    JSON.stringify(edit),
    JSON.stringify(inverse),
  );
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
    edits: rows.map((edit) => parseEdit(edit['edit'])),
    inverses: rows.map((edit) => parseEdit(edit['inverse'])),
  };
}

function parseEdit(json: Row[string] | undefined): Edit {
  return v.parse(EditSchema, JSON.parse(String(json)));
}

// Calls that change the reader's data, and take changes back.
import * as v from 'valibot';
import { call } from '../contract/call.ts';
import { type EditLabel, EditSchema, editLabels } from './edit.ts';
import { ExpectedSchema } from './expected.ts';

/** What undo and redo would do now; null where there is nothing. */
export interface HistoryState {
  readonly undo: EditLabel | null;
  readonly redo: EditLabel | null;
}

export const historyCalls = {
  'history.state': call<HistoryState>()(v.strictObject({})),
  /** Applies edits as one group: all of them or none, saved when it answers. */
  'history.apply': call<HistoryState>()(
    v.strictObject({
      label: v.picklist(editLabels),
      // As many links as a file of the size that is imported may hold.
      edits: v.pipe(v.array(EditSchema), v.minLength(1), v.maxLength(100_000)),
      /** What the edits were made for. Where any of it is otherwise by now: `links-changed-since`, and nothing is done. */
      expected: v.exactOptional(v.pipe(v.array(ExpectedSchema), v.maxLength(100_000))),
      /** Where the last group has the same key and nothing was undone since, this one joins it: one gesture, one undo. */
      gesture: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
    }),
  ),
  'history.undo': call<HistoryState>()(v.strictObject({})),
  'history.redo': call<HistoryState>()(v.strictObject({})),
} as const;

// What an edit does to an alignment as a whole, or to a snapshot of one: pure, checked, and with its inverse.
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import { storableText } from '../storage/storable-text.ts';
import type { AlignmentHead, AlignmentId, Link, LinkId } from './alignment.ts';
import type { AlignmentStepEdit, SnapshotStepEdit } from './edits.ts';
import type { PhraseId, PhraseLink } from './phrase.ts';
import type { KeptSnapshot, SnapshotId } from './snapshot.ts';

/** What must be known: the alignments that edits name with all that they hold, and the snapshots. */
export interface AlignmentState {
  readonly alignments: ReadonlyMap<AlignmentId, AlignmentHead>;
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly phrases: ReadonlyMap<PhraseId, PhraseLink>;
  readonly snapshots: ReadonlyMap<SnapshotId, KeptSnapshot>;
}

/** One alignment after an edit (null: it is gone), and the edit that restores what was there before. */
export interface AlignmentStep {
  readonly alignmentId: AlignmentId;
  readonly alignment: AlignmentHead | null;
  readonly inverse: AlignmentStepEdit;
}

/**
 * The outcome of one edit. A new alignment joins others of its pair: opening two documents makes the first. An alignment
 * must be empty to be removed: its caller has emptied it.
 */
export function stepAlignmentEdit(
  state: AlignmentState,
  edit: AlignmentStepEdit,
): Result<AlignmentStep> {
  if (edit.type === 'alignment.add') {
    const { alignment } = edit;
    if (state.alignments.has(alignment.id)) {
      return fail('alignment-exists', { alignment: alignment.id });
    }
    const pair = alignment.documentIds.join(' ');
    const isOpened = [...state.alignments.values()].some(
      ({ documentIds }) => documentIds.join(' ') === pair,
    );
    return isOpened
      ? succeed({
          alignmentId: alignment.id,
          alignment: { ...alignment, name: storableText(alignment.name) },
          inverse: { type: 'alignment.remove', alignmentId: alignment.id },
        })
      : fail('alignment-not-found', { alignment: alignment.id });
  }
  const { alignmentId } = edit;
  const before = state.alignments.get(alignmentId);
  if (before === undefined) {
    return fail('alignment-not-found', { alignment: alignmentId });
  }
  switch (edit.type) {
    case 'alignment.change': {
      const { name, kind } = edit.changes;
      return succeed({
        alignmentId,
        alignment: {
          ...before,
          name: name === undefined ? before.name : storableText(name),
          kind: kind ?? before.kind,
        },
        inverse: {
          type: 'alignment.change',
          alignmentId,
          changes: {
            ...(name === undefined ? {} : { name: before.name }),
            ...(kind === undefined ? {} : { kind: before.kind }),
          },
        },
      });
    }
    case 'alignment.remove':
      if (contentsOf(state, alignmentId).length > 0) {
        throw new Error(`alignment ${alignmentId} is to be removed and is not empty`);
      }
      return succeed({
        alignmentId,
        alignment: null,
        inverse: { type: 'alignment.add', alignment: before },
      });
    default:
      return assertNever(edit);
  }
}

/** The links, phrase links and snapshots of an alignment. */
export function contentsOf(
  { links, phrases, snapshots }: AlignmentState,
  alignmentId: AlignmentId,
): readonly (Link | PhraseLink | KeptSnapshot)[] {
  return [...links.values(), ...phrases.values(), ...snapshots.values()].filter(
    (each) => each.alignmentId === alignmentId,
  );
}

/** One snapshot after an edit (null: it is gone), and the edit that restores what was there before. */
export interface SnapshotStep {
  readonly snapshotId: SnapshotId;
  readonly snapshot: KeptSnapshot | null;
  readonly inverse: SnapshotStepEdit;
}

/** The outcome of one edit. */
export function stepSnapshotEdit(
  state: AlignmentState,
  edit: SnapshotStepEdit,
): Result<SnapshotStep> {
  switch (edit.type) {
    case 'snapshot.keep': {
      const { snapshot } = edit;
      if (state.snapshots.has(snapshot.id)) {
        return fail('snapshot-exists', { snapshot: snapshot.id });
      }
      if (!state.alignments.has(snapshot.alignmentId)) {
        return fail('alignment-not-found', { alignment: snapshot.alignmentId });
      }
      return succeed({
        snapshotId: snapshot.id,
        snapshot: { ...snapshot, name: storableText(snapshot.name) },
        inverse: { type: 'snapshot.remove', snapshotId: snapshot.id },
      });
    }
    case 'snapshot.remove': {
      const snapshot = state.snapshots.get(edit.snapshotId);
      return snapshot === undefined
        ? fail('snapshot-not-found', { snapshot: edit.snapshotId })
        : succeed({
            snapshotId: snapshot.id,
            snapshot: null,
            inverse: { type: 'snapshot.keep', snapshot },
          });
    }
    default:
      return assertNever(edit);
  }
}

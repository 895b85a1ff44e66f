// Making, copying, naming and removing alignments, and keeping snapshots of them.
import type {
  Alignment,
  AlignmentHead,
  AlignmentId,
  AlignmentKind,
} from '../../electron/alignment/alignment.ts';
import type { SnapshotId, SnapshotSummary } from '../../electron/alignment/snapshot.ts';
import { announce, applyEdits, type CommandContext } from '../app/command.ts';

/** Shows an alignment of the two texts that are open, from now on. */
export async function showAlignment(
  { client, store, queries }: CommandContext,
  { id, documentIds }: Pick<AlignmentHead, 'id' | 'documentIds'>,
): Promise<void> {
  const opened = await client.call('alignment.open', {
    documentIds: [...documentIds],
    alignmentId: id,
  });
  store.setState({ focusedLink: null, failure: opened.ok ? null : opened.error });
  await queries.invalidateQueries({ queryKey: ['alignment'] });
}

/**
 * A new alignment of the same two texts: empty, and shown; or with everything that another holds, where one is named,
 * to be kept beside it.
 */
export async function addAlignment(
  context: CommandContext,
  { documentIds, kind, name }: Pick<AlignmentHead, 'documentIds' | 'kind' | 'name'>,
  copyOf?: AlignmentId,
): Promise<void> {
  const alignment: AlignmentHead = {
    id: crypto.randomUUID() as AlignmentId,
    documentIds,
    name,
    origin: 'reader',
    kind,
    createdAt: new Date().toISOString(),
  };
  const done = await applyEdits(context, 'add-alignment', [
    { type: 'alignment.add', alignment, ...(copyOf ? { copyOf } : {}) },
  ]);
  if (done) {
    announce(context, context.t('history.labels.add-alignment'));
    if (copyOf === undefined) {
      await showAlignment(context, alignment);
    }
  }
}

export async function renameAlignment(
  context: CommandContext,
  alignmentId: AlignmentId,
  name: string,
): Promise<void> {
  await applyEdits(context, 'rename-alignment', [
    { type: 'alignment.change', alignmentId, changes: { name } },
  ]);
}

export async function changeKind(
  context: CommandContext,
  { id, kind: before }: Alignment,
  kind: AlignmentKind,
): Promise<void> {
  if (kind !== before) {
    await applyEdits(context, 'change-alignment', [
      { type: 'alignment.change', alignmentId: id, changes: { kind } },
    ]);
  }
}

export async function removeAlignment(
  context: CommandContext,
  alignmentId: AlignmentId,
): Promise<void> {
  const done = await applyEdits(context, 'remove-alignment', [
    { type: 'alignment.remove', alignmentId },
  ]);
  if (done) {
    announce(context, context.t('history.labels.remove-alignment'));
  }
}

/** Keeps what an alignment holds at this moment, under a name. */
export async function addSnapshot(
  context: CommandContext,
  alignmentId: AlignmentId,
  name: string,
): Promise<boolean> {
  const done = await applyEdits(context, 'add-snapshot', [
    {
      type: 'snapshot.add',
      snapshot: {
        id: crypto.randomUUID() as SnapshotId,
        alignmentId,
        name,
        createdAt: new Date().toISOString(),
      },
    },
  ]);
  if (done) {
    announce(context, context.t('history.labels.add-snapshot'));
  }
  return done;
}

export async function removeSnapshot(
  context: CommandContext,
  { id }: Pick<SnapshotSummary, 'id'>,
): Promise<void> {
  const done = await applyEdits(context, 'remove-snapshot', [
    { type: 'snapshot.remove', snapshotId: id },
  ]);
  if (done) {
    announce(context, context.t('history.labels.remove-snapshot'));
  }
}

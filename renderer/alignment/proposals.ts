// Asks the core what it would change in an alignment, shows it, and takes it when the reader does.
import type { LinkId } from '../../electron/alignment/alignment.ts';
import { findOverlap } from '../../electron/alignment/beads.ts';
import { type AlignmentPlan, editsOfPlan } from '../../electron/alignment/plan.ts';
import type { SnapshotSummary } from '../../electron/alignment/snapshot.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { Edit } from '../../electron/history/edit.ts';
import { applyEdits, type CommandContext, notify } from '../app/command.ts';
import type { Proposal } from '../app/reader-state.ts';
import { alignmentAfter } from './alignment-after.ts';

/** The links that a run goes no further than; null for the texts' beginning and end. */
export interface Between {
  readonly after: LinkId | null;
  readonly before: LinkId | null;
}

/** Asks the aligner; the reader sees what it would change before anything is. */
export async function proposeRun(context: CommandContext, between?: Between): Promise<void> {
  const { client, data } = context;
  if (data.alignment) {
    const { id } = data.alignment;
    await propose(context, { kind: 'run' }, () =>
      client.call('alignment.proposeRun', {
        alignmentId: id,
        ...(between === undefined ? {} : { between }),
      }),
    );
  }
}

/** Asks what going back to a snapshot would change. */
export async function proposeRestore(
  context: CommandContext,
  { id, name }: Pick<SnapshotSummary, 'id' | 'name'>,
): Promise<void> {
  await propose(context, { kind: 'restore', name }, () =>
    context.client.call('alignment.proposeRestore', { snapshotId: id }),
  );
}

/** Ends what is being made, or leaves what was made untaken. */
export function dropProposal({ store, client, data }: CommandContext): void {
  const { proposal } = store.getState();
  store.setState({ proposal: null });
  if (proposal?.source.kind === 'run' && proposal.plan === null && data.alignment) {
    // Its answer is for nobody any more.
    void client.call('alignment.cancelRun', { alignmentId: data.alignment.id });
  }
}

/** Does what a plan, or a part of one, says. */
export async function takePlan(
  context: CommandContext,
  source: Proposal['source'],
  plan: AlignmentPlan,
): Promise<void> {
  const edits = [...kindEdits(context, source, plan), ...editsOfPlan(plan)];
  context.store.setState({ proposal: null });
  const label = source.kind === 'run' ? 'run-aligner' : 'restore-snapshot';
  if (await applyEdits(context, label, edits)) {
    notify(
      context,
      context.t('proposal.taken', {
        added: plan.added.length,
        removed: plan.removed.length,
        changed: plan.changed.length,
      }),
    );
  }
}

/**
 * Texts that the aligner has aligned translate each other: from then on a sentence is in one link at most, where
 * that is so already.
 */
function kindEdits(
  { data }: Pick<CommandContext, 'data'>,
  source: Proposal['source'],
  plan: AlignmentPlan,
): readonly Edit[] {
  const { alignment } = data;
  if (source.kind !== 'run' || alignment?.kind !== 'subject') {
    return [];
  }
  const { id } = alignment;
  const { links } = alignmentAfter(alignment, editsOfPlan(plan));
  return findOverlap(new Map([[id, { kind: 'translation' }]]), links) === null
    ? [{ type: 'alignment.change', alignmentId: id, changes: { kind: 'translation' } }]
    : [];
}

async function propose(
  { store }: CommandContext,
  source: Proposal['source'],
  ask: () => Promise<Result<AlignmentPlan>>,
): Promise<void> {
  const waiting: Proposal = { source, plan: null };
  store.setState({ proposal: waiting, overlay: null });
  const answer = await ask();
  // The reader may have closed the view meanwhile.
  if (store.getState().proposal === waiting) {
    store.setState(
      answer.ok
        ? { proposal: { source, plan: answer.value } }
        : { proposal: null, failure: answer.error },
    );
  }
}

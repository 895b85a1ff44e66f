// Asks the core what it would change in an alignment, shows it, and takes it when the reader does.
import type { Alignment, AlignmentId, LinkId } from '../../electron/alignment/alignment.ts';
import { findOverlap } from '../../electron/alignment/beads.ts';
import { type AlignmentPlan, editsOfPlan, expectedOfPlan } from '../../electron/alignment/plan.ts';
import type { SnapshotSummary } from '../../electron/alignment/snapshot.ts';
import type { FailureCode } from '../../electron/contract/failures.ts';
import type { Edit } from '../../electron/history/edit.ts';
import { inOrder } from '../api/in-order.ts';
import { refreshAfter } from '../api/settled.ts';
import { type CommandContext, notify } from '../app/command.ts';
import type { Proposal } from '../app/reader-state.ts';
import { alignmentAfter } from './alignment-after.ts';
import { currentAlignment } from './current-alignment.ts';
import { takenWords } from './plan-summary.ts';

/** The links that a run goes no further than; null for the texts' beginning and end. */
export interface Between {
  readonly after: LinkId | null;
  readonly before: LinkId | null;
}

/** Asks the aligner; the reader sees what it would change before anything is. */
export async function proposeRun(context: CommandContext, between?: Between): Promise<void> {
  const { alignment } = context.data;
  if (alignment) {
    await propose(context, {
      alignmentId: alignment.id,
      source: { kind: 'run', between: between ?? null },
      again: false,
    });
  }
}

/** Asks what going back to a snapshot would change. */
export async function proposeRestore(
  context: CommandContext,
  { id, alignmentId, name }: Pick<SnapshotSummary, 'id' | 'alignmentId' | 'name'>,
): Promise<void> {
  await propose(context, {
    alignmentId,
    source: { kind: 'restore', snapshotId: id, name },
    again: false,
  });
}

/** Ends what is being made, or leaves what was made untaken. */
export function dropProposal({ store, client }: Pick<CommandContext, 'store' | 'client'>): void {
  const { proposal } = store.getState();
  store.setState({ proposal: null });
  if (proposal?.source.kind === 'run' && proposal.plan === null) {
    // Its answer is for nobody any more.
    void client.call('alignment.cancelRun', { alignmentId: proposal.alignmentId });
  }
}

/** The core's refusals of a plan that the links, or the sentences they stand on, have outgrown. */
const outgrown: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'links-changed-since',
  'link-sentence-taken',
  'link-segment-unknown',
  'annotation-target-outside',
]);

/**
 * Does what a plan, or a part of one, says. Where what it would change is no longer as it was when the plan was made,
 * the core takes nothing and it is proposed again; where another alignment is shown, nothing is.
 */
export async function takePlan(
  context: CommandContext,
  proposal: Proposal,
  plan: AlignmentPlan,
): Promise<void> {
  const { client, store, queries, data, t } = context;
  const current = await (data.alignment?.id === proposal.alignmentId
    ? currentAlignment(context, data.alignment)
    : null);
  // It may have been left, or taken by an earlier key, while the core was asked.
  if (store.getState().proposal !== proposal) {
    return;
  }
  if (current?.ok === false) {
    store.setState({ proposal: null, failure: current.error });
    return;
  }
  const alignment = current?.value ?? null;
  if (alignment === null) {
    store.setState({ proposal: null });
    notify(context, t('proposal.other-shown'));
    return;
  }
  const { source, alignmentId } = proposal;
  store.setState({ proposal: null });
  const edits = [...kindEdits(alignment, source, plan), ...editsOfPlan(plan)];
  const result = await inOrder(client, () =>
    client.call('history.apply', {
      label: source.kind === 'run' ? 'run-aligner' : 'restore-snapshot',
      edits,
      expected: [...expectedOfPlan(plan)],
    }),
  );
  if (result.ok) {
    refreshAfter(queries, edits);
    store.setState({ failure: null });
    notify(context, takenWords(t, plan));
  } else if (outgrown.has(result.error.code) && store.getState().proposal === null) {
    await propose(context, { source, alignmentId, again: true });
  } else {
    store.setState({ failure: result.error, notice: '' });
  }
}

/**
 * Texts that the aligner has aligned translate each other: from then on a sentence is in one link at most, where
 * that is so already.
 */
function kindEdits(
  alignment: Alignment,
  source: Proposal['source'],
  plan: AlignmentPlan,
): readonly Edit[] {
  if (source.kind !== 'run' || alignment.kind !== 'subject') {
    return [];
  }
  const { id } = alignment;
  const { links } = alignmentAfter(alignment, editsOfPlan(plan));
  return findOverlap(new Map([[id, { kind: 'translation' }]]), links) === null
    ? [{ type: 'alignment.change', alignmentId: id, changes: { kind: 'translation' } }]
    : [];
}

async function propose(
  context: Pick<CommandContext, 'client' | 'store'>,
  asked: Omit<Proposal, 'plan'>,
): Promise<void> {
  const { store } = context;
  const waiting: Proposal = { ...asked, plan: null };
  store.setState({ proposal: waiting, overlay: null });
  const answer = await planFor(context, asked.alignmentId, asked.source);
  // The reader may have closed the view meanwhile.
  if (store.getState().proposal === waiting) {
    store.setState(
      answer.ok
        ? { proposal: { ...asked, plan: answer.value } }
        : { proposal: null, failure: answer.error },
    );
  }
}

function planFor(
  { client }: Pick<CommandContext, 'client'>,
  alignmentId: AlignmentId,
  source: Proposal['source'],
) {
  return source.kind === 'restore'
    ? client.call('alignment.proposeRestore', { snapshotId: source.snapshotId })
    : client.call('alignment.proposeRun', {
        alignmentId,
        ...(source.between === null ? {} : { between: source.between }),
      });
}

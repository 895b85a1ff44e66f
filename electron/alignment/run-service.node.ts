// Answers the calls that run the aligner on an alignment.
import { randomUUID } from 'node:crypto';
import { findAnnotationsOfLinks } from '../annotation/store.node.ts';
import type { FeatureHandlers } from '../contract/contract.ts';
import { fail, succeed } from '../contract/result.ts';
import type { Database } from '../storage/database.node.ts';
import type { AlignmentId, LinkId } from './alignment.ts';
import { readPair } from './pair.node.ts';
import { type Run, startRun } from './run.node.ts';
import { planRun, type RunTask, runInput } from './run.ts';
import { findAlignment } from './store.node.ts';

type RunHandlers = Pick<
  FeatureHandlers<'alignment'>,
  'alignment.proposeRun' | 'alignment.cancelRun'
>;

export interface RunService {
  readonly handlers: RunHandlers;
  /** Ends the runs that are under way. */
  close(): void;
}

/** One run of an alignment at a time: a second one cancels the first. */
export function createRunHandlers(database: Database): RunService {
  const runs = new Map<AlignmentId, Run>();
  const cancel = (alignmentId: AlignmentId): void => runs.get(alignmentId)?.cancel();
  const handlers: RunHandlers = {
    'alignment.proposeRun': async ({ alignmentId, between = null }) => {
      const alignment = findAlignment(database.read, alignmentId);
      if (alignment === undefined) {
        return fail('alignment-not-found', { alignment: alignmentId });
      }
      const pair = readPair(database.read, alignment.documentIds);
      if (!pair.ok) {
        return pair;
      }
      const [first, second] = pair.value;
      if (first.language !== 'vi' || second.language !== 'en') {
        return fail('alignment-languages', {});
      }
      for (const link of [between?.after, between?.before]) {
        if (link && !alignment.links.some(({ id }) => id === link)) {
          return fail('link-not-found', { link });
        }
      }
      const task: RunTask = {
        alignment,
        documents: pair.value,
        noted: linksWithNotes(database, alignment.links),
        between,
      };
      const input = runInput(task);
      cancel(alignmentId);
      const run = startRun(input);
      runs.set(alignmentId, run);
      try {
        const beads = await run.ended;
        return beads === 'cancelled'
          ? fail('run-cancelled', {})
          : // A new UUID is what the schema asks of a link's id.
            succeed(
              planRun(task, input, beads, {
                newId: () => randomUUID() as string as LinkId,
                now: new Date().toISOString(),
              }),
            );
      } finally {
        if (runs.get(alignmentId) === run) {
          runs.delete(alignmentId);
        }
      }
    },
    'alignment.cancelRun': ({ alignmentId }) => {
      cancel(alignmentId);
      return succeed(null);
    },
  };
  return {
    handlers,
    close: () => {
      for (const run of runs.values()) {
        run.cancel();
      }
    },
  };
}

function linksWithNotes(
  database: Database,
  links: readonly { readonly id: LinkId }[],
): ReadonlySet<LinkId> {
  const notes = findAnnotationsOfLinks(
    database.read,
    links.map(({ id }) => id),
  );
  return new Set(
    [...notes.values()].flatMap(({ targets }) =>
      targets.flatMap((target) => (target.type === 'link' ? [target.linkId] : [])),
    ),
  );
}

// Answers the calls that run the aligner on an alignment.
import { randomUUID } from 'node:crypto';
import { findAnnotationsOfLinks } from '../annotation/store.node.ts';
import type { FeatureHandlers } from '../contract/contract.ts';
import { fail, succeed } from '../contract/result.ts';
import type { Database } from '../storage/database.node.ts';
import type { ScoredBead } from './aligner/bead.ts';
import type { AlignmentId, LinkId } from './alignment.ts';
import { readPair } from './pair.node.ts';
import { startRun } from './run.node.ts';
import { planRun, type RunInput, type RunTask, runInput } from './run.ts';
import { findAlignment } from './store.node.ts';
import { type ListTranslations, newestTranslations } from './stored-translations.ts';

type RunHandlers = Pick<
  FeatureHandlers<'alignment'>,
  'alignment.proposeRun' | 'alignment.cancelRun'
>;

export interface RunService {
  readonly handlers: RunHandlers;
  /** Ends the runs that are under way. */
  close(): void;
}

/**
 * One run of an alignment at a time: a second one cancels the first. A run heeds the translations that are there; without
 * `listTranslations` none are looked at.
 */
export function createRunHandlers(
  database: Database,
  listTranslations: ListTranslations | null,
): RunService {
  const runs = new Map<AlignmentId, AbortController>();
  const cancel = (alignmentId: AlignmentId): void => runs.get(alignmentId)?.abort();
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
      cancel(alignmentId);
      const cancellation = new AbortController();
      runs.set(alignmentId, cancellation);
      try {
        const translations = await Promise.all([
          newestTranslations(listTranslations, first.id, 'en'),
          newestTranslations(listTranslations, second.id, 'vi'),
        ]);
        const task: RunTask = {
          alignment,
          documents: pair.value,
          noted: linksWithNotes(database, alignment.links),
          between,
          translations,
        };
        const input = runInput(task);
        const beads = await endOfRun(input, cancellation.signal);
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
        if (runs.get(alignmentId) === cancellation) {
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
        run.abort();
      }
    },
  };
}

async function endOfRun(
  input: RunInput,
  cancelled: AbortSignal,
): Promise<readonly ScoredBead[] | 'cancelled'> {
  if (cancelled.aborted) {
    return 'cancelled';
  }
  const run = startRun(input);
  cancelled.addEventListener('abort', run.cancel, { once: true });
  return run.ended;
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

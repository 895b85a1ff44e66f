// Runs the aligner beside the core's own work, so that the page is answered meanwhile.
import { Worker } from 'node:worker_threads';
import type { ScoredBead } from './aligner/bead.ts';
import type { RunInput } from './run.ts';

/** A run that is under way. */
export interface Run {
  /** The beads, or `cancelled`; rejected where the thread failed. */
  readonly ended: Promise<readonly ScoredBead[] | 'cancelled'>;
  cancel(): void;
}

/** From its sources the core has the worker beside this file; built, beside the file that this one became part of. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './run-worker.node.ts' : './aligner.js',
  import.meta.url,
);

/** Starts the aligner on a thread. */
export function startRun({ lines, options }: RunInput): Run {
  const worker = new Worker(entry, { workerData: { lines, options }, name: 'aligner' });
  let cancelled = false;
  const ended = new Promise<readonly ScoredBead[] | 'cancelled'>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      cancelled ? resolve('cancelled') : reject(new Error(`the aligner ended with ${code}`)),
    );
  });
  return {
    ended,
    cancel: () => {
      cancelled = true;
      void worker.terminate();
    },
  };
}

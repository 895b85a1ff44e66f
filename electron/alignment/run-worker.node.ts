// The aligner on a thread of its own: aligns what it is started with, tells the beads and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { alignTexts } from './aligner/align.ts';
import type { RunInput } from './run.ts';

// What startRun gives, and nobody else starts this file.
const { lines, options } = workerData as Pick<RunInput, 'lines' | 'options'>;

parentPort?.postMessage(alignTexts(lines[0], lines[1], options).beads);

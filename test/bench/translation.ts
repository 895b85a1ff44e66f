// Scores and times of a model folder through the program's own engine: chrF and BLEU as sacrebleu computes them, words
// a second, time to the first sentence from a cold start, peak memory, and thread counts as ratios.
// Without a folder: every built-in model. The text that is timed is the telegram for a model that reads Vietnamese, else
// a short English text.
// Usage: npm run bench:translation [-- FOLDER] [--set NAME=VI,EN]... [--lines N] [--rounds N] [--sessions] [--json]
// `--sessions` compares every session option, not only thread counts; `--rounds 0` leaves the comparison out.
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Language } from '../../electron/corpus/document.ts';
import { openDatabase } from '../../electron/storage/database.node.ts';
import { doubtsOf } from '../../electron/translation/doubts.ts';
import type { Direction } from '../../electron/translation/model.ts';
import { readAbout } from '../../electron/translation/model-about.ts';
import { modelIdOf } from '../../electron/translation/models.node.ts';
import { startNodeTranslator } from '../../electron/translation/node-translator.node.ts';
import { createTranslationService } from '../../electron/translation/service.node.ts';
import { createTranslatorClient } from '../../electron/translation/translator-client.node.ts';
import { bleu } from '../electron/translation/scores/bleu.ts';
import { chrf } from '../electron/translation/scores/chrf.ts';
import { unwrap } from '../helpers/unwrap.ts';
import { peakChildMegabytes } from './child-memory.ts';
import { compareSessions, median, type SessionRow } from './translation-session.ts';
import { type PairSet, readGenreSet, readPairSet } from './translation-sets.ts';

const builtIn = fileURLToPath(new URL('../../resources/models', import.meta.url));
const corpus = new URL('../../resources/corpus/', import.meta.url);
const timed: Readonly<Record<Language, string>> = {
  vi: 'telegram-1948.vi.txt',
  en: 'friendship-society-2020.en.txt',
};
/** As the command line asks. */
const blockLines = 64;
const coldStarts = 3;

interface ScoreRow {
  readonly set: string;
  readonly from: Language;
  readonly to: Language;
  readonly lines: number;
  readonly chrf: number;
  readonly bleu: number;
  readonly wordsPerSecond: number;
  /** Lines that the reader is told to check. */
  readonly doubted: number;
}

interface Report {
  readonly folder: string;
  readonly scores: readonly ScoreRow[];
  /** The text that is timed. */
  readonly text: string;
  /** From starting the process to the first sentence of the text, the median of some starts. */
  readonly firstSentenceMs: number;
  /** All lines of the text, the model in memory. */
  readonly textSeconds: number;
  /** Of the translator's process after all sets; null where the system does not tell. */
  readonly peakMegabytes: number | null;
  readonly sessions: readonly SessionRow[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', multiple: true, default: [] },
    lines: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    sessions: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const folders =
  positionals.length > 0
    ? positionals.map((path) => resolve(path))
    : globSync('*/', { cwd: builtIn }).map((name) => join(builtIn, name));
for (const folder of folders) {
  if (!existsSync(join(folder, 'config.json'))) {
    process.stderr.write(`There is no model in ${folder}.\n`);
    process.exitCode = 1;
    continue;
  }
  const sets = [readGenreSet(), ...values.set.map(readPairSet)];
  const report = await measure(folder, sets, Number(values.lines ?? Number.POSITIVE_INFINITY));
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : table(report));
}
if (folders.length === 0) {
  process.stderr.write(`There is no model in ${builtIn}.\n`);
  process.exitCode = 1;
}

async function measure(model: string, sets: readonly PairSet[], most: number): Promise<Report> {
  const root = mkdtempSync(join(tmpdir(), 'song-hanh-bench-'));
  const shipped = join(root, 'shipped');
  mkdirSync(shipped);
  const channel = channelOf(model);
  for (const folder of [model, channel].filter((folder) => folder !== null)) {
    symlinkSync(folder, join(shipped, basename(folder)), 'junction');
  }
  const database = unwrap(openDatabase(join(root, 'workspace.sqlite')));
  const service = createTranslationService({
    database,
    emit: () => undefined,
    log: (words) => process.stderr.write(`${words}\n`),
    builtInFolder: shipped,
    addedFolder: join(root, 'models'),
    startTranslator: startNodeTranslator,
    chooseModelPath: null,
  });
  try {
    const models = unwrap(await service.handlers['translation.listModels']({}));
    const listed = models.find(({ id }) => id === modelIdOf(basename(model)));
    if (listed?.problem) {
      throw new Error(`${listed.problem.code} ${JSON.stringify(listed.problem.params)}`);
    }
    const directions = listed?.directions ?? [];
    const direction = directions.find(({ from }) => from === 'vi') ?? directions[0];
    if (direction === undefined) {
      throw new Error(`${model} translates nothing`);
    }
    const translate = async (lines: readonly string[], { from, to }: Direction) => {
      const made = [];
      for (let start = 0; start < lines.length; start += blockLines) {
        const block = lines.slice(start, start + blockLines);
        made.push(...unwrap(await service.translateLines(block, from, to, null)));
      }
      return made;
    };
    const scores: ScoreRow[] = [];
    for (const direction of directions) {
      await translate(['Stalin'], direction); // a line that needs the model, which is loaded so
      for (const { name, lines } of sets) {
        const sources = lines[direction.from].slice(0, most);
        const references = lines[direction.to].slice(0, most);
        const began = performance.now();
        const made = await translate(sources, direction);
        const seconds = (performance.now() - began) / 1000;
        const targets = made.map(({ text }) => text);
        scores.push({
          set: name,
          ...direction,
          lines: sources.length,
          chrf: chrf(targets, references),
          bleu: bleu(targets, references),
          wordsPerSecond: sources.join(' ').split(/\s+/).length / seconds,
          doubted: made.filter(({ sentences }) => sentences.flatMap(doubtsOf).length > 0).length,
        });
      }
    }
    const text = timed[direction.from];
    const lines = readFileSync(new URL(text, corpus), 'utf8').normalize('NFC').split('\n');
    await translate(['Stalin'], direction);
    const began = performance.now();
    await translate(lines, direction);
    const textSeconds = (performance.now() - began) / 1000;
    const peakMegabytes = peakChildMegabytes();
    await service.close();
    const rounds = Number(values.rounds);
    return {
      folder: model,
      scores,
      text,
      firstSentenceMs: await coldStart(model, channel, direction, lines[0] ?? ''),
      textSeconds,
      peakMegabytes,
      sessions: rounds > 0 ? compareSessions(model, direction, lines, rounds, values.sessions) : [],
    };
  } finally {
    await service.close();
    database.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** The model of the other direction that a folder names, which lies beside it. */
function channelOf(model: string): string | null {
  const file = join(model, 'about.json');
  const named = existsSync(file) ? readAbout(readFileSync(file, 'utf8'))?.channel : null;
  return named ? join(model, '..', named) : null;
}

/** From nothing to a sentence: the process, the model, the sentence. */
async function coldStart(
  model: string,
  channel: string | null,
  { from, to }: Direction,
  sentence: string,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < coldStarts; round += 1) {
    const client = createTranslatorClient({
      startTranslator: startNodeTranslator,
      log: () => undefined,
    });
    const began = performance.now();
    const texts = [sentence];
    const request = client.translate({
      folder: model,
      version: '',
      channel: channel === null ? null : { folder: channel, version: '' },
      from,
      to,
      texts,
      onResults: () => times.push(performance.now() - began),
    });
    await request.outcome;
    await client.close();
  }
  return median(times);
}

function table(report: Report): string {
  const score = (row: ScoreRow) =>
    [
      row.set.padEnd(14),
      `${row.from}-${row.to}`.padEnd(7),
      String(row.lines).padStart(6),
      row.chrf.toFixed(1).padStart(7),
      row.bleu.toFixed(1).padStart(7),
      row.wordsPerSecond.toFixed(0).padStart(9),
      String(row.doubted).padStart(9),
    ].join('');
  const session = ({ name, time, work, loadTime, peakMegabytes }: SessionRow) =>
    [
      name.padEnd(28),
      time.toFixed(2).padStart(7),
      work.toFixed(2).padStart(10),
      loadTime.toFixed(2).padStart(7),
      peakMegabytes.toFixed(0).padStart(9),
    ].join('');
  const figure = (value: number | null, unit: string, digits = 0) =>
    value === null ? 'not measured' : `${value.toFixed(digits)} ${unit}`;
  return [
    report.folder,
    '',
    'set           way     lines   chrF2   BLEU  words/s  doubted',
    ...report.scores.map(score),
    '',
    `first sentence from a cold start  ${figure(report.firstSentenceMs, 'ms')}`,
    `the text, the model in memory     ${figure(report.textSeconds, 's', 1)} (${report.text})`,
    `peak memory of the translator     ${figure(report.peakMegabytes, 'MB')}`,
    ...(report.sessions.length === 0
      ? []
      : [
          '',
          'session, beside the first       time  all cores   load  peak MB',
          ...report.sessions.map(session),
        ]),
    '',
  ].join('\n');
}

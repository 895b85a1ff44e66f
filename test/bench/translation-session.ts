// How the options of onnxruntime's sessions change a model's speed and memory: each variant in processes of its own,
// in turns with the others, so that only ratios of one run are told.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  loadModel,
  type SessionChoices,
  usualSession,
} from '../../electron/translation/engine/loaded-model.node.ts';
import { refuseNetwork } from '../../electron/translation/engine/offline.node.ts';
import { translateTexts } from '../../electron/translation/engine/translate-texts.node.ts';
import type { Direction } from '../../electron/translation/model.ts';

export interface SessionRow {
  readonly name: string;
  readonly choices: SessionChoices;
  /** The median of the rounds' times as a share of the first row's. */
  readonly time: number;
  /** The same for the time that all cores worked. */
  readonly work: number;
  readonly loadTime: number;
  readonly peakMegabytes: number;
}

interface Measured {
  readonly loadMs: number;
  readonly runMs: number;
  readonly workMs: number;
  readonly peakMegabytes: number;
}

const self = fileURLToPath(import.meta.url);

/** Thread counts alone, or with `all` every other option changed by itself too; the usual session is the first row. */
export function sessionVariants(all: boolean): readonly (readonly [string, SessionChoices])[] {
  const usual = usualSession();
  const threads = [1, 2, 3, 4].filter((count) => count !== usual.threads);
  return [
    [`usual: ${usual.threads} threads`, usual],
    ...threads.map((count) => [`${count} threads`, { ...usual, threads: count }] as const),
    ...(all
      ? ([
          ['spinning', { ...usual, spinning: true }],
          ['memory arena and pattern', { ...usual, arena: true }],
          ['optimisation: extended', { ...usual, optimisation: 'extended' }],
          ['optimisation: basic', { ...usual, optimisation: 'basic' }],
          ['optimisation: disabled', { ...usual, optimisation: 'disabled' }],
        ] as const)
      : []),
  ];
}

/** Runs every variant once a round, in turns. */
export function compareSessions(
  folder: string,
  direction: Direction,
  lines: readonly string[],
  rounds: number,
  all: boolean,
): readonly SessionRow[] {
  const variants = sessionVariants(all);
  const measured = variants.map((): Measured[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, choices]] of variants.entries()) {
      const given = [folder, JSON.stringify(direction), JSON.stringify(choices)];
      const child = spawnSync(process.execPath, [self, ...given], {
        encoding: 'utf8',
        input: lines.join('\n'),
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      measured[index]?.push(JSON.parse(child.stdout) as Measured);
    }
  }
  const middle = (index: number, of: (one: Measured) => number) =>
    median((measured[index] ?? []).map(of));
  return variants.map(([name, choices], index) => ({
    name,
    choices,
    time: middle(index, ({ runMs }) => runMs) / middle(0, ({ runMs }) => runMs),
    work: middle(index, ({ workMs }) => workMs) / middle(0, ({ workMs }) => workMs),
    loadTime: middle(index, ({ loadMs }) => loadMs) / middle(0, ({ loadMs }) => loadMs),
    peakMegabytes: middle(index, ({ peakMegabytes }) => peakMegabytes),
  }));
}

/** The middle one of some numbers, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1] ?? Number.NaN, sorted[half] ?? Number.NaN];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/** In a process of its own: loads, warms up, translates the lines of standard input, and tells the figures. */
async function measure(
  folder: string,
  { from, to }: Direction,
  choices: SessionChoices,
): Promise<Measured> {
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) {
    text += piece;
  }
  refuseNetwork(() => undefined); // as the translator does; it keeps transformers.js from talking, too
  const loadBegan = performance.now();
  const loaded = await loadModel(folder, choices);
  const loadMs = performance.now() - loadBegan;
  const translate = (texts: readonly string[]) =>
    translateTexts(loaded, {
      texts,
      from,
      to,
      channel: null,
      cancelled: () => false,
      onResults: () => undefined,
    });
  await translate(['Stalin']);
  const workBefore = process.cpuUsage();
  const runBegan = performance.now();
  await translate(text.split('\n'));
  const runMs = performance.now() - runBegan;
  const { user, system } = process.cpuUsage(workBefore);
  return {
    loadMs,
    runMs,
    workMs: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

if (process.argv[1] === self) {
  const [folder = '', direction = '{}', choices = '{}'] = process.argv.slice(2);
  process.stdout.write(
    JSON.stringify(await measure(folder, JSON.parse(direction), JSON.parse(choices))),
  );
}

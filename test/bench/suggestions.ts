// Suggestions beside two plain baselines, in one run, on the development set (test/fixtures/suggestions/README.md).
// Usage: npm run bench:suggestions [-- --translate]   --translate: also with the translations of the models that ship
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { builtInModel } from '../../electron/alignment/aligner/built-in.ts';
import { sumByKind, weighEvidence } from '../../electron/alignment/suggest/evidence.ts';
import { type PassageSource, readPassage } from '../../electron/alignment/suggest/passage.ts';
import {
  lowestLeast,
  type SuggestOptions,
  suggestLinks,
  usualLeast,
} from '../../electron/alignment/suggest/suggest.ts';
import { pairTexts } from '../../electron/alignment/suggest/text-pair.ts';
import { type Language, SegmentIdSchema } from '../../electron/corpus/document.ts';
import { seededRandom } from '../../training/alignment/synthetic.ts';
import {
  type DevelopmentPair,
  readDevelopmentSet,
} from '../electron/alignment/suggest/development-set.ts';
import {
  addScores,
  judge,
  type Proposed,
  type SuggestionScores,
  scoreSuggestions,
} from '../electron/alignment/suggest/scores.ts';
import { openLineTranslator } from './line-translator.ts';

type Translations = NonNullable<SuggestOptions['translations']>;

const { values } = parseArgs({ options: { translate: { type: 'boolean', default: false } } });
const pairs = readDevelopmentSet();
const otherKinds = ['g1-short-stories', 'g2-essays', 'g3-letters-private', 'g7-textbook-whole'];
const translations = values.translate ? await translateAll() : null;

const systems: readonly (readonly [name: string, propose: Propose, isBaseline?: true])[] = [
  ['ours', (pair) => suggestLinks(pair.vi, pair.en, { least: lowestLeast })],
  ...(translations === null
    ? []
    : [
        [
          'ours, translated',
          (pair: DevelopmentPair) =>
            suggestLinks(pair.vi, pair.en, {
              least: lowestLeast,
              translations: translations.get(pair.name) ?? {},
            }),
        ] as const,
      ]),
  [
    'ours, translated by hand (not the tune part)',
    (pair) =>
      suggestLinks(pair.vi, pair.en, { least: lowestLeast, translations: translatedByHand(pair) }),
  ],
  ['shared keys only', sharedKeys, true],
  ['random', randomPairs, true],
];

/** Links of a pair of texts, the best first. */
type Propose = (pair: DevelopmentPair) => readonly Proposed[];

compare();
calibrate();
measureOtherKinds();
measureTime();

function compare(): void {
  const head = 'right at 1  right in 5   P@1    shown: right weak wrong  precision   strong found';
  for (const [system, propose, isBaseline = false] of systems) {
    say(`\n${system.padEnd(46)} ${head}`);
    const rows = pairs.map((pair) => {
      const list = propose(pair);
      return {
        pair,
        scores: scoreSuggestions(list, shownCount(pair, list, isBaseline), pair.gold),
      };
    });
    for (const { pair, scores } of rows) {
      say(row(`${pair.set} ${pair.name}`, scores));
    }
    const groups: readonly (readonly [string, (pair: DevelopmentPair) => boolean])[] = [
      ['tune', ({ set }) => set === 'tune'],
      ['report, corpus', ({ set, isCorpus }) => set === 'report' && isCorpus],
      ['report, authored', ({ set, isCorpus }) => set === 'report' && !isCorpus],
      ['report', ({ set }) => set === 'report'],
      ['the telegram with all four', ({ isCorpus }) => isCorpus],
    ];
    for (const [name, belongs] of groups) {
      say(row(name, addScores(rows.filter(({ pair }) => belongs(pair)).map((one) => one.scores))));
    }
  }
}

/** Ours shows what is likely; a baseline, which knows no chances, gets to show as many. */
function shownCount(pair: DevelopmentPair, list: readonly Proposed[], isBaseline: boolean): number {
  return isBaseline
    ? suggestLinks(pair.vi, pair.en).length
    : list.filter(({ score }) => score >= usualLeast).length;
}

function row(name: string, scores: SuggestionScores): string {
  const { answered, foundAtOne, foundAtFive, first, firstRight, shown, shownRight, shownWeak } =
    scores;
  return [
    name.padEnd(46),
    `${foundAtOne}/${answered}`.padStart(10),
    `${foundAtFive}/${answered}`.padStart(11),
    share(firstRight, first).padStart(6),
    `${shownRight}`.padStart(14),
    `${shownWeak}`.padStart(4),
    `${shown - shownRight - shownWeak}`.padStart(5),
    share(shownRight, shown).padStart(10),
    `${scores.strongShown}/${scores.strong}`.padStart(14),
  ].join(' ');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(2);
}

/** Dates, numbers and names alone: every pair of sentences that shares one, by their weight. */
function sharedKeys({ vi, en }: DevelopmentPair): readonly Proposed[] {
  const { lexicon } = builtInModel();
  const read = (sources: readonly PassageSource[], language: Language) =>
    sources.map((source) => readPassage(source, language, (words) => lexicon.answers.has(words)));
  const pair = pairTexts(read(vi, 'vi'), read(en, 'en'), lexicon, null);
  return everyPair({ vi, en }, (viAt, enAt) => {
    const { marks } = weighEvidence(pair, { vi: [viAt], en: [enAt] });
    const sums = sumByKind(marks);
    return ['date', 'year', 'number', 'name'].reduce(
      (sum, kind) => sum + ([...sums].find(([known]) => known === kind)?.[1] ?? 0),
      0,
    );
  });
}

function randomPairs(pair: DevelopmentPair): readonly Proposed[] {
  const random = seededRandom(1948);
  return everyPair(pair, () => random());
}

/** Body sentences only, the best first. */
function everyPair(
  { vi, en }: Pick<DevelopmentPair, 'vi' | 'en'>,
  scoreOf: (viAt: number, enAt: number) => number,
): readonly Proposed[] {
  return vi
    .flatMap((viSource, viAt) =>
      en.flatMap((enSource, enAt) =>
        viSource.isBody && enSource.isBody
          ? [{ vi: [viSource.id], en: [enSource.id], score: scoreOf(viAt, enAt) }]
          : [],
      ),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function calibrate(): void {
  say('\nscore        links  mean score  right  right or weak   (the report part)');
  const links = pairs
    .filter(({ set }) => set === 'report')
    .flatMap(({ vi, en, gold }) =>
      suggestLinks(vi, en, { least: 0.1 }).map((link) => ({
        score: link.score,
        judgement: judge(link, gold),
      })),
    );
  for (const [from, to] of [
    [0.1, 0.2],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 0.95],
    [0.95, 1.01],
  ] as const) {
    const bin = links.filter(({ score }) => score >= from && score < to);
    const right = bin.filter(({ judgement }) => judgement === 'right').length;
    const weak = bin.filter(({ judgement }) => judgement === 'weak').length;
    const mean = bin.reduce((sum, { score }) => sum + score, 0) / Math.max(1, bin.length);
    say(
      `${from.toFixed(2)}-${Math.min(1, to).toFixed(2)} ${`${bin.length}`.padStart(8)} ${mean.toFixed(2).padStart(11)} ${share(right, bin.length).padStart(6)} ${share(right + weak, bin.length).padStart(14)}`,
    );
  }
}

/** Texts of other kinds: those that have nothing to do with each other, and those that translate each other. */
function measureOtherKinds(): void {
  const texts = otherKinds.map((name) => ({
    vi: linesOf(name, 'vi'),
    en: linesOf(name, 'en'),
    gold: beadsOf(name),
  }));
  const english = [
    ...texts.map(({ en }) => en),
    ...pairs.filter(({ isCorpus }) => isCorpus).map(({ en }) => en),
  ];
  let shown = 0;
  for (const { vi, en: own } of texts) {
    for (const en of english.filter((other) => other !== own)) {
      shown += suggestLinks(vi, en).length;
    }
  }
  const strangers = texts.length * (english.length - 1);
  say(
    `\n${strangers} pairs of texts that have nothing to do with each other: ${shown} links shown`,
  );
  const judged = texts.flatMap(({ vi, en, gold }) =>
    suggestLinks(vi, en).map((link) => judge(link, gold)),
  );
  const right = judged.filter((judgement) => judgement === 'right').length;
  say(
    `${texts.length} texts with their translations: ${judged.length} links shown, ${right} right`,
  );
}

function beadsOf(name: string): ReadonlyMap<string, 'strong'> {
  const file = fileURLToPath(new URL(`../fixtures/alignment/${name}.json`, import.meta.url));
  const beads = JSON.parse(readFileSync(file, 'utf8')) as readonly [number[], number[]][];
  return new Map(
    beads.flatMap(([vi, en]) =>
      vi.flatMap((a) => en.map((b) => [`${idOf('vi', a)}|${idOf('en', b)}`, 'strong'] as const)),
    ),
  );
}

function measureTime(): void {
  const names = 'g1-short-stories g2-essays g3-letters-private g4-speeches-whole g6-news-whole';
  const all = (language: Language) => names.split(' ').flatMap((name) => linesOf(name, language));
  say('\nsentences        seconds   links   (stories, essays, letters, speeches, news, repeated)');
  for (const size of [100, 1000]) {
    const take = (language: Language): readonly PassageSource[] => {
      const lines = all(language);
      return Array.from({ length: size }, (_, at) => ({
        id: idOf(language, at),
        text: lines[at % lines.length]?.text ?? '',
        paragraph: at,
        isBody: true,
      }));
    };
    const [vi, en] = [take('vi'), take('en')];
    const start = performance.now();
    const links = suggestLinks(vi, en).length;
    const seconds = (performance.now() - start) / 1000;
    say(
      `${`${size} x ${size}`.padEnd(14)} ${seconds.toFixed(2).padStart(9)} ${`${links}`.padStart(7)}`,
    );
  }
}

function linesOf(name: string, language: Language): readonly PassageSource[] {
  const file = join(
    fileURLToPath(new URL('../fixtures/alignment', import.meta.url)),
    `${name}.${language}`,
  );
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((text, at) => ({ id: idOf(language, at), text, paragraph: at, isBody: true }));
}

function idOf(language: Language, at: number) {
  return v.parse(SegmentIdSchema, `${language}/${at}`);
}

/** The Vietnamese side in English by a person: what a translation could do at best. */
function translatedByHand({ name }: DevelopmentPair): Translations {
  const [text = name] = name.split('--');
  const file = fileURLToPath(
    new URL(`../fixtures/suggestions/${text}.by-hand.en.txt`, import.meta.url),
  );
  return existsSync(file) ? { ofVi: readFileSync(file, 'utf8').trim().split('\n') } : {};
}

/** Every pair, in the directions that the models that ship translate; ends the program where none ships. */
async function translateAll(): Promise<ReadonlyMap<string, Translations>> {
  const translator = await openLineTranslator(null);
  if (translator === null) {
    throw new Error('There is no translation model in resources/models.');
  }
  say(`Translated by ${translator.names.join(', ')}.`);
  const translated = new Map<string, Translations>();
  try {
    for (const { name, ...pair } of pairs) {
      const vi = pair.vi.map(({ text }) => text);
      const en = pair.en.map(({ text }) => text);
      translated.set(name, {
        ofVi: await translator.translate(vi, 'vi', 'en'),
        ofEn: await translator.translate(en, 'en', 'vi'),
      });
    }
    return translated;
  } finally {
    await translator.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

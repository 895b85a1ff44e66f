import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts } from '../../../../electron/alignment/aligner/align.ts';
import { type Bead, beadKinds } from '../../../../electron/alignment/aligner/bead.ts';
import {
  characterF,
  createComparison,
} from '../../../../electron/alignment/aligner/translations.ts';
import { makeDocument, seededRandom } from '../../../../training/alignment/synthetic.ts';
import { scoreBeads } from './bead-f1.ts';

const folder = new URL('../../../fixtures/alignment/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const read = (suffix: string) =>
      readFileSync(new URL(name.replace('.json', suffix), folder), 'utf8');
    const gold = JSON.parse(read('.json')) as [number[], number[]][];
    return {
      name,
      vi: read('.vi').trimEnd().split('\n'),
      en: read('.en').trimEnd().split('\n'),
      gold: gold.map(([vi, en]): Bead => ({ vi, en })),
    };
  });
const [story = { name: '', vi: [], en: [], gold: [] as Bead[] }] = documents;

const storyPairs = story.gold.flatMap(({ vi, en }) =>
  vi.length === 1 && en.length === 1
    ? [[story.vi[vi[0] ?? 0] ?? '', story.en[en[0] ?? 0] ?? ''] as const]
    : [],
);

function never(): never {
  throw new Error('there are translations');
}

const allLines = (count: number) => Array.from({ length: count }, (_, line) => line);

function expectWhole(beads: readonly Bead[], viCount: number, enCount: number): void {
  expect(beads.flatMap(({ vi }) => vi)).toEqual(allLines(viCount));
  expect(beads.flatMap(({ en }) => en)).toEqual(allLines(enCount));
  for (const { vi, en } of beads) {
    expect(beadKinds).toContainEqual([vi.length, en.length]);
  }
}

const nameOf = ({ vi, en }: Bead) => `${vi}|${en}`;

describe('golden documents', () => {
  test('strict F1 over all of them does not fall', () => {
    const scored = documents.map(({ vi, en, gold }) => [gold, alignTexts(vi, en).beads] as const);
    expect(documents.length).toBeGreaterThanOrEqual(6);
    const { strict, lax } = scoreBeads(scored);
    expect(strict.f1).toBeGreaterThanOrEqual(0.994);
    expect(lax.f1).toBeGreaterThanOrEqual(0.998);
  });

  test('beads of high confidence are right, doubtful ones less often', () => {
    const judged = documents.flatMap(({ vi, en, gold }) => {
      const names = new Set(gold.map(nameOf));
      return alignTexts(vi, en).beads.map((bead) => ({
        confidence: bead.confidence,
        right: names.has(nameOf(bead)),
      }));
    });
    const sure = judged.filter(({ confidence }) => confidence >= 0.95);
    expect(sure.length).toBeGreaterThan(0.8 * judged.length);
    expect(sure.filter(({ right }) => right).length / sure.length).toBeGreaterThanOrEqual(0.98);
  });
});

describe('laws', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...story.vi, ...story.en, '', ' ', '15/8/1945', '—'),
  );
  const lines = fc.array(line, { maxLength: 25 });

  test('every line in exactly one bead, in order, with a confidence', () => {
    fc.assert(
      fc.property(lines, lines, (vi, en) => {
        const { beads } = alignTexts(vi, en);
        expectWhole(beads, vi.length, en.length);
        for (const { confidence } of beads) {
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('confirmed links stay as they are, rejected ones are not proposed', () => {
    const { vi, en, gold } = story;
    const linked = gold.filter((bead) => bead.vi.length > 0 && bead.en.length > 0);
    fc.assert(
      fc.property(fc.subarray(linked), fc.subarray(linked), (confirmed, others) => {
        const kept = new Set(confirmed.map(nameOf));
        const rejected = others.filter((bead) => !kept.has(nameOf(bead)));
        const { beads } = alignTexts(vi, en, { confirmed, rejected });
        expectWhole(beads, vi.length, en.length);
        const names = new Set(beads.map(nameOf));
        expect(confirmed.every((bead) => names.has(nameOf(bead)))).toBe(true);
        for (const refused of rejected) {
          const proposed = beads.some(
            (bead) =>
              refused.vi.every((each) => bead.vi.includes(each)) &&
              refused.en.every((each) => bead.en.includes(each)),
          );
          expect(proposed).toBe(false);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('confirmed links that are wrong, cross or leave gaps are kept all the same', () => {
    const index = fc.integer({ min: 0, max: 14 });
    const confirmed = fc
      .uniqueArray(fc.tuple(index, index), { selector: ([vi]) => vi, maxLength: 6 })
      .map((pairs) =>
        pairs
          .filter(([, en], at) => pairs.findIndex(([, other]) => other === en) === at)
          .map(([vi, en]): Bead => ({ vi: [vi], en: [en] })),
      );
    const gap: Bead = { vi: [16, 18], en: [16, 19] };
    const vi = story.vi.slice(0, 20);
    const en = story.en.slice(0, 20);
    fc.assert(
      fc.property(confirmed, (links) => {
        const { beads } = alignTexts(vi, en, { confirmed: [...links, gap] });
        const names = new Set(beads.map(nameOf));
        expect([...links, gap].every((bead) => names.has(nameOf(bead)))).toBe(true);
        const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
        expect(sorted(beads.flatMap((bead) => bead.vi))).toEqual(allLines(20));
        expect(sorted(beads.flatMap((bead) => bead.en))).toEqual(allLines(20));
      }),
      { numRuns: 25 },
    );
    expect(() => alignTexts(vi, en, { confirmed: [gap, gap] })).toThrow(RangeError);
    expect(() => alignTexts(vi, en, { confirmed: [{ vi: [20], en: [1] }] })).toThrow(RangeError);
  });

  test('the same run gives the same beads', () => {
    const { vi, en } = story;
    expect(alignTexts(vi, en)).toEqual(alignTexts(vi, en));
  });
});

describe('shapes of texts', () => {
  test('a text with itself: line by line', () => {
    for (const text of [story.en, story.vi]) {
      const { beads } = alignTexts(text, text);
      expect(beads.map(nameOf)).toEqual(text.map((_, at) => `${at}|${at}`));
    }
  });

  test('empty sides', () => {
    expect(alignTexts([], []).beads).toEqual([]);
    expectWhole(alignTexts(['Một câu.'], []).beads, 1, 0);
    expectWhole(alignTexts([], ['A.', '', 'B.']).beads, 0, 3);
  });

  test('one side much longer: the few find their places', () => {
    const en = [...documents.flatMap((document) => document.en)];
    const sole = documents.flatMap(({ vi, gold }, at) => {
      const before = documents.slice(0, at).reduce((sum, each) => sum + each.en.length, 0);
      const bead = gold.find((each) => each.vi.length === 1 && each.en.length === 1);
      const [viLine = 0] = bead?.vi ?? [];
      const [enLine = 0] = bead?.en ?? [];
      return [{ text: vi[viLine] ?? '', answer: before + enLine }];
    });
    const { beads } = alignTexts(
      sole.map(({ text }) => text),
      en,
    );
    expectWhole(beads, sole.length, en.length);
    const found = beads.filter(({ vi }) => vi.length > 0).map(nameOf);
    const expected = sole.map(({ answer }, at) => `${at}|${answer}`);
    expect(expected.filter((name) => found.includes(name)).length).toBeGreaterThanOrEqual(
      sole.length - 1,
    );
  });

  test.each([1, 2])('5,000 random lines cost a bounded number of steps (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const words = documents
      .flatMap(({ vi, en }) => [...vi, ...en])
      .flatMap((text) => text.split(' '));
    const randomLine = () =>
      Array.from(
        { length: 1 + Math.floor(20 * random()) },
        () => words[Math.floor(words.length * random())],
      ).join(' ');
    const vi = Array.from({ length: 5000 }, randomLine);
    const en = Array.from({ length: seed === 1 ? 5000 : 700 }, randomLine);
    const { beads, scoredBeads } = alignTexts(vi, en);
    expectWhole(beads, vi.length, en.length);
    expect(scoredBeads).toBeLessThan(1500 * (vi.length + en.length));
  });

  test('paragraph starts decide where the texts alone do not', () => {
    const same = Array.from({ length: 6 }, () => 'ba ba ba ba ba ba.');
    const { beads } = alignTexts(same, same.slice(0, 5), {
      paragraphStarts: { vi: [0, 3], en: [0, 2] },
    });
    expect(beads.some(({ vi, en }) => vi[0] === 3 && en[0] === 2)).toBe(true);
  });
});

describe('translations by a model', () => {
  test('character F is 1 for the same words, 0 for others, and between', () => {
    expect(characterF('The Red Army came.', 'the red army came')).toBe(1);
    expect(characterF('The Red Army came.', 'xyz')).toBe(0);
    const partly = characterF('The Red Army liberated Korea.', 'The Red Army freed Korea.');
    expect(partly).toBeGreaterThan(0.4);
    expect(partly).toBeLessThan(1);
    expect(characterF('', '')).toBe(0);
  });

  test('find the beads where the texts alone give nothing to go by', () => {
    // Sentences of unknown words, all of a length; the made-up translations keep two words in three.
    const random = seededRandom(7);
    const word = () =>
      Array.from({ length: 6 }, () => 'bcdfgklmnprtvz'[Math.floor(14 * random())]).join('');
    const sentences = Array.from({ length: 30 }, () => Array.from({ length: 8 }, word));
    const vi = Array.from({ length: 30 }, () => `${Array.from({ length: 8 }, word).join(' ')}.`);
    const en = sentences.map((words) => `${words.join(' ')}.`);
    const ofVi = sentences.map((words) =>
      words.map((each, at) => (at % 3 ? each : word())).join(' '),
    );
    const short = { vi: vi.toSpliced(10, 1), ofVi: ofVi.toSpliced(10, 1), en: en.toSpliced(20, 1) };
    const { beads } = alignTexts(short.vi, short.en, { translations: { ofVi: short.ofVi } });
    expectWhole(beads, 29, 29);
    const names = beads.map(nameOf);
    expect(names).toEqual(expect.arrayContaining(['|10', '10|11', '18|19', '20|20', '28|28']));
  });

  test('no text of which a line is translated: as without translations', () => {
    const { vi, en } = story;
    const plain = alignTexts(vi, en);
    for (const translations of [
      {},
      { ofVi: null, ofEn: [] },
      { ofVi: vi.map(() => null), ofEn: en.map(() => null) },
      { ofVi: vi.map(() => ' '), ofEn: [null] },
    ]) {
      expect(alignTexts(vi, en, { translations })).toEqual(plain);
      expect(createComparison(vi, en, translations)).toBeUndefined();
    }
  });

  test('lines without one say nothing about their beads', () => {
    const vi = ['Hồng quân đã đến.', 'Triều Tiên được giải phóng.', 'Xin chúc sức khỏe.'];
    const en = ['The Red Army came.', 'Korea was liberated.', 'We wish you good health.'];
    const ofVi = ['The Red Army has come.', null, null];
    const { compare, shareOf } = createComparison(vi, en, { ofVi, ofEn: [] }) ?? never();
    for (const lines of [[0], [1], [2], [0, 1], [1, 2]]) {
      expect(compare([1], lines)).toEqual({ shared: 0, missed: 0 });
      expect(compare([1, 2], lines)).toEqual({ shared: 0, missed: 0 });
    }
    expect(compare([0], [0]).shared).toBeGreaterThan(compare([0], [0]).missed);
    expect(compare([0], [1]).missed).toBeGreaterThan(2 * compare([0], [1]).shared);
    // The translated line tells as much of its bead as if the other were not there.
    expect(compare([0, 1], [0, 1]).missed).toBeCloseTo(compare([0], [0]).missed, 0);
    expect(compare([0, 1], [0, 1]).missed).toBeLessThan(compare([0], [0, 1]).missed);
    expect([shareOf([0], [0]), shareOf([1], [1]), shareOf([0, 1], [])]).toEqual([
      1,
      0,
      expect.closeTo(17 / 44),
    ]);
  });

  test('all lines translated, both ways tell the same as the characters that they share', () => {
    const words = fc.array(fc.constantFrom('hòa', 'bình', 'peace', 'army', 'red'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [left, right] = [a.join(' '), b.join(' ')];
        const same = { ofVi: [left], ofEn: [right] };
        for (const translations of [same, { ofVi: same.ofVi }, { ofEn: same.ofEn }]) {
          const comparison = createComparison([left], [right], translations) ?? never();
          const { shared, missed } = comparison.compare([0], [0]);
          expect(shared / (shared + missed)).toBeCloseTo(characterF(left, right));
          expect(comparison.shareOf([0], [0])).toBe(1);
        }
      }),
    );
  });

  test('a model that translates badly is not heeded, whatever the other way is worth', () => {
    const { vi, en, translations } = makeDocument(storyPairs, seededRandom(5));
    const bad = {
      ofVi: vi.map(() => 'Sugar, flour, two eggs, some salt.'),
      ofEn: en.map((line) => line.split('').reverse().join('')),
    };
    const beads = (given: typeof translations | { readonly ofVi: readonly string[] }) =>
      alignTexts(vi, en, { translations: given }).beads;
    expect(beads(bad)).toEqual(alignTexts(vi, en).beads);
    expect(beads({ ...bad, ofVi: translations.ofVi })).toEqual(beads({ ofVi: translations.ofVi }));
    expect(beads({ ofVi: translations.ofVi })).not.toEqual(beads(bad));
  });

  test('of half the lines, here and there on either side, do no harm', () => {
    const scored = [1, 2, 3].map((seed) => {
      const { vi, en, beads: gold, translations } = makeDocument(storyPairs, seededRandom(seed));
      const random = seededRandom(seed + 10);
      const half = (lines: readonly string[]) =>
        lines.map((line) => (random() < 0.5 ? line : null));
      const { beads } = alignTexts(vi, en, {
        translations: { ofVi: half(translations.ofVi), ofEn: half(translations.ofEn) },
      });
      return [gold, beads] as const;
    });
    expect(scoreBeads(scored).strict.f1).toBeGreaterThanOrEqual(0.97);
  });

  test('do no harm to documents with made-up translations of either side', () => {
    const { vi, en, beads: gold, translations } = makeDocument(storyPairs, seededRandom(3));
    const { beads } = alignTexts(vi, en, { translations });
    expect(scoreBeads([[gold, beads]]).strict.f1).toBeGreaterThanOrEqual(0.97);
  });
});

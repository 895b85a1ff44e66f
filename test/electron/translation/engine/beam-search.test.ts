import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestTargets,
  extend,
  newSearch,
  type SearchRules,
  type SourceLimits,
  type Target,
} from '../../../../electron/translation/engine/beam-search.ts';

const end = 0;
const pad = 1;
const limits: SourceLimits = { longest: 20, sourceRepeats: 1 };

function rules(changes: Partial<SearchRules> = {}): SearchRules {
  return {
    beams: 1,
    lengthPenalty: 0,
    endIds: new Set([end]),
    unsayable: new Set([pad]),
    ...changes,
  };
}

/** What a model of nothing but a table says: logits of the piece after what was said. */
type Model = (said: readonly number[]) => readonly number[];

function translate(model: Model, searchRules: SearchRules, searchLimits = limits): Target {
  let search = newSearch(searchLimits);
  let steps = 0;
  while (search.open.length > 0) {
    const before = search.open;
    const logits = before.map(({ ids }) => Float32Array.from(model(ids)));
    search = extend(search, logits, searchRules);
    for (const { ids, parent } of search.open) {
      expect(ids.slice(0, -1)).toEqual(before[parent]?.ids);
    }
    steps += 1;
    expect(steps).toBeLessThanOrEqual(searchLimits.longest);
  }
  const [best] = bestTargets(search, searchRules);
  return { ids: best?.ids ?? [], cutShort: best?.cutShort ?? false };
}

const probabilities = (...shares: readonly number[]) => shares.map(Math.log);

/** Piece 2 is likelier at first, but what can follow it is anyone's guess; after 3 all is clear. */
const garden: Model = (said) =>
  said.length === 0
    ? probabilities(0, 0, 0.6, 0.4, 0)
    : said.length > 1
      ? probabilities(1, 0, 0, 0, 0)
      : said[0] === 2
        ? probabilities(0, 0, 0.34, 0.33, 0.33)
        : probabilities(0, 0, 0.05, 0, 0.95);

describe('beam search', () => {
  it('with one beam takes the likeliest piece each time', () => {
    expect(translate(garden, rules())).toEqual({ ids: [2, 2], cutShort: false });
  });

  it('with one beam ends where the end is likeliest, however much length counts', () => {
    const wavering: Model = (said) =>
      said.length === 2 ? probabilities(0.6, 0, 0.4) : probabilities(0, 0, 1);
    expect(translate(wavering, rules({ lengthPenalty: 3 })).ids).toEqual([2, 2]);
  });

  it('goes on while what is open may yet be better than ends that nobody meant', () => {
    const confident: Model = (said) =>
      said.length === 6 ? probabilities(1, 0, 0) : probabilities(0.001, 0, 0.999);
    const target = translate(confident, rules({ beams: 2 }), { longest: 20, sourceRepeats: 9 });
    expect(target).toEqual({ ids: [2, 2, 2, 2, 2, 2], cutShort: false });
  });

  it('with more finds the likelier whole', () => {
    expect(translate(garden, rules({ beams: 2 }))).toEqual({ ids: [3, 4], cutShort: false });
  });

  it('gives the others too, the best first, as many as beams at the most', () => {
    const searchRules = rules({ beams: 2 });
    let search = newSearch(limits);
    while (search.open.length > 0) {
      const logits = search.open.map(({ ids }) => Float32Array.from(garden(ids)));
      search = extend(search, logits, searchRules);
    }
    const found = bestTargets(search, searchRules);
    expect(search.finished.length).toBeGreaterThanOrEqual(found.length);
    expect(found.map(({ ids }) => ids)).toEqual([
      [3, 4],
      [2, 2],
    ]);
    expect(found[0]?.worth).toBeGreaterThan(found[1]?.worth ?? 0);
  });

  it('prefers short or long targets as the length penalty says', () => {
    const hesitant: Model = (said) =>
      said.length === 3 ? probabilities(1, 0, 0) : probabilities(0.5, 0, 0.5);
    const ofPenalty = (lengthPenalty: number) =>
      translate(hesitant, rules({ beams: 4, lengthPenalty })).ids.length;
    expect(ofPenalty(0)).toBe(0);
    expect(ofPenalty(2)).toBe(3);
  });

  it('never says what may not be said, however likely', () => {
    const padding: Model = (said) => (said.length < 3 ? [-9, 9, 0] : [9, 12, 0]);
    expect(translate(padding, rules()).ids).toEqual([2, 2, 2]);
    expect(translate(padding, rules({ beams: 3, lengthPenalty: 9 })).ids).not.toContain(pad);
  });

  it('reads logits of pieces that a graph forbids', () => {
    for (const never of [-1e9, -3.4e38, Number.NEGATIVE_INFINITY]) {
      const model: Model = (said) => (said.length === 0 ? [never, never, 5, 1] : [7, never, 1, 1]);
      expect(translate(model, rules({ beams: 2 })).ids).toEqual([2]);
    }
  });

  it('cuts what repeats itself, and takes what ends by itself before it', () => {
    const stuck: Model = () => [-20, -20, 5, -20];
    expect(translate(stuck, rules())).toEqual({ ids: [2], cutShort: true });
    const nearlyStuck: Model = (said) => (said[0] === 3 ? [5, -20, -20, -20] : [-20, -20, 5, 4]);
    expect(translate(nearlyStuck, rules({ beams: 2 }))).toEqual({ ids: [3], cutShort: false });
  });

  it('takes silence for a translation only where that is likelier than all else', () => {
    const stuck =
      (first: number): Model =>
      (said) =>
        said.length === 0 ? [first, -20, 5, -20] : [-20, -20, 5, -20];
    expect(translate(stuck(-3), rules({ beams: 2 }))).toEqual({ ids: [2], cutShort: true });
    expect(translate(stuck(9), rules({ beams: 2 })).ids).toEqual([]);
  });

  it('ends at the longest that a target may be', () => {
    const endless: Model = (said) => [-20, -20, ...[2, 3, 4, 5].map((at) => said.length % at)];
    const target = translate(endless, rules({ beams: 3 }), { longest: 7, sourceRepeats: 9 });
    expect(target.cutShort).toBe(true);
    expect(target.ids).toHaveLength(7);
  });

  it('says so where a model gives no numbers', () => {
    const broken: Model = () => [Number.NaN, Number.NaN, Number.NaN];
    expect(() => translate(broken, rules({ beams: 2 }))).toThrow('no probabilities');
  });

  it('with beams enough finds the best of all targets', () => {
    const logit = fc.integer({ min: -40, max: 40 }).map((tenths) => tenths / 10);
    const table = fc.array(fc.array(logit, { minLength: 4, maxLength: 4 }), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(table, (rows) => {
        // A row for each of the targets of at most two pieces out of 2 and 3; then comes the end.
        const model: Model = (said) =>
          said.length === 2
            ? [20, -20, -20, -20]
            : (rows[said.reduce((at, piece) => 2 * at + piece - 1, 0)] ?? []);
        const share = (said: readonly number[], piece: number) => {
          const sum = model(said).reduce((sum, one) => sum + Math.exp(one), 0);
          return (model(said)[piece] ?? 0) - Math.log(sum);
        };
        const whole = (ids: readonly number[]) =>
          [...ids, end].reduce((sum, piece, at) => sum + share(ids.slice(0, at), piece), 0);
        const all = [[], [2], [3], [2, 2], [2, 3], [3, 2], [3, 3]];
        const best = Math.max(...all.map(whole));
        const found = translate(model, rules({ beams: 8 }));
        expect(whole(found.ids)).toBeGreaterThan(best - 0.02);
      }),
    );
  });
});

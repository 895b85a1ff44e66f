import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stretchStates } from '../../../electron/alignment/review.ts';
import { bandsOf } from '../../../renderer/reader/strip.ts';

describe('the bands of a strip', () => {
  test('stand where the sentences stand, in the measure of the strip', () => {
    const sentences = [
      { top: 0, bottom: 100, state: 'confirmed' },
      { top: 120, bottom: 400, state: 'doubtful' },
      { top: 600, bottom: 1000, state: 'unlinked' },
    ] as const;
    expect(bandsOf(sentences, 1000, 100)).toEqual([
      { from: 0, to: 10, state: 'confirmed' },
      { from: 12, to: 40, state: 'doubtful' },
      { from: 60, to: 100, state: 'unlinked' },
    ]);
  });

  test('close the room between two paragraphs that stand alike', () => {
    const sentences = [
      { top: 0, bottom: 100, state: 'unlinked' },
      { top: 120, bottom: 200, state: 'unlinked' },
    ] as const;
    expect(bandsOf(sentences, 200, 20)).toEqual([{ from: 0, to: 20, state: 'unlinked' }]);
  });

  test('show the doubtful one of many sentences in one px', () => {
    const sentences = Array.from({ length: 1000 }, (_, at) => ({
      top: at * 10,
      bottom: at * 10 + 10,
      state: at === 617 ? ('doubtful' as const) : ('confirmed' as const),
    }));
    expect(bandsOf(sentences, 10_000, 100)).toEqual([
      { from: 0, to: 61, state: 'confirmed' },
      { from: 61, to: 62, state: 'doubtful' },
      { from: 62, to: 100, state: 'confirmed' },
    ]);
  });

  test('of nothing are none', () => {
    expect(bandsOf([], 0, 100)).toEqual([]);
    expect(bandsOf([{ top: 0, bottom: 10, state: 'unlinked' }], 10, 0)).toEqual([]);
  });

  test('lie in the strip, in order and apart, and leave no sentence out', () => {
    const sentence = fc.record({
      top: fc.nat(5000),
      length: fc.nat(400),
      state: fc.constantFrom(...stretchStates),
    });
    fc.assert(
      fc.property(fc.array(sentence), fc.integer({ min: 1, max: 900 }), (drawn, strip) => {
        const sentences = drawn.map(({ top, length, state }) => ({
          top,
          bottom: top + length,
          state,
        }));
        const bands = bandsOf(sentences, 5400, strip);
        for (const [at, band] of bands.entries()) {
          expect(band.from).toBeGreaterThanOrEqual(bands[at - 1]?.to ?? 0);
          expect(band.to).toBeGreaterThan(band.from);
          expect(band.to).toBeLessThanOrEqual(strip);
        }
        for (const { top } of sentences) {
          const row = Math.min(Math.floor((top * strip) / 5400), strip - 1);
          expect(bands.some(({ from, to }) => from <= row && row < to)).toBe(true);
        }
      }),
    );
  });
});

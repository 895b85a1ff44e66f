// chrF and BLEU give sacrebleu's own figures (sacrebleu 2.6.0, its defaults) for authored lines.
import { describe, expect, it } from 'vitest';
import { bleu, tokens13a } from './bleu.ts';
import { chrf } from './chrf.ts';

interface Case {
  readonly name: string;
  readonly said: readonly string[];
  readonly wanted: readonly string[];
  readonly chrf: number;
  readonly bleu: number;
}

const cases: readonly Case[] = [
  {
    name: 'alike',
    said: ['The ferry left at dawn, and nobody waved.', 'Phà rời bến lúc rạng đông.'],
    wanted: ['The ferry left at dawn, and nobody waved.', 'Phà rời bến lúc rạng đông.'],
    chrf: 100.0,
    bleu: 100.00000000000004,
  },
  {
    name: 'near',
    said: [
      'The ferry left in the early morning and no one waved.',
      'She paid 1,250.50 dollars for it (in cash)!',
      'Ngày 3 tháng 9, phà rời bến.',
    ],
    wanted: [
      'The ferry left at dawn, and nobody waved.',
      'She paid $1,250.50 in cash for it!',
      'Phà rời bến ngày 3 tháng 9.',
    ],
    chrf: 56.57656235402282,
    bleu: 13.420102602772742,
  },
  {
    name: 'short',
    said: ['Phà', 'An oar'],
    wanted: ['Phà đi', 'The oars'],
    chrf: 24.999999999999996,
    bleu: 0.0,
  },
  {
    name: 'no shared word',
    said: ['boat'],
    wanted: ['ferry'],
    chrf: 0.0,
    bleu: 0.0,
  },
  {
    name: 'an order without a match',
    said: ['the old red boat sank slowly', 'nobody saw it go down'],
    wanted: ['the red old boat slowly sank', 'no man saw it go under'],
    chrf: 45.163721190230476,
    bleu: 20.61358370225663,
  },
  {
    name: 'empty hypothesis',
    said: ['', 'The lamp is lit.'],
    wanted: ['The ferry left.', 'The lamp is lit.'],
    chrf: 55.55555555555556,
    bleu: 44.932896411722176,
  },
  {
    name: 'too long',
    said: ['The ferry left and left and left and left again before dawn.'],
    wanted: ['The ferry left.'],
    chrf: 54.279892752831294,
    bleu: 12.35622127262679,
  },
  {
    name: 'marks and entities',
    said: [
      'He said: &quot;R&amp;D costs 3.5% &lt; 4%&quot; - in 1945-46; A/B.',
      '“Đi đi!” – bà nói… 😀',
    ],
    wanted: ['He said: "R&D costs 3.5% < 4%" - in 1945-46; A/B.', '"Đi đi!" - bà bảo... 😀'],
    chrf: 52.25240774032823,
    bleu: 72.04690827684816,
  },
];

describe.each(cases)('$name', ({ said, wanted, ...expected }) => {
  it('has the chrF that sacrebleu gives', () => {
    expect(chrf(said, wanted)).toBeCloseTo(expected.chrf, 9);
  });
  it('has the BLEU that sacrebleu gives', () => {
    expect(bleu(said, wanted)).toBeCloseTo(expected.bleu, 9);
  });
});

describe('tokens13a', () => {
  it('leaves points and commas inside numbers, and parts all other marks', () => {
    expect(tokens13a('In 1.250,5 (or 1945-46), A/B: "no."').join(' ')).toBe(
      'In 1.250,5 ( or 1945 - 46 ) , A / B : " no . "',
    );
  });
});

describe('the scores', () => {
  it('refuse sets of unequal length', () => {
    expect(() => chrf(['a'], [])).toThrow();
    expect(() => bleu(['a'], [])).toThrow();
  });
});

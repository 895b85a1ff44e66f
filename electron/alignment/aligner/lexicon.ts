// The small bilingual lexicon: which English stems answer a Vietnamese word, and how surely.

/** p: chance of the stem where the Vietnamese word stands; q: the other way round. */
export interface Answer {
  readonly stem: string;
  readonly p: number;
  readonly q: number;
}

export interface Lexicon {
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  /** How surely some answer of the lexicon stands opposite: the sum of chances, at most 1. By Vietnamese word. */
  readonly expectedOfVi: ReadonlyMap<string, number>;
  /** The same by English stem. */
  readonly expectedOfEn: ReadonlyMap<string, number>;
}

/** Reads entries like `word|stem 62 41|stem 9 30`: percentages p and q. */
export function readLexicon(entries: readonly string[]): Lexicon {
  const answers = new Map<string, readonly Answer[]>();
  const expectedOfVi = new Map<string, number>();
  const expectedOfEn = new Map<string, number>();
  for (const entry of entries) {
    const [word = '', ...fields] = entry.split('|');
    const list = fields.map((field): Answer => {
      const [stem = '', p = '0', q = '0'] = field.split(' ');
      return { stem, p: Number(p) / 100, q: Number(q) / 100 };
    });
    answers.set(word, list);
    expectedOfVi.set(word, Math.min(1, sum(list.map(({ p }) => p))));
    for (const { stem, q } of list) {
      expectedOfEn.set(stem, Math.min(1, (expectedOfEn.get(stem) ?? 0) + q));
    }
  }
  return { answers, expectedOfVi, expectedOfEn };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

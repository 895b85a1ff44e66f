// chrF2 over a whole set, as sacrebleu 2 computes it: character n-grams up to six without white space, recall twice as
// heavy as precision, precisions and recalls averaged over the orders that occur (Popović 2015; eff:yes|nc:6|nw:0|space:no).
import { pythonSpace } from './python-space.ts';

const orders = 6;
const beta = 2;

/** chrF2 of hypotheses against one reference each, 0 to 100. Lines are compared as they are, marks and case included. */
export function chrf(hypotheses: readonly string[], references: readonly string[]): number {
  if (hypotheses.length !== references.length) {
    throw new Error('as many hypotheses as references');
  }
  const totals = Array.from({ length: orders }, () => ({ said: 0, wanted: 0, shared: 0 }));
  hypotheses.forEach((hypothesis, line) => {
    const reference = references[line] ?? '';
    totals.forEach((total, index) => {
      const said = grams(hypothesis, index + 1);
      const wanted = grams(reference, index + 1);
      // A hypothesis counts for nothing in an order that its reference is too short for.
      total.said += wanted.size === 0 ? 0 : sum(said);
      total.wanted += sum(wanted);
      for (const [gram, count] of said) {
        total.shared += Math.min(count, wanted.get(gram) ?? 0);
      }
    });
  });
  const effective = totals.filter(({ said, wanted }) => said > 0 && wanted > 0);
  const mean = (share: (total: (typeof totals)[number]) => number) =>
    effective.reduce((all, total) => all + share(total), 0) / Math.max(1, effective.length);
  const precision = mean(({ shared, said }) => shared / said);
  const recall = mean(({ shared, wanted }) => shared / wanted);
  const weight = beta ** 2;
  return precision + recall === 0
    ? 0
    : (100 * (1 + weight) * precision * recall) / (weight * precision + recall);
}

/** Counts of the runs of `order` code points, white space left out. */
function grams(line: string, order: number): ReadonlyMap<string, number> {
  const characters = Array.from(line.replaceAll(pythonSpace, ''));
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= characters.length; start += 1) {
    const gram = characters.slice(start, start + order).join('');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const count of counts.values()) {
    all += count;
  }
  return all;
}

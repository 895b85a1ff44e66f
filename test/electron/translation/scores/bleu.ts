// BLEU over a whole set, as sacrebleu 2 computes it: one reference, 13a tokens, mixed case, n-grams up to four,
// exponential smoothing of orders without a match, brevity penalty (nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp).
import { pythonSpace } from './python-space.ts';

const orders = 4;

/** BLEU of hypotheses against one reference each, 0 to 100. */
export function bleu(hypotheses: readonly string[], references: readonly string[]): number {
  if (hypotheses.length !== references.length) {
    throw new Error('as many hypotheses as references');
  }
  const correct = Array<number>(orders).fill(0);
  const total = Array<number>(orders).fill(0);
  let saidLength = 0;
  let wantedLength = 0;
  hypotheses.forEach((hypothesis, line) => {
    const said = tokens13a(hypothesis);
    const wanted = tokens13a(references[line] ?? '');
    saidLength += said.length;
    wantedLength += wanted.length;
    for (let order = 1; order <= orders; order += 1) {
      const known = grams(wanted, order);
      for (const [gram, count] of grams(said, order)) {
        total[order - 1] = (total[order - 1] ?? 0) + count;
        correct[order - 1] = (correct[order - 1] ?? 0) + Math.min(count, known.get(gram) ?? 0);
      }
    }
  });
  if (correct.every((count) => count === 0)) {
    return 0;
  }
  const brevity = saidLength < wantedLength ? Math.exp(1 - wantedLength / saidLength) : 1;
  let smoothing = 1;
  let logarithms = 0;
  for (let order = 0; order < orders; order += 1) {
    const possible = total[order] ?? 0;
    const matched = correct[order] ?? 0;
    if (possible === 0) {
      return 0; // no hypothesis has so many tokens
    }
    smoothing *= matched === 0 ? 2 : 1;
    logarithms += Math.log(
      matched === 0 ? 100 / (smoothing * possible) : (100 * matched) / possible,
    );
  }
  return brevity * Math.exp(logarithms / orders);
}

/** The tokens of mteval-v13a as sacrebleu cuts them: marks by themselves, points and commas inside numbers left in. */
export function tokens13a(line: string): readonly string[] {
  let text = line.trimEnd().replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  for (const [entity, sign] of entities) {
    text = text.replaceAll(entity, sign);
  }
  text = ` ${text} `
    .replace(/([{-~[-` -&(-+:-@/])/g, ' $1 ')
    .replace(/([^0-9])([.,])/g, '$1 $2 ')
    .replace(/([.,])([^0-9])/g, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ');
  return text.split(pythonSpace).filter((token) => token !== '');
}

const entities = [
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
] as const;

function grams(tokens: readonly string[], order: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= tokens.length; start += 1) {
    const gram = tokens.slice(start, start + order).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

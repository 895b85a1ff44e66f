// From pairs of sentences to a lexicon: which compounds are words, and what answers what (Brown et al. 1993, Model 1).
import { foldWord, tokensOf } from '../../electron/alignment/aligner/tokens.ts';
import { joinCompounds, stemsOf, syllablesOf } from '../../electron/alignment/aligner/words.ts';

/** The output may not be larger: about 300 kB with its JSON. */
const byteLimit = 285_000;
const rounds = 6;

type Bags = readonly (readonly [vi: readonly string[], en: readonly string[]])[];
type Table = Map<string, Map<string, number>>;

/**
 * One string a Vietnamese word: the word, then for each English stem its percentages p(en|vi) and p(vi|en), as
 * `word|stem 62 41|stem 9 30`. The strongest associations that fit, by log-likelihood ratio of standing together.
 */
export function learnLexicon(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const read = pairs.map(([vi, en]) => ({
    syllables: syllablesOf(tokensOf(vi.normalize('NFC'))),
    stems: stemsOf(tokensOf(en.normalize('NFC'))),
  }));
  const compounds = findCompounds(read);
  const bags: Bags = read.map(({ syllables, stems }) => [
    distinct(joinCompounds(syllables, (words) => compounds.has(words))),
    distinct(stems),
  ]);
  const forward = translate(bags);
  const backward = translate(bags.map(([vi, en]) => [en, vi]));
  return strongest(bags, forward, backward);
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** Sequences of two to four syllables that predict some English word clearly better than their syllables do. */
function findCompounds(
  read: readonly { readonly syllables: readonly string[]; readonly stems: readonly string[] }[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const sequences = read.map(({ syllables }) => {
    const found: string[] = [];
    for (let at = 0; at < syllables.length; at += 1) {
      let words = syllables[at] ?? '';
      for (let length = 2; length <= 4 && at + length <= syllables.length; length += 1) {
        words += ` ${syllables[at + length - 1]}`;
        found.push(words);
        counts.set(words, (counts.get(words) ?? 0) + 1);
      }
    }
    return found;
  });
  const bags: Bags = read.map(({ syllables, stems }, index) => [
    distinct([
      ...syllables,
      ...(sequences[index] ?? []).filter(
        (words) => (counts.get(words) ?? 0) >= (words.split(' ').length > 2 ? 4 : 3),
      ),
    ]),
    distinct(stems),
  ]);
  const table = translate(bags);
  const compounds = new Set<string>();
  for (const [words, answers] of table) {
    const parts = words.split(' ');
    if (parts.length === 1) {
      continue;
    }
    for (const [stem, chance] of answers) {
      const alone = Math.max(...parts.map((part) => table.get(part)?.get(stem) ?? 0));
      if (chance >= 0.25 && chance > 2 * alone) {
        compounds.add(words);
        break;
      }
    }
  }
  return compounds;
}

/** t(target|source) by expectation maximisation over bags of words, with an empty source word that is not kept. */
function translate(bags: Bags): Table {
  const table: Table = new Map();
  const nothing = '';
  for (const [source, target] of bags) {
    for (const word of [nothing, ...source]) {
      let row = table.get(word);
      if (row === undefined) {
        row = new Map();
        table.set(word, row);
      }
      for (const answer of target) {
        row.set(answer, 1);
      }
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    const next: Table = new Map();
    for (const word of table.keys()) {
      next.set(word, new Map());
    }
    for (const [source, target] of bags) {
      const rows = [nothing, ...source].map((word) => [table.get(word), next.get(word)] as const);
      for (const answer of target) {
        let sum = 0;
        for (const [row] of rows) {
          sum += row?.get(answer) ?? 0;
        }
        for (const [row, nextRow] of rows) {
          const share = (row?.get(answer) ?? 0) / sum;
          if (share > 1e-3) {
            nextRow?.set(answer, (nextRow.get(answer) ?? 0) + share);
          }
        }
      }
    }
    for (const [word, row] of next) {
      let sum = 0;
      for (const count of row.values()) {
        sum += count;
      }
      // A word seen once or twice is not trusted with the whole of what it stood beside.
      const mass = sum + 0.5;
      table.set(word, new Map([...row].map(([answer, count]) => [answer, count / mass])));
    }
  }
  table.delete(nothing);
  return table;
}

function strongest(bags: Bags, forward: Table, backward: Table): readonly string[] {
  const viCounts = new Map<string, number>();
  const enCounts = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();
  for (const [vi, en] of bags) {
    for (const word of vi) {
      viCounts.set(word, (viCounts.get(word) ?? 0) + 1);
      let row = together.get(word);
      if (row === undefined) {
        row = new Map();
        together.set(word, row);
      }
      for (const stem of en) {
        row.set(stem, (row.get(stem) ?? 0) + 1);
      }
    }
    for (const stem of en) {
      enCounts.set(stem, (enCounts.get(stem) ?? 0) + 1);
    }
  }
  const found: { vi: string; en: string; p: number; q: number; weight: number }[] = [];
  for (const [vi, row] of forward) {
    for (const [en, p] of row) {
      const q = backward.get(en)?.get(vi) ?? 0;
      const count = together.get(vi)?.get(en) ?? 0;
      // What both languages write alike is found without a lexicon.
      if (count < 2 || Math.sqrt(p * q) < 0.04 || foldWord(vi) === foldWord(en)) {
        continue;
      }
      const weight = ratio(count, viCounts.get(vi) ?? 0, enCounts.get(en) ?? 0, bags.length);
      if (weight > 8) {
        found.push({ vi, en, p, q, weight });
      }
    }
  }
  found.sort((a, b) => b.weight - a.weight || (a.vi < b.vi ? -1 : 1));
  const entries = new Map<string, string>();
  let bytes = 0;
  for (const { vi, en, p, q } of found) {
    const answer = `|${en} ${percent(p)} ${percent(q)}`;
    const before = entries.get(vi);
    bytes += Buffer.byteLength(answer) + (before === undefined ? Buffer.byteLength(vi) + 4 : 0);
    if (bytes > byteLimit) {
      break;
    }
    entries.set(vi, (before ?? vi) + answer);
  }
  return [...entries.values()].sort();
}

function percent(chance: number): number {
  return Math.max(1, Math.round(100 * chance));
}

/** Dunning's log-likelihood ratio of standing together in `both` of `all` pairs; 0 where they avoid each other. */
function ratio(both: number, a: number, b: number, all: number): number {
  if (both * all <= a * b) {
    return 0;
  }
  const term = (observed: number, expected: number) =>
    observed === 0 ? 0 : observed * Math.log(observed / expected);
  return (
    2 *
    (term(both, (a * b) / all) +
      term(a - both, (a * (all - b)) / all) +
      term(b - both, ((all - a) * b) / all) +
      term(all - a - b + both, ((all - a) * (all - b)) / all))
  );
}

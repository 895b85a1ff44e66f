// Two texts in numbers: words and keys as ids, their weights, and what the lexicon says about the words that occur.
import type { Language } from '../../corpus/document.ts';
import type { Lexicon } from './lexicon.ts';
import { readSentence, type Sentence } from './sentence.ts';
import type { Shape } from './shape.ts';

/** One side: all arrays by line number. */
export interface TextSide {
  readonly lineCount: number;
  readonly lengths: Float64Array;
  /** Equal numbers for lines that stand on both sides word for word; -1 for all others. */
  readonly sameText: Int32Array;
  /** Ids of the line's different words. */
  readonly words: readonly Int32Array[];
  /** Ids of the line's quantities, then its names, sorted, repeats kept; only those that the other side has, too. */
  readonly quantities: readonly Int32Array[];
  readonly names: readonly Int32Array[];
  readonly shapes: readonly Shape[];
  readonly vocabulary: Vocabulary;
}

export interface Vocabulary {
  readonly words: readonly string[];
  /** By word id: in how many lines it stands. */
  readonly lineCounts: Int32Array;
  /** By word id: its share of all different words of all lines, with a floor. */
  readonly shares: Float64Array;
  /** By word id: how surely a known answer stands opposite, 0 to 1. */
  readonly expected: Float64Array;
}

/** The answers of a word by id: `ids[k]` with `chances[k]`. */
export interface Row {
  readonly ids: Int32Array;
  readonly chances: Float64Array;
}

/** Chances of translation between the words that occur; null rows are empty. */
export interface WordTable {
  /** By Vietnamese word id: English words and p(en|vi). */
  readonly forward: readonly (Row | null)[];
  /** By English word id: Vietnamese words and p(vi|en). */
  readonly backward: readonly (Row | null)[];
}

export interface TextPair {
  readonly vi: TextSide;
  readonly en: TextSide;
  /** By key id: how much a match says. */
  readonly keyWeights: Float64Array;
  /** By key id: how many lines of each side have it. */
  readonly keyCounts: readonly [vi: Int32Array, en: Int32Array];
  readonly table: WordTable;
}

/** Rarer than this no word counts: what the lexicon says about very rare words is itself uncertain. */
const leastShare = 2e-4;

/** Reads both texts, a sentence a line. */
export function readTexts(
  viLines: readonly string[],
  enLines: readonly string[],
  lexicon: Lexicon,
): TextPair {
  const isCompound = (words: string) => lexicon.answers.has(words);
  const read = (lines: readonly string[], language: Language) =>
    lines.map((line) => readSentence(line, language, isCompound));
  const vi = read(viLines, 'vi');
  const en = read(enLines, 'en');
  const keys = commonKeys(vi, en);
  const viVocabulary = vocabularyOf(vi, lexicon.expectedOfVi);
  const enVocabulary = vocabularyOf(en, lexicon.expectedOfEn);
  const texts = commonTexts(vi, en);
  return {
    vi: sideOf(vi, viVocabulary, keys.ids, texts),
    en: sideOf(en, enVocabulary, keys.ids, texts),
    keyWeights: keys.weights,
    keyCounts: [keys.viCounts, keys.enCounts],
    table: tableOf(viVocabulary, enVocabulary, lexicon),
  };
}

interface NumberedVocabulary extends Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
}

function vocabularyOf(
  sentences: readonly Sentence[],
  expected: ReadonlyMap<string, number>,
): NumberedVocabulary {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  let total = 0;
  for (const { words } of sentences) {
    for (const word of new Set(words)) {
      const id = ids.get(word);
      if (id === undefined) {
        ids.set(word, counts.length);
        counts.push(1);
      } else {
        counts[id] = (counts[id] ?? 0) + 1;
      }
      total += 1;
    }
  }
  const words = [...ids.keys()];
  return {
    ids,
    words,
    lineCounts: Int32Array.from(counts),
    shares: Float64Array.from(counts, (count) => Math.max(leastShare, count / total)),
    expected: Float64Array.from(words, (word) => expected.get(word) ?? 0),
  };
}

/** A word that one text has everywhere and the other once, in a quotation, is not the same thing there. */
function isEven(a: number, b: number): boolean {
  return Math.max(a, b) <= 5 * Math.min(a, b) + 3;
}

function commonKeys(vi: readonly Sentence[], en: readonly Sentence[]) {
  const countKeys = (sentences: readonly Sentence[]) => {
    const counts = new Map<string, number>();
    for (const { keys } of sentences) {
      for (const key of new Set([...keys.quantities, ...keys.names])) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return counts;
  };
  const viKeys = countKeys(vi);
  const enKeys = countKeys(en);
  const ids = new Map<string, number>();
  const viCounts: number[] = [];
  const enCounts: number[] = [];
  for (const [key, count] of viKeys) {
    const other = enKeys.get(key);
    if (other !== undefined && isEven(count, other)) {
      ids.set(key, ids.size);
      viCounts.push(count);
      enCounts.push(other);
    }
  }
  const lines = Math.max(2, (vi.length + en.length) / 2);
  const weights = viCounts.map((count, id) => {
    const share = Math.max(count, enCounts[id] ?? 1) / lines;
    return Math.max(0.1, Math.min(5, -Math.log(Math.min(1, share))));
  });
  return {
    ids,
    weights: Float64Array.from(weights),
    viCounts: Int32Array.from(viCounts),
    enCounts: Int32Array.from(enCounts),
  };
}

function commonTexts(vi: readonly Sentence[], en: readonly Sentence[]) {
  const enTexts = new Set(en.map(({ text }) => text));
  const texts = new Map<string, number>();
  for (const { text } of vi) {
    if (text !== '' && enTexts.has(text)) {
      texts.set(text, texts.get(text) ?? texts.size);
    }
  }
  return texts;
}

function sideOf(
  sentences: readonly Sentence[],
  { ids, ...vocabulary }: NumberedVocabulary,
  keyIds: ReadonlyMap<string, number>,
  texts: ReadonlyMap<string, number>,
): TextSide {
  const numbered = (keys: readonly string[]) =>
    Int32Array.from(keys.flatMap((key) => keyIds.get(key) ?? [])).sort();
  return {
    lineCount: sentences.length,
    lengths: Float64Array.from(sentences, ({ length }) => length),
    sameText: Int32Array.from(sentences, ({ text }) => texts.get(text) ?? -1),
    words: sentences.map(({ words }) =>
      Int32Array.from(new Set(words), (word) => ids.get(word) ?? 0),
    ),
    quantities: sentences.map(({ keys }) => numbered(keys.quantities)),
    names: sentences.map(({ keys }) => numbered(keys.names)),
    shapes: sentences.map(({ shape }) => shape),
    vocabulary,
  };
}

function tableOf(vi: NumberedVocabulary, en: NumberedVocabulary, lexicon: Lexicon): WordTable {
  const backward: [id: number, chance: number][][] = en.words.map(() => []);
  const forward = vi.words.map((word, viId): Row | null => {
    const row: [id: number, chance: number][] = [];
    for (const { stem, p, q } of lexicon.answers.get(word) ?? []) {
      const enId = en.ids.get(stem);
      if (enId !== undefined) {
        row.push([enId, p]);
        backward[enId]?.push([viId, q]);
      }
    }
    return rowOf(row);
  });
  return { forward, backward: backward.map(rowOf) };
}

/** A row of a table, or null for none. */
export function rowOf(entries: readonly (readonly [id: number, chance: number])[]): Row | null {
  return entries.length === 0
    ? null
    : {
        ids: Int32Array.from(entries, ([id]) => id),
        chances: Float64Array.from(entries, ([, chance]) => chance),
      };
}

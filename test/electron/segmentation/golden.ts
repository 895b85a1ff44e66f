// Reads the golden sentences and scores a splitter on them.
import { readFileSync } from 'node:fs';
import type { Language } from '../../../electron/corpus/document.ts';

export interface GoldenParagraph {
  readonly text: string;
  readonly sentences: readonly string[];
}

/**
 * The paragraphs of test/fixtures/segmentation: a sentence a line, a blank line between paragraphs. Sentences are
 * joined by a space; one that begins with `~` runs together with the one before.
 */
export function readGolden(language: Language): readonly GoldenParagraph[] {
  const file = new URL(`../../fixtures/segmentation/${language}.txt`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\n{2,}/)
    .map((block) => ({
      text: block.replaceAll('\n~', '').replaceAll('\n', ' '),
      sentences: block.split('\n').map((line) => line.replace(/^~/, '')),
    }));
}

export interface Score {
  /** Of the boundaries within paragraphs; their ends are not counted. */
  readonly f1: number;
  /** One line for each boundary that is missing or should not be there. */
  readonly faults: readonly string[];
}

/** Boundary F1 of a splitter that answers a paragraph's sentences. */
export function score(
  paragraphs: readonly GoldenParagraph[],
  split: (text: string) => readonly string[],
): Score {
  const faults: string[] = [];
  let right = 0;
  let expectedCount = 0;
  let foundCount = 0;
  for (const { text, sentences } of paragraphs) {
    const expected = endsOf(text, sentences);
    const found = endsOf(text, split(text));
    expectedCount += expected.size;
    foundCount += found.size;
    for (const end of new Set([...expected, ...found])) {
      if (expected.has(end) && found.has(end)) {
        right += 1;
      } else {
        const kind = expected.has(end) ? 'missing' : 'wrong';
        faults.push(
          `${kind}: ${text.slice(Math.max(0, end - 40), end)} | ${text.slice(end, end + 40)}`,
        );
      }
    }
  }
  return { f1: (2 * right) / (expectedCount + foundCount), faults };
}

function endsOf(text: string, sentences: readonly string[]): ReadonlySet<number> {
  const ends = new Set<number>();
  let end = 0;
  for (const sentence of sentences) {
    end = text.indexOf(sentence, end) + sentence.length;
    ends.add(end);
  }
  ends.delete(text.length);
  return ends;
}

// Sentences of a paragraph: Unicode's boundaries (UAX 29), put right by rules for Vietnamese and English.
import type { Language } from '../corpus/document.ts';
import { enclosureFinder } from './enclosures.ts';
import { verdictOn } from './rules.ts';
import { type Stop, stopsOf } from './stops.ts';

/** UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const segmenters: Readonly<Record<Language, Intl.Segmenter>> = {
  vi: new Intl.Segmenter('vi', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

const beforeLength = 40;
const afterLength = 60;

/**
 * The sentences of one paragraph, in order. Every character that is not white space lies in exactly one; none is
 * empty, none begins or ends in white space. Takes any string, lone surrogates included, in linear time.
 */
export function splitSentences(paragraph: string, language: Language): readonly Span[] {
  const unicodeCuts = unicodeCutsOf(paragraph, language);
  const stops = stopsOf(paragraph);
  const enclosuresAround = enclosureFinder(paragraph);
  const sentences = sentenceCollector(paragraph);
  for (const place of inOrder(stops, otherCuts(paragraph, unicodeCuts, stops))) {
    if (typeof place === 'number') {
      sentences.endAt(place);
      continue;
    }
    const verdict = verdictOn({
      text: paragraph,
      language,
      stop: place,
      sentenceStart: sentences.start(),
      before: paragraph.slice(Math.max(0, place.start - beforeLength), place.start),
      after: paragraph.slice(place.next, place.next + afterLength),
      around: enclosuresAround(place.end),
    });
    if (verdict === 'ends' || (verdict === null && unicodeCuts.has(place.next))) {
      sentences.endAt(place.end);
    }
  }
  return sentences.finish();
}

function unicodeCutsOf(text: string, language: Language): ReadonlySet<number> {
  const cuts = new Set<number>();
  for (const { index } of segmenters[language].segment(text)) {
    cuts.add(index);
  }
  return cuts;
}

const otherTerminal = /[\p{Sentence_Terminal}--[.!?]]\P{L}*$/v;

/** Boundaries that no stop explains: behind a line break, or a full stop of another script ("。"). */
function otherCuts(
  text: string,
  cuts: ReadonlySet<number>,
  stops: readonly Stop[],
): readonly number[] {
  let stop = 0;
  return [...cuts].filter((cut) => {
    while ((stops[stop]?.next ?? Number.POSITIVE_INFINITY) < cut) {
      stop += 1;
    }
    const explained = (stops[stop]?.start ?? Number.POSITIVE_INFINITY) < cut;
    const before = text.slice(Math.max(0, cut - 8), cut);
    return !explained && (/[\n\r\u0085\u2028\u2029]/.test(before) || otherTerminal.test(before));
  });
}

function* inOrder(stops: readonly Stop[], cuts: readonly number[]): Generator<Stop | number> {
  let cut = 0;
  for (const stop of stops) {
    for (let next = cuts[cut]; next !== undefined && next <= stop.start; next = cuts[cut]) {
      yield next;
      cut += 1;
    }
    yield stop;
  }
  yield* cuts.slice(cut);
}

/** Gathers sentences as their ends become known. What holds neither letter nor digit joins its neighbour. */
function sentenceCollector(text: string) {
  const sentences: Span[] = [];
  const wordy = /[\p{L}\p{N}]/gu;
  let start = 0;
  let nextWord = -1;
  const take = (end: number): void => {
    const span = trim(text, start, end);
    start = end;
    if (span !== null) {
      sentences.push(span);
    }
  };
  const hasWord = (end: number): boolean => {
    if (nextWord < start) {
      wordy.lastIndex = start;
      nextWord = wordy.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return nextWord < end;
  };
  return {
    start: () => start,
    endAt(end: number): void {
      if (hasWord(end)) {
        take(end);
      }
    },
    finish(): readonly Span[] {
      const last = sentences.at(-1);
      const rest = trim(text, start, text.length);
      if (rest !== null && last !== undefined && !hasWord(text.length)) {
        sentences[sentences.length - 1] = { start: last.start, end: rest.end };
      } else {
        take(text.length);
      }
      return sentences;
    },
  };
}

function trim(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text[from])) {
    from += 1;
  }
  while (to > from && isSpace(text[to - 1])) {
    to -= 1;
  }
  return from < to ? { start: from, end: to } : null;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

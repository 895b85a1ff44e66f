// Sentences of a paragraph: Unicode's own boundaries, put right by rules for Vietnamese and English.
import type { Language } from '../corpus/document.ts';
import { type Enclosure, enclosuresOf } from './enclosures.ts';
import { rules } from './rules.ts';
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

/**
 * The sentences of one paragraph, in order. Every character that is not white space lies in exactly one; none is
 * empty, none begins or ends in white space. Any string is taken, lone surrogates included; time is linear.
 */
export function splitSentences(paragraph: string, language: Language): readonly Span[] {
  const cuts = unicodeBoundaries(paragraph, language);
  const enclosures = enclosuresOf(paragraph);
  const spans: Span[] = [];
  let start = 0;
  let enclosure = 0;
  const stops = stopsOf(paragraph);
  // Boundaries that no stop explains (a line separator, "。") hold as they are.
  const explained = new Set(stops.map(({ next }) => next));
  const plain = [...cuts].filter((cut) => !explained.has(cut));
  let plainIndex = 0;
  const cutAt = (end: number): void => {
    pushSpan(spans, paragraph, start, end);
    start = end;
  };
  for (const stop of stops) {
    while ((plain[plainIndex] ?? Number.POSITIVE_INFINITY) <= stop.start) {
      cutAt(plain[plainIndex] ?? start);
      plainIndex += 1;
    }
    while ((enclosures[enclosure]?.end ?? Number.POSITIVE_INFINITY) <= stop.start) {
      enclosure += 1;
    }
    if (endsSentence(paragraph, language, stop, start, cuts, enclosures, enclosure)) {
      cutAt(stop.end);
    }
  }
  for (; plainIndex < plain.length; plainIndex += 1) {
    cutAt(plain[plainIndex] ?? start);
  }
  cutAt(paragraph.length);
  return spans;
}

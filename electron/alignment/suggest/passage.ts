// One sentence as suggestions see it: what can be compared with a sentence of the other language, and where it stands.
import type { Language, SegmentId } from '../../corpus/document.ts';
import { type FoundName, findNames } from '../aligner/keys.ts';
import { quantitiesOfTokens } from '../aligner/quantities.ts';
import { type Token, tokensOf } from '../aligner/tokens.ts';
import { joinCompounds, stemsOf, syllablesOf } from '../aligner/words.ts';
import { findConcepts } from './concepts.ts';
import { findDates } from './dates.ts';
import { type Span, wordText } from './pattern.ts';
import { stopWords } from './stop-words.ts';

/** What kind of thing two sentences may share; see {@link Mark}. */
export const markKinds = [
  'date',
  'year',
  'number',
  'name',
  'act',
  'thing',
  'theme',
  'common',
] as const;
export type MarkKind = (typeof markKinds)[number];

/** Something with a key that is the same in both languages: a date, a name, a concept. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  readonly key: string;
}

/** A content word under the name that the lexicon has for it. */
export interface Word extends Span {
  readonly word: string;
}

/** A sentence of a document; `linkable` where a suggestion may hold it. */
export interface Passage {
  readonly id: SegmentId;
  readonly text: string;
  /** The index of its paragraph. */
  readonly paragraph: number;
  readonly linkable: boolean;
  /** Each key once, at its first place. */
  readonly marks: readonly Mark[];
  /** Content words outside names and numbers, in order. */
  readonly words: readonly Word[];
}

/** A sentence as a document has it. */
export interface PassageSource {
  readonly id: SegmentId;
  /** NFC. */
  readonly text: string;
  readonly paragraph: number;
  /** Of the text itself: no title, address, signature, date line, front or back matter. */
  readonly isBody: boolean;
}

/** Two content words, or one with a fact, or something that it does ("Thank you."), make a sentence worth linking. */
const leastWords = 2;

/** Reads a sentence; `isCompound` tells which Vietnamese syllable sequences the lexicon holds. */
export function readPassage(
  { id, text, paragraph, isBody }: PassageSource,
  language: Language,
  isCompound: (words: string) => boolean,
): Passage {
  const tokens = tokensOf(text);
  const facts = factsOf(text, tokens, language);
  const told = facts.filter(({ key }) => !isLatinWord(key));
  const words = wordsOf(tokens, language, isCompound).filter(
    (word) => !stopWords[language].has(word.word) && !told.some((fact) => overlaps(fact, word)),
  );
  const concepts = findConcepts(wordText(text), language).map(
    ({ id: concept, kind, start, end }): Mark => ({ kind, key: `concept:${concept}`, start, end }),
  );
  const isAct = concepts.some(({ kind }) => kind === 'act');
  return {
    id,
    text,
    paragraph,
    linkable:
      isBody && (isAct || words.length >= leastWords || (words.length > 0 && told.length > 0)),
    marks: firstOfEachKey([...facts, ...concepts]),
    words,
  };
}

/** Dates, numbers and names. */
function factsOf(text: string, tokens: readonly Token[], language: Language): readonly Mark[] {
  const quantities = quantitiesOfTokens(text, tokens, language);
  const dates = findDates(text, tokens, quantities);
  const numbers = quantities
    .filter(({ key }) => /^(?:number|weekday|month):/.test(key) && !isOneOrTwo(key))
    .filter((quantity) => !dates.some((date) => overlaps(date, quantity)))
    .map(({ key, start, end }): Mark => ({ kind: 'number', key, start, end }));
  const names = namesOf(text, tokens, language);
  return [
    ...dates,
    ...numbers,
    ...names.map(({ key, start, end }): Mark => ({ kind: 'name', key, start, end })),
  ].filter((mark) => mark.kind !== 'name' || !dates.some((date) => overlaps(date, mark)));
}

/** The keys of the names that stand in a stretch of a sentence, in whole or in part. */
export function namesAt(text: string, place: Span, language: Language): ReadonlySet<string> {
  const found = namesOf(text, tokensOf(text), language);
  return new Set(found.filter((name) => overlaps(name, place)).map(({ key }) => key));
}

function namesOf(text: string, tokens: readonly Token[], language: Language): readonly FoundName[] {
  return findNames(text, tokens, language).filter(({ key }) => !isStopWord(key));
}

/** "Two countries", "both sides": every such text has them. */
function isOneOrTwo(key: string): boolean {
  return /^number:[0-2]$/.test(key);
}

/** Any word that could not be Vietnamese has such a key; only where both texts have it does it mean something. */
function isLatinWord(key: string): boolean {
  return key.startsWith('word:') || key.startsWith('sound:');
}

/** "Thế giới" and "The Hague" are written alike in part, and that says nothing. */
function isStopWord(key: string): boolean {
  return key.startsWith('word:') && stopWords.en.has(key.slice('word:'.length));
}

function wordsOf(
  tokens: readonly Token[],
  language: Language,
  isCompound: (words: string) => boolean,
): readonly Word[] {
  const pieces = tokens.flatMap((token) =>
    (language === 'vi' ? syllablesOf([token]) : stemsOf([token])).map((word) => ({
      word,
      start: token.start,
      end: token.end,
    })),
  );
  if (language === 'en') {
    return pieces;
  }
  let at = 0;
  const syllables = pieces.map(({ word }) => word);
  return joinCompounds(syllables, isCompound).map((word) => {
    const first = pieces[at];
    at += word.split(' ').length;
    return { word, start: first?.start ?? 0, end: pieces[at - 1]?.end ?? 0 };
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function firstOfEachKey(marks: readonly Mark[]): readonly Mark[] {
  const first = new Map<string, Mark>();
  for (const mark of marks) {
    if (!first.has(mark.key)) {
      first.set(mark.key, mark);
    }
  }
  return [...first.values()];
}

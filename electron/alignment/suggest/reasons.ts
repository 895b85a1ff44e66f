// Why a link is proposed: the facts behind its score, for words to be put to them.
import type { Language } from '../../corpus/document.ts';
import type { Reason } from '../reason.ts';
import {
  type PassageSet,
  type SharedEvidence,
  sharedTranslatedWords,
  sharedWordPairs,
} from './evidence.ts';
import type { ScoredSet } from './pairs.ts';
import { type Mark, namesAt } from './passage.ts';
import type { Span } from './pattern.ts';
import type { PairSide, TextPair } from './text-pair.ts';

/** At most so many facts, and words of one reason. */
const mostFacts = 5;
const mostWords = 4;
/** What adds less than this is no reason worth saying. */
const leastWeight = 0.5;
/** A name that both texts have in many places is said only where there is nothing better to say. */
const leastNameWeight = 1;
const longestQuote = 80;

/** The reasons, facts before words, the strongest first. Empty where nothing that was shared is worth saying. */
export function reasonsOf(pair: TextPair, set: ScoredSet): readonly Reason[] {
  const facts = set.evidence.marks
    .filter(({ weight }) => weight >= leastWeight)
    .flatMap(({ key, kind, weight }) => {
      const places = { vi: placeOf(pair.vi, set.vi, key), en: placeOf(pair.en, set.en, key) };
      return places.vi === null || places.en === null
        ? []
        : [{ key, kind, weight, vi: places.vi, en: places.en }];
    });
  const strong = facts.filter(({ kind, weight }) => kind !== 'name' || weight >= leastNameWeight);
  const told = withoutSaidTwice(pair, joinNames(strong.length > 0 ? strong : facts));
  return [
    ...withoutRepeats(told.flatMap((fact) => reasonOfFact(pair, fact))).slice(0, mostFacts),
    ...reasonsOfWords(pair, set, facts, told),
  ];
}

/** A stretch of one passage. */
interface Place extends Span {
  /** The passage's number. */
  readonly at: number;
}

interface Fact extends SharedEvidence {
  readonly vi: Place;
  readonly en: Place;
}

/**
 * Without what another fact says as well: what lies within it on both sides ("friendship" in "strengthen … friendship"),
 * and a name that it names on both sides ("Nhật Bản / Japanese" beside "đế quốc Nhật / Japanese militarism").
 */
function withoutSaidTwice(pair: TextPair, facts: readonly Fact[]): readonly Fact[] {
  const names = new Map(
    facts.map((fact) => [
      fact,
      { vi: namesAtPlace(pair.vi, fact.vi, 'vi'), en: namesAtPlace(pair.en, fact.en, 'en') },
    ]),
  );
  const says = (other: Fact, fact: Fact): boolean =>
    (contains(other.vi, fact.vi) && contains(other.en, fact.en)) ||
    (fact.kind === 'name' &&
      other.kind !== 'name' &&
      names.get(other)?.vi.has(fact.key) === true &&
      names.get(other)?.en.has(fact.key) === true);
  // The lightest goes first, so that of two that say each other one stays.
  return facts.reduceRight<readonly Fact[]>(
    (kept, fact) =>
      kept.some((other) => other !== fact && says(other, fact))
        ? kept.filter((other) => other !== fact)
        : kept,
    facts,
  );
}

function contains(outer: Place, inner: Place): boolean {
  return outer.at === inner.at && outer.start <= inner.start && inner.end <= outer.end;
}

function namesAtPlace({ passages }: PairSide, place: Place, language: Language) {
  return namesAt(passages[place.at]?.text ?? '', place, language);
}

function placeOf({ passages }: PairSide, places: readonly number[], key: string): Place | null {
  for (const at of places) {
    const mark = passages[at]?.marks.find((known) => known.key === key);
    if (mark !== undefined) {
      return { at, start: mark.start, end: mark.end };
    }
  }
  return null;
}

function reasonOfFact(pair: TextPair, { key, vi, en }: Fact): readonly Reason[] {
  const [sort = '', value = ''] = key.split(':');
  const quotes = { vi: quoteOf(pair.vi, vi), en: quoteOf(pair.en, en) };
  switch (sort) {
    case 'date':
    case 'day':
    case 'month':
      return sort === 'month' && !value.includes('-')
        ? []
        : [{ kind: 'same-date', params: { date: isoDate(sort, value) } }];
    case 'year':
      return [{ kind: 'same-year', params: { year: value } }];
    case 'number':
      return [{ kind: 'same-number', params: { number: value } }];
    case 'name':
    case 'word':
    case 'sound':
      return [{ kind: 'same-name', params: quotes }];
    case 'concept':
      return [{ kind: 'same-formula', params: { formula: value, ...quotes } }];
    default:
      return [];
  }
}

/** `1945-08-15`, `1978-09`, `--08-15` (any year). */
function isoDate(sort: string, value: string): string {
  const numbers = value.split('-').map((part) => part.padStart(2, '0'));
  return sort === 'day' ? `--${numbers.join('-')}` : numbers.join('-');
}

function quoteOf({ passages }: PairSide, { at, start, end }: Place): string {
  const quote = passages[at]?.text.slice(start, end) ?? '';
  return quote.length <= longestQuote ? quote : `${quote.slice(0, longestQuote - 1).trimEnd()}…`;
}

/** "Margaret" and "Hill" next to each other in both texts are one name. */
function joinNames(facts: readonly Fact[]): readonly Fact[] {
  const joined: Fact[] = [];
  const names = facts
    .filter(({ key }) => key.startsWith('word:'))
    .sort((a, b) => a.vi.at - b.vi.at || a.vi.start - b.vi.start);
  for (const name of names) {
    const last = joined.at(-1);
    if (last !== undefined && isNext(last.vi, name.vi) && isNext(last.en, name.en)) {
      joined[joined.length - 1] = {
        ...last,
        weight: last.weight + name.weight,
        vi: { ...last.vi, end: name.vi.end },
        en: { ...last.en, end: name.en.end },
      };
    } else {
      joined.push(name);
    }
  }
  return [...facts.filter(({ key }) => !key.startsWith('word:')), ...joined].sort(
    (a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1),
  );
}

function isNext(one: Place, other: Place): boolean {
  return one.at === other.at && other.start >= one.end && other.start <= one.end + 1;
}

function withoutRepeats(reasons: readonly Reason[]): readonly Reason[] {
  const told = new Set<string>();
  return reasons.filter((reason) => {
    const words = JSON.stringify(reason);
    const isNew = !told.has(words);
    told.add(words);
    return isNew;
  });
}

function reasonsOfWords(
  pair: TextPair,
  set: PassageSet,
  facts: readonly Fact[],
  told: readonly Fact[],
): readonly Reason[] {
  const keys = new Set(facts.map(({ key }) => key));
  const quotes = {
    vi: told.map((fact) => foldedWords(quoteOf(pair.vi, fact.vi))),
    en: told.map((fact) => foldedWords(quoteOf(pair.en, fact.en))),
  };
  const isQuoted = (vi: string, en: string): boolean =>
    quotes.vi.some(
      (quote, at) => quote.includes(foldedWords(vi)) && quotes.en[at]?.includes(foldedWords(en)),
    );
  const wordIn = (side: PairSide, places: readonly number[], wordId: number): string | null =>
    surfaceOf(side, places, wordId, (mark) => keys.has(mark.key));
  const shared = sharedWordPairs(pair, set)
    .filter(({ weight }) => weight >= leastWeight)
    .flatMap(({ viWord, enWord }) => {
      const vi = wordIn(pair.vi, set.vi, viWord);
      const en = wordIn(pair.en, set.en, enWord);
      return vi === null || en === null || isQuoted(vi, en)
        ? []
        : [{ viWord, enWord, words: `${vi} – ${en}` }];
    });
  const translated = sharedTranslatedWords(pair, set)
    .filter(({ weight }) => weight >= leastWeight)
    .filter(({ side, word }) =>
      shared.every((known) => (side === 'vi' ? known.viWord : known.enWord) !== word),
    )
    .flatMap(({ side, word }) => wordIn(pair[side], set[side], word) ?? []);
  return [
    ...listReason(
      'shared-words',
      shared.map(({ words }) => words),
    ),
    ...listReason('similar-translation', translated),
  ];
}

/** Lower case, a space before and behind, so that whole words are found in it. */
function foldedWords(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}

function listReason(kind: Reason['kind'], words: readonly string[]): readonly Reason[] {
  return words.length === 0
    ? []
    : [{ kind, params: { words: words.slice(0, mostWords).join(', ') } }];
}

/** The word as the text has it; null where it is part of something that has been told already. */
function surfaceOf(
  side: PairSide,
  places: readonly number[],
  wordId: number,
  isTold: (mark: Mark) => boolean,
): string | null {
  for (const at of places) {
    const passage = side.passages[at];
    const word = passage?.words.find((known) => side.wordIds.get(known.word) === wordId);
    if (passage !== undefined && word !== undefined) {
      const isPart = passage.marks.some(
        (mark) => isTold(mark) && mark.start <= word.start && word.end <= mark.end,
      );
      return isPart ? null : passage.text.slice(word.start, word.end);
    }
  }
  return null;
}

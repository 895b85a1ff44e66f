// Whether a sentence ends at a stop: rules in order of precedence, the first that has an opinion decides.
import type { Language } from '../corpus/document.ts';
import { abbreviations } from './abbreviations.ts';
import type { Enclosure } from './enclosures.ts';
import type { Stop } from './stops.ts';

/** A stop and what a rule may look at. */
export interface StopContext {
  readonly text: string;
  readonly language: Language;
  readonly stop: Stop;
  /** Where the sentence that may end here began. */
  readonly sentenceStart: number;
  /** Up to 40 code units before the stop. */
  readonly before: string;
  /** Up to 60 code units from the next character on that is no white space. */
  readonly after: string;
  /** Enclosures that hold the stop and do not end with it, outermost first. */
  readonly around: readonly Enclosure[];
}

type Verdict = 'ends' | 'goes on';
type Rule = (context: StopContext) => Verdict | null;

/** What the rules say of a stop; null leaves it to Unicode's boundaries. */
export function verdictOn(context: StopContext): Verdict | null {
  for (const rule of rules) {
    const verdict = rule(context);
    if (verdict !== null) {
      return verdict;
    }
  }
  return null;
}

const quotationMark = /["”’'»]/;
const dash = /^[–—-]/;
const startsLow = /^\p{Ll}/u;
const startsHigh = /^["“‘'«„([]*(?:\p{Lu}|\p{Lo})/u;
const startsWithNumber = /^["“‘'«„([]*\p{N}/u;
const wordAtEnd = /[\p{L}\p{M}][\p{L}\p{M}./’-]*$/u;
const vowel = /[aeiouy]/;

/** "1. ", "a) ", "IV. ", "(2.) " at the start of a sentence, or behind a colon or semicolon. */
const enumeration: Rule = ({ text, stop, sentenceStart, before }) => {
  if (stop.marks !== '.' || quotationMark.test(stop.closers)) {
    return null;
  }
  const soFar = stop.start - sentenceStart <= 12 ? text.slice(sentenceStart, stop.start) : '';
  const marker = /^\s*["“(]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXL]{1,5}(?:\.\d{1,2})*|[A-Za-zĐđ])$/u;
  return marker.test(soFar) || /[:;]\s*\(?(?:\d{1,2}|[a-zđ])$/u.test(before) ? 'goes on' : null;
};

/** No white space behind the stop: a number, an address, an abbreviation, or two sentences run together. */
const runTogether: Rule = ({ text, language, stop, before, after }) => {
  if (stop.next > stop.end) {
    return null;
  }
  const [left = ''] = /\S*$/.exec(before) ?? [];
  const [right = ''] = /^\S*/.exec(after) ?? [];
  if (/:\/\/|www\.|[@\\/=]/i.test(left + text.slice(stop.start, stop.end) + right)) {
    return 'goes on';
  }
  const word = wordAtEnd.exec(left)?.[0] ?? '';
  const closed = /[”»)\]]/.test(stop.closers);
  const asks = /[!?]/.test(stop.marks) && word !== '';
  if (!closed && !asks && (!isPlainWord(word, language) || isAbbreviation(word, language))) {
    return 'goes on';
  }
  if (/^[“«„‘]\p{Lu}/u.test(right) || (closed && /^\p{Lu}/u.test(right))) {
    return 'ends';
  }
  const begins = /^(?:\p{Lu}[\p{Ll}\p{M}]+(?![\p{L}]*\.\p{L})|[AIÔÝÀ]$)/u.test(right);
  return begins && !/^(?:Com|Net|Org|Vn|Js|Ts|Io|Edu|Gov)(?!\p{L})/u.test(right)
    ? 'ends'
    : 'goes on';
};

/** A word of the language rather than an initial, an acronym or an abbreviation: has vowel and small letters. */
function isPlainWord(word: string, language: Language): boolean {
  const letters = word.normalize('NFD').toLowerCase();
  const low = /\p{Ll}/u.test(word);
  return low && vowel.test(letters) && word.length >= (language === 'vi' ? 2 : 3);
}

function isAbbreviation(word: string, language: Language): boolean {
  const { beforeName, beforeNumber, mayEnd, endsList } = abbreviations[language];
  return [beforeName, beforeNumber, mayEnd, endsList].some((known) => known.has(word));
}

/** A comma, a semicolon or a small word behind a closing quotation mark: `"Stop!" he said.` */
const quotationGoesOn: Rule = ({ stop, after }) => {
  if (/^[,;:]/.test(after)) {
    return 'goes on';
  }
  if (quotationMark.test(stop.closers) && (startsLow.test(after) || dash.test(after))) {
    return 'goes on';
  }
  return /^[–—-]+\s*\p{Ll}/u.test(after) ? 'goes on' : null;
};

/** A capitalised name and a verb of speaking behind a cry or a question: `"Where?" Kim asked.` */
const speakerNamed: Rule = ({ stop, after, language }) => {
  const spoken = quotationMark.test(stop.closers) || dash.test(after);
  if (!spoken || !/[!?…]$/.test(stop.marks)) {
    return null;
  }
  const { speaking, starters } = abbreviations[language];
  const words = after.replace(/^[–—-]+\s*/, '').split(/\s+/, 5);
  const verb = words.findIndex((word) => speaking.has(word.replace(/[.,:;]+$/, '')));
  const named =
    verb > 0 &&
    words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word)) &&
    !starters.has(words[0]?.toLowerCase() ?? '');
  return named ? 'goes on' : null;
};

/** A remark in brackets is not cut. */
const inBrackets: Rule = ({ around }) =>
  around.some(({ kind }) => kind === 'bracket') ? 'goes on' : null;

/** A quotation of this length at the start of a sentence that goes on behind it is not cut. In code units. */
const shortQuotation = 120;

/** A quotation within a sentence is not cut: `He cried "Peace! Bread!" and left.` */
const inQuotation: Rule = ({ text, sentenceStart, around }) => {
  const inner = around.some(({ kind, start, end }) => {
    const behind = text.slice(end, end + 8);
    const goesOn = /^(?:\s*[,;:]|\s*[–—-]?\s*\p{Ll})/u.test(behind);
    const within = text.slice(sentenceStart, start).trim() !== '';
    return kind === 'quotation' && goesOn && (within || end - start <= shortQuotation);
  });
  return inner ? 'goes on' : null;
};

/** What makes a single letter a numeral or a unit and no initial: "World War I.", "90 độ F." */
const numbered =
  /(?:\d|°|(?<!\p{L})(?:war|part|act|book|chapter|volume|chiến|thứ|hội|kỳ|phần|chương|tập|quý|giới|hạng|cấp|độ))\s*$/iu;

/** Abbreviations and initials. */
const abbreviation: Rule = ({ stop, before, after, language }) => {
  const [word = ''] = wordAtEnd.exec(before) ?? [];
  if (stop.marks !== '.' || word === '') {
    return null;
  }
  const known = abbreviations[language];
  const has = (words: ReadonlySet<string>): boolean => hasWord(words, word);
  if (has(known.endsList)) {
    return startsHigh.test(after) ? 'ends' : 'goes on';
  }
  const closesBracket = /[)\]]/.test(stop.closers);
  if (has(known.beforeName) || (closesBracket && isAbbreviation(word, language))) {
    return 'goes on';
  }
  if (has(known.beforeNumber) && /^(?:\p{N}|[IVXLC]+(?!\p{L}))/u.test(after)) {
    return 'goes on';
  }
  const initial = isInitial(word) && !numbered.test(before.slice(0, -1));
  const unspoken = /^\p{Lu}\p{Ll}{1,3}$/u.test(word) && !vowel.test(plainLetters(word));
  if (has(known.mayEnd) || initial || unspoken) {
    return startsSentence(after, known.starters) ? 'ends' : 'goes on';
  }
  return null;
};

/** "V", "J.V"; the Vietnamese words "Á" and "Ý" (Asia, Italy) are none. */
function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== 'Á' && word !== 'Ý';
}

/** Also in capitals: "GEN. KIM". */
function hasWord(words: ReadonlySet<string>, word: string): boolean {
  const [first = '', ...rest] = word;
  const lowered = first + rest.join('').toLowerCase();
  return words.has(word) || (rest.length > 0 && word === word.toUpperCase() && words.has(lowered));
}

function plainLetters(word: string): string {
  return word.normalize('NFD').toLowerCase();
}

function startsSentence(after: string, starters: ReadonlySet<string>): boolean {
  const [, word = ''] = /^["“‘'«„([]*(\p{Lu}[\p{L}\p{M}]*)/u.exec(after) ?? [];
  return starters.has(word.toLowerCase());
}

/** Three dots end a sentence before a capital or a number; in brackets of their own they stand for words left out. */
const ellipsis: Rule = ({ stop, before, after }) => {
  if (!/…|\.\s?\./.test(stop.marks)) {
    return null;
  }
  if (/[([]$/.test(before) && /^[)\]]/.test(stop.closers)) {
    return 'goes on';
  }
  return startsHigh.test(after) || startsWithNumber.test(after) || dash.test(after)
    ? 'ends'
    : 'goes on';
};

/** A dash and a capital: the next speaker, or the next item of a list. */
const dashFollows: Rule = ({ after }) => (/^[–—-]+\s*["“‘«]?\p{Lu}/u.test(after) ? 'ends' : null);

/** A note's number stands between the stop and the next sentence: `war.[1] The`. */
const noteNumber: Rule = ({ stop, after }) =>
  /[\p{N}\]]$/u.test(stop.closers) && startsHigh.test(after) ? 'ends' : null;

/** A number may begin a sentence, which Unicode's boundaries do not see. "2. 9. 1945" is a date. */
const numberFollows: Rule = ({ before, after }) => {
  if (!startsWithNumber.test(after)) {
    return null;
  }
  const date =
    (/(?<!\d)\d{1,2}$/.test(before) && /^\d{1,2}\.\s?\d{4}/.test(after)) ||
    (/(?<!\d)\d{1,2}\.\s?\d{1,2}$/.test(before) && /^\d{4}(?!\d)/.test(after));
  return date ? 'goes on' : 'ends';
};

/**
 * A small letter behind a stop. Behind a full stop it begins a new sentence, badly written, if the stop follows a
 * plain word; behind other stops it does not if they follow a capitalised word ("Yahoo! and"). Behind a bracket it
 * never does.
 */
const smallLetterFollows: Rule = ({ stop, before, after, language }) => {
  if (!startsLow.test(after)) {
    return null;
  }
  if (/[)\]]/.test(stop.closers)) {
    return 'goes on';
  }
  if (stop.marks !== '.') {
    return /(?<!\p{L})\p{Lu}\p{L}*$/u.test(before) ? 'goes on' : null;
  }
  const [word = ''] = wordAtEnd.exec(before) ?? [];
  const number = /\p{N}$/u.test(before);
  const plain = isPlainWord(word, language) && !isAbbreviation(word, language);
  return (plain || number) && stop.closers === '' ? 'ends' : 'goes on';
};

const rules: readonly Rule[] = [
  enumeration,
  runTogether,
  quotationGoesOn,
  speakerNamed,
  inBrackets,
  inQuotation,
  abbreviation,
  ellipsis,
  dashFollows,
  noteNumber,
  numberFollows,
  smallLetterFollows,
];

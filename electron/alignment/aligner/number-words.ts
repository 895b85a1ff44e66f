// Numbers written in words, in Vietnamese and English: "hai mươi mốt", "twenty-first", "1,2 triệu".
import type { Language } from '../../corpus/document.ts';
import type { Token } from './tokens.ts';

/** A number that begins at a token and takes `length` tokens. */
export interface FoundNumber {
  readonly value: number;
  readonly length: number;
}

/** A sentence and all of its tokens. */
export interface TokenisedSentence {
  readonly sentence: string;
  readonly tokens: readonly Token[];
}

const englishUnits = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const englishOrdinals = new Map(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, value) => [word, value]),
);
const englishTens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .flatMap((word, index) => [
      [word, 20 + 10 * index] as const,
      [word.replace(/y$/, 'ieth'), 20 + 10 * index] as const,
    ]),
);
const englishScales = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const vietnameseUnits = new Map([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const vietnameseScales = new Map([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['vạn', 1e4],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
]);
/** Fours, fives and ones that only end a number: alone they begin words ("tư bản", "lăm le"). */
const onlyLast = new Set(['tư', 'lăm', 'nhăm', 'mốt']);
/** Words that begin like a number and are none: "tỷ lệ" is a ratio, "triệu tập" to convene, "Ba Lan" Poland. */
const otherWords = new Map<string, ReadonlySet<string>>(
  Object.entries({
    tỷ: 'lệ phú trọng giá suất số mỉ thí tê dụ',
    tỉ: 'lệ phú trọng giá suất số mỉ thí tê dụ',
    triệu: 'tập hồi chứng phú kiến',
    vạn: 'tuế vật sự năng tượng xuân bất',
    chín: 'chắn muồi',
    // With a capital alone: "ba lan can" are three balustrades.
    ba: 'Lan Lê Tư Tây Đình Vì Bể Tơ Tri',
  }).map(([word, next]) => [word, new Set(next.split(' '))]),
);
/** Of these what begins counted nouns, too: behind a number "triệu kiến nghị" are millions of them. */
const countedBeginnings = new Set('kiến số suất sự tượng vật'.split(' '));
/** "3 triệu chứng" are symptoms, "3 triệu chứng từ" millions of papers. */
const countedPapers = new Set('minh từ chỉ khoán nhận thư'.split(' '));
/** What may follow a lone "năm" that means five and not year. */
const countedThings = new Set(
  'người năm nước đứa chiếc con cái triệu nghìn ngàn trăm mươi phút giờ tuần cuộc vị điểm lần ngày bộ quyển cuốn tấn mét cây đồng tỷ tỉ'.split(
    ' ',
  ),
);

/**
 * The number that begins at a token, in digits or words with its scale ("1,2 triệu" is 1,200,000), or null. No number
 * reaches over a comma or another mark: "tháng Mười, hai phụ nữ" has a ten and a two.
 */
export function numberAt(
  text: TokenisedSentence,
  at: number,
  language: Language,
): FoundNumber | null {
  const { tokens } = text;
  const token = tokens[at];
  if (token === undefined || token.kind === 'sign') {
    return null;
  }
  if (token.kind === 'number') {
    const scales = language === 'vi' ? vietnameseScales : englishScales;
    let value = digitsValue(token.text, language);
    let length = 1;
    for (;;) {
      const scale = scales.get(tokens[at + length]?.lower ?? '');
      if (
        scale === undefined ||
        isParted(text, at + length) ||
        (language === 'vi' && isOtherWord(text, at + length, !isYear(tokens, at)))
      ) {
        return { value, length };
      }
      value *= scale;
      length += 1;
    }
  }
  return language === 'vi' ? vietnameseWords(text, at) : englishWords(text, at);
}

/** Whether a word is one of those that numbers in words are made of. */
export function isNumberWord(word: string, language: Language): boolean {
  return language === 'vi'
    ? vietnameseUnits.has(word) || vietnameseScales.has(word) || /^(?:mười|mươi|trăm)$/.test(word)
    : isEnglishNumber(word) || englishScales.has(word) || word === 'hundred';
}

/** Whether anything but spaces, or one hyphen without, stands between a token and the one before. */
export function isParted({ sentence, tokens }: TokenisedSentence, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return (
    before !== undefined &&
    token !== undefined &&
    !/^(?:\s*|-)$/u.test(sentence.slice(before.end, token.start))
  );
}

/** Whether a word begins another one; `counts`: it stands behind a number, which it may multiply. */
function isOtherWord(text: TokenisedSentence, at: number, counts: boolean): boolean {
  const word = text.tokens[at]?.lower ?? '';
  const others = otherWords.get(word);
  const next = text.tokens[at + 1];
  if (others === undefined || next === undefined || isParted(text, at + 1)) {
    return false;
  }
  if (counts && vietnameseScales.has(word) && isCounted(text, at + 1)) {
    return false;
  }
  const named = next.lower.slice(0, 1).toUpperCase() + next.lower.slice(1);
  return others.has(next.lower) || (next.capital && others.has(named));
}

function isCounted(text: TokenisedSentence, at: number): boolean {
  const [word = '', next = ''] = [text.tokens[at]?.lower, text.tokens[at + 1]?.lower];
  return (
    countedBeginnings.has(word) ||
    (word === 'chứng' && countedPapers.has(next) && !isParted(text, at + 1))
  );
}

/** "năm 2010 tỷ suất sinh": a year counts nothing. */
function isYear(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'năm' && /^[12]\d{3}$/.test(tokens[at]?.text ?? '');
}

/** "24.000" is 24,000 in Vietnamese and "0,3" is 0.3; groups of three count as thousands whatever parts them. */
function digitsValue(digits: string, language: Language): number {
  if (/^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits)) {
    return Number(digits.replace(/[.,]/g, ''));
  }
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  const plain = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+\\${decimal}\\d+$`).test(digits)
    ? digits.replaceAll(thousands, '').replace(decimal, '.')
    : digits.replace(',', '.');
  const value = Number(plain);
  return Number.isNaN(value) ? Number(digits.replace(/\D/g, '')) : value;
}

const englishStart =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fif|twent|fort|hundred|thousand|million|billion|trillion|first|second|eigh|nin)/;

function englishWords(text: TokenisedSentence, from: number): FoundNumber | null {
  const { tokens } = text;
  if (!englishStart.test(tokens[from]?.lower ?? '')) {
    return null;
  }
  const words: { readonly word: string; readonly token: number }[] = [];
  for (let at = from; at < tokens.length && at < from + 12; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || (at > from && isParted(text, at))) {
      break;
    }
    words.push(...token.lower.split('-').map((word) => ({ word, token: at })));
  }
  let total = 0;
  let current = 0;
  let used = 0;
  let ended = false;
  for (const [index, { word }] of words.entries()) {
    const unit = englishUnits.get(word);
    const ordinal = englishOrdinals.get(word);
    const ten = englishTens.get(word);
    const scale = englishScales.get(word.replace(/th$/, ''));
    const small = current % 100;
    if ((unit ?? ordinal) !== undefined && (small === 0 || (small >= 20 && small % 10 === 0))) {
      current += unit ?? ordinal ?? 0;
      ended = ordinal !== undefined;
    } else if (ten !== undefined && small === 0) {
      current += ten;
      ended = word.endsWith('ieth');
    } else if (/^hundred(?:th)?$/.test(word) && current < 100 && (used > 0 || index === 0)) {
      current = (current || 1) * 100;
    } else if (scale !== undefined && (used > 0 || index === 0)) {
      total += (current || 1) * scale;
      current = 0;
    } else if (word === 'and' && used > 0 && isEnglishNumber(words[index + 1]?.word)) {
      if (current % 100 !== 0 || total + current < 100) {
        break;
      }
      continue;
    } else {
      break;
    }
    used = index + 1;
    if (ended) {
      break;
    }
  }
  const last = words[used - 1];
  return used === 0 || last === undefined
    ? null
    : { value: total + current, length: last.token - from + 1 };
}

function isEnglishNumber(word: string | undefined): boolean {
  return word !== undefined && (englishUnits.has(word) || englishTens.has(word));
}

function vietnameseWords(text: TokenisedSentence, from: number): FoundNumber | null {
  const { tokens } = text;
  let total = 0;
  let current = 0;
  let digit: number | null = null;
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    const word = token?.kind === 'word' ? token.lower : '';
    const ends = at > from ? isParted(text, at) : onlyLast.has(word);
    if (ends || isOtherWord(text, at, at > from)) {
      break;
    }
    const unit = vietnameseUnits.get(word);
    const scale = vietnameseScales.get(word);
    if (unit !== undefined && digit === null) {
      const next = isParted(text, at + 1) ? '' : (tokens[at + 1]?.lower ?? '');
      if (word === 'năm' && !countedThings.has(next) && (at === from || !isTensPlace(tokens, at))) {
        break;
      }
      digit = unit;
    } else if (word === 'mười' && digit === null) {
      current += 10;
    } else if (word === 'mươi' && digit !== null) {
      current += digit * 10;
      digit = null;
    } else if (word === 'trăm' && digit !== null) {
      current += digit * 100;
      digit = null;
    } else if (scale !== undefined && at > from) {
      total += (current + (digit ?? 0) || 1) * scale;
      current = 0;
      digit = null;
    } else if (/^(?:linh|lẻ)$/.test(word) && at > from && current > 0) {
    } else {
      break;
    }
  }
  const value = total + current + (digit ?? 0);
  return at === from ? null : { value, length: at - from };
}

/** "hai mươi năm" and "trăm năm" are years, "mười lăm" is not written "mười năm": a five there follows a scale only. */
function isTensPlace(tokens: readonly Token[], at: number): boolean {
  return /^(?:linh|lẻ)$/.test(tokens[at - 1]?.lower ?? '');
}

// Numbers, dates, weekdays, percentages and money of a sentence, under names that are the same in both languages.
import type { Language } from '../../corpus/document.ts';
import { isNumberWord, isParted, numberAt, type TokenisedSentence } from './number-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A quantity: "15 tháng 8" and "August 15" both have the key `date:8-15`. Offsets: UTF-16 code units into the sentence. */
export interface Quantity {
  /** `number:N`, `month:N`, `date:MONTH-DAY`, `weekday:N` (1 is Monday), `percent`, `money:CODE`. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const englishMonths = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((month, index) => [
      [month, index + 1] as const,
      [month.slice(0, 3), index + 1] as const,
    ]),
).set('sept', 9);
const englishDays = new Map(
  'monday tuesday wednesday thursday friday saturday sunday'
    .split(' ')
    .map((day, index) => [day, index + 1]),
);
const vietnameseDays = new Map([
  ['hai', 1],
  ['ba', 2],
  ['tư', 3],
  ['năm', 4],
  ['sáu', 5],
  ['bảy', 6],
]);
const lunarMonths = new Map([
  ['giêng', 1],
  ['tư', 4],
  ['năm', 5],
  ['chạp', 12],
]);
const money = new Map([
  ['$', 'usd'],
  ['usd', 'usd'],
  ['dollar', 'usd'],
  ['dollars', 'usd'],
  ['đô', 'usd'],
  ['đô-la', 'usd'],
  ['đôla', 'usd'],
  ['€', 'eur'],
  ['eur', 'eur'],
  ['euro', 'eur'],
  ['euros', 'eur'],
  ['£', 'gbp'],
  ['pounds', 'gbp'],
  ['bảng', 'gbp'],
  ['¥', 'jpy'],
  ['yen', 'jpy'],
  ['yên', 'jpy'],
  ['₫', 'vnd'],
  ['vnd', 'vnd'],
  ['dong', 'vnd'],
  ['rúp', 'rub'],
  ['rouble', 'rub'],
  ['roubles', 'rub'],
  ['rubles', 'rub'],
]);
/** Vietnamese syllables that mean money behind a number or before one of these words; `other`: words that they begin. */
const shownBy = new Map<
  string,
  { readonly behind: RegExp; readonly counted: boolean; readonly other: RegExp }
>([
  [
    'đô',
    {
      behind: /^(?:la|LA|M[ỹĩ]|M[ỸĨ])$/u,
      counted: true,
      other: /^(?:hộ|thị|đốc|vật|thành|sảnh|kỵ|đồng|ngự)$/u,
    },
  ],
  [
    'bảng',
    {
      behind: /^(?:Anh|ANH)$/u,
      counted: true,
      other:
        /^(?:đen|điểm|chữ|màu|biểu|hiệu|tin|đấu|xếp|thống|tổng|danh|giá|viết|ghi|so|vàng|kê|câu|hướng|quảng|phân|cân)$/u,
    },
  ],
  [
    'yên',
    {
      behind: /^Nhật$/u,
      counted: true,
      other:
        /^(?:ổn|tĩnh|lành|vui|ả|ắng|cương|bình|lặng|tâm|trí|vị|nghỉ|chí|thân|giấc|phận|ấm|ngựa)$/u,
    },
  ],
]);
const beforeMonth = new Set(
  'in of since by until till last this next late early mid from between and during'.split(' '),
);
const beforeWeekday = new Set('hôm ngày sáng chiều tối trưa đêm vào từ đến mỗi'.split(' '));
const roman = /^(?:X{1,3}|X{0,3}(?:IX|IV|V?I{1,3})|X{0,3}V)$/;
const sequence = /\d+(?:[/–-]\d+)+/g;

/** The quantities of an NFC sentence, in order of their start. A date gives its parts, too: day, month and year. */
export function quantitiesOf(sentence: string, language: Language): readonly Quantity[] {
  return quantitiesOfTokens(sentence, tokensOf(sentence), language);
}

/** The same for a sentence that is in tokens already. */
export function quantitiesOfTokens(
  sentence: string,
  tokens: readonly Token[],
  language: Language,
): readonly Quantity[] {
  const found: Quantity[] = [];
  const text = { sentence, tokens };
  let at = 0;
  while (at < tokens.length) {
    const read = language === 'vi' ? readVietnamese(text, at) : readEnglish(text, at);
    const first = tokens[at];
    const last = tokens[at + read.length - 1];
    if (first !== undefined && last !== undefined) {
      for (const key of read.keys) {
        found.push({ key, start: first.start, end: last.end });
      }
    }
    at += read.length;
  }
  for (const { 0: text, index } of sentence.matchAll(sequence)) {
    const key = numericDate(text);
    if (key !== null) {
      found.push(
        { key: `date:${key.month}-${key.day}`, start: index, end: index + text.length },
        { key: `month:${key.month}`, start: index, end: index + text.length },
      );
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Read {
  readonly keys: readonly string[];
  /** Tokens taken, at least one. */
  readonly length: number;
}

function readVietnamese(text: TokenisedSentence, at: number): Read {
  const { tokens } = text;
  const { lower = '', capital = false } = tokens[at] ?? {};
  const next = tokens[at + 1];
  if (lower === 'tháng' && next !== undefined) {
    const month = monthNumber(text, at + 1);
    if (month !== null) {
      return { keys: [`month:${month.value}`], length: 1 + month.length };
    }
  }
  if (/^(?:ngày|mồng|mùng)$/.test(lower) && next !== undefined) {
    const day = numberAt(text, at + 1, 'vi');
    if (day !== null && isDay(day.value)) {
      const place = at + 1 + day.length;
      const month = tokens[place]?.lower === 'tháng' ? monthNumber(text, place + 1) : null;
      return month === null
        ? { keys: [`number:${day.value}`], length: 1 + day.length }
        : {
            keys: [
              `number:${day.value}`,
              `month:${month.value}`,
              `date:${month.value}-${day.value}`,
            ],
            length: 2 + day.length + month.length,
          };
    }
  }
  if (lower === 'thứ' && next !== undefined) {
    const weekday =
      vietnameseDays.get(next.lower) ??
      (/^[2-7]$/.test(next.text) ? Number(next.text) - 1 : undefined);
    const before = tokens[at - 1]?.lower ?? '';
    if (
      weekday !== undefined &&
      (next.capital || next.kind === 'number' || beforeWeekday.has(before))
    ) {
      return { keys: [`weekday:${weekday}`], length: 2 };
    }
    if (next.lower === 'nhất' || next.lower === 'nhì') {
      return { keys: [`number:${next.lower === 'nhất' ? 1 : 2}`], length: 2 };
    }
    const last = next.lower === 'năm' ? 5 : next.lower === 'tư' ? 4 : null;
    const ordinal = last === null ? numberAt(text, at + 1, 'vi') : { value: last, length: 1 };
    if (ordinal !== null) {
      return { keys: [`number:${ordinal.value}`], length: 1 + ordinal.length };
    }
  }
  if (
    lower === 'chủ' &&
    next?.lower === 'nhật' &&
    (capital || next.capital || beforeWeekday.has(tokens[at - 1]?.lower ?? ''))
  ) {
    return { keys: ['weekday:7'], length: 2 };
  }
  if (lower === 'phần' && next?.lower === 'trăm') {
    return { keys: ['percent'], length: 2 };
  }
  return readCommon(text, at, 'vi');
}

/** A month behind "tháng": a number, or one of the names that are no numbers. */
function monthNumber(text: TokenisedSentence, at: number) {
  const { tokens } = text;
  const lunar = lunarMonths.get(tokens[at]?.lower ?? '');
  // "tháng năm" is May only where it is written with a capital or a year follows; else "months and years".
  if (lunar !== undefined && (lunar !== 5 || tokens[at]?.capital === true)) {
    return { value: lunar, length: 1 };
  }
  const month = numberAt(text, at, 'vi');
  return month !== null && Number.isInteger(month.value) && month.value >= 1 && month.value <= 12
    ? month
    : null;
}

function readEnglish(text: TokenisedSentence, at: number): Read {
  const { tokens } = text;
  const token = tokens[at];
  const lower = token?.lower ?? '';
  const month = englishMonths.get(lower);
  if (month !== undefined && token?.capital === true) {
    const day = dayAt(text, at + 1);
    const before = tokens[at - 1];
    if (day !== null) {
      return {
        keys: [`month:${month}`, `number:${day}`, `date:${month}-${day}`],
        length: 2,
      };
    }
    const ambiguous = /^(?:may|march|mar|dec|sun)$/.test(lower);
    if (!ambiguous || tokens[at + 1]?.kind === 'number' || beforeMonth.has(before?.lower ?? '')) {
      return { keys: [`month:${month}`], length: 1 };
    }
  }
  const weekday = englishDays.get(lower.replace(/s$/, ''));
  if (weekday !== undefined) {
    return { keys: [`weekday:${weekday}`], length: 1 };
  }
  if (lower === 'percent' || (lower === 'per' && tokens[at + 1]?.lower === 'cent')) {
    return { keys: ['percent'], length: lower === 'per' ? 2 : 1 };
  }
  const day = dayAt(text, at);
  if (day !== null) {
    const suffix = /^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0;
    const of = tokens[at + 1 + suffix]?.lower === 'of' ? 1 : 0;
    const monthToken = tokens[at + 1 + suffix + of];
    const after = englishMonths.get(monthToken?.lower ?? '');
    // "3 May", but not "one of May's": a name of a month with a capital.
    if (after !== undefined && monthToken?.capital === true) {
      return {
        keys: [`number:${day}`, `month:${after}`, `date:${after}-${day}`],
        length: 2 + suffix + of,
      };
    }
  }
  return readCommon(text, at, 'en');
}

function dayAt(text: TokenisedSentence, at: number): number | null {
  const number = numberAt(text, at, 'en');
  return number !== null && number.length === 1 && isDay(number.value) ? number.value : null;
}

function readCommon(text: TokenisedSentence, at: number, language: Language): Read {
  const { tokens } = text;
  const token = tokens[at];
  if (token === undefined) {
    return { keys: [], length: 1 };
  }
  if (token.text === '%') {
    return { keys: ['percent'], length: 1 };
  }
  const currency = currencyAt(text, at, language);
  if (currency !== null) {
    return { keys: [`money:${currency}`], length: 1 };
  }
  if (token.kind === 'word' && token.text.length > 1 && roman.test(token.text)) {
    return { keys: [`number:${romanValue(token.text)}`], length: 1 };
  }
  const number = numberAt(text, at, language);
  if (number === null) {
    return { keys: [], length: 1 };
  }
  // "một" and "one" are articles as often as numbers.
  const counts = token.kind === 'number' || number.value > 1;
  return { keys: counts ? [`number:${number.value}`] : [], length: number.length };
}

/** Sums are money in `money`; what is another word as often ("đô thị", "bảng đen", "yên ổn") only where something shows it. */
function currencyAt(text: TokenisedSentence, at: number, language: Language): string | null {
  const { tokens } = text;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) {
    return null;
  }
  if (/^us$/.test(token.lower) && next?.text === '$') {
    return 'usd';
  }
  const isCode = token.text === token.text.toUpperCase();
  const wants = language === 'vi' ? shownBy.get(token.lower) : undefined;
  if (wants !== undefined) {
    const before = tokens[at - 1];
    const counted =
      before !== undefined &&
      !isParted(text, at) &&
      (before.kind === 'number' || before.lower === 'đồng' || isNumberWord(before.lower, 'vi'));
    const unparted = next !== undefined && !isParted(text, at + 1) ? next : undefined;
    const named =
      unparted !== undefined &&
      wants.behind.test(unparted.text) &&
      !/^(?:thủ|kinh|cố|đế|quốc)$/.test(before?.lower ?? '');
    const isCounted = counted && wants.counted && !wants.other.test(unparted?.lower ?? '');
    return named || isCounted ? (money.get(token.lower) ?? null) : null;
  }
  // "Phạm Văn Đồng" is "Pham Van Dong" in English, and "Yen Bai" a town.
  return token.capital && !isCode && !token.initial ? null : (money.get(token.lower) ?? null);
}

function romanValue(numeral: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  let sum = 0;
  for (let at = 0; at < numeral.length; at += 1) {
    const value = values[numeral[at] ?? ''] ?? 0;
    sum += value < (values[numeral[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/** 15/8/1945, 15-8-1945 and 1945-08-15; a two-part "3-1" is a score as often as a day. */
function numericDate(text: string): { readonly month: number; readonly day: number } | null {
  const parts = text.split(/[/–-]/).map(Number);
  if (parts.length !== 3) {
    return null;
  }
  const [a = 0, b = 0, c = 0] = parts;
  const [day, month] = a > 31 ? [c, b] : b > 12 ? [b, a] : [a, b];
  return isDay(day) && month >= 1 && month <= 12 ? { month, day } : null;
}

function isDay(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 31;
}

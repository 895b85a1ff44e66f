// Cuts a sentence into words, numbers and signs; knows what a Vietnamese syllable looks like.

export interface Token {
  /** As written, NFC; a dotted acronym has lost its dots ("U.S." is "US"). */
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'sign';
  readonly capital: boolean;
  /** The first word of the sentence, or the first behind a quotation mark, a colon or a stop: its capital says nothing. */
  readonly initial: boolean;
  /** UTF-16 code units into the sentence. */
  readonly start: number;
  readonly end: number;
}

const pattern =
  /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’‘ʼ-][\p{L}\p{M}]+)*|[%$€£¥₫]/gu;
const capitalStart = /^\p{Lu}/u;
const opener = /[.!?:…"“”«»‘([-]\s*$/u;

/** The tokens of a sentence that is NFC, in order. Hyphens and apostrophes inside a word stay in it. */
export function tokensOf(sentence: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: found, index } of sentence.matchAll(pattern)) {
    const first = found.charCodeAt(0);
    const kind = first >= 48 && first <= 57 ? 'number' : found.length > 1 ? 'word' : kindOf(found);
    const text = kind === 'word' && found.endsWith('.') ? found.replaceAll('.', '') : found;
    const between = sentence.slice(end, index);
    end = index + found.length;
    tokens.push({
      text,
      lower: text.toLowerCase(),
      kind,
      capital: capitalStart.test(text),
      initial: tokens.length === 0 || opener.test(between),
      start: index,
      end,
    });
  }
  return tokens;
}

function kindOf(character: string): 'word' | 'sign' {
  return /\p{L}/u.test(character) ? 'word' : 'sign';
}

const folded = new Map<string, string>();
const foldedLimit = 50_000;

/** Lower case without marks, hyphens and apostrophes: "Xta-lin" gives "xtalin", "Đặng" gives "dang". */
export function foldWord(word: string): string {
  let known = folded.get(word);
  if (known === undefined) {
    known = word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\p{M}'’‘ʼ-]/gu, '')
      .replaceAll('đ', 'd');
    if (folded.size >= foldedLimit) {
      folded.clear();
    }
    folded.set(word, known);
  }
  return known;
}

const syllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

/** Whether a folded word could be one Vietnamese syllable; "robot" and "kremlin" could not. */
export function isSyllable(foldedWord: string): boolean {
  return syllable.test(foldedWord);
}

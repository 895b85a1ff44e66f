// Brackets and quotations of a paragraph: where each one opens and closes.

export interface Enclosure {
  readonly kind: 'bracket' | 'quotation';
  /** Of the opening character. UTF-16 code units. */
  readonly start: number;
  /** Behind the closing character. */
  readonly end: number;
}

const closerOf: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '“': '”',
  '«': '»',
  '„': '“',
  '‘': '’',
  '"': '"',
};
const brackets = '([{';
const marks = /[()[\]{}“”«»„‘’"]/g;

/** Longer ones are texts of their own, whose sentences are told apart. In code units. */
const longestEnclosure = 400;
/** How many of the innermost open marks are looked at: bounds the time on text that is full of them. */
const deepest = 8;

/** The balanced enclosures of at most 400 code units, by start. A mark without a partner is passed over. */
function enclosuresOf(text: string): readonly Enclosure[] {
  const open: { readonly mark: string; readonly start: number }[] = [];
  const found: Enclosure[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const partner = closes(text, mark, index)
      ? open.findLastIndex(
          (opened, place) => place >= open.length - deepest && closerOf[opened.mark] === mark,
        )
      : -1;
    const opened = open[partner];
    if (opened !== undefined) {
      open.length = partner;
      if (index - opened.start < longestEnclosure) {
        const kind = brackets.includes(opened.mark) ? 'bracket' : 'quotation';
        found.push({ kind, start: opened.start, end: index + mark.length });
      }
    } else if (opens(text, mark, index)) {
      open.push({ mark, start: index });
      if (open.length > deepest) {
        open.shift();
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Answers which enclosures hold an offset, outermost first. Offsets are to be asked for in rising order. */
export function enclosureFinder(text: string): (offset: number) => readonly Enclosure[] {
  const all = enclosuresOf(text);
  let around: readonly Enclosure[] = [];
  let coming = 0;
  return (offset) => {
    const begun: Enclosure[] = [];
    for (let next = all[coming]; next !== undefined && next.start < offset; next = all[coming]) {
      begun.push(next);
      coming += 1;
    }
    around = [...around, ...begun].filter(({ end }) => end > offset);
    return around;
  };
}

/** A straight quotation mark opens before a word; ‘ and “ may also close, of which `closes` judges first. */
function opens(text: string, mark: string, index: number): boolean {
  return mark in closerOf && (mark !== '"' || /\S/.test(text[index + 1] ?? ''));
}

/** ’ is an apostrophe unless it follows a stop; " closes where it cannot open. */
function closes(text: string, mark: string, index: number): boolean {
  if (mark === '’') {
    return /[.,!?…]/.test(text[index - 1] ?? '');
  }
  return (
    mark !== '"' || !/^$|[\s([–—-]/.test(text[index - 1] ?? '') || /\s/.test(text[index + 1] ?? ' ')
  );
}

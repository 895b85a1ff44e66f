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
};
const brackets = '([{';
const marks = /[()[\]{}“”«»„‘’"]/g;

/** Longer ones are texts of their own; their sentences are told apart. In code units. */
const longestEnclosure = 400;

/**
 * The balanced enclosures of at most 400 code units, by end. Marks without a partner are passed over, and so
 * are apostrophes: a single quotation mark opens only before a letter and closes only behind a stop or comma.
 */
export function enclosuresOf(text: string): readonly Enclosure[] {
  const open: { readonly mark: string; readonly start: number }[] = [];
  const found: Enclosure[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    while (open[0] !== undefined && index - open[0].start > longestEnclosure) {
      open.shift();
    }
    const partner = findLastIndex(open, mark);
    if (partner !== -1 && closes(text, mark, index)) {
      const opened = open[partner];
      open.length = partner;
      if (opened !== undefined) {
        const kind = brackets.includes(opened.mark) ? 'bracket' : 'quotation';
        found.push({ kind, start: opened.start, end: index + mark.length });
      }
    } else if (opens(text, mark, index)) {
      open.push({ mark, start: index });
    }
  }
  return found;
}

/** How many of the innermost open marks are looked at: bounds the time on text full of them. */
const deepest = 8;

function findLastIndex(open: readonly { readonly mark: string }[], mark: string): number {
  for (let index = open.length - 1; index >= Math.max(0, open.length - deepest); index -= 1) {
    const opened = open[index]?.mark;
    if (opened !== undefined && (opened === '"' ? mark === '"' : closerOf[opened] === mark)) {
      return index;
    }
  }
  return -1;
}

function opens(text: string, mark: string, index: number): boolean {
  if (mark === '"' || mark === '‘') {
    return !/[\p{L}\p{N}.,!?…]/u.test(text[index - 1] ?? '') && /\S/.test(text[index + 1] ?? '');
  }
  return mark in closerOf;
}

function closes(text: string, mark: string, index: number): boolean {
  return mark !== '’' || /[.,!?…]/.test(text[index - 1] ?? '');
}

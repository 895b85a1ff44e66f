// What stands round the words of a line and must not be left to a model: list marks, enclosing quotation marks and
// brackets, the mark at the end. It is taken off before and put back after.

export interface Shell {
  /** List mark and opening marks, with the blank behind them. */
  readonly before: string;
  /** What is to be translated. `before + inside + after` is the line. */
  readonly inside: string;
  /** Closing marks, and what follows them. */
  readonly after: string;
}

/** `1.`, `2.3)`, `(a)`, `IV.`, `–`, `•`, `##`; a single capital is an initial ("V. Putin"), not a list mark. */
const listMark =
  /^(?:[-–—•*+·▪●○◦‣]|#{1,6}|\[\d{1,3}\]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|\p{Ll}|[ivx]{2,5}|[IVX]{2,5})[.)]|\(?\p{Lu}\))\s+(?=\S)/u;

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
  ['„', '“'],
  ['‘', '’'],
  ["'", "'"],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];
/** Those that also begin in one sentence and end in another. */
const quotes = pairs.slice(0, 4);
const behindClose = /[.,;:!?…]*$/u;

/** Nobody writes more marks round a line; who does is a test of patience. */
const deepest = 20;

/** Takes off what stands round the words; a line without a letter inside is left whole. */
export function openShell(line: string): Shell {
  let shell: Shell = { before: '', inside: line, after: '' };
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = peel(shell);
    if (next === null || !/\p{L}/u.test(next.inside)) {
      return shell;
    }
    shell = next;
  }
  return shell;
}

function peel({ before, inside, after }: Shell): Shell | null {
  const [mark] = listMark.exec(inside) ?? [];
  if (mark !== undefined) {
    return { before: before + mark, inside: inside.slice(mark.length), after };
  }
  const [behind = ''] = behindClose.exec(inside) ?? [];
  const closed = inside.slice(0, inside.length - behind.length);
  for (const [open, close] of pairs) {
    const core = closed.slice(open.length, -close.length);
    const encloses = closed.length > 2 && closed.startsWith(open) && closed.endsWith(close);
    if (encloses && !core.includes(open) && !core.includes(close)) {
      return around(before + open, core, close + behind + after);
    }
  }
  for (const [open, close] of quotes) {
    const [opens, closes] = [count(inside, open), count(inside, close)];
    const alone = open === close ? opens === 1 : opens + closes === 1;
    if (alone && inside.startsWith(open)) {
      return around(before + open, inside.slice(open.length), after);
    }
    if (alone && closed.endsWith(close)) {
      return around(before, closed.slice(0, -close.length), close + behind + after);
    }
  }
  return null;
}

/** Blanks go to the marks. */
function around(before: string, inside: string, after: string): Shell {
  const [head = ''] = /^\s+/u.exec(inside) ?? [];
  const [tail = ''] = /\s+$/u.exec(inside) ?? [];
  return { before: before + head, inside: inside.trim(), after: tail + after };
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

const finalMark = /[.!?…:;,]$/u;
/** A full stop that belongs to the last word. */
const abbreviation =
  /(?:^|[\s(])(?:(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|Jr|Sr|No|St|Co|Ltd|Inc|Corp|etc|vol|pp|v\.v)\.)$/u;

/**
 * The target with the final mark of its source: a headline stays without one, a slogan keeps its exclamation mark. What
 * a target says beyond ("?", "!") is left to it.
 */
export function withFinalMark(target: string, source: string): string {
  const [wanted = ''] = finalMark.exec(source) ?? [];
  const [found = ''] = finalMark.exec(target) ?? [];
  const bare = found === '' ? target : target.slice(0, -1);
  const single = !finalMark.test(bare);
  if (wanted === found || target === '') {
    return target;
  }
  if (wanted === '') {
    const droppable = /[.,;:]/.test(found) && single && !abbreviation.test(target);
    return droppable ? bare : target;
  }
  if (found === '') {
    const marked = /[.!?…]["'”’»)\]]+$/u.test(target);
    return marked ? target : target + wanted;
  }
  if (found === '.' && single) {
    return abbreviation.test(target) ? target : bare + wanted;
  }
  return wanted === '.' && single && /[,;:]/.test(found) ? bare + wanted : target;
}

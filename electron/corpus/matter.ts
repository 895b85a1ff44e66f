// Tells the page round a text (front and back matter) from the text, and says how each paragraph is set.
// Scores decide, not single words: front and back are the stretches at the ends whose evidence for page
// chrome outweighs the evidence for text. Whatever is in doubt stays in the body, where it can be read.
import { type ChromeRule, chromeRuleOf } from './chrome-rules.ts';
import type { ParagraphKind, Part } from './document.ts';
import { isDateLine, isDisplayLine, isHeadline, isProse } from './paragraph-shape.ts';

export interface Matter {
  readonly part: Part;
  readonly kind: ParagraphKind;
}

/** Part and kind of each paragraph of a reading text, in order. Never leaves a text without a body. */
export function matterOf(paragraphs: readonly string[]): readonly Matter[] {
  const clues = cluesOf(paragraphs);
  const frontEnd = frontEndOf(clues);
  const menusEnd = menusEndOf(clues, frontEnd);
  const title = titleOf(clues, menusEnd, frontEnd);
  const backStart = backStartOf(clues, Math.max(frontEnd, title === null ? 0 : title + 1));
  return clues.map((clue, index) => ({
    part: partOf(clue, index, { menusEnd, frontEnd, title, backStart }),
    kind: index === title ? 'title' : isDisplayLine(clue.text) ? 'line' : 'text',
  }));
}

/** What there is to know of a paragraph before its neighbours are weighed. */
interface Clue {
  readonly text: string;
  readonly rule: ChromeRule | null;
  /** A headline given twice with nothing but a date between, or that date. */
  readonly doubled: boolean;
  readonly headline: boolean;
  readonly prose: boolean;
}

function cluesOf(paragraphs: readonly string[]): readonly Clue[] {
  const doubled = new Set<number>();
  paragraphs.forEach((text, index) => {
    const between = paragraphs[index + 1] ?? '';
    if (index + 2 < paragraphs.length && paragraphs[index + 2] === text && isDateLine(between)) {
      doubled
        .add(index)
        .add(index + 1)
        .add(index + 2);
    }
  });
  return paragraphs.map((text, index) => {
    const rule = chromeRuleOf(text);
    return {
      text,
      rule,
      doubled: doubled.has(index),
      headline: isHeadline(text),
      prose: rule === null && !doubled.has(index) && isProse(text),
    };
  });
}

const certainty = { certain: 3, likely: 1 } as const;
const doubledWeight = 2;
const proseWeight = -4;
const unknownLineWeight = -1;

function chromeWeight({ rule, doubled }: Clue): number {
  return rule === null ? (doubled ? doubledWeight : 0) : certainty[rule.weight];
}

function isChrome(clue: Clue): boolean {
  return clue.rule !== null || clue.doubled;
}

function isCertain(clue: Clue): boolean {
  return clue.rule?.weight === 'certain' || clue.doubled;
}

/**
 * The end of the front matter, exclusive: 0 where there is none. It ends in chrome, holds something certain, and
 * reaches no further than the first running text.
 */
function frontEndOf(clues: readonly Clue[]): number {
  let best = 0;
  let bestSum = 0;
  let sum = 0;
  let certain = false;
  let titleSeen = false;
  for (const [index, clue] of clues.entries()) {
    if (clue.prose || clue.rule?.group === 'list') {
      break;
    }
    if (isChrome(clue)) {
      sum += chromeWeight(clue);
      certain ||= isCertain(clue);
      if (certain && sum > bestSum) {
        best = index + 1;
        bestSum = sum;
      }
    } else if (clue.headline && !titleSeen) {
      titleSeen = true; // the title costs nothing
    } else {
      sum += unknownLineWeight;
    }
  }
  return best === clues.length ? 0 : best;
}

/** Behind the last menu or breadcrumb of the front matter: what stands before it is the site's, known or not. */
function menusEndOf(clues: readonly Clue[], frontEnd: number): number {
  return (
    clues.findLastIndex(({ rule }, index) => index < frontEnd && rule?.group === 'navigation') + 1
  );
}

/**
 * The title: the first headline behind the menus, at the latest the paragraph after the front matter. Without
 * front matter a line that only may be chrome is the author's.
 */
function titleOf(clues: readonly Clue[], menusEnd: number, frontEnd: number): number | null {
  for (let index = menusEnd; index <= frontEnd; index += 1) {
    const clue = clues[index];
    if (clue?.headline && !(frontEnd === 0 ? isCertain(clue) : isChrome(clue))) {
      return index < clues.length - 1 ? index : null;
    }
  }
  return null;
}

/** A line of at most this many words may belong to a menu. */
const menuWords = 3;
/** A teaser under a headline in a list of articles is not longer than this, in code units. */
const longestTeaser = 160;

/**
 * The start of the back matter; `clues.length` where there is none. From there on chrome outweighs text more
 * than from anywhere else, and at least one paragraph of text stands before it.
 */
function backStartOf(clues: readonly Clue[], bodyStart: number): number {
  const firstText = clues.findIndex((clue, index) => index >= bodyStart && !isChrome(clue));
  const first = firstText === -1 ? clues.length : firstText + 1;
  const sums = tailSums(clues);
  let best = clues.length;
  for (let start = clues.length - 1; start >= first; start -= 1) {
    const clue = clues[start];
    if (clue !== undefined && isCertain(clue) && (sums[start] ?? 0) > (sums[best] ?? 0)) {
      best = start;
    }
  }
  while (best < clues.length && best > first && clues[best - 1]?.rule?.weight === 'likely') {
    best -= 1;
  }
  return best;
}

/** For each paragraph the evidence for chrome from there to the end, when no list of articles has begun before. */
function tailSums(clues: readonly Clue[]): readonly number[] {
  const sums: number[] = Array(clues.length + 1).fill(0);
  let sumInList = 0;
  for (let index = clues.length - 1; index >= 0; index -= 1) {
    const clue = clues[index];
    if (clue === undefined) {
      break;
    }
    const opensList = clue.rule?.group === 'list' || clue.doubled;
    sums[index] = weightOf(clue) + (opensList ? sumInList : (sums[index + 1] ?? 0));
    sumInList += weightInList(clue, clues[index - 1]);
  }
  return sums;
}

function weightOf(clue: Clue): number {
  if (isChrome(clue)) {
    return chromeWeight(clue);
  }
  if (clue.prose) {
    return proseWeight;
  }
  return clue.text.split(' ').length <= menuWords ? unknownLineWeight / 2 : unknownLineWeight;
}

/** In a list of articles headlines weigh nothing, and teasers under them little. */
function weightInList(clue: Clue, before: Clue | undefined): number {
  if (isChrome(clue)) {
    return chromeWeight(clue);
  }
  if (clue.prose) {
    const underHeadline = before?.headline === true && before.rule === null;
    const teaser = underHeadline && clue.text.length <= longestTeaser;
    return teaser ? unknownLineWeight / 2 : proseWeight;
  }
  return 0;
}

interface Cuts {
  readonly menusEnd: number;
  readonly frontEnd: number;
  readonly title: number | null;
  readonly backStart: number;
}

/** Behind the menus only chrome is front matter: a line that no rule knows may be the author's own. */
function partOf(clue: Clue, index: number, { menusEnd, frontEnd, title, backStart }: Cuts): Part {
  if (index >= backStart) {
    return 'back';
  }
  const inFront = index < frontEnd && index !== title && (isChrome(clue) || index < menusEnd);
  return inFront ? 'front' : 'body';
}

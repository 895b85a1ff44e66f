// What is fixed from outside: confirmed links, around which beads are computed, and rejected ones, never proposed.
import type { Bead } from './bead.ts';
import type { Section } from './overlap.ts';

/** Confirmed links stand between sections; the lines of a section are free. */
export interface Plan {
  readonly sections: readonly Section[];
}

/**
 * The stretches between confirmed links. Links that follow each other in both texts part the texts; of links that cross,
 * as many as possible do. The lines of the others are only taken out. Throws where a line stands in two links or
 * outside its text: such links are the caller's mistake.
 */
export function planSections(viCount: number, enCount: number, confirmed: readonly Bead[]): Plan {
  const viTaken = takenLines(
    confirmed.map(({ vi }) => vi),
    viCount,
  );
  const enTaken = takenLines(
    confirmed.map(({ en }) => en),
    enCount,
  );
  const sections: Section[] = [];
  let viFrom = 0;
  let enFrom = 0;
  const cut = (viTo: number, enTo: number) => {
    const vi = freeLines(viFrom, viTo, viTaken);
    const en = freeLines(enFrom, enTo, enTaken);
    if (vi.length > 0 || en.length > 0) {
      sections.push({ vi, en });
    }
  };
  for (const { vi, en } of longestChain(confirmed)) {
    cut(vi[0] ?? 0, en[0] ?? 0);
    viFrom = (vi.at(-1) ?? 0) + 1;
    enFrom = (en.at(-1) ?? 0) + 1;
  }
  cut(viCount, enCount);
  return { sections };
}

/** The longest chain of unbroken links that follow each other in both texts. */
function longestChain(confirmed: readonly Bead[]): readonly Bead[] {
  const links = confirmed
    .filter(({ vi, en }) => vi.length > 0 && en.length > 0 && isUnbroken(vi) && isUnbroken(en))
    .sort((a, b) => (a.vi[0] ?? 0) - (b.vi[0] ?? 0));
  // Patience: `tails[n]` is the link that ends a chain of n + 1 links earliest in the English text.
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, { en }] of links.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = links[tails[middle] ?? 0];
      if ((tail?.en.at(-1) ?? 0) < (en[0] ?? 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const tail = links[tails[low] ?? -1];
    if (tail === undefined || (en.at(-1) ?? 0) < (tail.en.at(-1) ?? 0)) {
      tails[low] = index;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
  }
  const chain: Bead[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const link = links[index];
    if (link !== undefined) {
      chain.push(link);
    }
  }
  return chain.reverse();
}

function isUnbroken(lines: readonly number[]): boolean {
  return lines.every((line, place) => place === 0 || line === (lines[place - 1] ?? 0) + 1);
}

function takenLines(sides: readonly (readonly number[])[], count: number): Uint8Array {
  const taken = new Uint8Array(count);
  for (const lines of sides) {
    for (const line of lines) {
      if (!(Number.isInteger(line) && line >= 0 && line < count) || taken[line] === 1) {
        throw new RangeError(`line ${line} is outside its text or in two confirmed links`);
      }
      taken[line] = 1;
    }
  }
  return taken;
}

function freeLines(from: number, to: number, taken: Uint8Array): readonly number[] {
  const lines: number[] = [];
  for (let line = from; line < to; line += 1) {
    if (taken[line] === 0) {
      lines.push(line);
    }
  }
  return lines;
}

/** Whether a stretch of lines on each side holds a rejected link whole. */
export type IsRejected = (viLines: readonly number[], enLines: readonly number[]) => boolean;

/** Looks rejected links up by their first Vietnamese line; links with an empty side reject nothing; undefined: none does. */
export function rejectionsOf(rejected: readonly Bead[]): IsRejected | undefined {
  const byLine = new Map<number, Bead[]>();
  for (const link of rejected) {
    const [line] = link.vi;
    if (line !== undefined && link.en.length > 0) {
      byLine.set(line, [...(byLine.get(line) ?? []), link]);
    }
  }
  if (byLine.size === 0) {
    return undefined;
  }
  return (viLines, enLines) =>
    viLines.some((line) =>
      (byLine.get(line) ?? []).some(
        ({ vi, en }) =>
          vi.every((each) => viLines.includes(each)) && en.every((each) => enLines.includes(each)),
      ),
    );
}

// Scores a model's translations against the other side by the character sequences that they share (after Popović's chrF).
// A line without a translation is evidence neither for a bead nor against it.
import type { Bead } from './bead.ts';

/** By line number; null, or nothing, for a line or a whole side that has not been translated. */
export interface Translations {
  /** English, of the Vietnamese lines. */
  readonly ofVi?: readonly (string | null)[] | null | undefined;
  /** Vietnamese, of the English lines. */
  readonly ofEn?: readonly (string | null)[] | null | undefined;
}

/** What the translations say about beads, by the numbers of their lines. */
export interface TranslationComparison {
  /** How alike the stretches are: shared and unshared mass, in words; nothing of either where no line is translated. */
  compare(
    viLines: readonly number[],
    enLines: readonly number[],
  ): { readonly shared: number; readonly missed: number };
  /** How much of a bead is translated one way or the other, 0 to 1. */
  shareOf(viLines: readonly number[], enLines: readonly number[]): number;
}

/**
 * Translations that share less than this with beads that are sure without them mislead more than they help, measured with
 * made-up translations: the break-even lies where some three words in ten are right. Sentences that have nothing to do
 * with each other share 0.08.
 */
const leastLikeness = 0.25;
/** Fewer translated beads than this tell nothing of a model. */
const fewestBeads = 5;

/** Lengths of the character sequences; shorter ones are shared by any two sentences of a language. */
const orders: readonly number[] = [3, 4, 5, 6];
/** So many sequences make about one word. */
const sequencesOfWord = 5 * orders.length;

type Profile = Int32Array;

/** One way of translating: lines with their translations, compared with the lines of the other side. */
interface Way {
  readonly side: 'vi' | 'en';
  readonly translated: (lines: readonly number[]) => Profile;
  readonly other: (lines: readonly number[]) => Profile;
  /** How much of the lines is translated, by their lengths; null where they have no text. */
  readonly shareOf: (lines: readonly number[]) => number | null;
  /** The same of the whole text. */
  readonly share: number;
}

/** The comparison over both texts; undefined where no line of either has a translation. */
export function createComparison(
  viLines: readonly string[],
  enLines: readonly string[],
  { ofVi, ofEn }: Translations,
): TranslationComparison | undefined {
  const ways = [
    wayOf('vi', viLines, ofVi ?? [], enLines),
    wayOf('en', enLines, ofEn ?? [], viLines),
  ].filter(({ share }) => share > 0);
  if (ways.length === 0) {
    return undefined;
  }
  return {
    compare: (vi, en) => {
      let shared = 0;
      let missed = 0;
      let shares = 0;
      let largest = 0;
      for (const { side, translated, other, shareOf } of ways) {
        const [lines, others] = side === 'vi' ? [vi, en] : [en, vi];
        const share = shareOf(lines) ?? 0;
        const left = translated(lines);
        const right = other(others);
        const common = commonCount(left, right);
        shared += common;
        // Only what answers the translated lines can be missed: by their share of the text, or as much as they say.
        const answering = Math.min(right.length, Math.max(left.length, share * right.length));
        missed += (left.length + answering) / 2 - common;
        shares += share;
        largest = Math.max(largest, share);
      }
      // What both ways tell is told twice, and they tell of the same lines as far as they can.
      const scale = sequencesOfWord * (largest === 0 ? 1 : shares / largest);
      return { shared: shared / scale, missed: missed / scale };
    },
    shareOf: (vi, en) =>
      Math.max(
        ...ways.map(({ side, shareOf, share }) => shareOf(side === 'vi' ? vi : en) ?? share),
      ),
  };
}

/** The translations but for a side whose translations are so poor that the run is better off without. */
export function trustedTranslations(
  viLines: readonly string[],
  enLines: readonly string[],
  { ofVi, ofEn }: Translations,
  sure: readonly Bead[],
): Translations {
  const isTrusted = (way: Translations): boolean => {
    const comparison = createComparison(viLines, enLines, way);
    const judged = sure
      .filter(({ vi, en }) => vi.length > 0 && en.length > 0 && comparison?.shareOf(vi, en) === 1)
      .flatMap(({ vi, en }) => comparison?.compare(vi, en) ?? []);
    const shared = judged.reduce((sum, one) => sum + one.shared, 0);
    const missed = judged.reduce((sum, one) => sum + one.missed, 0);
    return judged.length < fewestBeads || shared >= leastLikeness * (shared + missed);
  };
  return { ofVi: isTrusted({ ofVi }) ? ofVi : null, ofEn: isTrusted({ ofEn }) ? ofEn : null };
}

function wayOf(
  side: Way['side'],
  lines: readonly string[],
  translations: readonly (string | null)[],
  others: readonly string[],
): Way {
  const lengths = lines.map((line) => line.trim().length);
  const isKnown = lines.map((_, line) => (translations[line] ?? '').trim() !== '');
  const shareOf: Way['shareOf'] = (numbers) => {
    let known = 0;
    let all = 0;
    for (const line of numbers) {
      const length = lengths[line] ?? 0;
      all += length;
      known += isKnown[line] === true ? length : 0;
    }
    return all === 0 ? null : known / all;
  };
  return {
    side,
    translated: profiles(translations),
    other: profiles(others),
    shareOf,
    share: shareOf([...lines.keys()]) ?? 0,
  };
}

/** chrF-like F1 of two sentences, 0 to 1: the shared part of their sequences of 3 to 6 characters. */
export function characterF(a: string, b: string): number {
  const left = profileOf(a);
  const right = profileOf(b);
  const total = left.length + right.length;
  return total === 0 ? 0 : (2 * commonCount(left, right)) / total;
}

/** So many lines' profiles are kept: a run goes along the texts and asks again for what is near. */
const keptLines = 512;

/** Profiles of lines that follow each other, made when they are asked for. */
function profiles(lines: readonly (string | null)[]): (numbers: readonly number[]) => Profile {
  const kept = new Map<number, Profile[]>();
  return (numbers) => {
    const [first = -1] = numbers;
    let known = kept.get(first);
    if (known === undefined) {
      if (kept.size >= keptLines) {
        kept.delete(kept.keys().next().value ?? -1);
      }
      known = [];
      kept.set(first, known);
    }
    known[numbers.length] ??= joined(numbers.map((line) => profileOf(lines[line] ?? '')));
    return known[numbers.length] ?? new Int32Array(0);
  };
}

/** Hashes of all sequences of the text, sorted, repeats kept; case and punctuation do not count. */
function profileOf(text: string): Profile {
  const plain = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
  const hashes: number[] = [];
  for (const order of orders) {
    for (let start = 0; start + order <= plain.length; start += 1) {
      let hash = order;
      for (let at = start; at < start + order; at += 1) {
        hash = (Math.imul(hash, 0x01000193) ^ plain.charCodeAt(at)) | 0;
      }
      hashes.push(hash);
    }
  }
  return Int32Array.from(hashes).sort();
}

function joined(parts: readonly Profile[]): Profile {
  const [first = new Int32Array(0)] = parts;
  if (parts.length <= 1) {
    return first;
  }
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.sort();
}

function commonCount(a: Profile, b: Profile): number {
  let common = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) {
      common += 1;
      left += 1;
      right += 1;
    } else if (difference < 0) {
      left += 1;
    } else {
      right += 1;
    }
  }
  return common;
}

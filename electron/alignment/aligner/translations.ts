// Scores a model's translations against the other side by the character sequences that they share (after Popović's chrF).
import type { CompareTranslations } from './score-bead.ts';

/** By line number; either side may be left out. */
export interface Translations {
  /** English, of the Vietnamese lines. */
  readonly ofVi?: readonly string[] | undefined;
  /** Vietnamese, of the English lines. */
  readonly ofEn?: readonly string[] | undefined;
}

/** Lengths of the character sequences; shorter ones are shared by any two sentences of a language. */
const orders: readonly number[] = [3, 4, 5, 6];
/** So many sequences make about one word. */
const sequencesOfWord = 5 * orders.length;

type Profile = Int32Array;

/** The comparison over both texts; undefined where there are no translations. */
export function createComparison(
  viLines: readonly string[],
  enLines: readonly string[],
  { ofVi, ofEn }: Translations,
): CompareTranslations | undefined {
  const sides: (readonly [vi: (at: number) => Profile, en: (at: number) => Profile])[] = [];
  if (ofVi !== undefined) {
    sides.push([profiles(ofVi), profiles(enLines)]);
  }
  if (ofEn !== undefined) {
    sides.push([profiles(viLines), profiles(ofEn)]);
  }
  if (sides.length === 0) {
    return undefined;
  }
  return (vi, en) => {
    let shared = 0;
    let missed = 0;
    for (const [viProfile, enProfile] of sides) {
      const left = joined(vi.map(viProfile));
      const right = joined(en.map(enProfile));
      const common = commonCount(left, right);
      shared += common;
      missed += (left.length + right.length) / 2 - common;
    }
    const scale = sequencesOfWord * sides.length;
    return { shared: shared / scale, missed: missed / scale };
  };
}

/** chrF-like F1 of two sentences, 0 to 1: the shared part of their sequences of 3 to 6 characters. */
export function characterF(a: string, b: string): number {
  const left = profileOf(a);
  const right = profileOf(b);
  const total = left.length + right.length;
  return total === 0 ? 0 : (2 * commonCount(left, right)) / total;
}

/** Profiles by line, made when they are asked for. */
function profiles(lines: readonly string[]): (line: number) => Profile {
  const known = new Map<number, Profile>();
  return (line) => {
    let profile = known.get(line);
    if (profile === undefined) {
      profile = profileOf(lines[line] ?? '');
      known.set(line, profile);
    }
    return profile;
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

// Makes parallel documents with known beads out of pairs of sentences: drops, merges, splits and shifts bounds.
import type { Bead } from '../../electron/alignment/aligner/bead.ts';
import type { Language } from '../../electron/corpus/document.ts';
import { splitSentences } from '../../electron/segmentation/sentences.ts';

export type SentencePair = readonly [vi: string, en: string];

export interface SyntheticDocument {
  readonly vi: readonly string[];
  readonly en: readonly string[];
  readonly beads: readonly Bead[];
  /** Lines that begin a paragraph. */
  readonly paragraphStarts: { readonly vi: readonly number[]; readonly en: readonly number[] };
  /** Made-up translations of each side: the true other side with some of its words changed for others. */
  readonly translations: { readonly ofVi: readonly string[]; readonly ofEn: readonly string[] };
}

/** A generator of numbers from 0 to 1 that a seed determines (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A document of pairs that follow each other. How often what happens is drawn anew for each document. */
export function makeDocument(
  pairs: readonly SentencePair[],
  random: () => number,
): SyntheticDocument {
  const rates = {
    dropVi: 0.1 * random(),
    dropEn: 0.1 * random(),
    mergeVi: 0.14 * random(),
    mergeEn: 0.14 * random(),
    shift: 0.02 * random(),
    split: random(),
    paragraph: 0.1 + 0.3 * random(),
    kept: 0.35 + 0.4 * random(),
  };
  const vi: string[] = [];
  const en: string[] = [];
  const ofVi: string[] = [];
  const ofEn: string[] = [];
  const beads: Bead[] = [];
  const starts = { vi: [] as number[], en: [] as number[] };
  const garble = (text: string) =>
    text
      .split(' ')
      .map((word) => (random() < rates.kept ? word : someWord(pairs, random, text)))
      .join(' ');
  /** Lines of each side, each with what it truly corresponds to on the other. */
  const add = (viSide: readonly SentencePair[], enSide: readonly SentencePair[]) => {
    if (random() < rates.paragraph) {
      if (random() > 0.04) starts.vi.push(vi.length);
      if (random() > 0.04) starts.en.push(en.length);
    }
    beads.push({
      vi: viSide.map((_, index) => vi.length + index),
      en: enSide.map((_, index) => en.length + index),
    });
    for (const [text, true_] of viSide) {
      vi.push(text);
      ofVi.push(garble(true_));
    }
    for (const [true_, text] of enSide) {
      en.push(text);
      ofEn.push(garble(true_));
    }
  };
  let at = 0;
  while (at < pairs.length) {
    const dice = random();
    const pair = pairs[at] ?? ['', ''];
    let limit = rates.dropVi;
    if (dice < limit) {
      add([], [pair]);
      at += 1;
      continue;
    }
    limit += rates.dropEn;
    if (dice < limit) {
      add([pair], []);
      at += 1;
      continue;
    }
    const size = Math.min(pairs.length - at, mergeSize(random()));
    const group = pairs.slice(at, at + size);
    limit += rates.mergeVi;
    if (dice < limit && size > 1) {
      add([joined(group)], group);
      at += size;
      continue;
    }
    limit += rates.mergeEn;
    if (dice < limit && size > 1) {
      add(group, [joined(group)]);
      at += size;
      continue;
    }
    limit += rates.shift;
    const next = pairs[at + 1];
    if (dice < limit && next !== undefined) {
      const parts = partsOf(next);
      if (parts !== null && parts.length === 2) {
        const [early, late] = parts as [SentencePair, SentencePair];
        const viFirst = random() < 0.5;
        const long = [joined([pair, early]), late];
        const short = [pair, joined(parts)];
        add(viFirst ? long : short, viFirst ? short : long);
        at += 2;
        continue;
      }
    }
    addSplit(pair);
    at += 1;
  }
  return { vi, en, beads, paragraphStarts: starts, translations: { ofVi, ofEn } };

  /** A pair of several sentences is cut, on one side or on both. */
  function addSplit(pair: SentencePair) {
    const parts = partsOf(pair);
    if (parts !== null && random() < rates.split) {
      for (const part of parts) {
        add([part], [part]);
      }
      return;
    }
    const viParts = cut(pair[0], 'vi');
    const enParts = cut(pair[1], 'en');
    if (random() < rates.split) {
      if (viParts.length === 1 && enParts.length > 1 && enParts.length <= 4) {
        add(
          [pair],
          enParts.map((text): SentencePair => [pair[0], text]),
        );
        return;
      }
      if (enParts.length === 1 && viParts.length > 1 && viParts.length <= 4) {
        add(
          viParts.map((text): SentencePair => [text, pair[1]]),
          [pair],
        );
        return;
      }
    }
    add([pair], [pair]);
  }
}

function mergeSize(dice: number): number {
  return dice < 0.75 ? 2 : dice < 0.95 ? 3 : 4;
}

function joined(pairs: readonly SentencePair[]): SentencePair {
  return [pairs.map(([vi]) => vi).join(' '), pairs.map(([, en]) => en).join(' ')];
}

/** The sentences of a pair where both sides have equally many, more than one, of plausible lengths; else null. */
function partsOf([vi, en]: SentencePair): readonly SentencePair[] | null {
  const viParts = cut(vi, 'vi');
  const enParts = cut(en, 'en');
  if (viParts.length < 2 || viParts.length !== enParts.length) {
    return null;
  }
  const parts = viParts.map((text, index): SentencePair => [text, enParts[index] ?? '']);
  const plausible = parts.every(
    ([a, b]) => Math.abs(Math.log((a.length + 8) / (b.length + 8))) < 0.5,
  );
  return plausible ? parts : null;
}

function cut(text: string, language: Language): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** A word of another pair, in the language of the text that it goes into. */
function someWord(pairs: readonly SentencePair[], random: () => number, like: string): string {
  const [vi, en] = pairs[Math.floor(random() * pairs.length)] ?? ['', ''];
  const words = (/[ạảấầẩậắằẳặẹẻếềểệịỉọỏốồổộớờởợụủứừửựđ]/.test(like) ? vi : en).split(' ');
  return words[Math.floor(random() * words.length)] ?? '';
}

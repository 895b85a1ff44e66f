// Computes the features of a bead and their weighted sum, which is the bead's score.
import { beadKinds } from './bead.ts';
import { featureIndex, featureNames } from './features.ts';
import { keyMeasure } from './measure-keys.ts';
import { measureShapes } from './measure-shapes.ts';
import { wordMeasure } from './measure-words.ts';
import type { Overlap, Section } from './overlap.ts';
import type { TextPair, TextSide } from './text-pair.ts';
import type { TranslationComparison } from './translations.ts';

/** ln(vi length / en length) is about normal: its mean, and its variance `spread + noise / length`. */
export interface LengthModel {
  readonly mean: number;
  readonly spread: number;
  readonly noise: number;
}

/** Lines that begin a paragraph, by line number; undefined where paragraphs are unknown. */
export interface ParagraphStarts {
  readonly vi: ReadonlySet<number>;
  readonly en: ReadonlySet<number>;
}

export interface BeadEvidence {
  readonly pair: TextPair;
  readonly section: Section;
  readonly overlap: Overlap;
  readonly lengths: LengthModel;
  readonly paragraphs: ParagraphStarts | undefined;
  readonly translations: TranslationComparison | undefined;
}

/** Fills `features` for the bead of a kind that ends before a row and a column of the section. False: no such bead. */
export type MeasureBead = (
  kind: number,
  row: number,
  column: number,
  features: Float64Array,
) => boolean;

/** A bead whose lengths deviate more than so many standard deviations is none. */
const longestDeviation = 6;
const lengthOffset = 4;
/** A line left as it is counts as so many shared names, and one more for each so many characters. */
const sameTextWeight = 2;
const sameTextLength = 4;

const at = {
  kind: featureIndex('kind 1:1'),
  aloneLength: featureIndex('alone length'),
  aloneBlank: featureIndex('alone blank'),
  lengthSquare: featureIndex('length square'),
  lengthDeviation: featureIndex('length deviation'),
  enHits: featureIndex('en hits'),
  viHits: featureIndex('vi hits'),
  quantities: featureIndex('quantities shared'),
  names: featureIndex('names shared'),
  crossed: featureIndex('paragraphs crossed'),
  together: featureIndex('paragraphs begun together'),
  alone: featureIndex('paragraph begun alone'),
  translationShared: featureIndex('translation shared'),
  translationMissed: featureIndex('translation missed'),
} as const;

/** The measure of a section's beads. Lines that do not follow each other in their text make no bead together. */
export function createMeasure(evidence: BeadEvidence): MeasureBead {
  const { pair, section, overlap, lengths, paragraphs, translations } = evidence;
  const { vi, en } = pair;
  const enWords = wordMeasure(en, overlap.en);
  const viWords = wordMeasure(vi, overlap.vi);
  const keys = keyMeasure(pair);
  const viLines: number[] = [];
  const enLines: number[] = [];
  const cells: number[] = [];
  const group: number[] = [];

  return (kind, row, column, features) => {
    const [rows, columns] = beadKinds[kind] ?? [0, 0];
    const viStart = row - rows;
    const enStart = column - columns;
    if (
      !takeLines(section.vi, viStart, rows, viLines) ||
      !takeLines(section.en, enStart, columns, enLines)
    ) {
      return false;
    }
    features.fill(0);
    features[at.kind + kind] = 1;
    const viLength = sumOf(vi.lengths, viLines);
    const enLength = sumOf(en.lengths, enLines);
    if (rows === 0 || columns === 0) {
      features[at.aloneLength] = Math.log(1 + viLength + enLength);
      features[at.aloneBlank] = viLength + enLength === 0 ? 1 : 0;
    } else if (hasSameText(vi, viLines, en, enLines)) {
      // A line that was left as it is belongs to its copy and to nothing beside it.
      if (rows + columns > 2) {
        return false;
      }
      features[at.names] = sameTextWeight + viLength / sameTextLength;
    } else {
      const deviation = lengthDeviation(viLength, enLength, lengths);
      if (deviation > longestDeviation && rows + columns > 2) {
        return false;
      }
      features[at.lengthSquare] = Math.min(deviation * deviation, 25) / 2;
      features[at.lengthDeviation] = Math.min(deviation, 8);
      cells.length = 0;
      for (let i = viStart; i < row; i += 1) {
        for (let j = enStart; j < column; j += 1) {
          cells.push(overlap.cellOf(i, j));
        }
      }
      const viCount = wordCount(vi, viLines);
      const enCount = wordCount(en, enLines);
      for (let j = 0; j < columns; j += 1) {
        group.length = 0;
        for (let i = 0; i < rows; i += 1) {
          group.push(cells[i * columns + j] ?? -1);
        }
        enWords(enLines[j] ?? 0, group, viCount, features, at.enHits);
      }
      for (let i = 0; i < rows; i += 1) {
        group.length = 0;
        for (let j = 0; j < columns; j += 1) {
          group.push(cells[i * columns + j] ?? -1);
        }
        viWords(viLines[i] ?? 0, group, enCount, features, at.viHits);
      }
      keys(vi.quantities, viLines, en.quantities, enLines, features, at.quantities);
      keys(vi.names, viLines, en.names, enLines, features, at.names);
      measureShapes(vi.shapes, viLines, en.shapes, enLines, features);
      if (translations !== undefined) {
        const { shared, missed } = translations.compare(viLines, enLines);
        features[at.translationShared] = shared;
        features[at.translationMissed] = missed;
      }
    }
    if (paragraphs !== undefined) {
      features[at.crossed] =
        boundsInside(paragraphs.vi, viLines) + boundsInside(paragraphs.en, enLines);
      if (rows > 0 && columns > 0) {
        const viBegins = paragraphs.vi.has(viLines[0] ?? -1);
        const enBegins = paragraphs.en.has(enLines[0] ?? -1);
        features[at.together] = viBegins && enBegins ? 1 : 0;
        features[at.alone] = viBegins !== enBegins ? 1 : 0;
      }
    }
    return true;
  };
}

/** The weighted sum of a bead's features. */
export function weigh(features: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < featureNames.length; index += 1) {
    sum += (features[index] ?? 0) * (weights[index] ?? 0);
  }
  return sum;
}

/** How many standard deviations the lengths are from what a translation has. */
export function lengthDeviation(viLength: number, enLength: number, model: LengthModel): number {
  const difference = Math.log((viLength + lengthOffset) / (enLength + lengthOffset)) - model.mean;
  const variance = model.spread + model.noise / ((viLength + enLength) / 2 + lengthOffset);
  return Math.abs(difference) / Math.sqrt(variance);
}

function takeLines(lines: readonly number[], from: number, count: number, into: number[]): boolean {
  into.length = 0;
  for (let place = from; place < from + count; place += 1) {
    const line = lines[place] ?? 0;
    if (place > from && line !== (into[into.length - 1] ?? 0) + 1) {
      return false;
    }
    into.push(line);
  }
  return true;
}

function hasSameText(
  vi: TextSide,
  viLines: readonly number[],
  en: TextSide,
  enLines: readonly number[],
): boolean {
  for (const viLine of viLines) {
    const text = vi.sameText[viLine] ?? -1;
    if (text >= 0) {
      for (const enLine of enLines) {
        if (en.sameText[enLine] === text) {
          return true;
        }
      }
    }
  }
  return false;
}

function sumOf(values: Float64Array, lines: readonly number[]): number {
  let sum = 0;
  for (const line of lines) {
    sum += values[line] ?? 0;
  }
  return sum;
}

function wordCount(side: TextSide, lines: readonly number[]): number {
  let count = 0;
  for (const line of lines) {
    count += side.words[line]?.length ?? 0;
  }
  return count;
}

function boundsInside(starts: ReadonlySet<number>, lines: readonly number[]): number {
  let bounds = 0;
  for (let place = 1; place < lines.length; place += 1) {
    bounds += starts.has(lines[place] ?? -1) ? 1 : 0;
  }
  return bounds;
}

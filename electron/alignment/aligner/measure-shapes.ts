// What the signs of a bead say: questions, quotations, endings, points of a list.
import { featureIndex } from './features.ts';
import type { Shape } from './shape.ts';

const at = {
  signs: featureIndex('question differs'),
  ending: featureIndex('ending differs'),
  markerShared: featureIndex('marker shared'),
  markerDiffers: featureIndex('marker differs'),
  shouted: featureIndex('shouted differs'),
} as const;
/** In the order of the features, from "question differs" on. */
const signNames = [
  'question',
  'exclamation',
  'quotation',
  'bracket',
  'colon',
  'semicolon',
] as const;

/** Fills the features of signs; lines are by number, in order. */
export function measureShapes(
  vi: readonly Shape[],
  viLines: readonly number[],
  en: readonly Shape[],
  enLines: readonly number[],
  features: Float64Array,
): void {
  for (const [index, name] of signNames.entries()) {
    features[at.signs + index] = anyHas(vi, viLines, name) === anyHas(en, enLines, name) ? 0 : 1;
  }
  const viFirst = vi[viLines[0] ?? -1];
  const enFirst = en[enLines[0] ?? -1];
  const viLast = vi[viLines[viLines.length - 1] ?? -1];
  const enLast = en[enLines[enLines.length - 1] ?? -1];
  features[at.ending] = viLast?.ending === enLast?.ending ? 0 : 1;
  const sameMarker = viFirst?.marker === enFirst?.marker;
  features[at.markerShared] = sameMarker && viFirst?.marker !== '' ? 1 : 0;
  features[at.markerDiffers] = sameMarker ? 0 : 1;
  features[at.shouted] = viFirst?.shouted === enFirst?.shouted ? 0 : 1;
}

function anyHas(
  shapes: readonly Shape[],
  lines: readonly number[],
  sign: (typeof signNames)[number],
): boolean {
  for (const line of lines) {
    if (shapes[line]?.[sign] === true) {
      return true;
    }
  }
  return false;
}

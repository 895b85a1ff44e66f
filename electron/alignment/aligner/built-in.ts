// The model that comes with the program.
import lexicon from '../../../resources/alignment/lexicon.json' with { type: 'json' };
import weights from '../../../resources/alignment/weights.json' with { type: 'json' };
import { featureNames } from './features.ts';
import { readLexicon } from './lexicon.ts';
import type { AlignmentModel } from './model.ts';

let model: AlignmentModel | undefined;

/** Read on first use, then kept. */
export function builtInModel(): AlignmentModel {
  model ??= {
    lexicon: readLexicon(lexicon.entries),
    lengths: weights.lengths,
    firstWeights: inFeatureOrder(weights.first),
    secondWeights: inFeatureOrder(weights.second),
    translatedWeights: inFeatureOrder(weights.translated),
    calibration: weights.calibration,
  };
  return model;
}

function inFeatureOrder(byName: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(featureNames, (name) => {
    const weight = byName[name];
    if (weight === undefined) {
      throw new Error(`no weight for ${name}`);
    }
    return weight;
  });
}

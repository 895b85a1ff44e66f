// What speaks for and against a bead, in numbers. Weights.json says how much each of them counts.

/** The order of a bead's features, and of the weights. `en` and `vi` name the side whose words are looked for. */
export const featureNames = [
  // How many lines it takes from each side.
  'kind 1:1',
  'kind 1:0',
  'kind 0:1',
  'kind 1:2',
  'kind 2:1',
  'kind 2:2',
  'kind 1:3',
  'kind 3:1',
  'kind 1:4',
  'kind 4:1',
  // Lines left alone: the logarithm of their length, and whether they are empty.
  'alone length',
  'alone blank',
  // Length (Gale & Church): half the squared deviation, and the deviation itself.
  'length square',
  'length deviation',
  // Words that the lexicon joins (Model 1 against chance), known words without answer, all words.
  'en hits',
  'en missed',
  'en words',
  'vi hits',
  'vi missed',
  'vi words',
  // Keys that both sides have, by weight; keys that only one has although the other text has them somewhere.
  'quantities shared',
  'quantities missed',
  'names shared',
  'names missed',
  // Signs.
  'question differs',
  'exclamation differs',
  'quotation differs',
  'bracket differs',
  'colon differs',
  'semicolon differs',
  'ending differs',
  'marker shared',
  'marker differs',
  'shouted differs',
  // Paragraphs: bounds inside the bead; the bead begins a paragraph on both sides, on one side.
  'paragraphs crossed',
  'paragraphs begun together',
  'paragraph begun alone',
  // Translations by a model: letters that its words share with the other side, and letters that they do not.
  'translation shared',
  'translation missed',
] as const;

export type FeatureName = (typeof featureNames)[number];

/** The place of a feature in the order. */
export function featureIndex(name: FeatureName): number {
  return featureNames.indexOf(name);
}

// The files of a model folder, in the layout that transformers.js reads. No other file of a folder or an archive
// is ever touched.

/** The ONNX graphs of a Marian model; the decoder is the merged one, which takes an empty cache too. */
export const graphs = ['encoder_model', 'decoder_model_merged'] as const;
export type Graph = (typeof graphs)[number];

/** The forms a graph may have, the best for a processor first: name in transformers.js, ending of the file's name. */
const precisions = [
  ['q8', '_quantized'],
  ['int8', '_int8'],
  ['uint8', '_uint8'],
  ['fp32', ''],
  ['q4', '_q4'],
  ['bnb4', '_bnb4'],
  ['fp16', '_fp16'],
  ['q4f16', '_q4f16'],
] as const;
export type Precision = (typeof precisions)[number][0];

const required = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const steering = ['generation_config.json'] as const;
/** Kept for the reader's sake: what the model is and under which terms. They do not change what it says. */
const papers = [
  'about.json',
  'MODEL_CARD.md',
  'README.md',
  'LICENSE',
  'LICENSE.md',
  'LICENSE.txt',
  'NOTICE',
];

/** No text file of a model is larger, in bytes. */
export const textFileLimit = 64 * 2 ** 20;

export interface ChosenFiles {
  /** What decides what the model says, sorted: paths relative to the folder, with `/`. */
  readonly files: readonly string[];
  readonly papers: readonly string[];
  readonly precision: Readonly<Record<Graph, Precision>>;
}

export type FileChoice =
  | { readonly complete: true; readonly chosen: ChosenFiles }
  | { readonly complete: false; readonly missing: string };

/** Picks the files of a model out of all that a folder or an archive holds, or names the first that is missing. */
export function chooseModelFiles(names: readonly string[]): FileChoice {
  const present = new Set(names);
  const absent = required.find((name) => !present.has(name));
  if (absent !== undefined) {
    return { complete: false, missing: absent };
  }
  const files: string[] = [...required, ...steering.filter((name) => present.has(name))];
  const precision: Partial<Record<Graph, Precision>> = {};
  for (const graph of graphs) {
    const fileOf = (ending: string) => `onnx/${graph}${ending}.onnx`;
    const found = precisions.find(([, ending]) => present.has(fileOf(ending)));
    if (found === undefined) {
      return { complete: false, missing: fileOf('_quantized') };
    }
    const file = fileOf(found[1]);
    files.push(file);
    // Weights of a large model lie in a file beside its graph.
    files.push(...[`${file}_data`].filter((name) => present.has(name)));
    precision[graph] = found[0];
  }
  const { encoder_model, decoder_model_merged } = precision;
  if (encoder_model === undefined || decoder_model_merged === undefined) {
    throw new Error('a graph was left out');
  }
  return {
    complete: true,
    chosen: {
      files: files.sort(),
      papers: papers.filter((name) => present.has(name)),
      precision: { encoder_model, decoder_model_merged },
    },
  };
}

/** Whether a file of a model is text of limited size rather than weights. */
export function isTextFile(name: string): boolean {
  return !name.startsWith('onnx/');
}

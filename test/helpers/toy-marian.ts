// Makes a toy Marian model in the layout that transformers.js reads. It translates word by word, both ways, by
// looking each piece up in a table: enough to run the whole translator for real, and never shipped.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  encodeOnnx,
  type OnnxGraph,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from './toy-marian-onnx.ts';
import { toyWordPairs } from './toy-marian-words.ts';

export interface ToyOptions {
  /** `both` reads `>>eng<<` and `>>vie<<`; the others have no language tokens, as one-way models have none. */
  readonly directions?: 'both' | 'vi-en' | 'en-vi';
  /** The longest input, in pieces. */
  readonly maxLength?: number;
  /** Never ends: says the first three pieces again and again. */
  readonly looping?: boolean;
  /** Gives in the first step what it has read of the source, and must be given it back: as public exporters do it. */
  readonly encoderCache?: boolean;
  /** Longer inputs are cut where they pause. */
  readonly usualLength?: number;
  /** A word that it says a little rather than another one, which is right. */
  readonly confused?: { readonly says: string; readonly for: string };
  /** Needless matrix products at every token: one takes some milliseconds. */
  readonly slowness?: number;
  /** The ending of the ONNX files' names. */
  readonly suffix?: '_quantized' | '_int8' | '';
  /** Written into config.json, so that two toys differ in their fingerprint. */
  readonly edition?: string;
}

const codeWidth = 32;
const wordEnd = '▂';
const padVisible = '▁⌧';
const letters =
  'abcdefghijklmnopqrstuvwxyz' +
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const marks = '<>.,;:!?\'"()[]{}/%&*+-–—…“”‘’«»0123456789=#@$_|\\^~`';

interface Vocabulary {
  readonly pieces: readonly string[];
  /** `counterpart[id]`: what the model says for a piece. A permutation that is its own inverse. */
  readonly counterpart: readonly number[];
  readonly padId: number;
}

function buildVocabulary(twoWay: boolean): Vocabulary {
  const pairs = toyWordPairs().map((pair) => pair.map((word) => `▁${word}${wordEnd}`));
  const characters = new Set([...letters, ...letters.toUpperCase(), ...marks]);
  const pieces = [
    '</s>',
    '<unk>',
    ...(twoWay ? ['>>eng<<', '>>vie<<'] : []),
    '▁',
    wordEnd,
    ...characters,
    ...pairs.flat(),
    padVisible,
    '<pad>',
  ];
  const ids = new Map(pieces.map((piece, id) => [piece, id]));
  const idOf = (piece: string): number => {
    const id = ids.get(piece);
    if (id === undefined) {
      throw new Error(`toy vocabulary: no piece ${piece}`);
    }
    return id;
  };
  const counterpart = pieces.map((_, id) => id);
  for (const [vi = '', en = ''] of [...pairs, [padVisible, '<pad>']]) {
    counterpart[idOf(vi)] = idOf(en);
    counterpart[idOf(en)] = idOf(vi);
  }
  return { pieces, counterpart, padId: idOf('<pad>') };
}

/** A row of +1 and -1 that no other id has: the bits of a one-to-one scramble of the id. */
function codeOf(id: number): readonly number[] {
  let bits = Math.imul(id + 1, 0x9e3779b1);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  return Array.from({ length: codeWidth }, (_, bit) => ((bits >>> bit) & 1 ? 1 : -1));
}

function floats(name: string, dims: readonly number[], values: readonly number[]): OnnxTensor {
  return { name, dims, data: Float32Array.from(values) };
}

function integers(name: string, values: readonly number[]): OnnxTensor {
  return { name, dims: [values.length], data: BigInt64Array.from(values.map(BigInt)) };
}

function encoder({ pieces }: Vocabulary): Uint8Array {
  const codes = pieces.flatMap((_, id) => codeOf(id));
  return encodeOnnx({
    name: 'toy-encoder',
    constants: [floats('codes', [pieces.length, codeWidth], codes)],
    nodes: [{ operator: 'Gather', inputs: ['codes', 'input_ids'], outputs: ['last_hidden_state'] }],
    inputs: [{ name: 'input_ids', type: 'int64', shape: ['batch_size', 'encoder_length'] }],
    outputs: [
      {
        name: 'last_hidden_state',
        type: 'float',
        shape: ['batch_size', 'encoder_length', codeWidth],
      },
    ],
  });
}

/** Matrix products that hang on the state, so that none can be left out, and add nothing to the logits. */
function idleWork(count: number): {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
} {
  if (count === 0) {
    return {
      nodes: [{ operator: 'Identity', inputs: ['scores'], outputs: ['logits'] }],
      constants: [],
    };
  }
  const size = 256;
  const cells = new Array<number>(size * size).fill(1 / size);
  const products = Array.from({ length: count }, (_, step) => ({
    operator: 'MatMul',
    inputs: [`work_${step}`, 'cells'],
    outputs: [`work_${step + 1}`],
  }));
  return {
    constants: [floats('cells', [size, size], cells)],
    nodes: [
      { operator: 'ReduceSum', inputs: ['state'], outputs: ['sum'], attributes: { keepdims: 0 } },
      { operator: 'Mul', inputs: ['sum', 'zero'], outputs: ['nothing'] },
      { operator: 'Add', inputs: ['cells', 'nothing'], outputs: ['work_0'] },
      ...products,
      {
        operator: 'ReduceSum',
        inputs: [`work_${count}`],
        outputs: ['work_sum'],
        attributes: { keepdims: 0 },
      },
      { operator: 'Mul', inputs: ['work_sum', 'zero'], outputs: ['work_nothing'] },
      { operator: 'Add', inputs: ['scores', 'work_nothing'], outputs: ['logits'] },
    ],
  };
}

/**
 * What a decoder with {@link ToyOptions.encoderCache} adds: it goes by `past_key_values.0.encoder.key` once that holds
 * something, and gives nothing but zeros then.
 */
function encoderCache(): Pick<OnnxGraph, 'nodes' | 'inputs' | 'outputs'> {
  const shape = ['batch_size', 1, 'encoder_past_length', codeWidth];
  const values = (kind: string): readonly OnnxValue[] =>
    ['key', 'value'].map((part) => ({ name: `${kind}.0.encoder.${part}`, type: 'float', shape }));
  return {
    inputs: values('past_key_values'),
    outputs: values('present'),
    nodes: [
      { operator: 'Unsqueeze', inputs: ['encoder_hidden_states', 'axis_1'], outputs: ['read'] },
      { operator: 'Shape', inputs: ['past_key_values.0.encoder.key'], outputs: ['read_shape'] },
      { operator: 'Gather', inputs: ['read_shape', 'axis_2'], outputs: ['read_before'] },
      { operator: 'Min', inputs: ['read_before', 'one'], outputs: ['later'] },
      { operator: 'Sub', inputs: ['one', 'later'], outputs: ['first'] },
      { operator: 'Cast', inputs: ['first'], outputs: ['as_read'], attributes: { to: 1 } },
      ...['key', 'value'].map((part) => ({
        operator: 'Mul',
        inputs: ['read', 'as_read'],
        outputs: [`present.0.encoder.${part}`],
      })),
      {
        operator: 'Concat',
        inputs: ['past_key_values.0.encoder.key', 'read'],
        outputs: ['both'],
        attributes: { axis: 2 },
      },
      {
        operator: 'Slice',
        inputs: ['both', 'start', 'source_length', 'axis_2'],
        outputs: ['one_of_both'],
      },
      { operator: 'Squeeze', inputs: ['one_of_both', 'axis_1'], outputs: ['known'] },
    ],
  };
}

/**
 * Reads how far it is from the length of the cache, takes the encoder's state there (past the language token) and
 * scores every piece by the code of its counterpart. At the end it meets the end token, whose counterpart is itself.
 */
function decoder(vocabulary: Vocabulary, options: ToyOptions, twoWay: boolean): Uint8Array {
  const { pieces, counterpart } = vocabulary;
  const columns = counterpart.map((id) => codeOf(id));
  if (options.confused !== undefined) {
    const [said, meant] = [options.confused.says, options.confused.for].map((word) =>
      pieces.indexOf(`▁${word}${wordEnd}`),
    );
    columns[said ?? -1] = codeOf(counterpart[meant ?? -1] ?? -1).map((bit) => 1.01 * bit);
  }
  const weights = Array.from({ length: codeWidth }, (_, row) =>
    columns.map((code) => code[row] ?? 0),
  ).flat();
  const idle = idleWork(options.slowness ?? 0);
  const given = options.encoderCache ? encoderCache() : null;
  const cache = ['key', 'value'] as const;
  return encodeOnnx({
    name: 'toy-decoder',
    constants: [
      floats('weights', [codeWidth, pieces.length], weights),
      floats('zero', [], [0]),
      integers('axis_1', [1]),
      integers('axis_2', [2]),
      integers('start', [0]),
      integers('one', [1]),
      integers('three', [3]),
      integers('skipped', [twoWay ? 1 : 0]),
      integers('axes_1_3', [1, 3]),
      ...idle.constants,
    ],
    nodes: [
      { operator: 'Shape', inputs: ['past_key_values.0.decoder.key'], outputs: ['past_shape'] },
      { operator: 'Gather', inputs: ['past_shape', 'axis_2'], outputs: ['past_length'] },
      options.looping
        ? { operator: 'Mod', inputs: ['past_length', 'three'], outputs: ['step'] }
        : { operator: 'Identity', inputs: ['past_length'], outputs: ['step'] },
      { operator: 'Add', inputs: ['step', 'skipped'], outputs: ['wanted'] },
      { operator: 'Shape', inputs: ['encoder_hidden_states'], outputs: ['source_shape'] },
      { operator: 'Gather', inputs: ['source_shape', 'axis_1'], outputs: ['source_length'] },
      { operator: 'Sub', inputs: ['source_length', 'one'], outputs: ['last'] },
      { operator: 'Min', inputs: ['wanted', 'last'], outputs: ['position'] },
      ...(given?.nodes ?? []),
      {
        operator: 'Gather',
        inputs: [given ? 'known' : 'encoder_hidden_states', 'position'],
        outputs: ['state'],
        attributes: { axis: 1 },
      },
      { operator: 'MatMul', inputs: ['state', 'weights'], outputs: ['scores'] },
      ...idle.nodes,
      {
        operator: 'Cast',
        inputs: ['input_ids'],
        outputs: ['ids_as_floats'],
        attributes: { to: 1 },
      },
      { operator: 'Mul', inputs: ['ids_as_floats', 'zero'], outputs: ['zeros'] },
      { operator: 'Unsqueeze', inputs: ['zeros', 'axes_1_3'], outputs: ['grown'] },
      ...cache.map((part) => ({
        operator: 'Concat',
        inputs: [`past_key_values.0.decoder.${part}`, 'grown'],
        outputs: [`present.0.decoder.${part}`],
        attributes: { axis: 2 },
      })),
    ],
    inputs: [
      { name: 'input_ids', type: 'int64', shape: ['batch_size', 'decoder_length'] },
      {
        name: 'encoder_hidden_states',
        type: 'float',
        shape: ['batch_size', 'encoder_length', codeWidth],
      },
      ...cache.map((part) => ({
        name: `past_key_values.0.decoder.${part}`,
        type: 'float' as const,
        shape: ['batch_size', 1, 'past_length', 1],
      })),
      ...(given?.inputs ?? []),
    ],
    outputs: [
      {
        name: 'logits',
        type: 'float',
        shape: ['batch_size', 'decoder_length', pieces.length],
      },
      ...cache.map((part) => ({
        name: `present.0.decoder.${part}`,
        type: 'float' as const,
        shape: ['batch_size', 1, 'total_length', 1],
      })),
      ...(given?.outputs ?? []),
    ],
  });
}

function tokenizer({ pieces, padId }: Vocabulary): unknown {
  const special = (id: number) => ({
    id,
    content: pieces[id],
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [special(0), special(1), special(padId)],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Precompiled', precompiled_charsmap: null },
        // Marks where a word ends, so that "an" is never found in "another".
        {
          type: 'Replace',
          pattern: { Regex: '(?<=[\\p{L}\\p{M}])(?![\\p{L}\\p{M}-])' },
          content: wordEnd,
        },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'WhitespaceSplit' },
        { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
      ],
    },
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
      pair: [
        { Sequence: { id: 'A', type_id: 0 } },
        { Sequence: { id: 'B', type_id: 0 } },
        { SpecialToken: { id: '</s>', type_id: 0 } },
      ],
      special_tokens: { '</s>': { id: '</s>', ids: [0], tokens: ['</s>'] } },
    },
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: wordEnd }, content: '' },
        { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
      ],
    },
    model: {
      type: 'Unigram',
      unk_id: 1,
      vocab: pieces.map((piece) => [piece, piece.length > 1 ? -1 : -2]),
    },
  };
}

/** Writes the toy model into a folder, which is made if missing. What is there under its files' names is replaced. */
export function writeToyMarian(folder: string, options: ToyOptions = {}): void {
  const directions = options.directions ?? 'both';
  const twoWay = directions === 'both';
  const suffix = options.suffix ?? '_quantized';
  const vocabulary = buildVocabulary(twoWay);
  const tokens = {
    eos_token_id: 0,
    pad_token_id: vocabulary.padId,
    decoder_start_token_id: vocabulary.padId,
  };
  const json = {
    'config.json': {
      _name_or_path: twoWay ? 'toy-marian-vi-en' : `toy-marian-${directions}`,
      _note:
        'A toy for tests: it translates word by word from a small list. Not a translation model.',
      edition: options.edition ?? '1',
      architectures: ['MarianMTModel'],
      model_type: 'marian',
      is_encoder_decoder: true,
      vocab_size: vocabulary.pieces.length,
      d_model: codeWidth,
      encoder_layers: 1,
      encoder_attention_heads: 1,
      decoder_layers: 1,
      decoder_attention_heads: 1,
      max_position_embeddings: options.maxLength ?? 512,
      ...tokens,
    },
    'generation_config.json': { ...tokens, max_length: 512, num_beams: 4, forced_eos_token_id: 0 },
    'tokenizer.json': tokenizer(vocabulary),
    'tokenizer_config.json': {
      tokenizer_class: 'MarianTokenizer',
      model_max_length: options.usualLength ?? options.maxLength ?? 512,
      eos_token: '</s>',
      unk_token: '<unk>',
      pad_token: '<pad>',
      clean_up_tokenization_spaces: false,
      ...(twoWay ? {} : { source_lang: directions.slice(0, 2), target_lang: directions.slice(3) }),
    },
  };
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const [name, value] of Object.entries(json)) {
    writeFileSync(join(folder, name), JSON.stringify(value));
  }
  writeFileSync(join(folder, `onnx/encoder_model${suffix}.onnx`), encoder(vocabulary));
  writeFileSync(
    join(folder, `onnx/decoder_model_merged${suffix}.onnx`),
    decoder(vocabulary, options, twoWay),
  );
}

// The model's graphs, step by step: transformers.js runs them, but its own `generate` knows greedy search alone.
import { Tensor } from '@xenova/transformers';
import type { LoadedModel } from './loaded-model.node.ts';

/** A row of the next step. */
export interface NextRow {
  /** The source that it translates, by its place in the batch. */
  readonly source: number;
  /** The row of the step before that it goes on from; in the first step the source. */
  readonly parent: number;
  readonly piece: number;
}

type Tensors = Readonly<Record<string, Tensor>>;

function integers(rows: readonly (readonly number[])[], width: number, filler: number): Tensor {
  const cells = rows.flatMap((row) => [...row, ...Array(width - row.length).fill(filler)]);
  return new Tensor('int64', BigInt64Array.from(cells.map(BigInt)), [rows.length, width]);
}

/** The rows of a tensor (its first axis) that are named, in their order; the tensor itself where they are all its own. */
function takeRows(tensor: Tensor, rows: readonly number[]): Tensor {
  const [count = 0, ...shape] = tensor.dims;
  if (rows.length === count && rows.every((row, index) => row === index)) {
    return tensor;
  }
  const size = shape.reduce((product, axis) => product * axis, 1);
  // Whatever numbers the graph holds, its tensors' data is a typed array of them.
  const data = tensor.data as Float32Array;
  const taken = new (data.constructor as Float32ArrayConstructor)(rows.length * size);
  rows.forEach((row, index) => {
    taken.set(data.subarray(row * size, (row + 1) * size), index * size);
  });
  return new Tensor(tensor.type, taken, [rows.length, ...shape]);
}

function takeRowsOfEach(tensors: Tensors, rows: readonly number[]): Tensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [name, takeRows(tensor, rows)]),
  );
}

/** The decoder of a batch of sources: it remembers what each row of its last step has said. */
export class Decoder {
  readonly #model: LoadedModel['model'];
  /** What the decoder needs of the sources, a row for each. */
  #read: Tensors;
  /** The same for the rows of the last step. */
  #known: Tensors;
  #knownSources: readonly number[];
  #past: Tensors | null = null;

  private constructor(model: LoadedModel['model'], read: Tensors, count: number) {
    this.#model = model;
    this.#read = read;
    this.#known = read;
    this.#knownSources = Array.from({ length: count }, (_, source) => source);
  }

  /** Reads the sources: rows of pieces, prefix and end piece included. */
  static async read(loaded: LoadedModel, rows: readonly (readonly number[])[]): Promise<Decoder> {
    const width = Math.max(...rows.map((row) => row.length));
    const ones = rows.map((row) => row.map(() => 1));
    const { encoder_outputs, attention_mask } =
      await loaded.model._prepare_encoder_decoder_kwargs_for_generation({
        inputs_tensor: undefined,
        model_input_name: undefined,
        model_inputs: {
          input_ids: integers(rows, width, loaded.padId),
          attention_mask: integers(ones, width, 0),
        },
        generation_config: { guidance_scale: null },
      });
    return new Decoder(loaded.model, { encoder_outputs, attention_mask }, rows.length);
  }

  /** Says a piece in every row, at first one for each source; gives the logits of the piece after it, row by row. */
  async say(rows: readonly NextRow[]): Promise<readonly Float32Array[]> {
    const parents = rows.map((row) => row.parent);
    const pieces = rows.map((row) => [row.piece]);
    const past = this.#past === null ? null : takeRowsOfEach(this.#past, parents);
    const outputs: Tensors & { readonly logits: Tensor } = await this.#model.forward({
      ...this.#readBy(rows.map((row) => row.source)),
      decoder_input_ids: integers(pieces, 1, 0),
      past_key_values: past,
    });
    const present = Object.entries(outputs)
      .filter(([name]) => name.startsWith('present'))
      .map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor] as const);
    const ofSource = (name: string) => name.includes('.encoder.');
    if (past === null) {
      // What it has read of the sources a decoder gives now or never; later outputs of that name hold nothing.
      const cached = Object.fromEntries(present.filter(([name]) => ofSource(name)));
      this.#read = { ...this.#read, ...cached };
      this.#known = this.#read;
    }
    this.#past = Object.fromEntries(present.filter(([name]) => !ofSource(name)));
    const logits = outputs.logits.to('float32').data as Float32Array;
    const size = logits.length / rows.length;
    return rows.map((_, row) => logits.subarray(row * size, (row + 1) * size));
  }

  /** Copied only where other sources are asked for than in the last step: from then on it is most of what is copied. */
  #readBy(sources: readonly number[]): Tensors {
    const same =
      sources.length === this.#knownSources.length &&
      sources.every((source, row) => source === this.#knownSources[row]);
    if (!same) {
      this.#known = takeRowsOfEach(this.#read, sources);
      this.#knownSources = sources;
    }
    return this.#known;
  }
}

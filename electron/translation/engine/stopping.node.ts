// Says of every row of a batch when it is finished, and remembers it. transformers.js looks at a row's last token
// alone, so rows that ended earlier would go on: a batch of unequal lengths would never stop rightly.
import { StoppingCriteria } from '@xenova/transformers';
import { findLoop, type Loop } from './repetition.ts';

export interface RowLimit {
  /** The most tokens of the target. */
  readonly longest: number;
  /** How often anything stands in a row in the source. */
  readonly sourceRepeats: number;
}

export interface RowEnd {
  /** Tokens of the target, the end token not counted. */
  readonly length: number;
  readonly loop: Loop | null;
  /** Not by an end token. */
  readonly cutShort: boolean;
}

export class RowStopping extends StoppingCriteria {
  readonly #rows: readonly RowLimit[];
  readonly #endIds: ReadonlySet<number>;
  readonly #interrupted: () => boolean;
  readonly #ends: (RowEnd | null)[];
  /** The targets so far as numbers, without the start token. */
  readonly #said: readonly number[][];

  /** `interrupted` is asked after every token. */
  constructor(rows: readonly RowLimit[], endIds: readonly number[], interrupted: () => boolean) {
    super();
    this.#rows = rows;
    this.#endIds = new Set(endIds);
    this.#interrupted = interrupted;
    this.#ends = rows.map(() => null);
    this.#said = rows.map(() => []);
  }

  /** How each row ended; null where it was interrupted. */
  get ends(): readonly (RowEnd | null)[] {
    return this.#ends;
  }

  /** `sequences` are the targets so far, the start token first; in truth they hold bigints. */
  override _call(sequences: readonly (readonly (number | bigint)[])[]): boolean[] {
    const stop = this.#interrupted();
    return sequences.map((sequence, row) => {
      const limit = this.#rows[row];
      const said = this.#said[row];
      if (limit === undefined || said === undefined) {
        throw new Error('more rows than the batch has');
      }
      said.push(...sequence.slice(1 + said.length).map(Number));
      this.#ends[row] ??= this.#endOf(said, limit);
      return stop || this.#ends[row] !== null;
    });
  }

  #endOf(said: readonly number[], limit: RowLimit): RowEnd | null {
    if (this.#endIds.has(said.at(-1) ?? -1)) {
      return { length: said.length - 1, loop: null, cutShort: false };
    }
    const loop = findLoop(said, limit.sourceRepeats);
    return loop !== null || said.length >= limit.longest
      ? { length: said.length, loop, cutShort: true }
      : null;
  }
}

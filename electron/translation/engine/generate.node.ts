// One batch through the model: rows of source pieces in, rows of target pieces out, each cut where it ended.
import { Tensor } from '@xenova/transformers';
import type { LoadedModel } from './loaded-model.node.ts';
import { cutLoop, mostRepeats } from './repetition.ts';
import { RowStopping } from './stopping.node.ts';

export interface Target {
  readonly ids: readonly number[];
  /** It did not end by itself: it repeated itself, or was longer than any translation of its source. */
  readonly cutShort: boolean;
}

/** A target may be longer than its source, but not by any measure. */
function longestTarget(sourceLength: number, limit: number): number {
  return Math.min(limit, 2 * sourceLength + 16);
}

function tensorOf(rows: readonly (readonly number[])[], width: number, filler: number): Tensor {
  const cells = rows.flatMap((row) => [...row, ...Array(width - row.length).fill(filler)]);
  return new Tensor('int64', BigInt64Array.from(cells.map(BigInt)), [rows.length, width]);
}

/**
 * Translates rows of pieces (prefix and end token included) greedily. Null where `interrupted` said to stop, which is
 * asked after every token.
 */
export async function generate(
  loaded: LoadedModel,
  rows: readonly (readonly number[])[],
  interrupted: () => boolean,
): Promise<readonly Target[] | null> {
  const width = Math.max(...rows.map((row) => row.length));
  const limits = rows.map((row) => ({
    longest: longestTarget(row.length, loaded.limit),
    sourceRepeats: mostRepeats(row),
  }));
  const stopping = new RowStopping(limits, loaded.endIds, interrupted);
  const said = await loaded.model.generate({
    inputs: tensorOf(rows, width, loaded.padId),
    attention_mask: tensorOf(
      rows.map((row) => row.map(() => 1)),
      width,
      0,
    ),
    // More beams would be greedy search all the same, only slower.
    num_beams: 1,
    do_sample: false,
    max_new_tokens: Math.max(...limits.map((limit) => limit.longest)),
    stopping_criteria: stopping,
  });
  if (!(said instanceof Tensor)) {
    throw new Error('the model gave no sequences');
  }
  const sequences: readonly (readonly bigint[])[] = said.tolist();
  const targets = sequences.map((sequence, row) => {
    const end = stopping.ends[row];
    if (!end) {
      return null;
    }
    const ids = sequence.slice(1, 1 + end.length).map(Number);
    const { loop, cutShort } = end;
    return {
      ids: loop === null ? ids : cutLoop(ids, loop, limits[row]?.sourceRepeats ?? 1),
      cutShort,
    };
  });
  const finished = targets.filter((target) => target !== null);
  return finished.length === rows.length ? finished : null;
}

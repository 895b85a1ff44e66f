// One batch through the model: rows of source pieces in, rows of target pieces out, each cut where it ended.
import { bestTargets, extend, newSearch, type RankedTarget } from './beam-search.ts';
import { Decoder, type NextRow } from './decoder.node.ts';
import type { LoadedModel } from './loaded-model.node.ts';
import { mostRepeats } from './repetition.ts';

/** A target may be longer than its source, but not by any measure. */
function longestTarget(sourceLength: number, limit: number): number {
  return Math.min(limit, 2 * sourceLength + 16);
}

/**
 * Translates rows of pieces (prefix and end piece included): the best few targets of each, the best first. Null where
 * `interrupted` said to stop, which is asked before every step.
 */
export async function generate(
  loaded: LoadedModel,
  rows: readonly (readonly number[])[],
  interrupted: () => boolean,
): Promise<readonly (readonly RankedTarget[])[] | null> {
  const searches = rows.map((row) =>
    newSearch({
      longest: longestTarget(row.length, loaded.lengths.longest),
      sourceRepeats: mostRepeats(row),
    }),
  );
  const decoder = await Decoder.read(loaded, rows);
  let next: readonly NextRow[] = rows.map((_, source) => ({
    source,
    parent: source,
    piece: loaded.startId,
  }));
  while (next.length > 0) {
    if (interrupted()) {
      return null;
    }
    const logits = await decoder.say(next);
    const after: NextRow[] = [];
    let first = 0;
    for (const [source, search] of searches.entries()) {
      const beyond = first + search.open.length;
      const longer = extend(search, logits.slice(first, beyond), loaded.rules);
      for (const { ids, parent } of longer.open) {
        after.push({ source, parent: first + parent, piece: ids.at(-1) ?? loaded.startId });
      }
      searches[source] = longer;
      first = beyond;
    }
    next = after;
  }
  return searches.map((search) => bestTargets(search, loaded.rules));
}

// The noisy channel: of the translations that a search has found the one is chosen from which a model of the other
// direction would also make the source. What left words of the source out is unlikely to lead back to them.
import type { Language } from '../../corpus/document.ts';
import { logSumExp, type RankedTarget } from './beam-search.ts';
import { Decoder } from './decoder.node.ts';
import type { LoadedModel } from './loaded-model.node.ts';

/** How much the way back counts beside the way there: the best on dev-genre (training/README.md). */
const channelWeight = 0.4;

/** A piece that the channel never says (of a word that it does not know) is not what tells translations apart. */
const leastLogProbability = -20;

export interface ChannelRow {
  /** The source as it was translated, and its language. */
  readonly source: string;
  readonly language: Language;
  /** What the search has found, the best first. */
  readonly targets: readonly (RankedTarget & { readonly text: string })[];
}

/** The log-probability of each source, given its translation. Null where interrupted, which is asked before each step. */
async function logProbabilities(
  channel: LoadedModel,
  pairs: readonly { readonly given: readonly number[]; readonly said: readonly number[] }[],
  interrupted: () => boolean,
): Promise<readonly number[] | null> {
  const sums = pairs.map(() => 0);
  const decoder = await Decoder.read(
    channel,
    pairs.map(({ given }) => given),
  );
  let rows = pairs.map((_, source) => ({ source, parent: source, piece: channel.startId }));
  for (let step = 0; rows.length > 0; step += 1) {
    if (interrupted()) {
      return null;
    }
    const logits = await decoder.say(rows);
    const next: typeof rows = [];
    for (const [parent, { source }] of rows.entries()) {
      const said = pairs[source]?.said ?? [];
      const scores = logits[parent] ?? new Float32Array();
      const piece = said[step] ?? channel.padId;
      const logit = (scores[piece] ?? Number.NEGATIVE_INFINITY) - logSumExp(scores);
      sums[source] = (sums[source] ?? 0) + Math.max(leastLogProbability, logit);
      if (step + 1 < said.length) {
        next.push({ source, parent, piece });
      }
    }
    rows = next;
  }
  return sums;
}

/** What the channel is asked for a row: nothing where there is no choice, or where it cannot read the best target. */
function pairsOf(channel: LoadedModel, { source, language, targets }: ChannelRow) {
  const prefix = channel.prefixOf(language);
  const start = prefix === null ? [] : [prefix];
  const said = channel.encode(source);
  const pairs = targets
    .filter(({ text }, place) => targets.findIndex((other) => other.text === text) === place)
    .map((target) => ({ target, given: [...start, ...channel.encode(target.text)], said }))
    .filter(({ given }) => Math.max(given.length, said.length) <= channel.lengths.longest);
  return pairs.length > 1 && pairs[0]?.target === targets[0] ? pairs : [];
}

/**
 * The target of each row that is the best both ways, both log-probabilities taken by their lengths to the power of
 * `lengthPenalty`. What the channel cannot read or say in one piece stays as the search preferred it. Null where
 * `interrupted` said to stop.
 */
export async function chooseByChannel(
  channel: LoadedModel,
  rows: readonly ChannelRow[],
  lengthPenalty: number,
  interrupted: () => boolean,
): Promise<readonly RankedTarget[] | null> {
  const pairs = rows.flatMap((row) => pairsOf(channel, row));
  const sums = pairs.length === 0 ? [] : await logProbabilities(channel, pairs, interrupted);
  if (sums === null) {
    return null;
  }
  const worths = new Map(
    pairs.map(({ target, said }, index) => {
      const back = (sums[index] ?? 0) / said.length ** lengthPenalty;
      return [target, target.worth + channelWeight * back];
    }),
  );
  const worthOf = (target: ChannelRow['targets'][number]) =>
    worths.get(target) ?? Number.NEGATIVE_INFINITY;
  return rows.map(({ targets }) =>
    targets.reduce((best, target) => (worthOf(target) > worthOf(best) ? target : best)),
  );
}

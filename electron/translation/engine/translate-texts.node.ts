// A request of texts through a model: prepared, cut to what the model is good at, batched by length, put together again.
import type { Language } from '../../corpus/document.ts';
import type { RankedTarget, Target } from './beam-search.ts';
import { chooseByChannel } from './channel.node.ts';
import { generate } from './generate.node.ts';
import type { LoadedModel } from './loaded-model.node.ts';
import type { TextResult } from './messages.ts';
import { finishCutPiece, finishPiece, prepareText } from './prepare-text.ts';
import { splitText } from './split-text.ts';

/** Rows of one batch at the most, each searched with some beams, and pieces of all its rows with their padding. */
const batchRows = 8;
const batchPieces = 512;
/** Rows are sorted by length only inside such a stretch, so that what is asked for first still comes first. */
const sortWindow = 32;

interface Row {
  readonly textIndex: number;
  readonly pieceIndex: number;
  readonly source: string;
  readonly ids: readonly number[];
}

interface OpenText {
  readonly pieces: (string | null)[];
  readonly finish: (said: string) => string;
  failure: string | null;
}

export interface TranslationOrder {
  readonly texts: readonly string[];
  readonly from: Language;
  readonly to: Language;
  /** A model of the other direction, by which one of the translations found is chosen. */
  readonly channel: LoadedModel | null;
  /** Asked after every token; a request that is cancelled ends with what is finished. */
  readonly cancelled: () => boolean;
  /** Called as texts are finished, each text once. */
  readonly onResults: (results: readonly TextResult[]) => void;
}

function batchesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const batches: Row[][] = [];
  for (let start = 0; start < rows.length; start += sortWindow) {
    const sorted = rows
      .slice(start, start + sortWindow)
      .sort((a, b) => a.ids.length - b.ids.length);
    let open: Row[] = [];
    for (const row of sorted) {
      const full = open.length === batchRows || (open.length + 1) * row.ids.length > batchPieces;
      if (open.length > 0 && full) {
        batches.push(open);
        open = [];
      }
      open.push(row);
    }
    batches.push(open);
  }
  return batches;
}

/** One of the targets found for each row; where the channel fails the search's own choice. Null where cancelled. */
async function choose(
  loaded: LoadedModel,
  batch: readonly Row[],
  found: readonly (readonly RankedTarget[])[],
  { channel, from, cancelled }: TranslationOrder,
): Promise<readonly Target[] | null> {
  const best = found.flatMap((targets) => targets.slice(0, 1));
  if (channel === null) {
    return best;
  }
  const rows = found.map((targets, index) => ({
    source: batch[index]?.source ?? '',
    language: from,
    targets: targets.map((target) => ({ ...target, text: loaded.decode(target.ids) })),
  }));
  try {
    return await chooseByChannel(channel, rows, loaded.rules.lengthPenalty, cancelled);
  } catch {
    return best;
  }
}

/** The targets of a batch; where the batch fails as a whole its rows are tried alone. Null where cancelled. */
async function runBatch(
  loaded: LoadedModel,
  batch: readonly Row[],
  order: TranslationOrder,
): Promise<readonly (Target | Error)[] | null> {
  try {
    const found = await generate(
      loaded,
      batch.map((row) => row.ids),
      order.cancelled,
    );
    return found && (await choose(loaded, batch, found, order));
  } catch (error) {
    if (batch.length === 1) {
      return [error instanceof Error ? error : new Error(String(error))];
    }
  }
  const targets: (Target | Error)[] = [];
  for (const row of batch) {
    const alone = await runBatch(loaded, [row], order);
    if (alone === null) {
      return null;
    }
    targets.push(...alone);
  }
  return targets;
}

/** Every text gives one result, a translation or a failure of its own, unless the request is cancelled before. */
export async function translateTexts(
  loaded: LoadedModel,
  order: TranslationOrder,
): Promise<'done' | 'cancelled'> {
  const prefix = loaded.prefixOf(order.to);
  const start = prefix === null ? [] : [prefix];
  const encode = (text: string) => [...start, ...loaded.encode(text)];
  const open = new Map<number, OpenText>();
  const rows: Row[] = [];
  const ready: TextResult[] = [];
  order.texts.forEach((text, textIndex) => {
    const { source, finish } = prepareText(text, loaded.reserved, order.from, order.to);
    if (source === null) {
      ready.push({ index: textIndex, text: finish(''), split: false });
      return;
    }
    const pieces = splitText(source, loaded.lengths, (piece) => encode(piece).length);
    open.set(textIndex, { pieces: pieces.map(() => null), finish, failure: null });
    pieces.forEach((source, pieceIndex) => {
      rows.push({ textIndex, pieceIndex, source, ids: encode(source) });
    });
  });
  if (ready.length > 0) {
    order.onResults(ready);
  }
  for (const batch of rows.length === 0 ? [] : batchesOf(rows)) {
    const targets = await runBatch(loaded, batch, order);
    if (targets === null) {
      return 'cancelled';
    }
    const results = batch.flatMap((row, index) => {
      const target = targets[index] ?? new Error('the model gave fewer rows than it was given');
      return settle(loaded, open, row, target, order.to);
    });
    if (results.length > 0) {
      order.onResults(results);
    }
  }
  return 'done';
}

/** Notes one row's target; gives the text's result when it was the last of its pieces. */
function settle(
  loaded: LoadedModel,
  open: Map<number, OpenText>,
  row: Row,
  target: Target | Error,
  to: Language,
): readonly TextResult[] {
  const text = open.get(row.textIndex);
  if (text === undefined) {
    throw new Error('a row of no text');
  }
  if (target instanceof Error) {
    text.failure ??= target.message;
    text.pieces[row.pieceIndex] = '';
  } else {
    const finish = target.cutShort ? finishCutPiece : finishPiece;
    text.pieces[row.pieceIndex] = finish(loaded.decode(target.ids), row.source, to);
  }
  if (text.pieces.includes(null)) {
    return [];
  }
  open.delete(row.textIndex);
  const index = row.textIndex;
  return text.failure === null
    ? [{ index, text: text.finish(text.pieces.join(' ')), split: text.pieces.length > 1 }]
    : [{ index, failure: text.failure }];
}

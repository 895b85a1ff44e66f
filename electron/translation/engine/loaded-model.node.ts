// A model in memory: its tokenizer, its graphs, and what its texts must look like.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import {
  AutoTokenizer,
  MarianMTModel,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@xenova/transformers';
import type { Language } from '../../corpus/document.ts';
import { chooseModelFiles } from '../model-files.ts';
import type { SearchRules } from './beam-search.ts';
import type { PieceLengths } from './split-text.ts';

export interface LoadedModel {
  readonly folder: string;
  readonly model: PreTrainedModel;
  /** The piece that begins a source to ask for a language, or null where the model has none. */
  readonly prefixOf: (to: Language) => number | null;
  /** Pieces of a source, the end token last, the prefix not among them. */
  readonly encode: (text: string) => readonly number[];
  readonly decode: (ids: readonly number[]) => string;
  /** The tokenizer's own marks, which a source must not hold. */
  readonly reserved: readonly string[];
  /** How long sources are cut, prefix and end token included: at most as many pieces as the graphs have positions. */
  readonly lengths: PieceLengths;
  readonly padId: number;
  /** The piece that begins every target. */
  readonly startId: number;
  readonly rules: SearchRules;
}

const prefixes: Readonly<Record<Language, string>> = { en: '>>eng<<', vi: '>>vie<<' };

/** Marian knows no positions beyond these unless its configuration says so. */
const defaultPositions = 512;

/** More beams than these take time for next to nothing. */
const mostBeams = 4;

/** Small decoders gain nothing from more threads, and the page needs a core as well. */
function threadCount(): number {
  const cores = availableParallelism();
  return cores <= 2 ? cores : Math.min(4, cores - 1);
}

/** How onnxruntime runs a graph. */
export interface SessionChoices {
  readonly threads: number;
  /** Whether workers wait for work by turning round, which takes whole cores for a while after each run. */
  readonly spinning: boolean;
  /** Whether memory is kept and planned from one run to the next. */
  readonly arena: boolean;
  readonly optimisation: 'disabled' | 'basic' | 'extended' | 'all';
}

/**
 * What the program uses, chosen by measurement (docs/decisions.md). The arena is off although it is a little faster:
 * Electron's allocator aborts on one huge block, which it asks for (microsoft/onnxruntime#29763).
 */
export function usualSession(): SessionChoices {
  return { threads: threadCount(), spinning: false, arena: false, optimisation: 'all' };
}

function sessionOptions({ threads, spinning, arena, optimisation }: SessionChoices) {
  return {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential' as const,
    graphOptimizationLevel: optimisation,
    enableCpuMemArena: arena,
    enableMemPattern: arena,
    extra: { session: { intra_op: { allow_spinning: spinning ? '1' : '0' } } },
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** One id or several, as configurations write them. */
function idsOf(value: unknown): readonly number[] {
  const ids = Array.isArray(value) ? value : [value];
  return ids.map(wholeNumber).filter((id) => id !== null);
}

/**
 * Loads the model of a folder (an absolute path). Throws where it cannot: a file is missing or broken, or the model
 * is not a Marian model.
 */
export async function loadModel(
  folder: string,
  session: SessionChoices = usualSession(),
): Promise<LoadedModel> {
  const choice = chooseModelFiles(filesIn(folder));
  if (!choice.complete) {
    throw new Error(`${choice.missing} is missing`);
  }
  const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
  const model = await MarianMTModel.from_pretrained(folder, {
    local_files_only: true,
    device: 'cpu',
    dtype: { ...choice.chosen.precision },
    session_options: sessionOptions(session),
  });
  return describe(folder, tokenizer, model);
}

/** What a model's configuration says of how its targets are searched; search is greedy where it says nothing. */
function rulesOf(
  generation: Readonly<Record<string, unknown>>,
  endIds: readonly number[],
  padId: number,
): SearchRules {
  const { num_beams: beams, length_penalty: lengthPenalty, bad_words_ids: badWords } = generation;
  const alone = Array.isArray(badWords)
    ? badWords.map(idsOf).filter((ids) => ids.length === 1)
    : [];
  return {
    beams: Math.min(mostBeams, Math.max(1, wholeNumber(beams) ?? 1)),
    lengthPenalty: Number.isFinite(lengthPenalty) ? Number(lengthPenalty) : 1,
    endIds: new Set(endIds),
    unsayable: new Set([padId, ...alone.flat()].filter((id) => !endIds.includes(id))),
  };
}

function describe(
  folder: string,
  tokenizer: PreTrainedTokenizer,
  model: PreTrainedModel,
): LoadedModel {
  // Their types name no field of a model's own.
  const config = model.config as unknown as Readonly<Record<string, unknown>>;
  const generation: Readonly<Record<string, unknown>> = { ...config, ...model.generation_config };
  const vocabulary = tokenizer.get_vocab();
  const endIds = idsOf(generation['eos_token_id'] ?? tokenizer.eos_token_id);
  const [endId] = endIds;
  const padId = wholeNumber(config['pad_token_id'] ?? tokenizer.pad_token_id);
  if (endId === undefined || padId === null) {
    throw new Error('config.json names no eos_token_id or no pad_token_id');
  }
  const [inputs, positions] = [tokenizer.model_max_length, config['max_position_embeddings']]
    .map(wholeNumber)
    .map((limit) => (limit !== null && limit > 3 ? limit : null));
  const longest = Math.min(defaultPositions, positions ?? inputs ?? defaultPositions);
  return {
    folder,
    model,
    prefixOf: (to) => vocabulary.get(prefixes[to]) ?? null,
    encode: (text) => {
      const ids = tokenizer.encode(text);
      return ids.at(-1) === endId ? ids : [...ids, endId];
    },
    decode: (ids) =>
      ids.length === 0 ? '' : tokenizer.decode([...ids], { skip_special_tokens: true }),
    reserved: [
      ...tokenizer.all_special_tokens,
      ...[...vocabulary.keys()].filter((piece) => /^>>\w+<<$/u.test(piece)),
    ],
    lengths: { usual: Math.min(longest, inputs ?? longest), longest },
    padId,
    startId: wholeNumber(generation['decoder_start_token_id']) ?? padId,
    rules: rulesOf(generation, endIds, padId),
  };
}

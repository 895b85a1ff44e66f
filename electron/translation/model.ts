// Translation models and what they make.
import * as v from 'valibot';
import type { Failure } from '../contract/result.ts';
import type { Language, SegmentId } from '../corpus/document.ts';
import type { ModelAbout } from './model-about.ts';

export const ModelIdSchema = v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/), v.brand('ModelId'));
/** The name of the model's folder. */
export type ModelId = v.InferOutput<typeof ModelIdSchema>;

export interface Direction {
  readonly from: Language;
  readonly to: Language;
}

/** A folder in the layout that transformers.js reads. */
export interface ModelSummary {
  readonly id: ModelId;
  /** What the model calls itself (see model-name.ts), else its id. */
  readonly name: string;
  readonly origin: 'built-in' | 'added';
  readonly directions: readonly Direction[];
  readonly sizeBytes: number;
  /** SHA-256 over the folder's files, in hexadecimal: two models with one fingerprint translate alike. Empty with a problem. */
  readonly fingerprint: string;
  /** What its folder says of it, or null. */
  readonly about: ModelAbout | null;
  /** Why it cannot be used, or null. */
  readonly problem: Failure | null;
}

export interface ListedModel extends ModelSummary {
  /** The directions in which this model translates where none is named; see `modelInUse`. */
  readonly inUse: readonly Direction[];
}

/** What one model made of one sentence. */
export interface Translation {
  readonly segmentId: SegmentId;
  readonly to: Language;
  readonly text: string;
  readonly modelId: ModelId;
  readonly modelName: string;
  readonly fingerprint: string;
  /** The sentence was longer than the model takes in one piece and was translated in several. */
  readonly split: boolean;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

export const JobIdSchema = v.pipe(v.string(), v.uuid(), v.brand('JobId'));
export type JobId = v.InferOutput<typeof JobIdSchema>;

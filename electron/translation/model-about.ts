// What a model says of itself for the panel: `about.json` of its folder, or its entry in the catalogue.
import * as v from 'valibot';
import { LanguageSchema } from '../corpus/document.ts';
import { ModelIdSchema } from './model.ts';

const line = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));

/** A measured quality on one test set, in one direction; null where that was not measured. */
export const ScoreSchema = v.object({
  set: line(40),
  from: LanguageSchema,
  to: LanguageSchema,
  /** chrF2 and BLEU as sacrebleu computes them, 0 to 100. */
  chrF: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), null),
  BLEU: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), null),
});
export type Score = Readonly<v.InferOutput<typeof ScoreSchema>>;

/** The name of a licence, and where its terms stand. */
export const LicenceSchema = v.object({ name: line(80), url: v.nullable(line(200)) });

const SentencesSchema = v.pipe(v.array(line(400)), v.maxLength(10));

/** Sentences for the reader, in either language of the interface. */
export const LimitsSchema = v.object({ en: SentencesSchema, vi: SentencesSchema });

/** `about.json`: everything in it may be missing. Other members are passed over, so that later ones do no harm. */
export const ModelAboutSchema = v.object({
  name: v.optional(v.nullable(line(80)), null),
  licence: v.optional(v.nullable(LicenceSchema), null),
  scores: v.optional(v.pipe(v.array(ScoreSchema), v.maxLength(24)), []),
  limits: v.optional(LimitsSchema, { en: [], vi: [] }),
  /**
   * The id of a model of the other direction that helps this one to choose among what it could say (see
   * engine/channel.node.ts), where it is installed from the same place.
   */
  channel: v.optional(v.nullable(ModelIdSchema), null),
  /** Where it was made or is described: an address in words, never followed by the program. */
  page: v.optional(v.nullable(line(200)), null),
  /** Written by the program when it has downloaded the model. */
  download: v.optional(
    v.nullable(
      v.object({
        host: line(200),
        revision: line(100),
        /** ISO 8601, UTC. */
        at: v.pipe(v.string(), v.isoTimestamp()),
      }),
    ),
    null,
  ),
});
export type ModelAbout = Readonly<v.InferOutput<typeof ModelAboutSchema>>;

/** What the text of an `about.json` says, or null where it cannot be understood: the model is no worse for it. */
export function readAbout(text: string): ModelAbout | null {
  try {
    const read = v.safeParse(ModelAboutSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

// Why the program suggests a link: facts by kind, put into words by whoever shows them.
import * as v from 'valibot';

export const reasonKinds = [
  'same-date',
  'same-year',
  'same-number',
  'same-name',
  'shared-words',
  'same-formula',
  'similar-translation',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export const ReasonSchema = v.strictObject({
  kind: v.picklist(reasonKinds),
  /** What the kind's sentence needs, as it is to be shown (a date, a name in either spelling). */
  params: v.record(v.pipe(v.string(), v.maxLength(50)), v.pipe(v.string(), v.maxLength(500))),
});
/** One reason of a suggestion. */
export type Reason = v.InferOutput<typeof ReasonSchema>;

// The call that asks for suggestions. What the reader takes of them goes through `history.apply`, as every link does.
import * as v from 'valibot';
import { call } from '../../contract/call.ts';
import { DocumentIdSchema, SegmentIdSchema } from '../../corpus/document.ts';
import type { Suggestion } from './suggest.ts';

const segmentIds = v.pipe(v.array(SegmentIdSchema), v.minLength(1), v.maxLength(1000));

export const suggestCalls = {
  /**
   * Links that the program proposes between a Vietnamese and an English document, in either order; the likeliest first.
   * No two sentences are joined that a link of the two documents joins, in whatever alignment and of whatever status, or
   * one of `shown`: a further call with what was shown before goes on where the last ended. With `more` the less likely
   * ones are proposed, too, none that scores less than `least` (0.2 by default; floors.ts has what is fit to be shown).
   * Cached translations are used where there are any.
   */
  'alignment.suggest': call<readonly Suggestion[]>()(
    v.strictObject({
      documentIds: v.tuple([DocumentIdSchema, DocumentIdSchema]),
      top: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
      more: v.exactOptional(v.boolean()),
      least: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      shown: v.exactOptional(
        v.pipe(v.array(v.strictObject({ vi: segmentIds, en: segmentIds })), v.maxLength(10_000)),
      ),
    }),
  ),
} as const;

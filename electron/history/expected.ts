// What edits were planned on: where it is something else by the time they are asked for, none of them is carried out.
import * as v from 'valibot';
import { LinkIdSchema, LinkSchema } from '../alignment/alignment.ts';
import { PhraseIdSchema, PhraseLinkSchema } from '../alignment/phrase.ts';
import { sameValue } from '../alignment/plan.ts';
import type { EditState } from './state.ts';

/** A link or phrase link as it was when the edits were made; null where there was none of that id. */
export const ExpectedSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('link'),
    id: LinkIdSchema,
    value: v.nullable(LinkSchema),
  }),
  v.strictObject({
    type: v.literal('phrase'),
    id: PhraseIdSchema,
    value: v.nullable(PhraseLinkSchema),
  }),
]);
export type Expected = Readonly<v.InferOutput<typeof ExpectedSchema>>;

/** Whether each is still as expected, in every property; the state has all links and phrase links that are named. */
export function isAsExpected(
  { links, phrases }: Pick<EditState, 'links' | 'phrases'>,
  expected: readonly Expected[],
): boolean {
  return expected.every((each) => {
    const found = each.type === 'link' ? links.get(each.id) : phrases.get(each.id);
    return sameValue(found ?? null, each.value);
  });
}

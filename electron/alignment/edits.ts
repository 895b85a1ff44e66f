// The edits that a reader's links can undergo.
import * as v from 'valibot';
import { LinkIdSchema, LinkSchema, LinkSideSchema, linkStatuses } from './alignment.ts';

export const LinkAddSchema = v.strictObject({ type: v.literal('link.add'), link: LinkSchema });

export const LinkRemoveSchema = v.strictObject({
  type: v.literal('link.remove'),
  linkId: LinkIdSchema,
});

export const LinkChangeSchema = v.strictObject({
  type: v.literal('link.change'),
  linkId: LinkIdSchema,
  changes: v.strictObject({
    sides: v.exactOptional(v.pipe(v.tuple([LinkSideSchema, LinkSideSchema]), v.readonly())),
    status: v.exactOptional(v.picklist(linkStatuses)),
    comment: v.exactOptional(v.pipe(v.string(), v.maxLength(10_000))),
  }),
});

export const LinkEditSchema = v.variant('type', [
  LinkAddSchema,
  LinkRemoveSchema,
  LinkChangeSchema,
]);
export type LinkEdit = Readonly<v.InferOutput<typeof LinkEditSchema>>;

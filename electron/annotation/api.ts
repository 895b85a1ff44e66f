// Calls on annotations. They are changed through `history.apply` alone.
import * as v from 'valibot';
import { call } from '../contract/call.ts';
import type { Annotation } from './annotation.ts';

export const annotationCalls = {
  /** Every annotation of the workspace, oldest first. */
  'annotation.list': call<readonly Annotation[]>()(v.strictObject({})),
} as const;

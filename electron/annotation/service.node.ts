// Answers the calls on annotations.
import type { FeatureHandlers } from '../contract/contract.ts';
import { succeed } from '../contract/result.ts';
import type { Database } from '../storage/database.node.ts';
import { listAnnotations } from './store.node.ts';

export interface AnnotationContext {
  readonly database: Database;
}

/** The handlers of `annotation.*`. */
export function createAnnotationService({
  database,
}: AnnotationContext): FeatureHandlers<'annotation'> {
  return {
    'annotation.list': () => succeed(listAnnotations(database.read)),
  };
}

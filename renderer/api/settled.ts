// Whether the page holds what the core holds: nothing is under way, and what changed has been asked for again.
import type { QueryClient } from '@tanstack/react-query';
import type { Feature } from '../../electron/contract/shell.ts';
import type { Edit } from '../../electron/history/edit.ts';
import type { Client } from './client.ts';
import { isUnderWay } from './in-order.ts';

export interface Cached {
  readonly client: Client;
  readonly queries: QueryClient;
}

/** The beginnings of the keys of what edits change. */
type Changing = Extract<Feature, 'alignment' | 'annotation' | 'corpus'> | 'history';
const editable: readonly Changing[] = ['alignment', 'annotation', 'corpus', 'history'];
const waitMs = 4;
/** A core that does not answer must not hold the keys for ever. */
const longestWaitMs = 5000;

export function isSettled({ client, queries }: Cached): boolean {
  return (
    !isUnderWay(client) &&
    editable.every((feature) => queries.isFetching({ queryKey: [feature] }) === 0)
  );
}

/** Resolves when the page holds what the core holds, and has had the time to draw it. */
export async function whenSettled(cached: Cached): Promise<void> {
  const since = performance.now();
  do {
    await pause();
  } while (!isSettled(cached) && performance.now() - since < longestWaitMs);
  // What arrived is handed on, then drawn.
  await pause();
  await pause();
}

/** Asks again for what edits have changed, without waiting until the core tells of it. */
export function refreshAfter(queries: QueryClient, edits: readonly Edit[]): void {
  refresh(queries, [...new Set(edits.flatMap(({ type }) => changedBy(type)))]);
}

/** Asks again for what an undo or a redo may have changed; texts are left to the core, which knows whether they were. */
export function refreshAfterTravel(queries: QueryClient): void {
  refresh(queries, ['alignment', 'annotation', 'history']);
}

function refresh(queries: QueryClient, parts: readonly Changing[]): void {
  for (const part of parts) {
    void queries.invalidateQueries({ queryKey: [part] });
  }
}

function changedBy(type: Edit['type']): readonly Changing[] {
  return type.startsWith('segment.')
    ? editable
    : [type.startsWith('annotation.') ? 'annotation' : 'alignment', 'history'];
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}

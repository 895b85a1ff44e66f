// Answers the calls on alignments.
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { FeatureHandlers } from '../contract/contract.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import { hasDocument } from '../corpus/store.node.ts';
import type { Database } from '../storage/database.node.ts';
import { type Alignment, type AlignmentHead, AlignmentIdSchema } from './alignment.ts';
import { findLinksOfDocument } from './link-store.node.ts';
import { findPair } from './pair.node.ts';
import { createRunHandlers } from './run-service.node.ts';
import { listSnapshots } from './snapshot-store.node.ts';
import {
  findAlignment,
  findAlignments,
  findShownAlignment,
  noteUse,
  putAlignment,
  summariseAlignments,
} from './store.node.ts';
import type { ListTranslations } from './stored-translations.ts';
import { createSuggestHandlers } from './suggest/suggest-service.node.ts';
import { createVersionHandlers } from './version-service.node.ts';

export interface AlignmentContext {
  readonly database: Database;
  /** For runs and suggestions; without it they do without translations. */
  readonly listTranslations?: ListTranslations;
}

export interface AlignmentService {
  readonly handlers: FeatureHandlers<'alignment'>;
  /** Ends the runs that are under way. */
  close(): void;
}

/** The handlers of `alignment.*`. */
export function createAlignmentService({
  database,
  listTranslations,
}: AlignmentContext): AlignmentService {
  const runs = createRunHandlers(database, listTranslations ?? null);
  const handlers: FeatureHandlers<'alignment'> = {
    'alignment.list': ({ documentIds }) => {
      const pair = findPair(database.read, documentIds);
      return pair.ok ? succeed(summariseAlignments(database.read, pair.value)) : pair;
    },
    'alignment.open': ({ documentIds, alignmentId }) => {
      const pair = findPair(database.read, documentIds);
      if (!pair.ok) {
        return pair;
      }
      const shown = findShownAlignment(database.read, pair.value);
      if (alignmentId === undefined) {
        return open(database, shown ?? makeAlignment(database, pair.value));
      }
      const named = findAlignments(database.read, [alignmentId]).get(alignmentId);
      if (named === undefined || named.documentIds.join(' ') !== pair.value.join(' ')) {
        return fail('alignment-not-found', { alignment: alignmentId });
      }
      if (named.id !== shown?.id) {
        database.write((db) => noteUse(db, named.id, 'shown', new Date().toISOString()));
      }
      return open(database, named);
    },
    'alignment.linksOf': ({ documentId }) =>
      hasDocument(database.read, documentId)
        ? succeed(findLinksOfDocument(database.read, documentId))
        : fail('document-not-found', { document: documentId }),
    'alignment.snapshots': ({ alignmentId }) =>
      findAlignments(database.read, [alignmentId]).has(alignmentId)
        ? succeed(listSnapshots(database.read, alignmentId))
        : fail('alignment-not-found', { alignment: alignmentId }),
    ...runs.handlers,
    ...createVersionHandlers(database),
    ...createSuggestHandlers(database, listTranslations ?? null),
  };
  return { handlers, close: runs.close };
}

function open(database: Database, { id }: AlignmentHead): Result<Alignment> {
  const alignment = findAlignment(database.read, id);
  return alignment === undefined
    ? fail('alignment-not-found', { alignment: id })
    : succeed(alignment);
}

/** The alignment of a pair that has none: empty, and nothing to undo. */
function makeAlignment(
  database: Database,
  documentIds: AlignmentHead['documentIds'],
): AlignmentHead {
  const alignment: AlignmentHead = {
    id: v.parse(AlignmentIdSchema, randomUUID()),
    documentIds,
    name: '',
    origin: 'reader',
    kind: 'subject',
    createdAt: new Date().toISOString(),
  };
  database.write((db) => putAlignment(db, alignment));
  return alignment;
}

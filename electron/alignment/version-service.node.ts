// Answers the calls on versions of alignments: snapshots, comparisons, exported and imported files.
import { randomUUID } from 'node:crypto';
import type { FeatureHandlers } from '../contract/contract.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import { type DocumentText, type SegmentId, segmentText } from '../corpus/document.ts';
import type { Database, ReadDb } from '../storage/database.node.ts';
import type { AlignmentHead, AlignmentId, Link } from './alignment.ts';
import { compareLinks } from './compare.ts';
import { exportAlignment } from './export.ts';
import { fromPortable, type Restored } from './from-portable.ts';
import { type IdChoice, planImport } from './import.ts';
import { findLinks } from './link-store.node.ts';
import { findPair, readPair } from './pair.node.ts';
import { findPhrases } from './phrase-store.node.ts';
import { type KnownDocument, readPortable } from './portable.ts';
import { readForeign } from './read-file.ts';
import { planRestore } from './restore.ts';
import { bodyOf } from './run.ts';
import type { KeptSnapshot, Version } from './snapshot.ts';
import { findSnapshots } from './snapshot-store.node.ts';
import { findAlignment, findAlignments } from './store.node.ts';

type VersionHandlers = Pick<
  FeatureHandlers<'alignment'>,
  'alignment.compare' | 'alignment.proposeRestore' | 'alignment.export' | 'alignment.proposeImport'
>;

/** The handlers; none of them writes. */
export function createVersionHandlers({ read }: Database): VersionHandlers {
  return {
    'alignment.compare': ({ left, right }) => {
      const one = linksOfVersion(read, left);
      if (!one.ok) {
        return one;
      }
      const other = linksOfVersion(read, right);
      if (!other.ok) {
        return other;
      }
      if (one.value.head.documentIds.join(' ') !== other.value.head.documentIds.join(' ')) {
        return fail('alignment-other-documents', {});
      }
      return succeed({
        ...compareLinks(one.value.links, other.value.links),
        lostCount: one.value.lostCount + other.value.lostCount,
      });
    },
    'alignment.proposeRestore': ({ snapshotId }) => {
      const snapshot = findSnapshots(read, [snapshotId]).get(snapshotId);
      if (snapshot === undefined) {
        return fail('snapshot-not-found', { snapshot: snapshotId });
      }
      const alignment = findAlignment(read, snapshot.alignmentId);
      if (alignment === undefined) {
        return fail('alignment-not-found', { alignment: snapshot.alignmentId });
      }
      const documents = readPair(read, alignment.documentIds);
      if (!documents.ok) {
        return documents;
      }
      const restored = restoreSnapshot(snapshot, alignment, documents.value);
      return succeed(
        planRestore({
          alignment,
          restored,
          bodies: [bodyOf(documents.value[0]), bodyOf(documents.value[1])],
          wordsOf: wordsIn(documents.value),
          ids: idsTaken(read, restored, alignment.id),
        }),
      );
    },
    'alignment.export': ({ alignmentId, format }) => {
      const alignment = findAlignment(read, alignmentId);
      if (alignment === undefined) {
        return fail('alignment-not-found', { alignment: alignmentId });
      }
      const documents = readPair(read, alignment.documentIds);
      return documents.ok
        ? succeed(exportAlignment(alignment, documents.value, format))
        : documents;
    },
    'alignment.proposeImport': ({ documentIds, text, name }) => {
      const pair = findPair(read, documentIds);
      if (!pair.ok) {
        return pair;
      }
      const documents = readPair(read, pair.value);
      if (!documents.ok) {
        return documents;
      }
      const portable = readForeign(text, documents.value, {
        newId: randomUUID,
        now: new Date().toISOString(),
      });
      if (!portable.ok) {
        return portable;
      }
      const { id, createdAt, kind, origin } = portable.value;
      const isTaken = findAlignments(read, [id]).has(id);
      const head: AlignmentHead = {
        // A new UUID is what the schema asks of an alignment's id.
        id: isTaken ? (randomUUID() as string as AlignmentId) : id,
        documentIds: pair.value,
        name: name === '' ? portable.value.name : name,
        origin,
        kind,
        createdAt,
      };
      const restored = fromPortable(portable.value, head, documents.value);
      if (restored.links.length === 0 && portable.value.links.length > 0) {
        return fail('alignment-file-foreign', {});
      }
      const bodies = [bodyOf(documents.value[0]), bodyOf(documents.value[1])] as const;
      return succeed(planImport(head, restored, bodies, idsTaken(read, restored, head.id)));
    },
  };
}

/** Which ids of what was read belong to other alignments of the workspace. */
function idsTaken(db: ReadDb, { links, phrases }: Restored, alignmentId: AlignmentId): IdChoice {
  const found = [
    ...findLinks(
      db,
      links.map(({ id }) => id),
    ).values(),
    ...findPhrases(
      db,
      phrases.map(({ id }) => id),
    ).values(),
  ];
  const taken = new Set<string>(
    found.filter((each) => each.alignmentId !== alignmentId).map(({ id }) => id),
  );
  return { isTaken: (id) => taken.has(id), newId: randomUUID };
}

/** The links of a version between the sentences as they are now. */
function linksOfVersion(
  db: ReadDb,
  version: Version,
): Result<{
  readonly head: AlignmentHead;
  readonly links: readonly Link[];
  readonly lostCount: number;
}> {
  const snapshot =
    version.type === 'snapshot'
      ? findSnapshots(db, [version.snapshotId]).get(version.snapshotId)
      : undefined;
  if (version.type === 'snapshot' && snapshot === undefined) {
    return fail('snapshot-not-found', { snapshot: version.snapshotId });
  }
  const alignmentId = version.type === 'alignment' ? version.alignmentId : snapshot?.alignmentId;
  const alignment = alignmentId && findAlignment(db, alignmentId);
  if (!alignment) {
    return fail('alignment-not-found', { alignment: alignmentId ?? '' });
  }
  if (snapshot === undefined) {
    return succeed({ head: alignment, links: alignment.links, lostCount: 0 });
  }
  const documents = readPair(db, alignment.documentIds);
  if (!documents.ok) {
    return documents;
  }
  const { links, omitted } = restoreSnapshot(snapshot, alignment, documents.value);
  return succeed({ head: alignment, links, lostCount: omitted.length });
}

/** What a snapshot holds; what the workspace keeps can be read, or the program is at fault. */
function restoreSnapshot(
  { id, content }: KeptSnapshot,
  alignment: AlignmentHead,
  documents: readonly [DocumentText, DocumentText],
): Restored {
  const portable = readPortable(content);
  if (!portable.ok) {
    throw new Error(`snapshot ${id} cannot be read: ${JSON.stringify(portable.error)}`);
  }
  return fromPortable(portable.value, alignment, documents);
}

function wordsIn(documents: readonly [KnownDocument, KnownDocument]): (id: SegmentId) => string {
  const words = new Map<SegmentId, string>(
    documents.flatMap((document) =>
      document.paragraphs.flatMap(({ segments }) =>
        segments.map((segment) => [segment.id, segmentText(document, segment)] as const),
      ),
    ),
  );
  return (id) => words.get(id) ?? '';
}

// Reads from the workspace what edits touch and are checked against.
import type { AlignmentHead, AlignmentId, Link, LinkId } from '../alignment/alignment.ts';
import {
  findLinks,
  findLinksOfAlignments,
  findLinksOfSegments,
} from '../alignment/link-store.node.ts';
import type { PhraseId, PhraseLink } from '../alignment/phrase.ts';
import {
  findPhrases,
  findPhrasesOfAlignments,
  findPhrasesOfDocuments,
} from '../alignment/phrase-store.node.ts';
import { type KnownDocument, knownDocument } from '../alignment/portable.ts';
import { findSnapshots, findSnapshotsOfAlignments } from '../alignment/snapshot-store.node.ts';
import { findAlignments, listAlignments } from '../alignment/store.node.ts';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import {
  findAnnotations,
  findAnnotationsOfDocuments,
  findAnnotationsOfLinks,
} from '../annotation/store.node.ts';
import { type DocumentId, documentOf, type SegmentId } from '../corpus/document.ts';
import { findReadingText, findSegmentStarts, getDocument } from '../corpus/store.node.ts';
import type { ReadDb } from '../storage/database.node.ts';
import type { Edit } from './edit.ts';
import type { EditState } from './state.ts';
import type { StepEdit } from './step-edit.ts';
import { type Touched, touchedBy } from './touched.ts';

type AnyEdit = Edit | StepEdit;

/** The part of the workspace that these edits touch, as it is now, with everything that bears on them. */
export function loadState(db: ReadDb, edits: readonly AnyEdit[]): EditState {
  const touched = touchedBy(edits);
  const changed = loadDocuments(db, [...touched.changedDocuments]);
  const named = findLinks(db, [...touched.links]);
  const links = new Map(named);
  addAll(links, findLinksOfAlignments(db, [...touched.wholeAlignments]));
  addAll(links, findLinksOfSegments(db, segmentsBeside(changed, edits)));
  const phrases = loadPhrases(db, touched);
  const alignments = loadAlignments(db, touched, edits, links, phrases);
  addAll(links, linksOfTranslations(db, edits, named, alignments));
  const documents = new Map([...changed, ...loadSnapshotDocuments(db, edits, alignments)]);
  const annotations = loadAnnotations(db, touched, edits, links);
  return {
    alignments,
    links,
    phrases,
    snapshots: new Map([
      ...findSnapshots(db, [...touched.snapshots]),
      ...findSnapshotsOfAlignments(db, [...touched.wholeAlignments]).map(
        (snapshot) => [snapshot.id, snapshot] as const,
      ),
    ]),
    annotations,
    segments: loadSegments(db, touched, links, documents),
    texts: loadTexts(db, touched, phrases, annotations, documents),
    documents,
  };
}

function addAll(links: Map<LinkId, Link>, more: readonly Link[]): void {
  for (const link of more) {
    links.set(link.id, link);
  }
}

function loadDocuments(
  db: ReadDb,
  ids: readonly DocumentId[],
): ReadonlyMap<DocumentId, KnownDocument> {
  return new Map(
    ids.flatMap((id) => {
      const document = getDocument(db, id);
      return document === undefined ? [] : [[id, knownDocument(document)] as const];
    }),
  );
}

/** Both texts of every alignment that a snapshot is taken of: it keeps the words of their sentences. */
function loadSnapshotDocuments(
  db: ReadDb,
  edits: readonly AnyEdit[],
  alignments: ReadonlyMap<AlignmentId, AlignmentHead>,
): ReadonlyMap<DocumentId, KnownDocument> {
  const added = new Map(
    edits.flatMap((edit) =>
      edit.type === 'alignment.add' ? [[edit.alignment.id, edit.alignment] as const] : [],
    ),
  );
  const ids = edits.flatMap((edit) => {
    const id = edit.type === 'snapshot.add' ? edit.snapshot.alignmentId : null;
    return id === null ? [] : ((alignments.get(id) ?? added.get(id))?.documentIds ?? []);
  });
  return loadDocuments(db, [...new Set(ids)]);
}

/** All sentences of the paragraphs that are to be cut anew or corrected. */
function segmentsBeside(
  documents: ReadonlyMap<DocumentId, KnownDocument>,
  edits: readonly AnyEdit[],
): readonly SegmentId[] {
  const ids = new Set<SegmentId>();
  for (const edit of edits) {
    const paragraphs =
      edit.type === 'document.change'
        ? [documents.get(edit.documentId)?.paragraphs[edit.paragraphIndex]]
        : 'segmentId' in edit
          ? (documents.get(documentOf(edit.segmentId))?.paragraphs ?? []).filter(({ segments }) =>
              segments.some(({ id }) => id === edit.segmentId),
            )
          : [];
    for (const { id } of paragraphs.flatMap((paragraph) => paragraph?.segments ?? [])) {
      ids.add(id);
    }
  }
  return [...ids];
}

function loadPhrases(db: ReadDb, touched: Touched): ReadonlyMap<PhraseId, PhraseLink> {
  const phrases = new Map(findPhrases(db, [...touched.phrases]));
  for (const phrase of [
    ...findPhrasesOfAlignments(db, [...touched.wholeAlignments]),
    ...findPhrasesOfDocuments(db, [...touched.changedDocuments]),
  ]) {
    phrases.set(phrase.id, phrase);
  }
  return phrases;
}

/** The alignments that are named or hold what is named; where one comes or goes, all of its pair. */
function loadAlignments(
  db: ReadDb,
  touched: Touched,
  edits: readonly AnyEdit[],
  links: ReadonlyMap<LinkId, Link>,
  phrases: ReadonlyMap<PhraseId, PhraseLink>,
): ReadonlyMap<AlignmentId, AlignmentHead> {
  const ids = new Set([...touched.alignments, ...touched.wholeAlignments]);
  for (const { alignmentId } of [...links.values(), ...phrases.values()]) {
    ids.add(alignmentId);
  }
  const alignments = new Map(findAlignments(db, [...ids]));
  for (const edit of edits) {
    const pair =
      edit.type === 'alignment.add'
        ? edit.alignment.documentIds
        : edit.type === 'alignment.remove'
          ? alignments.get(edit.alignmentId)?.documentIds
          : undefined;
    for (const other of pair === undefined ? [] : listAlignments(db, pair)) {
      alignments.set(other.id, other);
    }
  }
  return alignments;
}

/** The links of `translation` alignments that have a sentence which another link may come to hold. */
function linksOfTranslations(
  db: ReadDb,
  edits: readonly AnyEdit[],
  named: ReadonlyMap<LinkId, Link>,
  alignments: ReadonlyMap<AlignmentId, AlignmentHead>,
): readonly Link[] {
  const isTranslation = (id: AlignmentId | undefined): boolean =>
    id !== undefined && alignments.get(id)?.kind === 'translation';
  const segmentIds = new Set<SegmentId>();
  for (const edit of edits) {
    const before = edit.type === 'link.change' ? named.get(edit.linkId) : undefined;
    const [alignmentId, sides] =
      edit.type === 'link.add'
        ? [edit.link.alignmentId, edit.link.sides]
        : edit.type === 'link.change'
          ? [before?.alignmentId, edit.changes.sides ?? before?.sides ?? []]
          : [undefined, []];
    for (const { segmentIds: ids } of isTranslation(alignmentId) ? sides : []) {
      for (const id of ids) {
        segmentIds.add(id);
      }
    }
  }
  return segmentIds.size === 0
    ? []
    : findLinksOfSegments(db, [...segmentIds]).filter(({ alignmentId }) =>
        isTranslation(alignmentId),
      );
}

function loadAnnotations(
  db: ReadDb,
  touched: Touched,
  edits: readonly AnyEdit[],
  links: ReadonlyMap<LinkId, Link>,
): ReadonlyMap<AnnotationId, Annotation> {
  // Where sentences become one, links may, and notes about them go over.
  const merges = edits.some(({ type }) => type === 'segment.merge');
  return new Map([
    ...findAnnotations(db, [...touched.annotations]),
    ...findAnnotationsOfDocuments(db, [...touched.changedDocuments]),
    ...(merges ? findAnnotationsOfLinks(db, [...links.keys()]) : []),
  ]);
}

function loadSegments(
  db: ReadDb,
  touched: Touched,
  links: ReadonlyMap<LinkId, Link>,
  documents: ReadonlyMap<DocumentId, KnownDocument>,
): EditState['segments'] {
  const ids = new Set(touched.segments);
  for (const { segmentIds } of [...links.values()].flatMap(({ sides }) => sides)) {
    for (const id of segmentIds) {
      ids.add(id);
    }
  }
  const starts = new Map(findSegmentStarts(db, [...ids]));
  for (const { paragraphs } of documents.values()) {
    for (const { id, startOffset } of paragraphs.flatMap(({ segments }) => segments)) {
      starts.set(id, startOffset);
    }
  }
  return new Map(
    [...starts].map(([id, startOffset]) => [id, { documentId: documentOf(id), startOffset }]),
  );
}

function loadTexts(
  db: ReadDb,
  touched: Touched,
  phrases: ReadonlyMap<PhraseId, PhraseLink>,
  annotations: ReadonlyMap<AnnotationId, Annotation>,
  documents: ReadonlyMap<DocumentId, KnownDocument>,
): ReadonlyMap<DocumentId, string> {
  const ids = new Set([...touched.texts, ...documents.keys()]);
  for (const { documentId } of [...phrases.values()].flatMap(({ spans }) => spans)) {
    ids.add(documentId);
  }
  for (const target of [...annotations.values()].flatMap(({ targets }) => targets)) {
    if (target.type === 'span') {
      ids.add(target.documentId);
    }
  }
  return new Map(
    [...ids].flatMap((id) => {
      const text = documents.get(id)?.text ?? findReadingText(db, id);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}

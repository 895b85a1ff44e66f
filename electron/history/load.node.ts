// Reads from the workspace what edits touch and are checked against, and writes back what they changed.
import type { AlignmentId, LinkId, LinkSide } from '../alignment/alignment.ts';
import { deleteLink, documentsOfAlignments, findLinks, putLink } from '../alignment/store.node.ts';
import type { AnnotationId, Target } from '../annotation/annotation.ts';
import { deleteAnnotation, findAnnotations, putAnnotation } from '../annotation/store.node.ts';
import { assertNever } from '../contract/result.ts';
import { type DocumentId, documentOf, type SegmentId } from '../corpus/document.ts';
import { getDocument, segmentsOf } from '../corpus/store.node.ts';
import type { ReadDb, WriteDb } from '../storage/database.node.ts';
import type { EditState } from './apply.ts';
import type { Edit } from './edit.ts';

/** The part of the workspace that these edits touch, as it is now. */
export function loadState(db: ReadDb, edits: readonly Edit[]): EditState {
  const touched = touchedBy(edits);
  const links = findLinks(db, [...touched.links]);
  for (const link of links.values()) {
    touched.alignments.add(link.alignmentId);
  }
  const segments = segmentsOf(db, [...touched.segments]);
  const documents = [...touched.documents].map((id) => [id, getDocument(db, id)?.text] as const);
  return {
    links,
    annotations: findAnnotations(db, [...touched.annotations]),
    alignments: documentsOfAlignments(db, [...touched.alignments]),
    segments: new Map(
      segments.map(({ id, startOffset }) => [id, { documentId: documentOf(id), startOffset }]),
    ),
    texts: new Map(
      documents.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])),
    ),
  };
}

/** Writes what differs between two states of {@link loadState}'s making: links first, notes after. */
export function saveState(db: WriteDb, before: EditState, after: EditState): void {
  for (const [id, link] of after.links) {
    if (before.links.get(id) !== link) {
      putLink(db, link);
    }
  }
  for (const id of before.links.keys()) {
    if (!after.links.has(id)) {
      deleteLink(db, id);
    }
  }
  for (const [id, annotation] of after.annotations) {
    if (before.annotations.get(id) !== annotation) {
      putAnnotation(db, annotation);
    }
  }
  for (const id of before.annotations.keys()) {
    if (!after.annotations.has(id)) {
      deleteAnnotation(db, id);
    }
  }
}

interface Touched {
  readonly links: Set<LinkId>;
  readonly annotations: Set<AnnotationId>;
  readonly alignments: Set<AlignmentId>;
  readonly segments: Set<SegmentId>;
  readonly documents: Set<DocumentId>;
}

function touchedBy(edits: readonly Edit[]): Touched {
  const touched: Touched = {
    links: new Set(),
    annotations: new Set(),
    alignments: new Set(),
    segments: new Set(),
    documents: new Set(),
  };
  for (const edit of edits) {
    switch (edit.type) {
      case 'link.add':
        touched.links.add(edit.link.id);
        touched.alignments.add(edit.link.alignmentId);
        addSides(touched, edit.link.sides);
        break;
      case 'link.remove':
        touched.links.add(edit.linkId);
        break;
      case 'link.change':
        touched.links.add(edit.linkId);
        addSides(touched, edit.changes.sides ?? []);
        break;
      case 'annotation.add':
        touched.annotations.add(edit.annotation.id);
        addTargets(touched, edit.annotation.targets);
        break;
      case 'annotation.remove':
        touched.annotations.add(edit.annotationId);
        break;
      case 'annotation.change':
        touched.annotations.add(edit.annotationId);
        addTargets(touched, edit.changes.targets ?? []);
        break;
      default:
        return assertNever(edit);
    }
  }
  return touched;
}

function addSides(touched: Touched, sides: readonly LinkSide[]): void {
  for (const segmentId of sides.flatMap((side) => side.segmentIds)) {
    touched.segments.add(segmentId);
  }
}

function addTargets(touched: Touched, targets: readonly Target[]): void {
  for (const target of targets) {
    if (target.type === 'link') {
      touched.links.add(target.linkId);
    } else {
      touched.documents.add(target.documentId);
    }
  }
}

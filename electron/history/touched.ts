// What edits name, so that it can be read before they are applied.
import type { AlignmentId, LinkId, LinkSide } from '../alignment/alignment.ts';
import type { PhraseId, PhraseSpans } from '../alignment/phrase.ts';
import type { SnapshotId } from '../alignment/snapshot.ts';
import type { AnnotationId, Target } from '../annotation/annotation.ts';
import { assertNever } from '../contract/result.ts';
import { type DocumentId, documentOf, type SegmentId } from '../corpus/document.ts';
import type { Edit } from './edit.ts';
import type { StepEdit } from './step-edit.ts';

/** The ids that edits name, by what must be read of each. */
export interface Touched {
  readonly alignments: Set<AlignmentId>;
  /** Alignments of which everything that they hold bears on the edits. */
  readonly wholeAlignments: Set<AlignmentId>;
  readonly links: Set<LinkId>;
  readonly phrases: Set<PhraseId>;
  readonly snapshots: Set<SnapshotId>;
  readonly annotations: Set<AnnotationId>;
  /** Sentences that links are to hold. */
  readonly segments: Set<SegmentId>;
  /** Documents whose reading text spans are checked against. */
  readonly texts: Set<DocumentId>;
  /** Documents whose sentences change, with all that stands on them. */
  readonly changedDocuments: Set<DocumentId>;
}

/** What these edits name themselves. */
export function touchedBy(edits: readonly (Edit | StepEdit)[]): Touched {
  const touched: Touched = {
    alignments: new Set(),
    wholeAlignments: new Set(),
    links: new Set(),
    phrases: new Set(),
    snapshots: new Set(),
    annotations: new Set(),
    segments: new Set(),
    texts: new Set(),
    changedDocuments: new Set(),
  };
  for (const edit of edits) {
    touch(touched, edit);
  }
  return touched;
}

function touch(touched: Touched, edit: Edit | StepEdit): void {
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
    case 'phrase.add':
      touched.phrases.add(edit.phrase.id);
      touched.alignments.add(edit.phrase.alignmentId);
      addSpans(touched, edit.phrase.spans);
      break;
    case 'phrase.remove':
      touched.phrases.add(edit.phraseId);
      break;
    case 'phrase.change':
      touched.phrases.add(edit.phraseId);
      addSpans(touched, edit.changes.spans ?? []);
      break;
    case 'alignment.add':
      touched.alignments.add(edit.alignment.id);
      if ('copyOf' in edit && edit.copyOf !== undefined) {
        touched.wholeAlignments.add(edit.copyOf);
      }
      break;
    case 'alignment.change':
    case 'alignment.remove':
      touched.wholeAlignments.add(edit.alignmentId);
      break;
    case 'snapshot.add':
      touched.snapshots.add(edit.snapshot.id);
      touched.wholeAlignments.add(edit.snapshot.alignmentId);
      break;
    case 'snapshot.keep':
      touched.snapshots.add(edit.snapshot.id);
      touched.alignments.add(edit.snapshot.alignmentId);
      break;
    case 'snapshot.remove':
      touched.snapshots.add(edit.snapshotId);
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
    case 'segment.split':
    case 'segment.merge':
    case 'segment.correct':
      touched.changedDocuments.add(documentOf(edit.segmentId));
      break;
    case 'document.change':
      touched.changedDocuments.add(edit.documentId);
      break;
    default:
      assertNever(edit);
  }
}

function addSides(touched: Touched, sides: readonly LinkSide[]): void {
  for (const segmentId of sides.flatMap((side) => side.segmentIds)) {
    touched.segments.add(segmentId);
  }
}

function addSpans(touched: Touched, spans: PhraseSpans | readonly []): void {
  for (const { documentId } of spans) {
    touched.texts.add(documentId);
  }
}

function addTargets(touched: Touched, targets: readonly Target[]): void {
  for (const target of targets) {
    if (target.type === 'link') {
      touched.links.add(target.linkId);
    } else {
      touched.texts.add(target.documentId);
    }
  }
}

// What an edit does to a highlight or note: pure, checked, and with the edit that takes it back.
import type { Link, LinkId } from '../alignment/alignment.ts';
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import type { DocumentId } from '../corpus/document.ts';
import { storableText } from '../storage/storable-text.ts';
import type { Annotation, AnnotationId, SpanTarget, Target } from './annotation.ts';
import type { AnnotationEdit } from './edits.ts';

/** What must be known to apply edits of annotations: those they name, the links and texts they are about. */
export interface AnnotationState {
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly links: ReadonlyMap<LinkId, Link>;
  /** The reading text of each document. */
  readonly texts: ReadonlyMap<DocumentId, string>;
}

/** One annotation after an edit (null: it is gone), and the edit that restores what was there before. */
export interface AnnotationStep {
  readonly annotationId: AnnotationId;
  readonly annotation: Annotation | null;
  readonly inverse: AnnotationEdit;
}

/**
 * The outcome of one edit. Every span must lie in its document's text and quote it, and a link that an
 * annotation is newly about must exist. A link that goes later leaves the annotation as it is.
 */
export function stepAnnotationEdit(
  state: AnnotationState,
  edit: AnnotationEdit,
): Result<AnnotationStep> {
  const known = annotationOf(state, edit)?.targets ?? [];
  for (const target of targetsOf(edit)) {
    if (target.type === 'link' && !state.links.has(target.linkId) && !isAmong(target, known)) {
      return fail('link-not-found', { link: target.linkId });
    }
  }
  return restoreAnnotationEdit(state, edit);
}

/**
 * As {@link stepAnnotationEdit}, for an inverse that the history kept: it may bring back an annotation whose
 * link had gone before it.
 */
export function restoreAnnotationEdit(
  state: AnnotationState,
  edit: AnnotationEdit,
): Result<AnnotationStep> {
  const existing = annotationOf(state, edit);
  if (edit.type === 'annotation.add') {
    const { annotation } = edit;
    return existing === undefined
      ? addAnnotation(state, annotation)
      : fail('annotation-exists', { annotation: annotation.id });
  }
  if (existing === undefined) {
    return fail('annotation-not-found', { annotation: edit.annotationId });
  }
  switch (edit.type) {
    case 'annotation.remove':
      return succeed({
        annotationId: existing.id,
        annotation: null,
        inverse: { type: 'annotation.add', annotation: existing },
      });
    case 'annotation.change':
      return changeAnnotation(state, existing, edit.changes);
    default:
      return assertNever(edit);
  }
}

type Changes = Extract<AnnotationEdit, { type: 'annotation.change' }>['changes'];

function annotationOf(state: AnnotationState, edit: AnnotationEdit): Annotation | undefined {
  const id = edit.type === 'annotation.add' ? edit.annotation.id : edit.annotationId;
  return state.annotations.get(id);
}

function targetsOf(edit: AnnotationEdit): readonly Target[] {
  switch (edit.type) {
    case 'annotation.add':
      return edit.annotation.targets;
    case 'annotation.remove':
      return [];
    case 'annotation.change':
      return edit.changes.targets ?? [];
    default:
      return assertNever(edit);
  }
}

function isAmong(target: Extract<Target, { type: 'link' }>, targets: readonly Target[]): boolean {
  return targets.some((other) => other.type === 'link' && other.linkId === target.linkId);
}

function addAnnotation(state: AnnotationState, annotation: Annotation): Result<AnnotationStep> {
  const targets = checkTargets(state, annotation.targets);
  if (!targets.ok) {
    return targets;
  }
  return succeed({
    annotationId: annotation.id,
    annotation: {
      ...annotation,
      targets: targets.value,
      text: storableText(annotation.text),
      tags: annotation.tags.map(storableText),
    },
    inverse: { type: 'annotation.remove', annotationId: annotation.id },
  });
}

function changeAnnotation(
  state: AnnotationState,
  before: Annotation,
  changes: Changes,
): Result<AnnotationStep> {
  const targets =
    changes.targets === undefined ? succeed(before.targets) : checkTargets(state, changes.targets);
  if (!targets.ok) {
    return targets;
  }
  return succeed({
    annotationId: before.id,
    annotation: {
      ...before,
      targets: targets.value,
      colour: changes.colour === undefined ? before.colour : changes.colour,
      text: changes.text === undefined ? before.text : storableText(changes.text),
      tags: changes.tags === undefined ? before.tags : changes.tags.map(storableText),
      changedAt: changes.changedAt ?? before.changedAt,
    },
    inverse: {
      type: 'annotation.change',
      annotationId: before.id,
      changes: {
        ...(changes.targets === undefined ? {} : { targets: before.targets }),
        ...(changes.colour === undefined ? {} : { colour: before.colour }),
        ...(changes.text === undefined ? {} : { text: before.text }),
        ...(changes.tags === undefined ? {} : { tags: before.tags }),
        ...(changes.changedAt === undefined ? {} : { changedAt: before.changedAt }),
      },
    },
  });
}

function checkTargets(
  state: AnnotationState,
  targets: readonly Target[],
): Result<Annotation['targets']> {
  if (targets.length === 0) {
    return fail('annotation-without-target', {});
  }
  const checked: Target[] = [];
  for (const target of targets) {
    if (target.type === 'link') {
      checked.push(target);
      continue;
    }
    const span = checkSpan(state.texts, target);
    if (!span.ok) {
      return span;
    }
    checked.push(span.value);
  }
  return succeed(checked);
}

/** A span as it is stored; fails where it does not lie in its document's text or does not quote it. */
export function checkSpan(
  texts: ReadonlyMap<DocumentId, string>,
  target: SpanTarget,
): Result<SpanTarget> {
  const span = storableSpan(target);
  const { start, end } = span.position;
  const text = texts.get(span.documentId);
  if (text === undefined) {
    return fail('document-not-found', { document: span.documentId });
  }
  return start >= end || end > text.length || text.slice(start, end) !== span.quote.exact
    ? fail('annotation-target-outside', { document: span.documentId })
    : succeed(span);
}

function storableSpan(span: SpanTarget): SpanTarget {
  const { exact, prefix, suffix } = span.quote;
  return {
    ...span,
    quote: {
      exact: storableText(exact),
      prefix: storableText(prefix),
      suffix: storableText(suffix),
    },
  };
}

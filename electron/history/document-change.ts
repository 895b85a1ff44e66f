// A document's sentences cut anew or corrected, with everything that stands on them: one change, taken back exactly.
import * as v from 'valibot';
import { type Link, LinkIdSchema, LinkSidesSchema } from '../alignment/alignment.ts';
import { PhraseIdSchema, type PhraseLink, PhraseSpansSchema } from '../alignment/phrase.ts';
import type { KnownDocument } from '../alignment/portable.ts';
import {
  type Annotation,
  AnnotationIdSchema,
  AnnotationSchema,
  type SpanTarget,
  type Target,
} from '../annotation/annotation.ts';
import { shiftSpan, spliceText } from '../annotation/reanchor.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import {
  type DocumentId,
  DocumentIdSchema,
  type DocumentText,
  documentOf,
  type Paragraph,
  type SegmentId,
  SegmentSchema,
} from '../corpus/document.ts';
import type { EditState } from './state.ts';

/**
 * Made by the core out of an edit of a sentence, never sent by the page. What is not named in it moves with the words it
 * stands on: paragraphs, sentences and spans behind the splice.
 */
export const DocumentChangeSchema = v.strictObject({
  type: v.literal('document.change'),
  documentId: DocumentIdSchema,
  /** Words of one paragraph that others take the place of; both empty where only sentences are cut anew. */
  splice: v.strictObject({
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    removed: v.string(),
    inserted: v.string(),
  }),
  paragraphIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The paragraph's sentences afterwards. */
  segments: v.pipe(v.array(SegmentSchema), v.readonly()),
  /** Links whose sentences are others afterwards, locked ones too: they stay on the same words. */
  links: v.array(v.strictObject({ linkId: LinkIdSchema, sides: LinkSidesSchema })),
  /** Annotations whose words the splice touches. */
  annotations: v.array(
    v.strictObject({
      annotationId: AnnotationIdSchema,
      targets: AnnotationSchema.entries.targets,
    }),
  ),
  /** Phrase links whose words the splice touches. */
  phrases: v.array(v.strictObject({ phraseId: PhraseIdSchema, spans: PhraseSpansSchema })),
});
export type DocumentChange = Readonly<v.InferOutput<typeof DocumentChangeSchema>>;

/** What a document change makes of a state, and the change that takes it back. */
export interface DocumentStep {
  readonly document: KnownDocument;
  /** Ids of sentences that are no longer. */
  readonly removed: readonly SegmentId[];
  readonly links: readonly Link[];
  readonly annotations: readonly Annotation[];
  readonly phrases: readonly PhraseLink[];
  readonly inverse: DocumentChange;
}

/** The outcome of a change; `text-changed-since` where it does not fit the document or what stands on it. */
export function stepDocumentChange(state: EditState, change: DocumentChange): Result<DocumentStep> {
  const { documentId, splice } = change;
  const before = state.documents.get(documentId);
  if (before === undefined) {
    return fail('document-not-found', { document: documentId });
  }
  const misfit = fail('text-changed-since', { document: documentId });
  const paragraph = before.paragraphs[change.paragraphIndex];
  const spliceEnd = splice.start + splice.removed.length;
  if (
    paragraph === undefined ||
    splice.start < paragraph.startOffset ||
    spliceEnd > paragraph.endOffset ||
    before.text.slice(splice.start, spliceEnd) !== splice.removed
  ) {
    return misfit;
  }
  const document = rebuild(before, paragraph, change);
  const removed = removedSegments(paragraph, change);
  const links = changedLinks(state, change, new Set(removed));
  const annotations = movedAnnotations(state, change);
  const phrases = movedPhrases(state, change);
  if (
    !isWhole(document, change) ||
    links === null ||
    annotations === null ||
    phrases === null ||
    !fits(annotations, phrases, documentId, document.text)
  ) {
    return misfit;
  }
  return succeed({
    document,
    removed,
    links,
    annotations,
    phrases,
    inverse: inverseOf(state, change, paragraph),
  });
}

function rebuild(
  document: KnownDocument,
  changed: Paragraph,
  { splice, segments }: DocumentChange,
): KnownDocument {
  const growth = splice.inserted.length - splice.removed.length;
  const shift = <Part extends { readonly startOffset: number; readonly endOffset: number }>(
    part: Part,
  ): Part => ({
    ...part,
    startOffset: part.startOffset + growth,
    endOffset: part.endOffset + growth,
  });
  return {
    ...document,
    text: spliceText(document.text, splice),
    paragraphs: document.paragraphs.map((paragraph) => {
      if (paragraph.index < changed.index || (growth === 0 && paragraph !== changed)) {
        return paragraph;
      }
      return paragraph === changed
        ? { ...paragraph, endOffset: paragraph.endOffset + growth, segments }
        : { ...shift(paragraph), segments: paragraph.segments.map(shift) };
    }),
  };
}

/** Whether the sentences of the changed paragraph cover it but for white space between them, under ids of their own. */
function isWhole({ text, paragraphs }: DocumentText, change: DocumentChange): boolean {
  const paragraph = paragraphs[change.paragraphIndex];
  if (paragraph === undefined) {
    return false;
  }
  const ids = paragraphs.flatMap(({ segments }) => segments.map(({ id }) => id));
  let end = paragraph.startOffset;
  const inOrder = paragraph.segments.every(({ startOffset, endOffset }, number) => {
    const gap = text.slice(end, startOffset);
    const words = text.slice(startOffset, endOffset);
    const isNext =
      startOffset >= end &&
      gap.trim() === '' &&
      (number > 0 || gap === '') &&
      words !== '' &&
      words.trim() === words;
    end = endOffset;
    return isNext;
  });
  return (
    inOrder &&
    end === paragraph.endOffset &&
    new Set(ids).size === ids.length &&
    paragraph.segments.every(({ id }) => documentOf(id) === change.documentId)
  );
}

function removedSegments(before: Paragraph, { segments }: DocumentChange): readonly SegmentId[] {
  const kept = new Set(segments.map(({ id }) => id));
  return before.segments.map(({ id }) => id).filter((id) => !kept.has(id));
}

/** The links with their new sides; null where one is missing, or where another stands on a sentence that goes. */
function changedLinks(
  state: EditState,
  { links: changes, documentId }: DocumentChange,
  removed: ReadonlySet<SegmentId>,
): readonly Link[] | null {
  const links: Link[] = [];
  for (const { linkId, sides } of changes) {
    const link = state.links.get(linkId);
    if (link === undefined) {
      return null;
    }
    links.push({ ...link, sides });
  }
  const changed = new Map(links.map((link) => [link.id, link]));
  const isLeft = [...state.links.values()].some((link) =>
    (changed.get(link.id) ?? link).sides.some(
      (side) => side.documentId === documentId && side.segmentIds.some((id) => removed.has(id)),
    ),
  );
  return isLeft ? null : links;
}

/** The annotations that are others afterwards; null where one that the splice touches is not named. */
function movedAnnotations(
  { annotations }: EditState,
  change: DocumentChange,
): readonly Annotation[] | null {
  const named = new Map(change.annotations.map((each) => [each.annotationId, each.targets]));
  const moved: Annotation[] = [];
  for (const annotation of annotations.values()) {
    const targets = named.get(annotation.id) ?? moveTargets(annotation.targets, change);
    named.delete(annotation.id);
    if (targets === null) {
      return null;
    }
    if (targets !== annotation.targets) {
      moved.push({ ...annotation, targets });
    }
  }
  return named.size === 0 ? moved : null;
}

function moveTargets(
  targets: readonly Target[],
  change: DocumentChange,
): Annotation['targets'] | null {
  const moved: Target[] = [];
  for (const target of targets) {
    const next = target.type === 'span' ? moveSpan(target, change) : target;
    if (next === null) {
      return null;
    }
    moved.push(next);
  }
  return moved.every((target, at) => target === targets[at]) ? targets : moved;
}

function movedPhrases(
  { phrases }: EditState,
  change: DocumentChange,
): readonly PhraseLink[] | null {
  const named = new Map(change.phrases.map(({ phraseId, spans }) => [phraseId, spans]));
  const moved: PhraseLink[] = [];
  for (const phrase of phrases.values()) {
    const given = named.get(phrase.id);
    named.delete(phrase.id);
    if (given !== undefined) {
      moved.push({ ...phrase, spans: given });
      continue;
    }
    const [first, second] = phrase.spans.map((span) => moveSpan(span, change));
    if (!first || !second) {
      return null;
    }
    if (first !== phrase.spans[0] || second !== phrase.spans[1]) {
      moved.push({ ...phrase, spans: [first, second] });
    }
  }
  return named.size === 0 ? moved : null;
}

/** The span itself where it stays; null where the splice touches its words. */
export function moveSpan(
  span: SpanTarget,
  { documentId, splice }: Pick<DocumentChange, 'documentId' | 'splice'>,
): SpanTarget | null {
  const position =
    span.documentId === documentId ? shiftSpan(span.position, splice) : span.position;
  return position === null || position.start === span.position.start
    ? position && span
    : { ...span, position };
}

function fits(
  annotations: readonly Annotation[],
  phrases: readonly PhraseLink[],
  documentId: DocumentId,
  text: string,
): boolean {
  const spans = [
    ...annotations.flatMap(({ targets }) => targets.filter((target) => target.type === 'span')),
    ...phrases.flatMap((phrase) => phrase.spans),
  ];
  return spans.every(
    ({ documentId: id, position, quote }) =>
      id !== documentId || text.slice(position.start, position.end) === quote.exact,
  );
}

function inverseOf(state: EditState, change: DocumentChange, paragraph: Paragraph): DocumentChange {
  return {
    ...change,
    splice: {
      start: change.splice.start,
      removed: change.splice.inserted,
      inserted: change.splice.removed,
    },
    segments: [...paragraph.segments],
    links: change.links.flatMap(({ linkId }) => {
      const link = state.links.get(linkId);
      return link === undefined ? [] : [{ linkId, sides: link.sides }];
    }),
    annotations: change.annotations.flatMap(({ annotationId }) => {
      const annotation = state.annotations.get(annotationId);
      return annotation === undefined ? [] : [{ annotationId, targets: annotation.targets }];
    }),
    phrases: change.phrases.flatMap(({ phraseId }) => {
      const phrase = state.phrases.get(phraseId);
      return phrase === undefined ? [] : [{ phraseId, spans: phrase.spans }];
    }),
  };
}

// What an edit of a sentence comes to: the document's change, and the links that become one.
import type { Link, LinkId } from '../alignment/alignment.ts';
import { joinLinks, redirectNotes } from '../alignment/join.ts';
import { sameSides } from '../alignment/plan.ts';
import { byAge } from '../alignment/portable.ts';
import type { SpanTarget } from '../annotation/annotation.ts';
import { reanchor, type Splice, spliceBetween, spliceText } from '../annotation/reanchor.ts';
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import {
  type DocumentId,
  type DocumentText,
  documentOf,
  type Paragraph,
  type Segment,
  type SegmentId,
  segmentText,
} from '../corpus/document.ts';
import type { SegmentEdit } from '../corpus/edits.ts';
import { readingLine } from '../corpus/reading-text.ts';
import { type DocumentChange, moveSpan } from './document-change.ts';
import type { EditState } from './state.ts';
import type { StepEdit } from './step-edit.ts';

interface Found {
  readonly documentId: DocumentId;
  readonly document: DocumentText;
  readonly paragraph: Paragraph;
  /** Its number in the paragraph. */
  readonly number: number;
  readonly segment: Segment;
}

/** The steps that carry out an edit of a sentence; none where it changes nothing. */
export function expandSegmentEdit(
  state: EditState,
  edit: SegmentEdit,
): Result<readonly StepEdit[]> {
  const found = findSegment(state, edit.segmentId);
  if (found === null) {
    return fail('segment-not-found', { segment: edit.segmentId });
  }
  switch (edit.type) {
    case 'segment.split':
      return split(state, found, edit.at);
    case 'segment.merge':
      return merge(state, found);
    case 'segment.correct':
      return correct(state, found, edit.text);
    default:
      return assertNever(edit);
  }
}

function findSegment({ documents }: EditState, segmentId: SegmentId): Found | null {
  const documentId = documentOf(segmentId);
  const document = documents.get(documentId);
  for (const paragraph of document?.paragraphs ?? []) {
    const number = paragraph.segments.findIndex(({ id }) => id === segmentId);
    const segment = paragraph.segments[number];
    if (document !== undefined && segment !== undefined) {
      return { documentId, document, paragraph, number, segment };
    }
  }
  return null;
}

/** A change of the paragraph's sentences that leaves all words and all that stands on them in place. */
function recut(
  { documentId, paragraph }: Found,
  segments: readonly Segment[],
  links: DocumentChange['links'],
): DocumentChange {
  return {
    type: 'document.change',
    documentId,
    splice: { start: paragraph.startOffset, removed: '', inserted: '' },
    paragraphIndex: paragraph.index,
    segments,
    links,
    annotations: [],
    phrases: [],
  };
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function split(state: EditState, found: Found, at: number): Result<readonly StepEdit[]> {
  const { document, paragraph, number, segment } = found;
  const text = segmentText(document, segment);
  const left = text.slice(0, at).trimEnd();
  const right = text.slice(at).trimStart();
  const isBetween = graphemes.segment(text).containing(at)?.index === at;
  if (!isBetween || left === '' || right === '') {
    return fail('segment-split-outside', {});
  }
  const id = newSegmentId(document, segment.id);
  const halves = [
    { ...segment, endOffset: segment.startOffset + left.length },
    { id, startOffset: segment.endOffset - right.length, endOffset: segment.endOffset },
  ];
  const links = follow(state, found.documentId, [segment.id], (ids) =>
    ids.flatMap((each) => (each === segment.id ? [each, id] : [each])),
  );
  return succeed([recut(found, paragraph.segments.toSpliced(number, 1, ...halves), links)]);
}

/** `telegram-1948/12.1` after `telegram-1948/12` or any of its parts: the first number that is not taken. */
function newSegmentId({ paragraphs }: DocumentText, segmentId: SegmentId): SegmentId {
  const [whole = segmentId] = segmentId.split('.');
  const taken = new Set<string>(paragraphs.flatMap(({ segments }) => segments.map(({ id }) => id)));
  let number = 1;
  while (taken.has(`${whole}.${number}`)) {
    number += 1;
  }
  // Digits and a dot are what SegmentIdSchema allows behind the slash.
  return `${whole}.${number}` as SegmentId;
}

function merge(state: EditState, found: Found): Result<readonly StepEdit[]> {
  const { documentId, paragraph, number, segment } = found;
  const next = paragraph.segments[number + 1];
  if (next === undefined) {
    return fail('segment-last-of-paragraph', {});
  }
  const both = [segment.id, next.id];
  const touched = linksOn(state, documentId, both);
  for (const link of touched) {
    const held = both.filter((id) => sentencesIn(link, documentId).includes(id));
    if (link.locked && held.length === 1) {
      return fail('link-locked', { link: link.id });
    }
  }
  const joined = joinOverlapping(state, documentId, both, touched);
  if (!joined.ok) {
    return joined;
  }
  const mergeIds = (ids: readonly SegmentId[]) => [
    ...new Set(ids.map((id) => (id === next.id ? segment.id : id))),
  ];
  const gone = new Set<LinkId>(joined.value.gone);
  const links = follow(state, documentId, both, mergeIds)
    .filter(({ linkId }) => !gone.has(linkId))
    .map((each) => {
      const sides = joined.value.sides.get(each.linkId);
      return sides === undefined
        ? each
        : { ...each, sides: mapSides(inReadingOrder(state, sides), documentId, mergeIds) };
    });
  const whole = { ...segment, endOffset: next.endOffset };
  return succeed([
    ...joined.value.edits,
    recut(found, paragraph.segments.toSpliced(number, 2, whole), links),
  ]);
}

interface Joined {
  readonly edits: readonly StepEdit[];
  readonly gone: readonly LinkId[];
  /** Of the links that stay and hold more: their sides before the sentences become one. */
  readonly sides: ReadonlyMap<LinkId, Link['sides']>;
}

/**
 * Two links of one alignment that will share the sentence become one: always in a `translation`, elsewhere where they
 * would join the very same sentences. The one with the first sentence stays, of several the oldest.
 */
function joinOverlapping(
  state: EditState,
  documentId: DocumentId,
  [first = '' as SegmentId, second = '' as SegmentId]: readonly SegmentId[],
  touched: readonly Link[],
): Result<Joined> {
  const edits: StepEdit[] = [];
  const stayingFor = new Map<LinkId, LinkId>();
  const sides = new Map<LinkId, Link['sides']>();
  const holdsFirst = (link: Link) => Number(sentencesIn(link, documentId).includes(first));
  const standing = touched
    .filter(({ status }) => status !== 'rejected')
    .sort((a, b) => holdsFirst(b) - holdsFirst(a));
  const asOne = (link: Link) =>
    mapSides(link.sides, documentId, (ids) => [
      ...new Set(ids.map((id) => (id === second ? first : id))),
    ]);
  for (const link of standing) {
    if (stayingFor.has(link.id)) {
      continue;
    }
    const others = standing.filter(
      (other) =>
        other.id !== link.id &&
        other.alignmentId === link.alignmentId &&
        !stayingFor.has(other.id) &&
        !sides.has(other.id) &&
        (state.alignments.get(link.alignmentId)?.kind === 'translation' ||
          sameSides({ sides: asOne(link) }, { sides: asOne(other) })),
    );
    const locked = [link, ...others].find((each) => each.locked);
    if (others.length > 0 && locked !== undefined) {
      return fail('link-locked', { link: locked.id });
    }
    if (others.length > 0) {
      const ids = others.map(({ id }) => id);
      const whole = joinLinks(link, others);
      for (const id of ids) {
        stayingFor.set(id, link.id);
      }
      sides.set(link.id, whole.sides);
      edits.push(...ids.map((linkId) => ({ type: 'link.remove', linkId }) as const), {
        type: 'link.change',
        linkId: link.id,
        changes: {
          sides: whole.sides,
          status: whole.status,
          origin: whole.origin,
          confidence: whole.confidence,
          reasons: whole.reasons,
          comment: whole.comment,
        },
      });
    }
  }
  const notes = redirectNotes(state.annotations.values(), stayingFor);
  return succeed({ edits: [...notes, ...edits], gone: [...stayingFor.keys()], sides });
}

function correct(state: EditState, found: Found, words: string): Result<readonly StepEdit[]> {
  const { documentId, document, paragraph, number, segment } = found;
  const before = segmentText(document, segment);
  const after = readingLine(words);
  if (after === null || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(after) || /^\p{M}/u.test(after)) {
    return fail('segment-text-unusable', {});
  }
  if (after === before) {
    return succeed([]);
  }
  const inside = spliceBetween(before, after);
  const splice: Splice = { ...inside, start: segment.startOffset + inside.start };
  const text = spliceText(document.text, splice);
  const growth = after.length - before.length;
  const sentence = { start: segment.startOffset, end: segment.endOffset + growth };
  const line = text.slice(paragraph.startOffset, paragraph.endOffset + growth);
  if (line.normalize('NFC') !== line) {
    return fail('segment-text-unusable', {}); // it would melt into its neighbours
  }
  const onIts = { documentId, splice };
  const anchored = (span: SpanTarget): SpanTarget =>
    moveSpan(span, onIts) ?? reanchor(span, splice, text, sentence);
  const isTouched = (span: SpanTarget): boolean => moveSpan(span, onIts) === null;
  return succeed([
    {
      type: 'document.change',
      documentId,
      splice,
      paragraphIndex: paragraph.index,
      segments: paragraph.segments.map((each, at) => ({
        ...each,
        startOffset: each.startOffset + (at > number ? growth : 0),
        endOffset: each.endOffset + (at >= number ? growth : 0),
      })),
      links: [],
      annotations: [...state.annotations.values()]
        .filter(({ targets }) => targets.some((each) => each.type === 'span' && isTouched(each)))
        .map(({ id, targets }) => ({
          annotationId: id,
          targets: targets.map((each) => (each.type === 'span' ? anchored(each) : each)),
        })),
      phrases: [...state.phrases.values()]
        .filter(({ spans }) => spans.some(isTouched))
        .map(({ id, spans: [first, second] }) => ({
          phraseId: id,
          spans: [anchored(first), anchored(second)] as const,
        })),
    },
  ]);
}

/** What becomes of the links on sentences that are cut anew, whatever their status and lock. */
function follow(
  state: EditState,
  documentId: DocumentId,
  segmentIds: readonly SegmentId[],
  change: (ids: readonly SegmentId[]) => readonly SegmentId[],
): DocumentChange['links'] {
  return linksOn(state, documentId, segmentIds).map(({ id, sides }) => ({
    linkId: id,
    sides: mapSides(sides, documentId, change),
  }));
}

function linksOn(
  { links }: EditState,
  documentId: DocumentId,
  segmentIds: readonly SegmentId[],
): readonly Link[] {
  return [...links.values()]
    .filter((link) => sentencesIn(link, documentId).some((id) => segmentIds.includes(id)))
    .sort(byAge);
}

function sentencesIn(link: Link, documentId: DocumentId): readonly SegmentId[] {
  return link.sides.find((side) => side.documentId === documentId)?.segmentIds ?? [];
}

function inReadingOrder({ segments }: EditState, [first, second]: Link['sides']): Link['sides'] {
  const place = (id: SegmentId) => segments.get(id)?.startOffset ?? 0;
  const sort = (side: Link['sides'][0]) => ({
    ...side,
    segmentIds: [...side.segmentIds].sort((a, b) => place(a) - place(b)),
  });
  return [sort(first), sort(second)];
}

function mapSides(
  [first, second]: Link['sides'],
  documentId: DocumentId,
  change: (ids: readonly SegmentId[]) => readonly SegmentId[],
): Link['sides'] {
  const map = (side: Link['sides'][0]) =>
    side.documentId === documentId ? { ...side, segmentIds: [...change(side.segmentIds)] } : side;
  return [map(first), map(second)];
}

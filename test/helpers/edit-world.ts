// A small world to try edits in: two texts, their sentences, two alignments, and random edits over few ids.
import fc from 'fast-check';
import * as v from 'valibot';
import {
  type Alignment,
  type AlignmentHead,
  AlignmentHeadSchema,
  type AlignmentKind,
  alignmentKinds,
  type Link,
  LinkSchema,
  type LinkSide,
  linkOrigins,
  linkStatuses,
} from '../../electron/alignment/alignment.ts';
import { type PhraseLink, PhraseLinkSchema } from '../../electron/alignment/phrase.ts';
import { byAge, type KnownDocument } from '../../electron/alignment/portable.ts';
import { reasonKinds } from '../../electron/alignment/reason.ts';
import type { ReadingOrder } from '../../electron/alignment/review.ts';
import { makeSpanTarget } from '../../electron/annotation/anchor.ts';
import {
  type Annotation,
  AnnotationSchema,
  colours,
  type SpanTarget,
  type Target,
} from '../../electron/annotation/annotation.ts';
import {
  type DocumentId,
  DocumentIdSchema,
  documentOf,
  type Language,
  type Paragraph,
  type Segment,
  type SegmentId,
  SegmentIdSchema,
} from '../../electron/corpus/document.ts';
import { readingLine } from '../../electron/corpus/reading-text.ts';
import { type Edit, EditSchema } from '../../electron/history/edit.ts';
import type { EditState } from '../../electron/history/state.ts';

export const vi = v.parse(DocumentIdSchema, 'thu-vi');
export const en = v.parse(DocumentIdSchema, 'letter-en');
/** An alignment of the kind `subject`: its links stand free of each other. */
export const alignmentId = '0a000000-0000-4000-8000-000000000001';
/** An alignment of the kind `translation`: a sentence is in at most one of its links. */
export const translationId = '0a000000-0000-4000-8000-000000000002';

/** The sentences of each paragraph of the two documents; a space stands between them. */
export interface WorldTexts {
  readonly vi: readonly (readonly string[])[];
  readonly en: readonly (readonly string[])[];
}

const worldTexts: WorldTexts = {
  vi: [
    ['Kính gửi các đồng chí.', 'Tin từ Bình Nhưỡng: e\u0323\u0302 👩‍👩‍👧 vui.'],
    ['Xin chào.', 'Xin chào.'],
  ],
  en: [['Dear comrades.', 'News from Pyongyang.'], ['Greetings.']],
};

/** Two documents with an alignment of either kind, no links and no notes; sentences are numbered from 0. */
export function makeWorld(given: WorldTexts): EditState {
  const documents = new Map(
    ([vi, en] as const).map((id) => [
      id,
      makeDocument(id, id === vi ? 'vi' : 'en', id === vi ? given.vi : given.en),
    ]),
  );
  const alignments = [
    makeAlignment(alignmentId, 'subject'),
    makeAlignment(translationId, 'translation'),
  ];
  return {
    alignments: new Map(alignments.map((alignment) => [alignment.id, alignment])),
    links: new Map(),
    phrases: new Map(),
    snapshots: new Map(),
    annotations: new Map(),
    segments: new Map(
      [...documents.values()].flatMap(({ id, paragraphs }) =>
        paragraphs.flatMap((paragraph) =>
          paragraph.segments.map(
            (segment) =>
              [segment.id, { documentId: id, startOffset: segment.startOffset }] as const,
          ),
        ),
      ),
    ),
    texts: new Map([...documents.values()].map(({ id, text }) => [id, text])),
    documents,
  };
}

function makeDocument(
  id: DocumentId,
  language: Language,
  given: readonly (readonly string[])[],
): KnownDocument {
  let text = '';
  let count = 0;
  const paragraphs = given.map((sentences, index): Paragraph => {
    text += index === 0 ? '' : '\n';
    const startOffset = text.length;
    const segments = sentences.map((sentence, number): Segment => {
      text += number === 0 ? '' : ' ';
      const start = text.length;
      text += sentence.normalize('NFC');
      const segmentId = v.parse(SegmentIdSchema, `${id}/${count}`);
      count += 1;
      return { id: segmentId, startOffset: start, endOffset: text.length };
    });
    return {
      index,
      part: 'body',
      kind: 'text',
      startOffset,
      endOffset: text.length,
      segments,
    };
  });
  return { id, title: id, language, text, paragraphs };
}

/** An alignment of the two documents. */
export function makeAlignment(id: string, kind: AlignmentKind, name = ''): AlignmentHead {
  return v.parse(AlignmentHeadSchema, {
    id,
    documentIds: [vi, en],
    name,
    origin: 'reader',
    kind,
    createdAt: '2026-11-21T08:00:00.000Z',
  });
}

/** No links and no notes yet. */
export const emptyState: EditState = makeWorld(worldTexts);

/** The reading text of each document. */
export const texts = emptyState.texts;

/** Ids that tests can foresee: `30000000-…-1` and on. */
export function countIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return idOf('new', count);
  };
}

const idStarts = {
  link: '1',
  annotation: '2',
  new: '3',
  phrase: '4',
  snapshot: '5',
  alignment: '6',
};

/** The id that stands for a small number. */
export function idOf(kind: keyof typeof idStarts, number: number): string {
  return `${idStarts[kind]}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A confirmed link between sentences of the two documents, by number. */
export function makeLink(
  number: number,
  viNumbers: readonly number[],
  enNumbers: readonly number[],
  more: Partial<Link> = {},
): Link {
  return {
    ...v.parse(LinkSchema, {
      id: idOf('link', number),
      alignmentId,
      sides: [
        { documentId: vi, segmentIds: viNumbers.map((segment) => `${vi}/${segment}`) },
        { documentId: en, segmentIds: enNumbers.map((segment) => `${en}/${segment}`) },
      ],
      status: 'confirmed',
      origin: 'reader',
      confidence: null,
      reasons: [],
      locked: false,
      comment: '',
      createdAt: '2026-11-21T08:00:00.000Z',
    }),
    ...more,
  };
}

/** A link between the first four code units of both texts. */
export function makePhrase(number: number, more: Partial<PhraseLink> = {}): PhraseLink {
  return {
    ...v.parse(PhraseLinkSchema, {
      id: idOf('phrase', number),
      alignmentId,
      spans: [vi, en].map((id) => makeSpanTarget(id, texts.get(id) ?? '', { start: 0, end: 4 })),
      origin: 'reader',
      createdAt: '2026-11-21T08:00:00.000Z',
    }),
    ...more,
  };
}

/** A note on the first five code units of the Vietnamese text, unless said otherwise. */
export function makeNote(number: number, more: Partial<Annotation> = {}): Annotation {
  return {
    ...v.parse(AnnotationSchema, {
      id: idOf('annotation', number),
      targets: [makeSpanTarget(vi, texts.get(vi) ?? '', { start: 0, end: 4 })],
      colour: 'yellow',
      text: 'một ghi chú',
      tags: ['thư'],
      createdAt: '2026-11-21T08:00:00.000Z',
      changedAt: '2026-11-21T08:00:00.000Z',
    }),
    ...more,
  };
}

const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

// Few ids of each kind, so that edits often meet the same record, and often fail.
const someId = (kind: Parameters<typeof idOf>[0]) =>
  fc.integer({ min: 1, max: kind === 'link' ? 5 : 3 }).map((number) => idOf(kind, number));
const linkId = someId('link');
const annotationId = someId('annotation');
const phraseId = someId('phrase');
const snapshotId = someId('snapshot');
const ofAlignment = fc.oneof(
  { weight: 20, arbitrary: fc.constant(alignmentId) },
  { weight: 20, arbitrary: fc.constant(translationId) },
  { weight: 2, arbitrary: someId('alignment') },
  { weight: 1, arbitrary: fc.constant('0a000000-0000-4000-8000-000000000009') },
);

// Mostly right, sometimes out of order, repeated, empty, or of the other document.
const side = (documentId: typeof vi) => {
  const ids = fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: 9 }).map((n) => `${documentId}/${n}`) },
    { weight: 4, arbitrary: fc.constant(`${documentId}/1.1`) },
    { weight: 1, arbitrary: fc.constant(`${documentId === vi ? en : vi}/0`) },
  );
  return fc
    .oneof(
      { weight: 9, arbitrary: fc.array(ids, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom([], [`${documentId}/99`]) },
    )
    .map((segmentIds) => ({ documentId, segmentIds }));
};
const sides = fc.tuple(side(vi), side(en));
const status = fc.constantFrom(...linkStatuses);
const origin = fc.constantFrom(...linkOrigins);
const confidence = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((c) => c + 0));
const reasons = fc.array(
  fc.record({
    kind: fc.constantFrom(...reasonKinds),
    params: fc.dictionary(fc.constantFrom('vi', 'en', 'date'), fc.string({ maxLength: 5 })),
  }),
  { maxLength: 2 },
);

const spanOf = (documentId: typeof vi) =>
  fc.tuple(fc.nat(80), fc.nat(80), fc.nat(19)).map(([a, b, luck]) => {
    const text = texts.get(documentId) ?? '';
    const start = luck === 0 ? a : Math.min(a, b, text.length - 1);
    const end = luck === 0 ? b : Math.max(start + 1, Math.min(Math.max(a, b), text.length));
    return makeSpanTarget(documentId, text, { start, end });
  });
const span = fc.oneof(spanOf(vi), spanOf(en));
const spans = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(spanOf(vi), spanOf(en)) },
  { weight: 1, arbitrary: fc.tuple(spanOf(en), spanOf(vi)) },
);
const targets = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: span },
    { weight: 1, arbitrary: linkId.map((id) => ({ type: 'link', linkId: id })) },
  ),
  { maxLength: 3 },
);
const colour = fc.constantFrom(null, ...colours);
const tags = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { maxLength: 3 });

const linkChange = fc.record({
  type: fc.constant('link.change'),
  linkId,
  changes: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record(
        { sides, status, origin, confidence, reasons, comment: someText },
        { requiredKeys: [] },
      ),
    },
    { weight: 2, arbitrary: fc.record({ locked: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ locked: fc.boolean(), status }) },
  ),
});
const annotationChange = fc.record({
  type: fc.constant('annotation.change'),
  annotationId,
  changes: fc.record(
    { targets, colour, text: someText, tags, changedAt: time },
    { requiredKeys: [] },
  ),
});
const segmentId = fc
  .tuple(fc.constantFrom(vi, en), fc.constantFrom('0', '1', '2', '3', '1.1', '0.1', '99'))
  .map(([documentId, name]) => `${documentId}/${name}`);
const alignmentKind = fc.constantFrom(...alignmentKinds);

const shapes = [
  fc.record({
    type: fc.constant('link.add'),
    link: fc.record({
      id: linkId,
      alignmentId: ofAlignment,
      sides,
      status,
      origin,
      confidence,
      reasons,
      locked: fc.nat(9).map((luck) => luck === 0),
      comment: someText,
      createdAt: time,
    }),
  }),
  fc.record({ type: fc.constant('link.remove'), linkId }),
  linkChange,
  fc.record({
    type: fc.constant('phrase.add'),
    phrase: fc.record({
      id: phraseId,
      alignmentId: ofAlignment,
      spans,
      origin,
      createdAt: time,
    }),
  }),
  fc.record({ type: fc.constant('phrase.remove'), phraseId }),
  fc.record({
    type: fc.constant('phrase.change'),
    phraseId,
    changes: fc.record({ spans }, { requiredKeys: [] }),
  }),
  fc.record(
    {
      type: fc.constant('alignment.add'),
      alignment: fc.record({
        id: someId('alignment'),
        documentIds: fc.constant([vi, en]),
        name: someText,
        origin,
        kind: alignmentKind,
        createdAt: time,
      }),
      copyOf: ofAlignment,
    },
    { requiredKeys: ['type', 'alignment'] },
  ),
  fc.record({
    type: fc.constant('alignment.change'),
    alignmentId: ofAlignment,
    changes: fc.record({ name: someText, kind: alignmentKind }, { requiredKeys: [] }),
  }),
  fc.record({ type: fc.constant('alignment.remove'), alignmentId: someId('alignment') }),
  fc.record({
    type: fc.constant('snapshot.add'),
    snapshot: fc.record({
      id: snapshotId,
      alignmentId: ofAlignment,
      name: fc.string({ minLength: 1, maxLength: 8 }),
      createdAt: time,
    }),
  }),
  fc.record({ type: fc.constant('snapshot.remove'), snapshotId }),
  fc.record({
    type: fc.constant('annotation.add'),
    annotation: fc.record({
      id: annotationId,
      targets,
      colour,
      text: someText,
      tags,
      createdAt: time,
      changedAt: time,
    }),
  }),
  fc.record({ type: fc.constant('annotation.remove'), annotationId }),
  annotationChange,
  fc.record({ type: fc.constant('segment.split'), segmentId, at: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ type: fc.constant('segment.merge'), segmentId }),
  fc.record({
    type: fc.constant('segment.correct'),
    segmentId,
    text: fc.oneof(
      someText,
      fc.constantFrom('Xin chào các bạn.', 'Tin từ Bình Nhưỡng, rất vui!', 'Dear comrade.', ''),
    ),
  }),
] as const;

/** Any edit that the contract lets in; many fail in {@link emptyState}, as they should. */
export const anyEdit: fc.Arbitrary<Edit> = asEdits(
  fc.oneof(
    ...shapes.map((arbitrary) => ({ weight: 1, arbitrary })),
    // What everything else is about.
    ...shapes.slice(0, 4).map((arbitrary) => ({ weight: 2, arbitrary })),
    { weight: 4, arbitrary: shapes[0] },
  ),
);

/** Any change of a link of numbers 1 to 5, or of a note of numbers 1 to 3. */
export const anyChange: fc.Arbitrary<Edit> = asEdits(fc.oneof(linkChange, annotationChange));

function asEdits(shape: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> {
  return shape.filter((edit) => v.is(EditSchema, edit)).map((edit) => v.parse(EditSchema, edit));
}

/** A sentence with words of either language, marks, pictures, odd spaces within, and no line break. */
const anySentence = fc
  .array(
    fc.oneof(
      fc.constantFrom('Xin', 'chào', 'ngày', '15', 'news', 'e\u0323\u0302', '👩‍👩‍👧', '“vui”', 'a'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => readingLine(`${words.join(' ').replaceAll('\n', ' ')}.`) ?? '.');
const anyParagraphs = fc.array(fc.array(anySentence, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

/** Two random texts, nothing linked yet. */
export const anyWorld: fc.Arbitrary<EditState> = fc
  .record({ vi: anyParagraphs, en: anyParagraphs })
  .map(makeWorld);

/**
 * The edit aimed at the texts as they are: spans keep their place and quote what stands there, sentences that are not there
 * become others that are, a cut falls within its sentence. What is wrong otherwise stays so.
 */
export function aim({ texts: now, documents }: EditState, edit: Edit): Edit {
  const aimSpan = (target: SpanTarget): SpanTarget => {
    const text = now.get(target.documentId) ?? '';
    const start = Math.min(target.position.start, text.length - 1);
    const end = Math.max(start + 1, Math.min(target.position.end, text.length));
    return makeSpanTarget(target.documentId, text, { start, end });
  };
  const aimTargets = (list: readonly Target[]): Target[] =>
    list.map((target) => (target.type === 'span' ? aimSpan(target) : target));
  const aimSpans = ([first, second]: PhraseLink['spans']): PhraseLink['spans'] => [
    aimSpan(first),
    aimSpan(second),
  ];
  const segmentsOf = (id: DocumentId) =>
    (documents.get(id)?.paragraphs ?? []).flatMap(({ segments }) => segments);
  const aimSegment = (id: SegmentId): SegmentId => {
    const list = segmentsOf(documentOf(id));
    const number = Number.parseInt(id.slice(id.indexOf('/') + 1), 10);
    return list.some((segment) => segment.id === id)
      ? id
      : (list[number % Math.max(1, list.length)]?.id ?? id);
  };
  const aimSides = ([first, second]: Link['sides']): Link['sides'] => {
    const aimSide = (each: LinkSide) => ({ ...each, segmentIds: each.segmentIds.map(aimSegment) });
    return [aimSide(first), aimSide(second)];
  };
  switch (edit.type) {
    case 'link.add':
      return { ...edit, link: { ...edit.link, sides: aimSides(edit.link.sides) } };
    case 'link.change':
      return edit.changes.sides === undefined
        ? edit
        : { ...edit, changes: { ...edit.changes, sides: aimSides(edit.changes.sides) } };
    case 'annotation.add': {
      const { annotation } = edit;
      return { ...edit, annotation: { ...annotation, targets: aimTargets(annotation.targets) } };
    }
    case 'annotation.change':
      return edit.changes.targets === undefined
        ? edit
        : { ...edit, changes: { ...edit.changes, targets: aimTargets(edit.changes.targets) } };
    case 'phrase.add':
      return { ...edit, phrase: { ...edit.phrase, spans: aimSpans(edit.phrase.spans) } };
    case 'phrase.change':
      return edit.changes.spans === undefined
        ? edit
        : { ...edit, changes: { spans: aimSpans(edit.changes.spans) } };
    case 'segment.split': {
      const id = aimSegment(edit.segmentId);
      const segment = segmentsOf(documentOf(id)).find((each) => each.id === id);
      const length = (segment?.endOffset ?? 2) - (segment?.startOffset ?? 0);
      return { ...edit, segmentId: id, at: 1 + (edit.at % Math.max(1, length)) };
    }
    case 'segment.merge':
    case 'segment.correct':
      return { ...edit, segmentId: aimSegment(edit.segmentId) };
    default:
      return edit;
  }
}

/** What an edit can change of a state, in a form to compare. */
export function contentOf(state: Omit<EditState, 'segments' | 'texts'>) {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  return {
    alignments: [...state.alignments.values()].sort(byId),
    links: [...state.links.values()].sort(byId),
    phrases: [...state.phrases.values()].sort(byId),
    snapshots: [...state.snapshots.values()].sort(byId),
    annotations: [...state.annotations.values()].sort(byId),
    documents: [...state.documents.values()].sort(byId),
  };
}

/** One alignment of a state with all that it holds, oldest first, as a call answers it. */
export function alignmentIn(state: EditState, id: string): Alignment {
  const isIts = (each: { readonly alignmentId: string }) => each.alignmentId === id;
  return {
    ...makeAlignment(id, 'subject'),
    ...[...state.alignments.values()].find((each) => each.id === id),
    links: [...state.links.values()].filter(isIts).sort(byAge),
    phrases: [...state.phrases.values()].filter(isIts).sort(byAge),
  };
}

/** Every sentence of both documents in reading order. */
export function orderIn({ documents }: EditState): ReadingOrder {
  const order = (id: DocumentId) =>
    (documents.get(id)?.paragraphs ?? []).flatMap(({ segments }) =>
      segments.map((each) => each.id),
    );
  return [order(vi), order(en)];
}

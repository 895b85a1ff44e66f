// A small world to try edits in: two texts, their sentences, an alignment, and random edits over few ids.
import fc from 'fast-check';
import * as v from 'valibot';
import { type Link, LinkSchema, linkStatuses } from '../../electron/alignment/alignment.ts';
import type { SegmentPlace } from '../../electron/alignment/apply.ts';
import { makeSpanTarget } from '../../electron/annotation/anchor.ts';
import {
  type Annotation,
  AnnotationSchema,
  colours,
} from '../../electron/annotation/annotation.ts';
import {
  DocumentIdSchema,
  type SegmentId,
  SegmentIdSchema,
} from '../../electron/corpus/document.ts';
import type { EditState } from '../../electron/history/apply.ts';
import { type Edit, EditSchema } from '../../electron/history/edit.ts';

export const vi = v.parse(DocumentIdSchema, 'thu-vi');
export const en = v.parse(DocumentIdSchema, 'letter-en');
export const alignmentId = '0a000000-0000-4000-8000-000000000001';

const sentences = {
  [vi]: [
    'Kính gửi các đồng chí.',
    'Tin từ Bình Nhưỡng: e\u0323\u0302 👩‍👩‍👧 vui.',
    'Xin chào.',
    'Xin chào.',
  ],
  [en]: ['Dear comrades.', 'News from Pyongyang.', 'Greetings.'],
};

/** The reading text of each document: its sentences, a space between. */
export const texts = new Map([
  [vi, sentences[vi]?.join(' ') ?? ''],
  [en, sentences[en]?.join(' ') ?? ''],
]);

/** Where each sentence stands; ids are the document's id and the sentence's number from 0. */
export const segments: ReadonlyMap<SegmentId, SegmentPlace> = new Map(
  [vi, en].flatMap((documentId) => {
    let startOffset = 0;
    return (sentences[documentId] ?? []).map((sentence, number) => {
      const place: [SegmentId, SegmentPlace] = [
        v.parse(SegmentIdSchema, `${documentId}/${number}`),
        { documentId, startOffset },
      ];
      startOffset += sentence.length + 1;
      return place;
    });
  }),
);

/** No links and no notes yet. */
export const emptyState: EditState = {
  links: new Map(),
  annotations: new Map(),
  alignments: new Map([[makeLink(1, [0], [0]).alignmentId, [vi, en]]]),
  segments,
  texts,
};

/** The id that stands for a small number. */
export function idOf(kind: 'link' | 'annotation', number: number): string {
  return `${kind === 'link' ? '1' : '2'}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
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
      comment: '',
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

// Three ids of each kind, so that edits often meet the same record, and often fail.
const linkId = fc.integer({ min: 1, max: 3 }).map((number) => idOf('link', number));
const annotationId = fc.integer({ min: 1, max: 3 }).map((number) => idOf('annotation', number));

// Mostly right, sometimes out of order, repeated, empty, or of the other document.
const side = (documentId: typeof vi) =>
  fc
    .array(
      fc.oneof(
        { weight: 20, arbitrary: fc.integer({ min: 0, max: 2 }).map((n) => `${documentId}/${n}`) },
        { weight: 1, arbitrary: fc.constant(`${documentId === vi ? en : vi}/0`) },
        { weight: 1, arbitrary: fc.constant(`${documentId}/99`) },
      ),
      { maxLength: 4 },
    )
    .map((segmentIds) => ({ documentId, segmentIds }));
const sides = fc.tuple(side(vi), side(en));
const status = fc.constantFrom(...linkStatuses);

const span = fc
  .tuple(fc.constantFrom(vi, en), fc.nat(80), fc.nat(80), fc.nat(19))
  .map(([documentId, a, b, luck]) => {
    const text = texts.get(documentId) ?? '';
    const start = luck === 0 ? a : Math.min(a, b, text.length - 1);
    const end = luck === 0 ? b : Math.max(start + 1, Math.min(Math.max(a, b), text.length));
    return makeSpanTarget(documentId, text, { start, end });
  });
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
  changes: fc.record({ sides, status, comment: someText }, { requiredKeys: [] }),
});
const annotationChange = fc.record({
  type: fc.constant('annotation.change'),
  annotationId,
  changes: fc.record(
    { targets, colour, text: someText, tags, changedAt: time },
    { requiredKeys: [] },
  ),
});

const shapes = [
  fc.record({
    type: fc.constant('link.add'),
    link: fc.record({
      id: linkId,
      alignmentId: fc.oneof(
        { weight: 20, arbitrary: fc.constant(alignmentId) },
        { weight: 1, arbitrary: fc.constant('0a000000-0000-4000-8000-000000000009') },
      ),
      sides,
      status,
      origin: fc.constant('reader'),
      confidence: fc.constant(null),
      comment: someText,
      createdAt: time,
    }),
  }),
  fc.record({ type: fc.constant('link.remove'), linkId }),
  linkChange,
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
] as const;

/** Any edit that the contract lets in; many fail in {@link emptyState}, as they should. */
export const anyEdit: fc.Arbitrary<Edit> = asEdits(fc.oneof(...shapes));

/** Any change of a link or a note of numbers 1 to 3. */
export const anyChange: fc.Arbitrary<Edit> = asEdits(fc.oneof(linkChange, annotationChange));

function asEdits(shape: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> {
  return shape.filter((edit) => v.is(EditSchema, edit)).map((edit) => v.parse(EditSchema, edit));
}

/** What an edit can change of a state, in a form to compare. */
export function contentOf(state: Pick<EditState, 'links' | 'annotations'>): unknown {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  return {
    links: [...state.links.values()].sort(byId),
    annotations: [...state.annotations.values()].sort(byId),
  };
}

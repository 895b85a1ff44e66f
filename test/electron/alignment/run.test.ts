// A run of the aligner on an alignment: what the reader settled stays, the rest is the machine's.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts } from '../../../electron/alignment/aligner/align.ts';
import {
  type Link,
  type LinkId,
  linkOrigins,
  linkStatuses,
} from '../../../electron/alignment/alignment.ts';
import { findOverlap } from '../../../electron/alignment/beads.ts';
import { countLinks } from '../../../electron/alignment/counts.ts';
import { type AlignmentPlan, editsOfPlan } from '../../../electron/alignment/plan.ts';
import { bodyOf, planRun, type RunTask, runInput } from '../../../electron/alignment/run.ts';
import { applyEdits } from '../../../electron/history/apply.ts';
import type { EditState } from '../../../electron/history/state.ts';
import {
  alignmentId,
  alignmentIn,
  countIds,
  en,
  makeLink,
  makeWorld,
  orderIn,
  translationId,
  vi,
} from '../../helpers/edit-world.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const pairs = [
  [
    'Ngày 15 tháng 8 năm 1945, Triều Tiên được giải phóng.',
    'On 15 August 1945, Korea was liberated.',
  ],
  ['Liên Xô đã giúp chúng tôi.', 'The Soviet Union helped us.'],
  ['Chúng tôi cảm ơn nhân dân Liên Xô.', 'We thank the people of the Soviet Union.'],
  ['Năm 1948, quân đội đã rút về nước.', 'In 1948 the army went home.'],
  ['Tình hữu nghị sẽ bền vững mãi mãi.', 'The friendship will last for ever.'],
  ['Kinh tế và văn hóa đang phát triển.', 'Economy and culture are growing.'],
  ['Xin chúc các đồng chí sức khỏe.', 'We wish the comrades good health.'],
  ['Bình Nhưỡng, ngày 22 tháng 10.', 'Pyongyang, 22 October.'],
] as const;
const numbers = pairs.map((_, number) => number);
const world = makeWorld({
  vi: [pairs.slice(0, 3).map(([words]) => words), pairs.slice(3).map(([words]) => words)],
  en: [pairs.slice(0, 3).map(([, words]) => words), pairs.slice(3).map(([, words]) => words)],
});

function stateWith(links: readonly Link[]): EditState | null {
  const applied = applyEdits(
    world,
    links.map((link) => ({ type: 'link.add', link })),
    countIds(),
  );
  return applied.ok ? applied.value.state : null;
}

interface Run {
  readonly plan: AlignmentPlan;
  readonly after: EditState;
}

function run(state: EditState, id: string, more: Partial<RunTask> = {}): Run {
  const [first, second] = [state.documents.get(vi), state.documents.get(en)];
  if (first === undefined || second === undefined) {
    throw new Error('the world has two documents');
  }
  const task: RunTask = {
    alignment: alignmentIn(state, id),
    documents: [first, second],
    noted: new Set(),
    between: null,
    translations: [new Map(), new Map()],
    ...more,
  };
  const input = runInput(task);
  const { beads } = alignTexts(input.lines[0], input.lines[1], input.options);
  const newId = countIds();
  const plan = planRun(task, input, beads, {
    newId: () => newId() as LinkId,
    now: '2026-11-22T08:00:00.000Z',
  });
  const after = unwrap(applyEdits(state, editsOfPlan(plan), countIds())).state;
  return { plan, after };
}

const shapeOf = (state: EditState, id: string) =>
  alignmentIn(state, id).links.map((link) =>
    link.sides.map(({ segmentIds }) => segmentIds.map((each) => Number(each.split('/')[1]))),
  );
const inTranslation = { alignmentId: translationId as Link['alignmentId'] };
const suggestion = { status: 'suggested', origin: 'machine', confidence: 0.5 } as const;

test('links sentences that translate each other, with a confidence, as suggestions of the machine', () => {
  const { plan, after } = run(world, translationId);
  expect(shapeOf(after, translationId)).toEqual(numbers.map((number) => [[number], [number]]));
  for (const link of plan.added) {
    expect(link).toMatchObject({ status: 'suggested', origin: 'machine', locked: false });
    expect(link.confidence).toBeGreaterThan(0.5);
  }
  expect(plan).toMatchObject({ removed: [], changed: [], keptCount: 0, omitted: [] });
});

test('changes a suggestion that shares a side with what it finds, and keeps its id', () => {
  const wrong = makeLink(1, [0], [1], { ...inTranslation, ...suggestion });
  const right = makeLink(2, [5], [5], { ...inTranslation, ...suggestion });
  const gone = makeLink(3, [6, 7], [3, 4], { ...inTranslation, ...suggestion });
  const state = stateWith([wrong, right, gone]);
  const { plan } = run(state ?? world, translationId);
  expect(plan.changed.map(({ before }) => before.id)).toEqual([right.id, wrong.id]);
  expect(plan.changed[1]?.after.sides).toEqual(makeLink(1, [0], [0]).sides);
  expect(plan.removed).toEqual([gone]);
});

test('within a stretch it leaves everything outside alone', () => {
  const links = [
    makeLink(1, [1], [1], inTranslation),
    makeLink(2, [4], [4], inTranslation),
    makeLink(3, [7], [6], { ...inTranslation, ...suggestion }),
  ];
  const state = stateWith(links) ?? world;
  const between = { after: links[0]?.id ?? null, before: links[1]?.id ?? null };
  const { plan, after } = run(state, translationId, { between });
  expect(plan.removed).toEqual([]);
  expect(shapeOf(after, translationId)).toEqual([
    [[1], [1]],
    [[4], [4]],
    [[7], [6]],
    [[2], [2]],
    [[3], [3]],
  ]);
});

test('gives the aligner the translations of its own lines, null where there is none', () => {
  const [first, second] = [world.documents.get(vi), world.documents.get(en)];
  if (first === undefined || second === undefined) {
    throw new Error('the world has two documents');
  }
  const link = makeLink(1, [1], [1], inTranslation);
  const state = stateWith([link]) ?? world;
  const [, two, three] = bodyOf(first);
  const { options } = runInput({
    alignment: alignmentIn(state, translationId),
    documents: [first, second],
    noted: new Set(),
    between: { after: link.id, before: null },
    translations: [
      new Map([two, three].flatMap((id) => (id === undefined ? [] : [[id, `of ${id}`] as const]))),
      new Map(),
    ],
  });
  expect(options.translations).toEqual({
    ofVi: [`of ${three}`, null, null, null, null, null],
    ofEn: [null, null, null, null, null, null],
  });
});

describe('any run', () => {
  const sides = fc.tuple(
    fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
  );
  const anyLinks = fc.array(
    fc.record({
      sides,
      status: fc.constantFrom(...linkStatuses, 'suggested' as const, 'suggested' as const),
      origin: fc.constantFrom(...linkOrigins, 'machine' as const, 'machine' as const),
      locked: fc.nat(5).map((luck) => luck === 0),
      comment: fc.constantFrom('', '', '', 'ghi'),
      noted: fc.nat(5).map((luck) => luck === 0),
    }),
    { maxLength: 8 },
  );

  test.each([alignmentId, translationId])(
    'in %s leaves alone what is confirmed, locked, rejected, commented, noted or not the machine’s, and gives no sentence to two links',
    (id) => {
      let touched = 0;
      fc.assert(
        fc.property(anyLinks, (given) => {
          const noted = new Set<LinkId>();
          let state = world;
          for (const [
            number,
            {
              sides: [first, second],
              noted: isNoted,
              ...more
            },
          ] of given.entries()) {
            const link = makeLink(number + 1, first, second, {
              ...more,
              alignmentId: id as Link['alignmentId'],
              confidence: more.origin === 'machine' ? 0.5 : null,
            });
            const added = applyEdits(state, [{ type: 'link.add', link }], countIds());
            state = added.ok ? added.value.state : state;
            if (isNoted) {
              noted.add(link.id);
            }
          }
          const before = alignmentIn(state, id).links;
          const { plan, after } = run(state, id, { noted });
          const settled = before.filter(
            (link) =>
              link.status !== 'suggested' ||
              link.origin !== 'machine' ||
              link.locked ||
              link.comment !== '' ||
              noted.has(link.id),
          );
          for (const link of settled) {
            expect(after.links.get(link.id)).toEqual(link);
          }
          const isSettled = new Set(settled.map((link) => link.id));
          const made = alignmentIn(after, id).links.filter((link) => !isSettled.has(link.id));
          expect(
            made.every((link) => link.status === 'suggested' && link.origin === 'machine'),
          ).toBe(true);
          // The beads of the run are alone on their sentences, and in the order of both texts.
          const taken = new Set(
            settled
              .filter(({ status }) => status !== 'rejected')
              .flatMap((link) => link.sides.flatMap(({ segmentIds }) => segmentIds)),
          );
          for (const sentence of made.flatMap((link) =>
            link.sides.flatMap(({ segmentIds }) => segmentIds),
          )) {
            expect(taken.has(sentence)).toBe(false);
            taken.add(sentence);
          }
          const order = orderIn(after);
          const place = (link: Link, side: 0 | 1) =>
            order[side].indexOf(link.sides[side].segmentIds[0] ?? ('' as never));
          const rights = [...made]
            .sort((a, b) => place(a, 0) - place(b, 0))
            .map((link) => place(link, 1));
          expect(rights).toEqual([...rights].sort((a, b) => a - b));
          expect(findOverlap(after.alignments, after.links.values())).toBeNull();
          // No rejected link comes back, in itself or within a larger one.
          for (const rejected of before.filter(({ status }) => status === 'rejected')) {
            const comesBack = made.some((link) =>
              rejected.sides.every(({ segmentIds }, side) =>
                segmentIds.every((each) => link.sides[side as 0 | 1].segmentIds.includes(each)),
              ),
            );
            expect(comesBack).toBe(false);
          }
          expect(plan.keptCount + plan.changed.length + plan.removed.length).toBe(before.length);
          const [first, second] = [world.documents.get(vi), world.documents.get(en)];
          const bodies = [first, second].map((document) => (document ? bodyOf(document) : [])) as [
            never,
            never,
          ];
          expect(plan.after).toEqual(countLinks(alignmentIn(after, id).links, bodies));
          // Done twice it changes nothing more.
          expect(editsOfPlan(run(after, id, { noted }).plan)).toEqual([]);
          touched += plan.changed.length + plan.removed.length;
        }),
        { numRuns: 150 },
      );
      expect(touched).toBeGreaterThan(20);
    },
  );
});

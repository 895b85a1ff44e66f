// Two sets of links told apart, and one made into the other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alignment, Link } from '../../../electron/alignment/alignment.ts';
import { compareLinks } from '../../../electron/alignment/compare.ts';
import type { PhraseLink } from '../../../electron/alignment/phrase.ts';
import { editsOfPlan, sameValue } from '../../../electron/alignment/plan.ts';
import { planRestore } from '../../../electron/alignment/restore.ts';
import { applyEdits } from '../../../electron/history/apply.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import type { EditState } from '../../../electron/history/state.ts';
import {
  aim,
  alignmentId,
  alignmentIn,
  anyEdit,
  countIds,
  emptyState,
  makeLink,
  orderIn,
  translationId,
} from '../../helpers/edit-world.ts';
import { unwrap } from '../../helpers/unwrap.ts';

describe('compareLinks', () => {
  test('pairs what joins the same, then what shares a side', () => {
    const left = [
      makeLink(1, [0], [0]),
      makeLink(2, [1], [1]),
      makeLink(3, [2], [2]),
      makeLink(4, [3], [0, 1]),
      makeLink(5, [0, 1], [2]),
      makeLink(6, [1], [0], { status: 'rejected' }),
    ];
    const right = [
      makeLink(11, [0], [0]),
      makeLink(12, [1], [1], { status: 'suggested' }),
      makeLink(13, [2], [1, 2]),
      makeLink(14, [2, 3], [0, 1]),
      makeLink(15, [1, 2], [0, 2]),
      makeLink(16, [1], [0, 1, 2]),
    ];
    const compared = compareLinks(left, right);
    const numbers = (links: readonly Link[]) => links.map(({ id }) => Number(id.slice(-2)));
    expect(numbers(compared.same)).toEqual([1]);
    expect(
      compared.changed.map((each) => [...numbers([each.left, each.right]), each.what]),
    ).toEqual([
      [2, 12, 'judgement'],
      [3, 13, 'partners'],
      [4, 14, 'partners'],
    ]);
    expect(numbers(compared.onlyLeft)).toEqual([5, 6]);
    expect(numbers(compared.onlyRight)).toEqual([15, 16]);
  });

  test('has every link in one place, and is the same the other way round', () => {
    const anyLinks = fc.array(
      fc.tuple(
        fc.subarray([0, 1, 2, 3], { minLength: 1 }),
        fc.subarray([0, 1, 2], { minLength: 1 }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(anyLinks, anyLinks, (one, other) => {
        const left = one.map(([first, second], at) => makeLink(at + 1, first, second));
        const right = other.map(([first, second], at) => makeLink(at + 51, first, second));
        const there = compareLinks(left, right);
        const back = compareLinks(right, left);
        const pairs = there.changed;
        const all = [...there.same, ...pairs.map((each) => each.left), ...there.onlyLeft];
        expect(new Set(all)).toEqual(new Set(left));
        expect(all.length).toBe(left.length);
        expect(there.same.length + pairs.length + there.onlyRight.length).toBe(right.length);
        expect(back.same.length).toBe(there.same.length);
      }),
    );
  });
});

describe('planRestore', () => {
  const bodies = orderIn(emptyState);
  const wordsOf = (id: string) => id;
  const plan = (alignment: Alignment, wanted: Alignment, state: EditState = emptyState) =>
    planRestore({
      alignment,
      restored: { links: wanted.links, phrases: wanted.phrases, omitted: [] },
      bodies,
      wordsOf,
      ids: {
        isTaken: (id) =>
          [...state.links.values(), ...state.phrases.values()].some(
            (each) => each.id === id && each.alignmentId !== alignment.id,
          ),
        newId: countIds(),
      },
    });

  test('makes of any state the links and phrases of any other, but for what is locked', () => {
    const edits = fc.array(
      anyEdit.filter(({ type }) => /^(link|phrase)\./.test(type)),
      { minLength: 5, maxLength: 60 },
    );
    const reach = (start: EditState, list: readonly Edit[]): EditState =>
      list.reduce((state, edit) => {
        const applied = applyEdits(state, [aim(state, edit)], countIds());
        return applied.ok ? applied.value.state : state;
      }, start);
    let changes = 0;
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const then = reach(emptyState, first);
        const now = reach(then, second);
        for (const id of [alignmentId, translationId]) {
          const [current, wanted] = [alignmentIn(now, id), alignmentIn(then, id)];
          const restoring = plan(current, wanted, now);
          const after = alignmentIn(
            unwrap(applyEdits(now, editsOfPlan(restoring), countIds())).state,
            id,
          );
          const isElsewhere = (each: { readonly id: string; readonly alignmentId: string }) =>
            (now.links.get(each.id as Link['id'])?.alignmentId ?? id) !== id ||
            (now.phrases.get(each.id as PhraseLink['id'])?.alignmentId ?? id) !== id;
          if ([...wanted.links, ...wanted.phrases].some(isElsewhere)) {
            expect(after.links.length + restoring.omitted.length).toBeGreaterThanOrEqual(
              wanted.links.length,
            );
            continue;
          }
          expect(after.phrases).toEqual(wanted.phrases);
          const locked = current.links.filter((link) => link.locked);
          for (const link of locked) {
            expect(after.links).toContainEqual(link);
          }
          if (locked.length === 0) {
            expect(after.links).toEqual(wanted.links);
            expect(restoring.omitted).toEqual([]);
          }
          changes += restoring.changed.length;
        }
      }),
      { numRuns: 300 },
    );
    expect(changes).toBeGreaterThan(20);
  });

  test('says what a locked link keeps from coming back', () => {
    const held = makeLink(1, [0], [0], { locked: true, comment: 'giữ' });
    const alignment: Alignment = {
      ...alignmentIn(emptyState, translationId),
      links: [held],
    };
    const wanted: Alignment = {
      ...alignment,
      links: [makeLink(1, [0], [1]), makeLink(2, [0], [2]), makeLink(3, [1], [1])],
    };
    expect(plan(alignment, { ...alignment, links: [{ ...held, locked: false }] })).toMatchObject({
      changed: [],
      removed: [],
      omitted: [],
      keptCount: 1,
    });
    const restoring = plan(alignment, wanted);
    expect(restoring.omitted.map(({ why }) => why)).toEqual(['link-locked', 'sentences-taken']);
    expect(restoring.added).toEqual([wanted.links[2]]);
    expect(restoring.keptCount).toBe(1);
  });
});

test('sameValue tells JSON values apart, the order of properties aside', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(sameValue(one, JSON.parse(JSON.stringify(one)))).toBe(true);
      const differ = JSON.stringify(one) !== JSON.stringify(other);
      if (!differ) {
        expect(sameValue(one, other)).toBe(true);
      }
    }),
  );
  expect(sameValue({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
});

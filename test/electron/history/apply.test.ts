// The laws of edits: what is taken back is as it was, what fails changes nothing.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { findOverlap } from '../../../electron/alignment/beads.ts';
import { fail, type Result } from '../../../electron/contract/result.ts';
import {
  type Applied,
  applyEdits,
  replaySteps,
  revertSteps,
} from '../../../electron/history/apply.ts';
import { type Edit, EditSchema } from '../../../electron/history/edit.ts';
import { mergeChanges, type ReversibleStep } from '../../../electron/history/merge.ts';
import type { EditState } from '../../../electron/history/state.ts';
import { StepEditSchema } from '../../../electron/history/step-edit.ts';
import {
  aim,
  anyChange,
  anyEdit,
  anyWorld,
  contentOf,
  countIds,
  emptyState,
  makeLink,
  makeNote,
} from '../../helpers/edit-world.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const apply = (state: EditState, edits: readonly Edit[]): Result<Applied> =>
  applyEdits(state, edits, countIds());

const edits = fc.array(anyEdit, { minLength: 10, maxLength: 60 });
const kinds = EditSchema.options.map((option) => option.entries.type.literal);

/** A state that random edits of random texts lead to; those that fail are left out. */
const anyState = fc.tuple(anyWorld, edits).map(([world, list]) => {
  const newId = countIds();
  return list.reduce<EditState>((state, edit) => {
    const applied = applyEdits(state, [aim(state, edit)], newId);
    return applied.ok ? applied.value.state : state;
  }, world);
});

/** A state, and an edit that may succeed in it. */
const anyCase = fc
  .tuple(anyState, anyEdit, fc.nat(9))
  .map(([state, edit, luck]) => [state, luck === 0 ? edit : aim(state, edit)] as const);

/** The law of translations: no sentence in two links that are not rejected. */
function expectNoOverlap({ alignments, links }: EditState): void {
  expect(findOverlap(alignments, links.values())).toBeNull();
}

describe('one edit', () => {
  test('its inverses restore exactly what was there, and the inverses of those do it again', () => {
    fc.assert(
      fc.property(anyCase, ([state, edit]) => {
        const result = apply(state, [edit]);
        fc.pre(result.ok);
        const applied = unwrap(result);
        const reverted = unwrap(revertSteps(applied.state, applied.inverses));
        expect(contentOf(reverted.state)).toEqual(contentOf(state));
        const again = unwrap(revertSteps(reverted.state, reverted.inverses));
        expect(contentOf(again.state)).toEqual(contentOf(applied.state));
      }),
      { numRuns: 400 },
    );
  });

  test('it, its steps and their inverses are the same after a round trip through JSON', () => {
    fc.assert(
      fc.property(anyCase, ([state, edit]) => {
        const result = apply(state, [edit]);
        fc.pre(result.ok);
        expect(v.parse(EditSchema, JSON.parse(JSON.stringify(edit)))).toStrictEqual(edit);
        for (const one of [...unwrap(result).steps, ...unwrap(result).inverses]) {
          expect(v.parse(StepEditSchema, JSON.parse(JSON.stringify(one)))).toStrictEqual(one);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('failed or not, it leaves the state that it was given as it was', () => {
    fc.assert(
      fc.property(anyCase, ([state, edit]) => {
        const before = structuredClone(contentOf(state));
        apply(state, [edit]);
        expect(contentOf(state)).toEqual(before);
      }),
    );
  });

  test('the random edits try every kind, with success and with failure', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyCase, ([state, edit]) => {
        seen.add(`${edit.type} ${apply(state, [edit]).ok}`);
      }),
      { numRuns: 2000, seed: 1 },
    );
    const all = kinds.flatMap((kind) => [`${kind} false`, `${kind} true`]);
    expect([...seen].sort()).toEqual(all.sort());
  });
});

describe('mergeChanges', () => {
  test('makes of two changes one that does what both do, and goes back before both', () => {
    const merged: string[] = [];
    const { state } = unwrap(
      apply(
        emptyState,
        [1, 2, 3].flatMap((number): Edit[] => [
          { type: 'link.add', link: makeLink(number, [0, 1], [0]) },
          { type: 'annotation.add', annotation: makeNote(number) },
        ]),
      ),
    );
    fc.assert(
      fc.property(anyChange, anyChange, (one, two) => {
        const first = apply(state, [one]);
        const next = first.ok ? apply(first.value.state, [two]) : first;
        if (!first.ok || !next.ok) {
          return;
        }
        const both = mergeChanges(onlyStep(first.value), onlyStep(next.value));
        const unlocks = [one, two].some((each) => 'changes' in each && 'locked' in each.changes);
        const sameRecord =
          (one.type === 'link.change' && two.type === one.type && one.linkId === two.linkId) ||
          (one.type === 'annotation.change' &&
            two.type === one.type &&
            one.annotationId === two.annotationId);
        expect(both !== null).toBe(sameRecord && !unlocks);
        if (both !== null) {
          merged.push(both.edit.type);
          const applied = unwrap(replaySteps(state, [both.edit]));
          expect(contentOf(applied.state)).toEqual(contentOf(next.value.state));
          const reverted = unwrap(revertSteps(applied.state, [both.inverse]));
          expect(contentOf(reverted.state)).toEqual(contentOf(state));
        }
      }),
      { numRuns: 1000, seed: 1 },
    );
    expect(new Set(merged)).toEqual(new Set(['link.change', 'annotation.change']));
  });
});

function onlyStep({ steps: [edit], inverses: [inverse] }: Applied): ReversibleStep {
  if (edit === undefined || inverse === undefined) {
    throw new Error('an edit that was applied has no inverse');
  }
  return { edit, inverse };
}

describe('many edits', () => {
  test('undo all goes back through every state to the first, redo all forward to the last, no sentence in two links of a translation on the way', () => {
    // Groups that would have put one there.
    let taken = 0;
    const anyGroups = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), {
      minLength: 10,
      maxLength: 40,
    });
    fc.assert(
      fc.property(anyWorld, anyGroups, (world, groups) => {
        const newId = countIds();
        const states = [world];
        const done: Applied[] = [];
        for (const group of groups) {
          const state = states.at(-1) ?? world;
          const applied = applyEdits(
            state,
            group.map((edit) => aim(state, edit)),
            newId,
          );
          taken += !applied.ok && applied.error.code === 'link-sentence-taken' ? 1 : 0;
          if (applied.ok) {
            states.push(applied.value.state);
            done.push(applied.value);
          }
        }
        const contents = states.map(contentOf);
        states.forEach(expectNoOverlap);
        let state = states.at(-1) ?? world;
        for (const [number, { inverses }] of [...done.entries()].reverse()) {
          ({ state } = unwrap(revertSteps(state, inverses)));
          expectNoOverlap(state);
          expect(contentOf(state)).toEqual(contents[number]);
        }
        for (const [number, group] of done.entries()) {
          const applied = unwrap(replaySteps(state, group.steps));
          expect(applied.inverses).toEqual(group.inverses);
          ({ state } = applied);
          expectNoOverlap(state);
          expect(contentOf(state)).toEqual(contents[number + 1]);
        }
      }),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(3);
  });

  test('one that fails in a group fails the group', () => {
    const link = makeLink(1, [0], [0]);
    const absent = makeLink(2, [0], [0]).id;
    const applied = apply(emptyState, [
      { type: 'link.add', link },
      { type: 'link.remove', linkId: absent },
    ]);
    expect(applied).toEqual(fail('link-not-found', { link: absent }));
    expect(emptyState.links.size).toBe(0);
  });

  test('a note keeps its link target when the link goes, and undo brings back first the note, then the link', () => {
    const link = makeLink(1, [0], [0]);
    const note = makeNote(1, {
      targets: [{ type: 'link', linkId: link.id }, ...makeNote(1).targets],
    });
    const made = unwrap(
      apply(emptyState, [
        { type: 'link.add', link },
        { type: 'annotation.add', annotation: note },
      ]),
    );
    const unlinked = unwrap(apply(made.state, [{ type: 'link.remove', linkId: link.id }]));
    expect(unlinked.state.annotations.get(note.id)).toEqual(note);
    const removed = unwrap(
      apply(unlinked.state, [{ type: 'annotation.remove', annotationId: note.id }]),
    );
    const noteBack = unwrap(revertSteps(removed.state, removed.inverses));
    expect(noteBack.state.annotations.get(note.id)).toEqual(note);
    const linkBack = unwrap(revertSteps(noteBack.state, unlinked.inverses));
    expect(contentOf(linkBack.state)).toEqual(contentOf(made.state));
  });

  test('a group may hold as many edits as the contract lets in', () => {
    const many = Array.from(
      { length: 40_000 },
      (_, number): Edit => ({ type: 'link.add', link: makeLink(number, [0], [0]) }),
    );
    expect(unwrap(apply(emptyState, many)).state.links.size).toBe(40_000);
  });
});

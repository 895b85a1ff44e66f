// The laws of edits: what is taken back is as it was, what fails changes nothing.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fail, type Result, succeed } from '../../../electron/contract/result.ts';
import { applyEdits, type EditState, revertEdits } from '../../../electron/history/apply.ts';
import { type Edit, EditSchema } from '../../../electron/history/edit.ts';
import { mergeChanges } from '../../../electron/history/merge.ts';
import {
  anyChange,
  anyEdit,
  contentOf,
  emptyState,
  makeLink,
  makeNote,
} from '../../helpers/edit-world.ts';
import { unwrap } from '../../helpers/unwrap.ts';

/** As a group of one. */
function applyEdit(
  state: EditState,
  edit: Edit,
): Result<{ readonly state: EditState; readonly inverse: Edit }> {
  const applied = applyEdits(state, [edit]);
  if (!applied.ok) {
    return applied;
  }
  const [inverse] = applied.value.inverses;
  if (inverse === undefined) {
    throw new Error('an edit that was applied has no inverse');
  }
  return succeed({ state: applied.value.state, inverse });
}

const edits = fc.array(anyEdit, { minLength: 10, maxLength: 40 });
const kinds = [
  'link.add',
  'link.remove',
  'link.change',
  'annotation.add',
  'annotation.remove',
  'annotation.change',
];

/** A state that random edits lead to; those that fail are left out. */
const anyState = edits.map((list) =>
  list.reduce<EditState>((state, edit) => {
    const applied = applyEdit(state, edit);
    return applied.ok ? applied.value.state : state;
  }, emptyState),
);

describe('one edit', () => {
  test('its inverse restores exactly what was there, and the inverse of that does it again', () => {
    fc.assert(
      fc.property(anyState, anyEdit, (state, edit) => {
        const result = applyEdit(state, edit);
        fc.pre(result.ok);
        const applied = unwrap(result);
        const reverted = unwrap(revertEdits(applied.state, [applied.inverse]));
        expect(contentOf(reverted.state)).toEqual(contentOf(state));
        const again = unwrap(revertEdits(reverted.state, reverted.inverses));
        expect(contentOf(again.state)).toEqual(contentOf(applied.state));
      }),
      { numRuns: 200 },
    );
  });

  test('it and its inverse are the same after a round trip through JSON', () => {
    fc.assert(
      fc.property(anyState, anyEdit, (state, edit) => {
        const result = applyEdit(state, edit);
        fc.pre(result.ok);
        for (const one of [edit, unwrap(result).inverse]) {
          const back = v.parse(EditSchema, JSON.parse(JSON.stringify(one)));
          expect(back).toStrictEqual(one);
        }
      }),
    );
  });

  test('failed or not, it leaves the state that it was given as it was', () => {
    fc.assert(
      fc.property(anyState, anyEdit, (state, edit) => {
        const before = structuredClone(contentOf(state));
        applyEdit(state, edit);
        expect(contentOf(state)).toEqual(before);
      }),
    );
  });

  test('the random edits try every kind, with success and with failure', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyState, anyEdit, (state, edit) => {
        seen.add(`${edit.type} ${applyEdit(state, edit).ok}`);
      }),
      { numRuns: 500, seed: 1 },
    );
    const all = kinds.flatMap((kind) => [`${kind} false`, `${kind} true`]);
    expect([...seen].sort()).toEqual(all.sort());
  });
});

describe('mergeChanges', () => {
  test('makes of two changes one that does what both do, and goes back before both', () => {
    const merged: string[] = [];
    const { state } = unwrap(
      applyEdits(
        emptyState,
        [1, 2, 3].flatMap((number): Edit[] => [
          { type: 'link.add', link: makeLink(number, [0, 1], [0]) },
          { type: 'annotation.add', annotation: makeNote(number) },
        ]),
      ),
    );
    fc.assert(
      fc.property(anyChange, anyChange, (one, two) => {
        const first = applyEdit(state, one);
        const next = first.ok ? applyEdit(first.value.state, two) : first;
        if (!first.ok || !next.ok) {
          return;
        }
        const both = mergeChanges(
          { edit: one, inverse: first.value.inverse },
          { edit: two, inverse: next.value.inverse },
        );
        const sameRecord =
          (one.type === 'link.change' && two.type === one.type && one.linkId === two.linkId) ||
          (one.type === 'annotation.change' &&
            two.type === one.type &&
            one.annotationId === two.annotationId);
        expect(both !== null).toBe(sameRecord);
        if (both !== null) {
          merged.push(both.edit.type);
          const applied = unwrap(applyEdit(state, both.edit));
          expect(contentOf(applied.state)).toEqual(contentOf(next.value.state));
          const reverted = unwrap(revertEdits(applied.state, [both.inverse]));
          expect(contentOf(reverted.state)).toEqual(contentOf(state));
        }
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(new Set(merged)).toEqual(new Set(['link.change', 'annotation.change']));
  });
});

describe('many edits', () => {
  test('undo all goes back through every state to the first, redo all forward to the last', () => {
    const anyGroups = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), {
      minLength: 10,
      maxLength: 40,
    });
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const states = [emptyState];
        const done: { readonly edits: readonly Edit[]; readonly inverses: readonly Edit[] }[] = [];
        for (const group of groups) {
          const applied = applyEdits(states.at(-1) ?? emptyState, group);
          if (applied.ok) {
            states.push(applied.value.state);
            done.push({ edits: group, inverses: applied.value.inverses });
          }
        }
        const contents = states.map(contentOf);
        let state = states.at(-1) ?? emptyState;
        for (const [number, { inverses }] of [...done.entries()].reverse()) {
          ({ state } = unwrap(revertEdits(state, inverses)));
          expect(contentOf(state)).toEqual(contents[number]);
        }
        for (const [number, group] of done.entries()) {
          const applied = unwrap(applyEdits(state, group.edits));
          expect(applied.inverses).toEqual(group.inverses);
          ({ state } = applied);
          expect(contentOf(state)).toEqual(contents[number + 1]);
        }
      }),
    );
  });

  test('one that fails in a group fails the group', () => {
    const link = makeLink(1, [0], [0]);
    const absent = makeLink(2, [0], [0]).id;
    const applied = applyEdits(emptyState, [
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
      applyEdits(emptyState, [
        { type: 'link.add', link },
        { type: 'annotation.add', annotation: note },
      ]),
    );
    const unlinked = unwrap(applyEdits(made.state, [{ type: 'link.remove', linkId: link.id }]));
    expect(unlinked.state.annotations.get(note.id)).toEqual(note);
    const removed = unwrap(
      applyEdits(unlinked.state, [{ type: 'annotation.remove', annotationId: note.id }]),
    );
    const noteBack = unwrap(revertEdits(removed.state, removed.inverses));
    expect(noteBack.state.annotations.get(note.id)).toEqual(note);
    const linkBack = unwrap(revertEdits(noteBack.state, unlinked.inverses));
    expect(contentOf(linkBack.state)).toEqual(contentOf(made.state));
  });

  test('a group may hold as many edits as the contract lets in', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, number): Edit => ({ type: 'link.add', link: makeLink(number, [0], [0]) }),
    );
    expect(unwrap(applyEdits(emptyState, many)).state.links.size).toBe(10_000);
  });
});

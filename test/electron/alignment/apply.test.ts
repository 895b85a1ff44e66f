// What edits of links refuse, and how they set a link in order.
import { describe, expect, test } from 'vitest';
import type { Link } from '../../../electron/alignment/alignment.ts';
import { type LinkState, stepLinkEdit } from '../../../electron/alignment/apply.ts';
import type { LinkEdit } from '../../../electron/alignment/edits.ts';
import { emptyState, en, makeLink, vi } from '../../helpers/edit-world.ts';

const link = makeLink(1, [0], [0]);
const withLink: LinkState = { ...emptyState, links: new Map([[link.id, link]]) };
const add = (added: Link): LinkEdit => ({ type: 'link.add', link: added });

describe('link.add', () => {
  test('brings each side into reading order and drops repeats', () => {
    const step = stepLinkEdit(emptyState, add(makeLink(1, [2, 0, 2, 1], [1, 0])));
    expect(step.ok && step.value.link?.sides.map((side) => side.segmentIds)).toEqual([
      [`${vi}/0`, `${vi}/1`, `${vi}/2`],
      [`${en}/0`, `${en}/1`],
    ]);
  });

  test('keeps a comment as NFC without lone surrogates', () => {
    const step = stepLinkEdit(emptyState, add(makeLink(1, [0], [0], { comment: 'e\u0302\ud83d' })));
    expect(step.ok && step.value.link?.comment).toBe('ê\ufffd');
  });

  const [viSide, enSide] = link.sides;
  const strange = makeLink(1, [0], [0], { alignmentId: makeLinkOfNoAlignment().alignmentId });
  test.each<[string, LinkState, Link, string]>([
    ['an empty first side', emptyState, makeLink(1, [], [0]), 'link-side-empty'],
    ['an empty second side', emptyState, makeLink(1, [0], []), 'link-side-empty'],
    ['a sentence that is not there', emptyState, makeLink(1, [99], [0]), 'link-segment-unknown'],
    [
      'sides the wrong way round',
      emptyState,
      { ...link, sides: [enSide, viSide] },
      'link-segment-unknown',
    ],
    [
      'one document on both sides',
      emptyState,
      { ...link, sides: [viSide, viSide] },
      'link-segment-unknown',
    ],
    [
      'a sentence of the other document',
      emptyState,
      { ...link, sides: [{ documentId: vi, segmentIds: enSide.segmentIds }, enSide] },
      'link-segment-unknown',
    ],
    ['an id that is taken', withLink, link, 'link-exists'],
    ['an alignment that is not there', emptyState, strange, 'alignment-not-found'],
  ])('refuses %s', (_, state, refused, code) => {
    expect(stepLinkEdit(state, add(refused))).toMatchObject({ ok: false, error: { code } });
  });
});

describe('link.change and link.remove', () => {
  test('change what is named and nothing else', () => {
    const step = stepLinkEdit(withLink, {
      type: 'link.change',
      linkId: link.id,
      changes: { status: 'rejected' },
    });
    expect(step).toEqual({
      ok: true,
      value: {
        linkId: link.id,
        link: { ...link, status: 'rejected' },
        inverse: { type: 'link.change', linkId: link.id, changes: { status: 'confirmed' } },
      },
    });
  });

  test('check new sides as link.add does', () => {
    const step = stepLinkEdit(withLink, {
      type: 'link.change',
      linkId: link.id,
      changes: { sides: makeLink(1, [0], []).sides },
    });
    expect(step).toMatchObject({ ok: false, error: { code: 'link-side-empty' } });
  });

  test('refuse a link that is not there', () => {
    const code = 'link-not-found';
    const removal: LinkEdit = { type: 'link.remove', linkId: link.id };
    const change: LinkEdit = { type: 'link.change', linkId: link.id, changes: {} };
    expect(stepLinkEdit(emptyState, removal)).toMatchObject({ ok: false, error: { code } });
    expect(stepLinkEdit(emptyState, change)).toMatchObject({ ok: false, error: { code } });
  });
});

function makeLinkOfNoAlignment(): Link {
  const other = makeLink(9, [0], [0]);
  // Any id that is no alignment's will do; a link's is one.
  return { ...other, alignmentId: other.id as unknown as Link['alignmentId'] };
}

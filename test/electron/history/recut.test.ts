// Sentences parted, joined and corrected: links, notes and phrase links stay on their words.
import { describe, expect, test } from 'vitest';
import type { Link } from '../../../electron/alignment/alignment.ts';
import { makeSpanTarget } from '../../../electron/annotation/anchor.ts';
import type { Result } from '../../../electron/contract/result.ts';
import { segmentText } from '../../../electron/corpus/document.ts';
import type { SegmentEdit } from '../../../electron/corpus/edits.ts';
import { type Applied, applyEdits, revertSteps } from '../../../electron/history/apply.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import type { EditState } from '../../../electron/history/state.ts';
import {
  contentOf,
  countIds,
  emptyState,
  en,
  idOf,
  makeLink,
  makeNote,
  makePhrase,
  makeWorld,
  texts,
  translationId,
  vi,
} from '../../helpers/edit-world.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const apply = (state: EditState, edits: readonly Edit[]): Result<Applied> =>
  applyEdits(state, edits, countIds());

/** The state after edits that are right. */
const stateAfter = (edits: readonly Edit[], state: EditState = emptyState): EditState =>
  unwrap(apply(state, edits)).state;

const segment = (type: 'segment.split' | 'segment.merge', name: string, at = 0): SegmentEdit =>
  // The ids are those of the world's sentences.
  (type === 'segment.split'
    ? { type, segmentId: `${vi}/${name}`, at }
    : { type, segmentId: `${vi}/${name}` }) as SegmentEdit;
const correct = (name: string, text: string, documentId = vi): SegmentEdit =>
  ({ type: 'segment.correct', segmentId: `${documentId}/${name}`, text }) as SegmentEdit;

const add = (link: Link): Edit => ({ type: 'link.add', link });
const inTranslation = { alignmentId: translationId as Link['alignmentId'] };
const sentences = (state: EditState, documentId = vi): readonly (readonly [string, string])[] => {
  const document = state.documents.get(documentId);
  return (document?.paragraphs ?? []).flatMap(({ segments }) =>
    segments.map(
      (each) =>
        [
          each.id.slice(each.id.indexOf('/') + 1),
          segmentText(document ?? { text: '' }, each),
        ] as const,
    ),
  );
};
const sidesOf = (state: EditState, link: Link) =>
  state.links.get(link.id)?.sides.map(({ segmentIds }) => segmentIds.map((id) => id.split('/')[1]));

function expectFailure(result: Result<unknown>, code: string): void {
  expect(result).toMatchObject({ ok: false, error: { code } });
}

/** Applies, takes back, and checks that nothing is left of it. */
function thereAndBack(state: EditState, edits: readonly Edit[]): EditState {
  const applied = unwrap(apply(state, edits));
  const back = unwrap(revertSteps(applied.state, applied.inverses));
  expect(contentOf(back.state)).toEqual(contentOf(state));
  return applied.state;
}

describe('segment.split', () => {
  test('parts a sentence without its blanks; both halves belong to its links, locked or rejected as they may be', () => {
    const linked = stateAfter([
      add(makeLink(1, [0, 1], [0])),
      add(makeLink(2, [0], [1], { locked: true })),
      add(makeLink(3, [0], [2], { status: 'rejected', ...inTranslation })),
    ]);
    const state = thereAndBack(linked, [segment('segment.split', '0', 8)]);
    expect(sentences(state).slice(0, 3)).toEqual([
      ['0', 'Kính gửi'],
      ['0.1', 'các đồng chí.'],
      ['1', 'Tin từ Bình Nhưỡng: ệ 👩‍👩‍👧 vui.'],
    ]);
    expect(sidesOf(state, makeLink(1, [], []))).toEqual([['0', '0.1', '1'], ['0']]);
    expect(sidesOf(state, makeLink(2, [], []))).toEqual([['0', '0.1'], ['1']]);
    expect(sidesOf(state, makeLink(3, [], []))).toEqual([['0', '0.1'], ['2']]);
    expect(state.texts).toEqual(linked.texts);
  });

  test('gives every part an id of its own, however often it is parted', () => {
    const state = stateAfter([
      segment('segment.split', '0', 8),
      segment('segment.split', '0', 4),
      segment('segment.split', '0.1', 3),
    ]);
    expect(sentences(state).slice(0, 4)).toEqual([
      ['0', 'Kính'],
      ['0.2', 'gửi'],
      ['0.1', 'các'],
      ['0.3', 'đồng chí.'],
    ]);
  });

  test.each([
    ['behind the last character', '2', 9],
    ['far outside', '2', 500],
    ['within a picture of three persons', '1', 24],
  ])('refuses a cut %s', (_, name, at) => {
    expectFailure(apply(emptyState, [segment('segment.split', name, at)]), 'segment-split-outside');
  });

  test('refuses a sentence that is not there', () => {
    expectFailure(apply(emptyState, [segment('segment.split', '99', 1)]), 'segment-not-found');
  });
});

describe('segment.merge', () => {
  test('joins a sentence with the next one of its paragraph, and is what parting undoes', () => {
    const parted = stateAfter([add(makeLink(1, [0], [0])), segment('segment.split', '0', 8)]);
    const state = thereAndBack(parted, [segment('segment.merge', '0')]);
    expect(sentences(state)).toEqual(sentences(emptyState));
    expect(sidesOf(state, makeLink(1, [], []))).toEqual([['0'], ['0']]);
  });

  test('refuses the last sentence of a paragraph', () => {
    expectFailure(apply(emptyState, [segment('segment.merge', '1')]), 'segment-last-of-paragraph');
  });

  test('in a translation two links become one, with both comments, and notes about either are about it', () => {
    const [one, two] = [
      makeLink(1, [0], [1], {
        ...inTranslation,
        comment: 'đầu',
        status: 'suggested',
        origin: 'machine',
        confidence: 0.8,
      }),
      makeLink(2, [1], [0], { ...inTranslation, comment: 'cuối' }),
    ];
    const note = makeNote(1, { targets: [{ type: 'link', linkId: two.id }] });
    const linked = stateAfter([add(one), add(two), { type: 'annotation.add', annotation: note }]);
    const state = thereAndBack(linked, [segment('segment.merge', '0')]);
    expect([...state.links.values()]).toEqual([
      {
        ...one,
        sides: makeLink(1, [0], [0, 1]).sides,
        status: 'suggested',
        origin: 'reader',
        confidence: null,
        comment: 'đầu; cuối',
      },
    ]);
    expect(state.annotations.get(note.id)?.targets).toEqual([{ type: 'link', linkId: one.id }]);
  });

  test('elsewhere each link keeps to itself, but two that come to join the same sentences become one', () => {
    const linked = stateAfter([
      add(makeLink(1, [0], [0])),
      add(makeLink(2, [1], [0])),
      add(makeLink(3, [1], [2])),
    ]);
    const state = thereAndBack(linked, [segment('segment.merge', '0')]);
    expect([...state.links.values()].map((link) => sidesOf(state, link))).toEqual([
      [['0'], ['0']],
      [['0'], ['2']],
    ]);
  });

  test('a note about links of several pairs that become one is about each that stays, once', () => {
    const links = [
      makeLink(1, [0], [0]),
      makeLink(2, [1], [0]),
      makeLink(3, [0], [2], inTranslation),
      makeLink(4, [1], [1], inTranslation),
    ];
    const targets = [links[1], links[3]].flatMap((link) =>
      link ? [{ type: 'link' as const, linkId: link.id }] : [],
    );
    const note = makeNote(1, { targets });
    const linked = stateAfter([...links.map(add), { type: 'annotation.add', annotation: note }]);
    const state = thereAndBack(linked, [segment('segment.merge', '0')]);
    expect([...state.links.keys()]).toEqual([links[0]?.id, links[2]?.id]);
    expect(state.annotations.get(note.id)?.targets).toEqual([
      { type: 'link', linkId: links[0]?.id },
      { type: 'link', linkId: links[2]?.id },
    ]);
  });

  test('leaves rejected links apart', () => {
    const linked = stateAfter([
      add(makeLink(1, [0], [0], inTranslation)),
      add(makeLink(2, [1], [1], { ...inTranslation, status: 'rejected' })),
    ]);
    const state = thereAndBack(linked, [segment('segment.merge', '0')]);
    expect(state.links.size).toBe(2);
  });

  test('is refused where a locked link would come to hold more, but not where it holds both', () => {
    const locked = makeLink(1, [0], [0], { locked: true });
    expectFailure(apply(stateAfter([add(locked)]), [segment('segment.merge', '0')]), 'link-locked');
    const whole = makeLink(1, [0, 1], [0], { locked: true });
    const state = thereAndBack(stateAfter([add(whole)]), [segment('segment.merge', '0')]);
    expect(sidesOf(state, whole)).toEqual([['0'], ['0']]);
  });
});

describe('segment.correct', () => {
  const viText = texts.get(vi) ?? '';
  const on = (words: string) => {
    const start = viText.indexOf(words);
    return makeSpanTarget(vi, viText, { start, end: start + words.length });
  };

  test('changes the words, and everything behind them moves along', () => {
    const before = stateAfter([
      add(makeLink(1, [0], [0])),
      { type: 'annotation.add', annotation: makeNote(1, { targets: [on('đồng chí')] }) },
      { type: 'annotation.add', annotation: makeNote(2, { targets: [on('Xin chào.')] }) },
      { type: 'annotation.add', annotation: makeNote(3, { targets: [on('Kính')] }) },
      {
        type: 'phrase.add',
        phrase: makePhrase(1, { spans: [on('Bình Nhưỡng'), makePhrase(1).spans[1]] }),
      },
    ]);
    const state = thereAndBack(before, [correct('0', '  Kính gửi toàn thể   đồng chí! ')]);
    expect(sentences(state)[0]).toEqual(['0', 'Kính gửi toàn thể đồng chí!']);
    expect(sentences(state).slice(1)).toEqual(sentences(before).slice(1));
    expect(state.links).toEqual(before.links);
    const text = state.texts.get(vi) ?? '';
    expect(text).toBe(
      `Kính gửi toàn thể đồng chí!${viText.slice('Kính gửi các đồng chí.'.length)}`,
    );
    for (const [number, words] of [
      [1, 'đồng chí'],
      [2, 'Xin chào.'],
      [3, 'Kính'],
    ] as const) {
      const [target] = state.annotations.get(makeNote(number).id)?.targets ?? [];
      expect(target).toMatchObject({ quote: { exact: words } });
      expect(
        target?.type === 'span' && text.slice(target.position.start, target.position.end),
      ).toBe(words);
    }
    const [span] = state.phrases.get(makePhrase(1).id)?.spans ?? [];
    expect(span && text.slice(span.position.start, span.position.end)).toBe('Bình Nhưỡng');
  });

  test('keeps a note on a word that it changes', () => {
    const before = stateAfter([
      { type: 'annotation.add', annotation: makeNote(1, { targets: [on('các đồng chí')] }) },
    ]);
    const state = thereAndBack(before, [correct('0', 'Kính gửi cac dong chi.')]);
    expect(state.annotations.get(makeNote(1).id)?.targets).toMatchObject([
      { quote: { exact: 'cac dong chi' } },
    ]);
  });

  test('comes to nothing where nothing is changed', () => {
    expect(unwrap(apply(emptyState, [correct('0', 'Kính gửi các đồng chí. ')])).steps).toEqual([]);
  });

  test.each([
    ['nothing', '  '],
    ['two lines', 'một\nhai'],
    ['a mark without its letter', '\u0301a'],
    ['invisible characters', '\u200b\u00ad'],
  ])('refuses %s', (_, text) => {
    expectFailure(apply(emptyState, [correct('0', text)]), 'segment-text-unusable');
  });

  test('refuses words that would melt into their neighbour', () => {
    // Two Korean letters that compose to one syllable where they meet.
    const world = makeWorld({ vi: [['a'], ['b']], en: [['x']] });
    const document = world.documents.get(vi);
    const joined = {
      ...document,
      text: 'ab',
      paragraphs: [
        {
          ...document?.paragraphs[0],
          endOffset: 2,
          segments: [
            { id: `${vi}/0`, startOffset: 0, endOffset: 1 },
            { id: `${vi}/1`, startOffset: 1, endOffset: 2 },
          ],
        },
      ],
    };
    const state = {
      ...world,
      documents: new Map([[vi, joined]]),
      texts: new Map([[vi, 'ab']]),
    } as unknown as EditState;
    const once = stateAfter([correct('1', '\u1161')], state);
    expectFailure(apply(once, [correct('0', '\u1100')]), 'segment-text-unusable');
  });

  test('a copy of an alignment and a snapshot of it are made of the sentences as they are', () => {
    const state = stateAfter([
      add(makeLink(1, [0], [0])),
      correct('0', 'Kính gửi!'),
      {
        type: 'snapshot.add',
        snapshot: {
          id: idOf('snapshot', 1),
          alignmentId: makeLink(1, [], []).alignmentId,
          name: 'trước',
          createdAt: '2026-11-21T08:00:00.000Z',
        },
      } as Edit,
    ]);
    const [snapshot] = state.snapshots.values();
    expect(snapshot?.content).toContain('"text":"Kính gửi!"');
    expect(state.documents.get(en)).toEqual(emptyState.documents.get(en));
  });
});

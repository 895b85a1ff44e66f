// An alignment taken out of its workspace and put back: the same, also where its sentences have changed meanwhile.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlignmentHead, Link } from '../../../electron/alignment/alignment.ts';
import { findOverlap } from '../../../electron/alignment/beads.ts';
import { fromPortable, type Restored } from '../../../electron/alignment/from-portable.ts';
import {
  type KnownDocument,
  type Portable,
  readPortable,
  toPortable,
} from '../../../electron/alignment/portable.ts';
import { readForeign } from '../../../electron/alignment/read-file.ts';
import { applyEdits } from '../../../electron/history/apply.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import type { EditState } from '../../../electron/history/state.ts';
import {
  aim,
  alignmentId,
  alignmentIn,
  anyEdit,
  anyWorld,
  countIds,
  emptyState,
  en,
  makeLink,
  makePhrase,
  makeWorld,
  translationId,
  vi,
} from '../../helpers/edit-world.ts';
import { unwrap } from '../../helpers/unwrap.ts';

function documentsOf({ documents }: EditState): readonly [KnownDocument, KnownDocument] {
  const [first, second] = [documents.get(vi), documents.get(en)];
  if (first === undefined || second === undefined) {
    throw new Error('the world has two documents');
  }
  return [first, second];
}

/** Out as a file's text and in again. */
function portableOf(state: EditState, id: string): Portable {
  const { links, phrases, ...head } = alignmentIn(state, id);
  const text = JSON.stringify(toPortable(head, links, phrases, documentsOf(state)));
  return unwrap(readPortable(text));
}

const restore = (state: EditState, id: string, portable: Portable): Restored =>
  fromPortable(portable, alignmentIn(state, id), documentsOf(state));

const edited = (state: EditState, edits: readonly Edit[]): EditState =>
  unwrap(applyEdits(state, edits, countIds())).state;

describe('out and in again', () => {
  test('gives equal links and phrases, whatever was edited before', () => {
    let linkCount = 0;
    fc.assert(
      fc.property(anyWorld, fc.array(anyEdit, { maxLength: 60 }), (world, edits) => {
        const newId = countIds();
        const state = edits.reduce((before, edit) => {
          const applied = applyEdits(before, [aim(before, edit)], newId);
          return applied.ok ? applied.value.state : before;
        }, world);
        for (const id of [alignmentId, translationId]) {
          const { links, phrases } = alignmentIn(state, id);
          expect(restore(state, id, portableOf(state, id))).toEqual({
            links,
            phrases,
            omitted: [],
          });
          linkCount += links.length;
        }
      }),
      { numRuns: 300 },
    );
    expect(linkCount).toBeGreaterThan(100);
  });

  test('follows sentences under other ids', () => {
    const numbers = [0, 1, 2, 3, 4, 5, 6, 7];
    // The same words several times over, so that only their places tell them apart.
    const sentences = numbers.map(
      (number) => ['Xin chào.', 'Vâng.', `Câu ${number}.`][number % 3] ?? '',
    );
    const old = makeWorld({ vi: [sentences], en: [sentences] });
    const links = numbers.map((number) => makeLink(number + 1, [number], [7 - number]));
    const state = edited(
      old,
      links.map((link) => ({ type: 'link.add', link })),
    );
    const renamed = (document: KnownDocument): KnownDocument => ({
      ...document,
      paragraphs: document.paragraphs.map((paragraph) => ({
        ...paragraph,
        segments: paragraph.segments.map((segment) => ({
          ...segment,
          id: segment.id.replace('/', '/s') as typeof segment.id,
        })),
      })),
    });
    const [first, second] = documentsOf(state);
    const restored = fromPortable(portableOf(state, alignmentId), alignmentIn(state, alignmentId), [
      renamed(first),
      renamed(second),
    ]);
    expect(restored.links).toEqual(
      links.map((link) =>
        JSON.parse(JSON.stringify(link).replaceAll('-vi/', '-vi/s').replaceAll('-en/', '-en/s')),
      ),
    );
  });
});

describe('a kept alignment', () => {
  const link = makeLink(1, [0], [0]);
  const kept = portableOf(
    edited(emptyState, [
      { type: 'link.add', link },
      { type: 'link.add', link: makeLink(2, [3], [1]) },
      { type: 'phrase.add', phrase: makePhrase(1) },
    ]),
    alignmentId,
  );
  const sidesIn = (state: EditState, portable = kept, id = alignmentId) =>
    restore(state, id, portable).links.map(({ sides }) =>
      sides.map(({ segmentIds }) => segmentIds.map((each) => each.split('/')[1])),
    );
  const edit = (type: string, name: string, more: object = {}): Edit =>
    ({ type, segmentId: `${vi}/${name}`, ...more }) as Edit;

  test('stands on both halves of a sentence that was parted, and on the whole of those that were joined', () => {
    const parted = edited(emptyState, [edit('segment.split', '0', { at: 8 })]);
    expect(sidesIn(parted)).toEqual([
      [['0', '0.1'], ['0']],
      [['3'], ['1']],
    ]);
    const joined = edited(emptyState, [edit('segment.merge', '2'), edit('segment.merge', '0')]);
    expect(sidesIn(joined)).toEqual([
      [['0'], ['0']],
      [['2'], ['1']],
    ]);
  });

  test('stands on a sentence that was corrected, and of two alike on the one in its place', () => {
    const corrected = edited(emptyState, [
      edit('segment.correct', '0', { text: 'Kính gửi tất cả các đồng chí thân mến!' }),
    ]);
    expect(sidesIn(corrected)).toEqual([
      [['0'], ['0']],
      [['3'], ['1']],
    ]);
    expect(restore(corrected, alignmentId, kept).phrases).toEqual([makePhrase(1)]);
  });

  test('leaves out a link whose sentence is gone, and says what it said', () => {
    const other = edited(emptyState, [edit('segment.correct', '0', { text: '15-8-1945' })]);
    const restored = restore(other, alignmentId, kept);
    expect(restored.links.map(({ id }) => id)).toEqual([makeLink(2, [], []).id]);
    expect(restored.omitted).toEqual([
      { texts: ['Kính gửi các đồng chí.', 'Dear comrades.'], why: 'sentences-gone' },
    ]);
    expect(restored.phrases).toEqual([]);
  });

  test('never has two links on one sentence in a translation', () => {
    const ofTranslation = { alignmentId: translationId as Link['alignmentId'] };
    const state = edited(emptyState, [
      { type: 'link.add', link: makeLink(1, [0], [0], ofTranslation) },
      { type: 'link.add', link: makeLink(2, [1], [1], { ...ofTranslation, status: 'suggested' }) },
    ]);
    const portable = portableOf(state, translationId);
    const joined = edited(emptyState, [edit('segment.merge', '0')]);
    const { links } = restore(joined, translationId, portable);
    expect(findOverlap(joined.alignments, links)).toBeNull();
    expect(links).toMatchObject([{ id: makeLink(1, [], []).id, status: 'suggested' }]);
    expect(sidesIn(joined, portable, translationId)).toEqual([[['0'], ['0', '1']]]);
  });
});

describe('readForeign', () => {
  const maker = { newId: countIds(), now: '2026-11-22T08:00:00.000Z' };
  const documents = documentsOf(emptyState);
  const head: AlignmentHead = alignmentIn(emptyState, alignmentId);
  const portable = portableOf(
    edited(emptyState, [
      { type: 'link.add', link: makeLink(1, [0, 1], [2]) },
      { type: 'phrase.add', phrase: makePhrase(1) },
    ]),
    alignmentId,
  );

  test('turns a file that names the texts the other way round', () => {
    const turned = {
      ...portable,
      documents: portable.documents.toReversed(),
      links: portable.links.map((link) => ({ ...link, sides: link.sides.toReversed() })),
      phrases: portable.phrases.map((phrase) => ({ ...phrase, spans: phrase.spans.toReversed() })),
    };
    const read = unwrap(readForeign(JSON.stringify(turned), documents, maker));
    expect(fromPortable(read, head, documents)).toEqual(fromPortable(portable, head, documents));
  });

  test.each([
    ['no JSON', 'hello', 'alignment-file-unreadable'],
    ['other JSON', '[1, 2]', 'alignment-file-unreadable'],
    [
      'a link without a sentence',
      JSON.stringify({ ...portable, links: [{ ...portable.links[0], sides: [[], []] }] }),
      'alignment-file-unreadable',
    ],
    [
      'a newer version',
      JSON.stringify({ ...portable, version: 2, more: true }),
      'alignment-file-newer',
    ],
    ['XML that is no TMX', '<a>b</a>', 'alignment-file-unreadable'],
    ['broken XML', '<tmx><body><tu></body></tmx>', 'alignment-file-unreadable'],
    [
      'TMX of other languages',
      '<tmx><body><tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu></body></tmx>',
      'alignment-file-foreign',
    ],
  ])('refuses %s', (_, text, code) => {
    expect(readForeign(text, documents, maker)).toMatchObject({ error: { code } });
  });
});

import { describe, expect, test } from 'vitest';
import type { SegmentId } from '../../../electron/corpus/document.ts';
import {
  drawChannel,
  placeLinks,
  type Shown,
  shownParagraphs,
} from '../../../renderer/reader/channel-drawing.ts';
import type { TextGeometry } from '../../../renderer/reader/text-geometry.ts';
import { link, suggestion } from '../alignment/links.ts';
import { makeIndex } from './texts.ts';

/** Twenty paragraphs of one sentence, each 100 px high. */
const paragraphs = Array.from({ length: 20 }, (_, at) => ({ sentences: [`Câu ${at}.`] }));
const indexes = [makeIndex('vi', paragraphs), makeIndex('en', paragraphs, 'en')] as const;
const texts = ['vi', 'en'].map(
  (id): TextGeometry => ({
    height: 2000,
    extents: new Map(
      paragraphs.map((_, at) => [
        `${id}/${at}` as SegmentId,
        { top: at * 100, bottom: at * 100 + 80 },
      ]),
    ),
  }),
) as [TextGeometry, TextGeometry];

function draw(links: Parameters<typeof placeLinks>[0], tops: readonly [number, number]) {
  const views = tops.map((top) => ({ top, height: 400 }));
  const [left, right] = views;
  if (!left || !right) {
    throw new Error('two views');
  }
  const shown: [Shown | null, Shown | null] = [
    shownParagraphs(indexes[0], texts[0], left),
    shownParagraphs(indexes[1], texts[1], right),
  ];
  return drawChannel(placeLinks(links, indexes, texts), [left, right], shown);
}

describe('what is drawn in the channel', () => {
  test('is a curve for each link with passages in sight on both sides, from middle to middle', () => {
    const near = link([1], [2]);
    const { curves, marks } = draw([near, link([9], [9]), suggestion([0], [0], 0.5)], [0, 0]);
    expect(curves.map(({ lefts, rights, standing }) => [lefts, rights, standing])).toEqual([
      [[140], [240], 'confirmed'],
      [[40], [40], 'doubtful'],
    ]);
    expect(marks).toEqual([]);
  });

  test('is nothing of a link that was rejected', () => {
    expect(draw([link([1], [1], { status: 'rejected' })], [0, 0]).curves).toEqual([]);
  });

  test('is a mark beside the passage in sight of a link whose other passage is far', () => {
    const down = link([2], [9]);
    const up = link([2], [1]);
    expect(draw([down], [0, 0]).marks).toMatchObject([
      { side: 'left', height: 240, beyond: 'below', links: [{ to: 'en/9', paragraphsAway: 6 }] },
    ]);
    expect(draw([up], [0, 500]).marks).toMatchObject([
      { side: 'left', height: 240, beyond: 'above', links: [{ to: 'en/1', paragraphsAway: 4 }] },
    ]);
    expect(draw([link([12], [2])], [0, 0]).marks).toMatchObject([
      { side: 'right', height: 240, beyond: 'below', links: [{ to: 'vi/12', paragraphsAway: 9 }] },
    ]);
  });

  test('is both for a link that is partly in sight', () => {
    const { curves, marks } = draw([link([1], [1, 2, 15])], [0, 0]);
    expect(curves.map(({ rights }) => rights)).toEqual([[140, 240]]);
    expect(marks.map(({ beyond, links }) => [beyond, links[0]?.to])).toEqual([['below', 'en/15']]);
  });

  test('joins marks of one passage and direction, the nearest first, and keeps others apart', () => {
    const { marks } = draw([link([2], [15]), link([2], [7]), link([2], [19])], [0, 0]);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.links.map(({ to }) => to)).toEqual(['en/7', 'en/15', 'en/19']);
    const apart = draw([link([2], [19]), link([2], [0])], [0, 500]).marks;
    expect(apart.map(({ height }) => height).sort((a, b) => a - b)).toEqual([240, 253]);
  });

  test('joins neighbouring sentences of one paragraph to one end', () => {
    const two = makeIndex('vi', [{ sentences: ['Một.', 'Hai.'] }, { sentences: ['Ba.'] }]);
    const geometry: TextGeometry = {
      height: 300,
      extents: new Map([
        ['vi/0' as SegmentId, { top: 0, bottom: 40 }],
        ['vi/1' as SegmentId, { top: 40, bottom: 100 }],
        ['vi/2' as SegmentId, { top: 120, bottom: 160 }],
      ]),
    };
    const [placed] = placeLinks([link([0, 1, 2], [0])], [two, indexes[1]], [geometry, texts[1]]);
    expect(placed?.passages[0].map(({ extent }) => extent)).toEqual([
      { top: 0, bottom: 100 },
      { top: 120, bottom: 160 },
    ]);
  });
});

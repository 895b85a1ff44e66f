import { describe, expect, test } from 'vitest';
import type { SegmentId } from '../../../electron/corpus/document.ts';
import {
  inReadingOrder,
  paragraphNumbers,
  textOf,
  visibleOrder,
} from '../../../renderer/reader/segment-index.ts';
import { makeIndex } from './texts.ts';

const index = makeIndex('thu', [
  { part: 'front', sentences: ['Trang chủ'] },
  { sentences: ['Kính gửi đồng chí.', 'Chúng tôi đã nhận được thư.'] },
  { sentences: ['Xin cảm ơn!'] },
  { part: 'back', sentences: ['In trang này', 'Gửi'] },
]);
const id = (number: number) => `thu/${number}` as SegmentId;

describe('an index of segments', () => {
  test('knows the place and the words of each', () => {
    expect(index.order).toEqual([0, 1, 2, 3, 4, 5].map(id));
    expect(index.places.get(id(2))).toMatchObject({ ordinal: 2, paragraph: { index: 1 } });
    expect(textOf(index, id(2))).toBe('Chúng tôi đã nhận được thư.');
    expect(textOf(index, 'khac/0' as SegmentId)).toBe('');
  });

  test('passes over what is folded away', () => {
    expect(visibleOrder(index, false)).toEqual([1, 2, 3].map(id));
    expect(visibleOrder(index, true)).toEqual(index.order);
  });

  test('sorts sentences into reading order, each once, and leaves out those of other texts', () => {
    const chosen = [id(3), 'khac/0' as SegmentId, id(1), id(3)];
    expect(inReadingOrder(index, chosen)).toEqual([id(1), id(3)]);
  });
});

describe('the numbers of paragraphs', () => {
  test('count each part from one, each paragraph once, in order', () => {
    expect(paragraphNumbers(index, [id(3), id(1), id(2)])).toEqual([1, 2]);
    expect(paragraphNumbers(index, [id(5)])).toEqual([1]);
    expect(paragraphNumbers(index, ['khac/0' as SegmentId])).toEqual([]);
  });
});

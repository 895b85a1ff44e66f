// Meeting points belong to pairs of texts and know no left and right.
import { describe, expect, it } from 'vitest';
import type { DocumentId, SegmentId } from '../../../electron/corpus/document.ts';
import {
  isBetween,
  type MeetingPoint,
  toggleMeetingPoint,
} from '../../../renderer/reader/meeting-points.ts';

const point = (a: string, b: string): MeetingPoint => [a as SegmentId, b as SegmentId];
const id = (name: string) => name as DocumentId;

describe('isBetween', () => {
  it('knows a pair whichever text stands on the left', () => {
    expect(isBetween(point('a/1', 'b/2'), id('a'), id('b'))).toBe(true);
    expect(isBetween(point('a/1', 'b/2'), id('b'), id('a'))).toBe(true);
    expect(isBetween(point('a/1', 'b/2'), id('a'), id('c'))).toBe(false);
    expect(isBetween(point('a/1', 'b/2'), id('a'), id('a'))).toBe(false);
  });
});

describe('toggleMeetingPoint', () => {
  it('sets a point, and takes the same two sentences apart in either order', () => {
    const set = toggleMeetingPoint([], point('a/1', 'b/2'));
    expect(set).toEqual({ points: [['a/1', 'b/2']], isSet: true });
    expect(toggleMeetingPoint(set.points, point('b/2', 'a/1'))).toEqual({
      points: [],
      isSet: false,
    });
  });

  it('lets an older point of the same two texts give way, and no other', () => {
    const points = [point('a/1', 'b/2'), point('a/1', 'c/7'), point('a/5', 'b/9')];
    expect(toggleMeetingPoint(points, point('a/1', 'b/3')).points).toEqual([
      ['a/1', 'c/7'],
      ['a/5', 'b/9'],
      ['a/1', 'b/3'],
    ]);
  });
});

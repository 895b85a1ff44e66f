import * as v from 'valibot';
import { expect, test } from 'vitest';
import type {
  DocumentId,
  DocumentSummary,
  Language,
  SegmentId,
} from '../../../electron/corpus/document.ts';
import { ReadingStateSchema } from '../../../electron/settings/settings.ts';
import { firstReading } from '../../../renderer/app/first-reading.ts';

const documents = [summary('letter', 'en'), summary('thu', 'vi'), summary('report', 'en')];
const empty = v.parse(ReadingStateSchema, {});

test('a Vietnamese text stands on the left and an English one on the right at first', () => {
  const { panes } = firstReading(empty, documents);
  expect(panes.map(({ documentId }) => documentId)).toEqual(['thu', 'letter']);
});

test('what was open stays open with its place; a text that is gone makes way', () => {
  const kept = {
    documentId: 'report' as DocumentId,
    focus: 'report/3' as SegmentId,
    top: { segmentId: 'report/1' as SegmentId, share: 0.5 },
  };
  const gone = { ...kept, documentId: 'lost' as DocumentId };
  const { panes } = firstReading({ ...empty, panes: [kept, gone] }, documents);
  expect(panes[0]).toEqual(kept);
  expect(panes[1]).toEqual({ documentId: 'letter', focus: null, top: null });
});

test('without a text of a language any other does, and without texts the panes are empty', () => {
  const one = firstReading(empty, [summary('letter', 'en')]);
  expect(one.panes.map(({ documentId }) => documentId)).toEqual(['letter', 'letter']);
  const none = firstReading(empty, []);
  expect(none.panes.map(({ documentId }) => documentId)).toEqual([null, null]);
});

function summary(id: string, language: Language): DocumentSummary {
  return {
    id: id as DocumentId,
    title: id,
    language,
    date: null,
    source: '',
    remarks: null,
    paragraphCount: 1,
    segmentCount: 1,
  };
}

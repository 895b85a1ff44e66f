// Opening an alignment: one for each pair of documents, in its own order.
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import type { Alignment } from '../../../electron/alignment/alignment.ts';
import { putLink } from '../../../electron/alignment/link-store.node.ts';
import { orderDocuments } from '../../../electron/alignment/order.ts';
import { createAlignmentService } from '../../../electron/alignment/service.node.ts';
import { DocumentIdSchema } from '../../../electron/corpus/document.ts';
import { en, makeLink, vi } from '../../helpers/edit-world.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const database = openTestDatabase();
const { handlers: service, close } = createAlignmentService({ database });
afterAll(() => {
  close();
  database.close();
});

const open = async (documentIds: [typeof vi, typeof vi]): Promise<Alignment> =>
  unwrap(await service['alignment.open']({ documentIds }));

test('is made once, whichever document is named first, the Vietnamese one before the English', async () => {
  const made = await open([en, vi]);
  expect(made).toMatchObject({ documentIds: [vi, en], origin: 'reader', links: [] });
  expect(await open([vi, en])).toEqual(made);
  expect(await open([en, vi])).toEqual(made);
});

test('holds its links as they were put, the older first; linksOf finds them from either document', async () => {
  const { id } = await open([vi, en]);
  const later = makeLink(1, [0, 2], [1], { alignmentId: id, comment: 'đối chiếu' });
  const earlier = makeLink(2, [1], [0, 2], {
    alignmentId: id,
    status: 'suggested',
    origin: 'machine',
    confidence: 0.71,
    createdAt: '2026-11-20T08:00:00.000Z',
  });
  database.write((db) => {
    putLink(db, later);
    putLink(db, earlier);
  });
  expect((await open([vi, en])).links).toEqual([earlier, later]);
  for (const documentId of [vi, en]) {
    expect(unwrap(await service['alignment.linksOf']({ documentId }))).toEqual([earlier, later]);
  }
});

test('is refused for one document twice, and for one that is not there', async () => {
  expect(await service['alignment.open']({ documentIds: [vi, vi] })).toMatchObject({
    error: { code: 'link-same-document' },
  });
  const absent = v.parse(DocumentIdSchema, 'no-such-text');
  const refused = { error: { code: 'document-not-found', params: { document: absent } } };
  expect(await service['alignment.open']({ documentIds: [vi, absent] })).toMatchObject(refused);
  expect(await service['alignment.linksOf']({ documentId: absent })).toMatchObject(refused);
});

test('of two texts in one language, the one whose id comes first is first', () => {
  const a = { id: v.parse(DocumentIdSchema, 'a'), language: 'en' } as const;
  const b = { id: v.parse(DocumentIdSchema, 'b'), language: 'en' } as const;
  expect(orderDocuments(b, a)).toEqual(['a', 'b']);
  expect(orderDocuments(a, { ...b, language: 'vi' })).toEqual(['b', 'a']);
});

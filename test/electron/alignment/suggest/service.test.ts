// The call alignment.suggest over the shipped texts: taken, rejected, asked again.
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { type LinkId, LinkIdSchema, LinkSchema } from '../../../../electron/alignment/alignment.ts';
import type { Suggestion } from '../../../../electron/alignment/suggest/suggest.ts';
import { createSuggestHandlers } from '../../../../electron/alignment/suggest/suggest-service.node.ts';
import { suggestedLinks } from '../../../../electron/alignment/suggest/suggested-links.ts';
import { dispatch } from '../../../../electron/contract/dispatch.ts';
import { succeed } from '../../../../electron/contract/result.ts';
import { DocumentIdSchema, SegmentIdSchema } from '../../../../electron/corpus/document.ts';
import { ModelIdSchema } from '../../../../electron/translation/model.ts';
import { openTestDatabase } from '../../../helpers/test-database.ts';
import { openTestWorkspace } from '../../../helpers/test-workspace.ts';
import { unwrap } from '../../../helpers/unwrap.ts';

const workspace = await openTestWorkspace();
afterAll(() => workspace.close());

const document = (id: string) => v.parse(DocumentIdSchema, id);
const telegram = document('telegram-1948');
const article = document('rodong-putin-article-2024');

async function ask(input: object = {}): Promise<readonly Suggestion[]> {
  const answer = await dispatch(
    workspace.handlers,
    'alignment.suggest',
    { documentIds: [telegram, article], top: 4, ...input },
    (message) => {
      throw new Error(message);
    },
  );
  return unwrap(answer) as readonly Suggestion[];
}

function cells({ vi, en }: Pick<Suggestion, 'vi' | 'en'>): readonly string[] {
  return vi.flatMap((a) => en.map((b) => `${a}|${b}`));
}

test('answers alike whichever document is named first, and crosses as plain JSON', async () => {
  const suggestions = await ask();
  expect(suggestions).toHaveLength(4);
  expect(await ask({ documentIds: [article, telegram] })).toEqual(suggestions);
  expect(JSON.parse(JSON.stringify(suggestions))).toEqual(suggestions);
});

test('asks for more with what is shown', async () => {
  const first = await ask();
  const shown = first.map(({ vi, en }) => ({ vi, en }));
  const more = await ask({ shown, more: true, top: 20 });
  expect(more.length).toBeGreaterThan(0);
  const before = new Set(first.flatMap(cells));
  expect(more.flatMap(cells).filter((cell) => before.has(cell))).toEqual([]);
  expect((await ask({ shown, top: 20 })).length).toBeLessThan(more.length);
});

test('taken as links, confirmed or rejected, they never come back', async () => {
  const documentIds: [typeof telegram, typeof article] = [telegram, article];
  const alignment = unwrap(await workspace.handlers['alignment.open']({ documentIds }));
  const suggestions = await ask();
  const newId = (): LinkId => v.parse(LinkIdSchema, randomUUID());
  const links = suggestedLinks(alignment, suggestions, { newId, now: '2026-11-21T08:00:00.000Z' });
  for (const link of links) {
    expect(v.parse(LinkSchema, JSON.parse(JSON.stringify(link)))).toEqual(link);
  }
  const edits = links.map((link, at) => ({
    type: 'link.add' as const,
    link: { ...link, status: at % 2 === 0 ? ('rejected' as const) : ('confirmed' as const) },
  }));
  unwrap(await workspace.handlers['history.apply']({ label: 'take-suggestions', edits }));
  const later = await ask({ more: true, top: 100 });
  expect(later.length).toBeGreaterThan(0);
  const before = new Set(suggestions.flatMap(cells));
  expect(later.flatMap(cells).filter((cell) => before.has(cell))).toEqual([]);
  unwrap(await workspace.handlers['history.undo']({}));
  expect(await ask()).toEqual(suggestions);
});

test('is refused for one document, for one that is not there, and for two in one language', async () => {
  const refuse = async (one: string, other: string) =>
    workspace.handlers['alignment.suggest']({
      documentIds: [document(one), document(other)],
      top: 5,
    });
  expect(await refuse('telegram-1948', 'telegram-1948')).toMatchObject({
    error: { code: 'link-same-document' },
  });
  expect(await refuse('telegram-1948', 'no-such-text')).toMatchObject({
    error: { code: 'document-not-found', params: { document: 'no-such-text' } },
  });
  expect(await refuse('pyongyang-times-2023', 'rodong-putin-article-2024')).toMatchObject({
    error: { code: 'alignment-languages' },
  });
});

test.each([0, 1.5, 1001, '5'])('top %j is no request', async (top) => {
  await expect(ask({ top })).rejects.toThrow('invalid-request');
});

test('uses the translations that are there, and does without those that are not', async () => {
  const database = openTestDatabase();
  try {
    const texts = { vi: document('thu-vi'), en: document('letter-en') };
    const documentIds: [typeof telegram, typeof telegram] = [texts.vi, texts.en];
    const handlers = createSuggestHandlers(database, ({ documentId, to }) =>
      succeed(
        documentId !== texts.vi
          ? []
          : [
              {
                segmentId: v.parse(SegmentIdSchema, `${texts.vi}/0`),
                to,
                text: 'Dear comrades.',
                modelId: v.parse(ModelIdSchema, 'toy'),
                modelName: 'toy',
                fingerprint: '',
                split: false,
                madeAt: '2026-11-21T08:00:00.000Z',
              },
            ],
      ),
    );
    const input = { documentIds, top: 5, more: true };
    const scoreOf = (suggestions: readonly Suggestion[]): number =>
      suggestions.find(({ vi }) => vi.some((id) => id === `${texts.vi}/0`))?.score ?? 0;
    const alone = createSuggestHandlers(database, null);
    // What the lexicon knows of "kính gửi" is little; the translation makes surer of it.
    expect(scoreOf(unwrap(await handlers['alignment.suggest'](input)))).toBeGreaterThan(
      scoreOf(unwrap(await alone['alignment.suggest'](input))),
    );
  } finally {
    database.close();
  }
});

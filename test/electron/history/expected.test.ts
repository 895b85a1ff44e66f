// Edits that were planned on links which have changed since: refused whole, over a real workspace file.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findLinksOfAlignments } from '../../../electron/alignment/link-store.node.ts';
import { findPhrasesOfAlignments } from '../../../electron/alignment/phrase-store.node.ts';
import {
  type AlignmentPlan,
  editsOfPlan,
  expectedOfPlan,
} from '../../../electron/alignment/plan.ts';
import type { FeatureHandlers } from '../../../electron/contract/contract.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import { type Expected, isAsExpected } from '../../../electron/history/expected.ts';
import { createHistoryService } from '../../../electron/history/service.node.ts';
import type { Database } from '../../../electron/storage/database.node.ts';
import { makeLink, makePhrase } from '../../helpers/edit-world.ts';
import { openTestAlignment, openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const kept = makeLink(1, [0], [0]);
const going = makeLink(2, [1], [1], { status: 'suggested', origin: 'machine', confidence: 0.4 });
const coming = makeLink(3, [2], [2]);
const phrase = makePhrase(1);

let database: Database;
let history: FeatureHandlers<'history'>;
let told: number;

beforeEach(async () => {
  database = openTestAlignment(openTestDatabase());
  told = 0;
  history = createHistoryService({
    database,
    emit: () => {
      told += 1;
    },
  });
  await apply([
    { type: 'link.add', link: kept },
    { type: 'link.add', link: going },
    { type: 'phrase.add', phrase },
  ]);
  told = 0;
});
afterEach(() => database.close());

const apply = (edits: Edit[], expected?: readonly Expected[]) =>
  history['history.apply']({
    label: 'run-aligner',
    edits,
    ...(expected && { expected: [...expected] }),
  });

const stored = () => ({
  links: findLinksOfAlignments(database.read, [kept.alignmentId]),
  phrases: findPhrasesOfAlignments(database.read, [kept.alignmentId]),
  groups: database.read.get('SELECT count(*) AS count FROM history_edits'),
});

/** Changes one link, removes another, brings a third, takes a phrase link away and brings another. */
const plan: AlignmentPlan = {
  alignment: null,
  added: [coming],
  removed: [going],
  changed: [{ before: kept, after: { ...kept, comment: 'đã xem' } }],
  keptCount: 0,
  phrasesAdded: [makePhrase(2)],
  phrasesRemoved: [phrase],
  before: { links: 2, confirmed: 1, suggested: 1, rejected: 0, locked: 0, unlinked: [0, 0] },
  after: { links: 2, confirmed: 2, suggested: 0, rejected: 0, locked: 0, unlinked: [0, 0] },
  omitted: [],
};
const takePlan = (taken = plan) => apply([...editsOfPlan(taken)], expectedOfPlan(taken));

describe('a plan', () => {
  test('is carried out where everything is as it found it', async () => {
    unwrap(await takePlan());
    const { links, phrases } = stored();
    expect(links.map(({ id }) => id).toSorted()).toEqual([kept.id, coming.id].toSorted());
    expect(phrases).toEqual([makePhrase(2)]);
  });

  test('is carried out where other links have changed', async () => {
    const other = makeLink(4, [3], [0]);
    unwrap(await apply([{ type: 'link.add', link: other }]));
    unwrap(await takePlan());
    expect(stored().links).toContainEqual(other);
  });

  test.each<[string, Edit]>([
    [
      'a link that it changes was commented on',
      { type: 'link.change', linkId: kept.id, changes: { comment: 'khoan' } },
    ],
    [
      'a link that it removes was confirmed',
      { type: 'link.change', linkId: going.id, changes: { status: 'confirmed' } },
    ],
    [
      'a link that it changes was locked',
      { type: 'link.change', linkId: kept.id, changes: { locked: true } },
    ],
    ['a link that it removes is gone', { type: 'link.remove', linkId: going.id }],
    ['a link that it adds is there', { type: 'link.add', link: coming }],
    ['a phrase link that it removes is gone', { type: 'phrase.remove', phraseId: phrase.id }],
    ['a phrase link that it adds is there', { type: 'phrase.add', phrase: makePhrase(2) }],
  ])('is refused whole where meanwhile %s', async (_, meanwhile) => {
    unwrap(await apply([meanwhile]));
    const before = stored();
    told = 0;
    expect(await takePlan()).toMatchObject({ ok: false, error: { code: 'links-changed-since' } });
    expect(stored()).toEqual(before);
    expect(told).toBe(0);
  });

  test('may bring another link under the id of one that goes', async () => {
    const reborn = {
      ...going,
      createdAt: '2026-11-21T09:00:00.000Z',
      status: 'confirmed',
    } as const;
    unwrap(await takePlan({ ...plan, added: [reborn] }));
    expect(stored().links).toContainEqual(reborn);
  });

  test('is expected to find each link and phrase link that it names once', () => {
    expect(expectedOfPlan(plan)).toEqual([
      { type: 'link', id: going.id, value: going },
      { type: 'link', id: kept.id, value: kept },
      { type: 'link', id: coming.id, value: null },
      { type: 'phrase', id: phrase.id, value: phrase },
      { type: 'phrase', id: makePhrase(2).id, value: null },
    ]);
  });
});

test('what is expected holds of the state it was taken from, after JSON too, and of none that differs in one property', () => {
  const anyLinks = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  const change = fc.constantFrom(
    { status: 'rejected' as const },
    { comment: 'x' },
    { confidence: 0.5 },
    { locked: true },
    { sides: makeLink(1, [1, 2], [0]).sides },
    null,
  );
  fc.assert(
    fc.property(anyLinks, fc.nat(), change, (numbers, which, changes) => {
      const links = numbers.map((number) => makeLink(number, [0], [0]));
      const missing = makeLink(10, [0], [0]).id;
      const state = { links: new Map(links.map((link) => [link.id, link])), phrases: new Map() };
      const expected: Expected[] = [
        ...links.map((link) => ({ type: 'link', id: link.id, value: link }) as const),
        { type: 'link', id: missing, value: null },
      ];
      expect(isAsExpected(state, JSON.parse(JSON.stringify(expected)))).toBe(true);
      const link = links[which % links.length];
      if (link === undefined) {
        throw new Error('there is always one');
      }
      if (changes === null) {
        state.links.delete(link.id);
      } else {
        state.links.set(link.id, { ...link, ...changes });
      }
      expect(isAsExpected(state, expected)).toBe(false);
    }),
  );
});

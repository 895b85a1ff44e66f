// A plan is taken only where the links are still as they were when it was made.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Link } from '../../../electron/alignment/alignment.ts';
import type { SnapshotId } from '../../../electron/alignment/snapshot.ts';
import type { SegmentId } from '../../../electron/corpus/document.ts';
import {
  dropProposal,
  proposeRestore,
  proposeRun,
  takePlan,
} from '../../../renderer/alignment/proposals.ts';
import { linkIn, openPage } from './page-over-core.ts';

let page: Awaited<ReturnType<typeof openPage>>;
let link: Link;

beforeEach(async () => {
  page = await openPage();
  link = {
    ...linkIn(await page.alignment(), [
      ['telegram-1948/6' as SegmentId],
      ['friendship-society-2020/1' as SegmentId],
    ]),
    status: 'suggested',
    origin: 'machine',
    confidence: 0.3,
  };
  await page.apply([{ type: 'link.add', link }]);
});
afterEach(() => page.close());

/** The proposal as it is shown, and taking all of it. */
async function shown() {
  const { proposal } = page.store.getState();
  if (!proposal?.plan) {
    throw new Error('no plan is shown');
  }
  const { plan } = proposal;
  return { proposal, plan, take: async () => takePlan(await page.context(), proposal, plan) };
}

test('of a run, what was confirmed meanwhile stays, and the run is proposed again', async () => {
  await proposeRun(await page.context());
  const { plan, take } = await shown();
  expect([...plan.removed, ...plan.changed.map(({ before }) => before)]).toContainEqual(link);
  await page.apply([{ type: 'link.change', linkId: link.id, changes: { status: 'confirmed' } }]);
  await take();
  expect((await page.alignment()).links).toEqual([{ ...link, status: 'confirmed' }]);
  const again = await shown();
  expect(again.proposal).toMatchObject({ again: true, source: { kind: 'run' } });
  expect(again.plan).not.toEqual(plan);
  await again.take();
  const { links } = await page.alignment();
  expect(links.length).toBeGreaterThan(1);
  expect(links).toContainEqual({ ...link, status: 'confirmed' });
  expect(page.store.getState()).toMatchObject({ proposal: null, failure: null });
});

test('of a snapshot, what was spoken of or removed meanwhile is not lost unseen', async () => {
  const { id: alignmentId } = await page.alignment();
  const snapshot = { id: crypto.randomUUID() as SnapshotId, alignmentId, name: 'Mốc' };
  await page.apply([{ type: 'link.remove', linkId: link.id }]);
  await page.apply([
    { type: 'snapshot.add', snapshot: { ...snapshot, createdAt: new Date().toISOString() } },
  ]);
  await page.apply([{ type: 'link.add', link }]);
  await proposeRestore(await page.context(), snapshot);
  const first = await shown();
  await page.apply([{ type: 'link.change', linkId: link.id, changes: { comment: 'đúng' } }]);
  await first.take();
  expect((await page.alignment()).links).toEqual([{ ...link, comment: 'đúng' }]);
  const second = await shown();
  expect(second.proposal.again).toBe(true);
  await page.apply([{ type: 'link.remove', linkId: link.id }]);
  await second.take();
  expect(page.store.getState().failure).toBeNull();
  expect((await shown()).plan).toMatchObject({ added: [], removed: [], changed: [] });
});

test('what another window changes between the last look and the taking stays, and it is proposed again', async () => {
  await proposeRun(await page.context());
  const { plan, take } = await shown();
  expect([...plan.removed, ...plan.changed.map(({ before }) => before)]).toContainEqual(link);
  page.meanwhile('alignment.open', () =>
    page.apply([{ type: 'link.change', linkId: link.id, changes: { comment: 'khoan' } }]),
  );
  await take();
  expect((await page.alignment()).links).toEqual([{ ...link, comment: 'khoan' }]);
  expect(page.store.getState().failure).toBeNull();
  const again = await shown();
  expect(again.proposal.again).toBe(true);
  await again.take();
  const { links } = await page.alignment();
  expect(links.length).toBeGreaterThan(1);
  expect(links).toContainEqual({ ...link, comment: 'khoan' });
});

test('a sentence that another window links between the last look and the taking is linked once', async () => {
  await page.apply([
    {
      type: 'alignment.change',
      alignmentId: link.alignmentId,
      changes: { kind: 'translation' },
    },
  ]);
  await proposeRun(await page.context());
  const { plan, take } = await shown();
  const taken = new Set(link.sides.flatMap(({ segmentIds }) => segmentIds));
  const added = plan.added.find(({ sides }) =>
    sides.every(({ segmentIds }) => segmentIds.every((id) => !taken.has(id))),
  );
  if (added === undefined) {
    throw new Error('the run adds no link of other sentences');
  }
  const mine = { ...added, id: crypto.randomUUID() as Link['id'], status: 'confirmed' } as const;
  page.meanwhile('alignment.open', () => page.apply([{ type: 'link.add', link: mine }]));
  await take();
  const { links } = await page.alignment();
  expect(new Set(links)).toEqual(new Set([link, mine]));
  const again = await shown();
  expect(again.proposal.again).toBe(true);
  await again.take();
  const ids = (await page.alignment()).links.flatMap(({ sides }) => sides[0].segmentIds);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(mine.sides[0].segmentIds[0]);
});

test('of another alignment than the one that is shown nothing is taken', async () => {
  await proposeRun(await page.context());
  const { take } = await shown();
  const before = await page.alignment();
  page.store.setState(({ panes: [first, second] }) => ({
    panes: [first, { ...second, documentId: first.documentId }],
  }));
  await take();
  expect(await page.alignment()).toEqual(before);
  const { proposal, notice } = page.store.getState();
  expect(proposal).toBeNull();
  expect(notice).not.toBe('');
});

test('taken twice at once, is done once', async () => {
  await proposeRun(await page.context());
  const { take } = await shown();
  await Promise.all([take(), take()]);
  expect(page.asked.filter((name) => name === 'history.apply')).toHaveLength(1);
  expect(page.store.getState()).toMatchObject({ proposal: null, failure: null });
});

test('closed while it is made, the run of its own alignment is ended', async () => {
  const context = await page.context();
  const asked = proposeRun(context);
  dropProposal({ ...context });
  await asked;
  expect(page.asked).toContain('alignment.cancelRun');
  expect(page.store.getState().proposal).toBeNull();
});

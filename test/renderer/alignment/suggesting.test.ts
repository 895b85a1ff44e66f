// Suggestions come once, and fit what was done while the core was at work.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { moreLeast } from '../../../electron/alignment/suggest/floors.ts';
import type { AnnotationId } from '../../../electron/annotation/annotation.ts';
import type { SegmentId } from '../../../electron/corpus/document.ts';
import { suggestLinks } from '../../../renderer/alignment/suggesting.ts';
import { linkIn, openPage } from './page-over-core.ts';

let page: Awaited<ReturnType<typeof openPage>>;

beforeEach(async () => {
  // What a command asks of the window: its width, and a sentence's element.
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) });
  vi.stubGlobal('document', { querySelector: () => null });
  page = await openPage();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await page.close();
});

const sidesOf = (links: readonly { readonly sides: unknown }[]) =>
  links.map(({ sides }) => JSON.stringify(sides));

async function asSubject() {
  const { id } = await page.alignment();
  await page.apply([{ type: 'alignment.change', alignmentId: id, changes: { kind: 'subject' } }]);
}

test('asked for twice at once, none comes twice', async () => {
  await asSubject();
  const context = await page.context();
  await Promise.all([suggestLinks(context), suggestLinks(context)]);
  const { links } = await page.alignment();
  expect(links.length).toBeGreaterThan(1);
  expect(new Set(sidesOf(links)).size).toBe(links.length);
  expect(page.asked.filter((name) => name === 'alignment.suggest')).toHaveLength(1);
});

test('one that another window takes meanwhile is not there twice', async () => {
  await asSubject();
  const before = await page.alignment();
  page.meanwhile('alignment.suggest', async () => {
    const [first] = await suggested();
    await page.apply(first ? [{ type: 'link.add', link: linkIn(before, first) }] : []);
  });
  await suggestLinks(await page.context());
  const { links } = await page.alignment();
  expect(links.length).toBeGreaterThan(1);
  expect(new Set(sidesOf(links)).size).toBe(links.length);
});

test('in a translation the others come where a sentence of one was linked meanwhile', async () => {
  const before = await page.alignment();
  await page.apply([
    { type: 'alignment.change', alignmentId: before.id, changes: { kind: 'translation' } },
  ]);
  page.meanwhile('alignment.suggest', async () => {
    const [first] = await suggested();
    await page.apply(first ? [{ type: 'link.add', link: linkIn(before, first) }] : []);
  });
  await suggestLinks(await page.context());
  expect(page.store.getState().failure).toBeNull();
  expect((await page.alignment()).links.length).toBeGreaterThan(1);
});

test('those for an alignment that is no longer shown are let go', async () => {
  const before = await page.alignment();
  page.meanwhile('alignment.suggest', async () => {
    page.store.setState(({ panes: [first, second] }) => ({
      panes: [first, { ...second, documentId: first.documentId }],
    }));
  });
  await suggestLinks(await page.context());
  expect((await page.alignment()).links).toEqual(before.links);
  expect(page.store.getState()).toMatchObject({ notice: '', failure: null });
});

test('asked for again and again, it ends with what is likelier right than wrong, and says so', async () => {
  await asSubject();
  const counts: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    await suggestLinks(await page.context());
    counts.push((await page.alignment()).links.length);
  }
  const { links } = await page.alignment();
  // Fewer than a round holds are left for a later one.
  expect(counts[0]).toBeLessThan(links.length);
  expect(counts.at(-1)).toBe(counts.at(-2));
  expect(Math.min(...links.map(({ confidence }) => confidence ?? 0))).toBeGreaterThanOrEqual(
    moreLeast,
  );
  expect(page.store.getState().notice).toBe('No more passages that answer each other were found.');
  const weaker = await page.other.call('alignment.suggest', {
    documentIds: [...(await page.alignment()).documentIds],
    top: 8,
    more: true,
  });
  expect(weaker.ok && weaker.value.length).toBeGreaterThan(0);
});

test('in a translation it goes on past those whose sentences are taken', async () => {
  const before = await page.alignment();
  await page.apply([
    { type: 'alignment.change', alignmentId: before.id, changes: { kind: 'translation' } },
  ]);
  for (let round = 0; round < 5; round += 1) {
    await suggestLinks(await page.context());
  }
  const { links } = await page.alignment();
  const taken = new Set(links.flatMap(({ sides }) => sides.flatMap((side) => side.segmentIds)));
  const rest = await page.other.call('alignment.suggest', {
    documentIds: [...before.documentIds],
    top: 1000,
    more: true,
    least: moreLeast,
  });
  const free = rest.ok
    ? rest.value.filter(({ vi, en }) => [...vi, ...en].every((id) => !taken.has(id)))
    : null;
  expect(free).toEqual([]);
});

async function suggested(): Promise<readonly (readonly [SegmentId[], SegmentId[]])[]> {
  const { documentIds } = await page.alignment();
  const answer = await page.other.call('alignment.suggest', {
    documentIds: [...documentIds],
    top: 8,
    more: false,
  });
  return answer.ok ? answer.value.map(({ vi, en }) => [[...vi], [...en]] as const) : [];
}

test('the reader is taken to the first, but not away from what has been turned to meanwhile', async () => {
  await asSubject();
  await suggestLinks(await page.context());
  expect(page.store.getState().focusedLink).not.toBeNull();

  for (const elsewhere of [{ editedNote: 'a note' as AnnotationId }, { activePane: 1 as const }]) {
    page.store.setState({ focusedLink: null });
    page.meanwhile('alignment.suggest', async () => page.store.setState(elsewhere));
    const { length } = (await page.alignment()).links;
    await suggestLinks(await page.context());
    expect((await page.alignment()).links.length).toBeGreaterThan(length);
    expect(page.store.getState().focusedLink).toBeNull();
    page.store.setState({ editedNote: null });
  }
});

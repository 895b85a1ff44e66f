// Alignments of a real workspace file: several of a pair, runs, snapshots, files out and in.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Alignment } from '../../../electron/alignment/alignment.ts';
import { type AlignmentPlan, editsOfPlan } from '../../../electron/alignment/plan.ts';
import {
  type AlignmentService,
  createAlignmentService,
} from '../../../electron/alignment/service.node.ts';
import type { SnapshotHead } from '../../../electron/alignment/snapshot.ts';
import type { FeatureHandlers } from '../../../electron/contract/contract.ts';
import { succeed } from '../../../electron/contract/result.ts';
import type { Edit, EditLabel } from '../../../electron/history/edit.ts';
import { createHistoryService } from '../../../electron/history/service.node.ts';
import type { Database } from '../../../electron/storage/database.node.ts';
import type { Translation } from '../../../electron/translation/model.ts';
import {
  alignmentId,
  en,
  idOf,
  makeAlignment,
  makeLink,
  makeNote,
  makePhrase,
  translationId,
  vi,
} from '../../helpers/edit-world.ts';
import { openTestAlignment, openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

let database: Database;
let service: AlignmentService;
let history: FeatureHandlers<'history'>;
beforeEach(() => {
  database = openTestAlignment(openTestDatabase());
  service = createAlignmentService({ database });
  history = createHistoryService({ database, emit: () => undefined });
});
afterEach(() => {
  service.close();
  database.close();
});

type Id = Alignment['id'];
const subject = makeAlignment(alignmentId, 'subject');
const translation = makeAlignment(translationId, 'translation');
const documentIds: [typeof vi, typeof en] = [vi, en];

const apply = async (label: EditLabel, edits: readonly Edit[]) =>
  unwrap(await history['history.apply']({ label, edits: [...edits] }));
const open = async (id?: Id): Promise<Alignment> =>
  unwrap(
    await service.handlers['alignment.open'](
      id === undefined ? { documentIds } : { documentIds, alignmentId: id },
    ),
  );
const list = async () => unwrap(await service.handlers['alignment.list']({ documentIds }));
const take = (label: EditLabel, plan: AlignmentPlan) => apply(label, editsOfPlan(plan));
const snapshotOf = (number: number, id: Id): SnapshotHead => ({
  id: idOf('snapshot', number) as SnapshotHead['id'],
  alignmentId: id,
  name: `mốc ${number}`,
  createdAt: '2026-11-22T08:00:00.000Z',
});

describe('several alignments of a pair', () => {
  test('the one that was named last is the one that opens; undo and redo of edits do not change that', async () => {
    expect((await open()).id).toBe(subject.id);
    expect((await open(translation.id)).kind).toBe('translation');
    await apply('link', [{ type: 'link.add', link: makeLink(1, [0], [0]) }]);
    await history['history.undo']({});
    expect((await open()).id).toBe(translation.id);
    expect((await list()).map(({ id, shown }) => [id, shown])).toEqual([
      [subject.id, false],
      [translation.id, true],
    ]);
  });

  test('are counted, with what they leave unlinked', async () => {
    await apply('link', [
      { type: 'link.add', link: makeLink(1, [0, 1], [0], { locked: true }) },
      { type: 'link.add', link: makeLink(2, [1], [1], { status: 'suggested' }) },
      { type: 'link.add', link: makeLink(3, [3], [2], { status: 'rejected' }) },
      { type: 'phrase.add', phrase: makePhrase(1) },
    ]);
    const [summary] = await list();
    expect(summary).toMatchObject({
      counts: { links: 3, confirmed: 1, suggested: 1, rejected: 1, locked: 1, unlinked: [2, 2] },
      phraseCount: 1,
    });
    expect(summary?.updatedAt.localeCompare('2026-11-21T08:00:00.000Z')).not.toBe(0);
  });

  test('one is copied with all that it holds, renamed, and removed, each in one undo', async () => {
    await apply('link', [
      { type: 'link.add', link: makeLink(1, [0], [0], { locked: true }) },
      { type: 'phrase.add', phrase: makePhrase(1) },
      { type: 'snapshot.add', snapshot: snapshotOf(1, subject.id) },
    ]);
    const copy = makeAlignment(idOf('alignment', 1), 'subject', 'bản sao');
    await apply('add-alignment', [{ type: 'alignment.add', alignment: copy, copyOf: subject.id }]);
    const original = await open(subject.id);
    const copied = await open(copy.id);
    expect(copied.links).toEqual(
      original.links.map((link) => ({ ...link, id: copied.links[0]?.id, alignmentId: copy.id })),
    );
    expect(copied.links[0]?.id).not.toBe(original.links[0]?.id);
    expect(copied.phrases).toMatchObject(original.phrases.map(({ spans }) => ({ spans })));
    await apply('rename-alignment', [
      { type: 'alignment.change', alignmentId: copy.id, changes: { name: 'của tôi' } },
    ]);
    expect((await open(copy.id)).name).toBe('của tôi');
    const removal: Edit[] = [{ type: 'alignment.remove', alignmentId: subject.id }];
    expect(
      await history['history.apply']({ label: 'remove-alignment', edits: removal }),
    ).toMatchObject({
      error: { code: 'alignment-locked' },
    });
    const unlocking: Edit = {
      type: 'link.change',
      linkId: makeLink(1, [], []).id,
      changes: { locked: false },
    };
    await apply('remove-alignment', [unlocking, ...removal]);
    expect((await list()).map(({ id }) => id)).toEqual([translation.id, copy.id].sort());
    await history['history.undo']({});
    expect(await open(subject.id)).toEqual(original);
    expect(
      unwrap(await service.handlers['alignment.snapshots']({ alignmentId: subject.id })),
    ).toEqual([{ ...snapshotOf(1, subject.id), linkCount: 1 }]);
  });

  test('the last one of a pair stays', async () => {
    await apply('remove-alignment', [{ type: 'alignment.remove', alignmentId: subject.id }]);
    const edits: Edit[] = [{ type: 'alignment.remove', alignmentId: translation.id }];
    expect(await history['history.apply']({ label: 'remove-alignment', edits })).toMatchObject({
      error: { code: 'alignment-last' },
    });
  });

  test('one becomes a translation only where no sentence is in two of its links', async () => {
    await apply('link', [
      { type: 'link.add', link: makeLink(1, [0], [0]) },
      { type: 'link.add', link: makeLink(2, [0], [1]) },
    ]);
    const edits: Edit[] = [
      { type: 'alignment.change', alignmentId: subject.id, changes: { kind: 'translation' } },
    ];
    expect(await history['history.apply']({ label: 'change-alignment', edits })).toMatchObject({
      error: { code: 'link-sentence-taken', params: { segment: `${vi}/0` } },
    });
    await apply('change-alignment', [
      { type: 'link.remove', linkId: makeLink(1, [], []).id },
      ...edits,
    ]);
    const other: Edit[] = [{ type: 'link.add', link: makeLink(3, [1], [1]) }];
    expect(await history['history.apply']({ label: 'link', edits: other })).toMatchObject({
      error: { code: 'link-sentence-taken', params: { segment: `${en}/1` } },
    });
  });

  test('one that is not there, or of other texts, is refused', async () => {
    const absent = idOf('alignment', 3) as Id;
    const refused = { error: { code: 'alignment-not-found' } };
    expect(
      await service.handlers['alignment.open']({ documentIds, alignmentId: absent }),
    ).toMatchObject(refused);
    expect(await service.handlers['alignment.snapshots']({ alignmentId: absent })).toMatchObject(
      refused,
    );
    expect(await service.handlers['alignment.proposeRun']({ alignmentId: absent })).toMatchObject(
      refused,
    );
    expect(
      await service.handlers['alignment.export']({ alignmentId: absent, format: 'tmx' }),
    ).toMatchObject(refused);
  });
});

describe('a run', () => {
  test('is proposed on a thread of its own, taken in one step, and taken back in one', async () => {
    const noted = makeLink(1, [1], [1], {
      status: 'suggested',
      origin: 'machine',
      confidence: 0.4,
    });
    const note = makeNote(1, { targets: [{ type: 'link', linkId: noted.id }] });
    await apply('link', [
      { type: 'link.add', link: noted },
      { type: 'annotation.add', annotation: note },
    ]);
    const before = await open();
    const plan = unwrap(
      await service.handlers['alignment.proposeRun']({ alignmentId: subject.id }),
    );
    expect(await open()).toEqual(before);
    expect(plan.added.length).toBeGreaterThan(0);
    await take('run-aligner', plan);
    const after = await open();
    expect(after.links).toContainEqual(noted);
    expect((await list())[0]?.counts).toEqual(plan.after);
    expect(unwrap(await history['history.undo']({}))).toEqual({
      undo: 'link',
      redo: 'run-aligner',
    });
    expect(await open()).toEqual(before);
  });

  test('is ended by the reader, and by a second one of the same alignment', async () => {
    const first = service.handlers['alignment.proposeRun']({ alignmentId: subject.id });
    const second = service.handlers['alignment.proposeRun']({ alignmentId: subject.id });
    expect(await first).toMatchObject({ error: { code: 'run-cancelled' } });
    expect(
      unwrap(await service.handlers['alignment.cancelRun']({ alignmentId: subject.id })),
    ).toBeNull();
    expect(await second).toMatchObject({ error: { code: 'run-cancelled' } });
    expect((await service.handlers['alignment.proposeRun']({ alignmentId: subject.id })).ok).toBe(
      true,
    );
  });

  test('heeds the translations that are there, of a sentence the newest', async () => {
    const proposeWith = async (...texts: readonly string[]): Promise<AlignmentPlan> => {
      const translated = createAlignmentService({
        database,
        listTranslations: ({ documentId, to }) =>
          succeed(
            texts.map(
              (text): Translation => ({
                segmentId: `${documentId}/0` as Translation['segmentId'],
                to,
                text: documentId === vi ? text : 'Kính gửi các đồng chí.',
                modelId: 'toy' as Translation['modelId'],
                modelName: 'toy',
                fingerprint: '',
                split: false,
                madeAt: '2026-11-22T08:00:00.000Z',
              }),
            ),
          ),
      });
      const proposed = translated.handlers['alignment.proposeRun']({ alignmentId: subject.id });
      return unwrap(await proposed);
    };
    const confidenceOf = (plan: AlignmentPlan): number =>
      plan.added.find(
        ({ sides }) => `${sides.map((side) => side.segmentIds)}` === `${vi}/0,${en}/0`,
      )?.confidence ?? 0;
    const none = unwrap(
      await service.handlers['alignment.proposeRun']({ alignmentId: subject.id }),
    );
    const without = await proposeWith();
    expect(without.added.map(({ sides, confidence }) => ({ sides, confidence }))).toEqual(
      none.added.map(({ sides, confidence }) => ({ sides, confidence })),
    );
    const right = await proposeWith('Dear comrades.', 'Sugar, flour, two eggs, some salt.');
    const wrong = await proposeWith('Sugar, flour, two eggs, some salt.', 'Dear comrades.');
    expect(confidenceOf(right)).toBeGreaterThan(confidenceOf(wrong));
  });

  test('refuses a stretch beside a link that is not there', async () => {
    const { id } = makeLink(1, [], []);
    const proposed = await service.handlers['alignment.proposeRun']({
      alignmentId: subject.id,
      between: { after: null, before: id },
    });
    expect(proposed).toMatchObject({ error: { code: 'link-not-found', params: { link: id } } });
  });
});

describe('a snapshot', () => {
  test('is compared with what came after, and brought back in one step, through changed sentences', async () => {
    await apply('link', [
      { type: 'link.add', link: makeLink(1, [0], [0]) },
      { type: 'link.add', link: makeLink(2, [1], [1]) },
      { type: 'phrase.add', phrase: makePhrase(1) },
      { type: 'snapshot.add', snapshot: snapshotOf(1, subject.id) },
    ]);
    const then = await open();
    await apply('change-link', [
      {
        type: 'link.change',
        linkId: makeLink(1, [], []).id,
        changes: { sides: makeLink(1, [0], [2]).sides },
      },
      { type: 'link.remove', linkId: makeLink(2, [], []).id },
      { type: 'link.add', link: makeLink(3, [3], [1]) },
      { type: 'phrase.remove', phraseId: makePhrase(1).id },
    ]);
    const left = { type: 'snapshot', snapshotId: snapshotOf(1, subject.id).id } as const;
    const right = { type: 'alignment', alignmentId: subject.id } as const;
    const compared = unwrap(await service.handlers['alignment.compare']({ left, right }));
    expect(compared).toMatchObject({ same: [], lostCount: 0 });
    expect(compared.changed.map((each) => each.what)).toEqual(['partners', 'partners']);
    await apply('split-sentence', [
      { type: 'segment.split', segmentId: `${vi}/0` as never, at: 8 },
    ]);
    const plan = unwrap(
      await service.handlers['alignment.proposeRestore']({ snapshotId: left.snapshotId }),
    );
    await take('restore-snapshot', plan);
    const parted = (await open()).links[0]?.sides[0].segmentIds;
    expect(parted).toEqual([`${vi}/0`, `${vi}/0.1`]);
    await history['history.undo']({});
    await history['history.undo']({});
    await take(
      'restore-snapshot',
      unwrap(await service.handlers['alignment.proposeRestore']({ snapshotId: left.snapshotId })),
    );
    expect(await open()).toEqual(then);
    const same = unwrap(await service.handlers['alignment.compare']({ left, right }));
    expect(same).toEqual({
      same: then.links,
      changed: [],
      onlyLeft: [],
      onlyRight: [],
      lostCount: 0,
    });
  });

  test('is taken of an alignment that the same group makes', async () => {
    const made = makeAlignment(idOf('alignment', 1), 'translation');
    await apply('add-alignment', [
      { type: 'alignment.add', alignment: made },
      { type: 'link.add', link: makeLink(1, [0], [0], { alignmentId: made.id }) },
      {
        type: 'link.add',
        link: makeLink(2, [1], [1], { alignmentId: made.id, status: 'rejected' }),
      },
      { type: 'snapshot.add', snapshot: snapshotOf(1, made.id) },
    ]);
    expect(
      unwrap(await service.handlers['alignment.snapshots']({ alignmentId: made.id })),
    ).toMatchObject([{ linkCount: 1 }]);
  });

  test('that is not there is refused', async () => {
    const { id } = snapshotOf(9, subject.id);
    const refused = { error: { code: 'snapshot-not-found' } };
    expect(await service.handlers['alignment.proposeRestore']({ snapshotId: id })).toMatchObject(
      refused,
    );
    const version = { type: 'snapshot', snapshotId: id } as const;
    expect(
      await service.handlers['alignment.compare']({ left: version, right: version }),
    ).toMatchObject(refused);
  });
});

describe('a file', () => {
  const exported = async (id: Id) =>
    unwrap(await service.handlers['alignment.export']({ alignmentId: id, format: 'json' }));

  test('goes into another workspace as it came out of this one, ids and all', async () => {
    await apply('link', [
      { type: 'link.add', link: makeLink(1, [0, 1], [0], { locked: true, comment: 'ghi chú' }) },
      {
        type: 'link.add',
        link: makeLink(2, [2], [1], {
          status: 'suggested',
          origin: 'machine',
          confidence: 0.71,
          reasons: [{ kind: 'same-date', params: { date: '15-8-1945' } }],
        }),
      },
      { type: 'link.add', link: makeLink(3, [3], [1], { status: 'rejected' }) },
      { type: 'phrase.add', phrase: makePhrase(1) },
      { type: 'alignment.change', alignmentId: subject.id, changes: { name: 'của tôi' } },
    ]);
    const file = await exported(subject.id);
    expect(file.fileName).toBe(`${vi}--${en}.alignment.json`);
    const otherDatabase = openTestDatabase();
    const other = createAlignmentService({ database: otherDatabase });
    const otherHistory = createHistoryService({ database: otherDatabase, emit: () => undefined });
    unwrap(await other.handlers['alignment.open']({ documentIds }));
    const plan = unwrap(
      await other.handlers['alignment.proposeImport']({ documentIds, text: file.text, name: '' }),
    );
    unwrap(
      await otherHistory['history.apply']({
        label: 'import-alignment',
        edits: [...editsOfPlan(plan)],
      }),
    );
    const imported = await other.handlers['alignment.open']({
      documentIds,
      alignmentId: subject.id,
    });
    expect(unwrap(imported)).toEqual(await open(subject.id));
    const again = await other.handlers['alignment.export']({
      alignmentId: subject.id,
      format: 'json',
    });
    expect(unwrap(again)).toEqual(file);
    otherDatabase.close();
  });

  test('goes beside the alignment that it came from under new ids, and leaves with one undo', async () => {
    await apply('link', [
      { type: 'link.add', link: makeLink(1, [0], [0]) },
      { type: 'phrase.add', phrase: makePhrase(1) },
    ]);
    const { text } = await exported(subject.id);
    const plan = unwrap(
      await service.handlers['alignment.proposeImport']({ documentIds, text, name: 'nhập' }),
    );
    await take('import-alignment', plan);
    const imported = await open(plan.alignment?.id);
    expect(imported).toMatchObject({
      name: 'nhập',
      links: [{ sides: makeLink(1, [0], [0]).sides }],
    });
    expect(imported.id).not.toBe(subject.id);
    expect(imported.links[0]?.id).not.toBe(makeLink(1, [], []).id);
    await history['history.undo']({});
    expect(await list()).toHaveLength(2);
  });

  test('of other texts is refused', async () => {
    await apply('link', [{ type: 'link.add', link: makeLink(1, [0], [0]) }]);
    const { text } = await exported(subject.id);
    const foreign = text.replaceAll('Kính gửi các đồng chí.', 'Một câu nào khác.');
    await apply('correct-sentence', [
      { type: 'segment.correct', segmentId: `${vi}/0` as never, text: 'Không hề giống' },
    ]);
    expect(
      await service.handlers['alignment.proposeImport']({ documentIds, text: foreign, name: '' }),
    ).toMatchObject({ error: { code: 'alignment-file-foreign' } });
  });
});

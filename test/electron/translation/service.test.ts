// Jobs over documents and lines, with the toy model in the translator's own process and a real workspace file.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId, SegmentId } from '../../../electron/corpus/document.ts';
import { readFromTranslator } from '../../../electron/translation/engine/messages.ts';
import type { JobId, ModelId } from '../../../electron/translation/model.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { type ToyOptions, writeToyMarian } from '../../helpers/toy-marian.ts';
import { unwrap } from '../../helpers/unwrap.ts';
import { codeOf, enterDocument, openWorkbench, type Workbench } from './workbench.ts';

const telegram = [
  'Nhân dân Liên Xô vĩ đại muôn năm!',
  'Tình hữu nghị vĩnh cửu của các dân tộc.',
  'Ngày 15 tháng 8 năm 1945, ngày giải phóng dân tộc.',
  'Nhân dân yêu hòa bình và độc lập.',
  'Kính gửi đồng chí!',
  'Người bạn tốt nhất của chúng tôi.',
];

let bench: Workbench;
let documentId: DocumentId;
let segmentIds: readonly SegmentId[];

beforeEach(() => {
  bench = openWorkbench(makeTemporaryFolder());
  ({ documentId, segmentIds } = enterDocument(bench.database, 'telegram', 'vi', telegram));
});
afterEach(() => bench.close());

function addToy(name: string, options: ToyOptions = {}): ModelId {
  writeToyMarian(join(bench.added, name), options);
  return name as ModelId;
}

async function start(ids: readonly SegmentId[] = segmentIds, modelId: ModelId | null = null) {
  const started = await bench.service.handlers['translation.start']({
    documentId,
    segmentIds: [...ids],
    to: 'en',
    modelId,
  });
  return unwrap(started);
}

async function listed() {
  return unwrap(await bench.service.handlers['translation.list']({ documentId, to: 'en' }));
}

function sentTexts(): readonly string[] {
  return bench.sent.flatMap((message) => (message.type === 'translate' ? message.texts : []));
}

describe('a job', () => {
  it('translates the sentences of a document, names the model, and is listed afterwards', async () => {
    addToy('toy');
    const { jobId, state, totalCount } = await start();
    expect({ state, totalCount }).toEqual({ state: 'running', totalCount: 6 });
    expect(await bench.ended(jobId)).toMatchObject({ state: 'done', doneCount: 6, failure: null });
    const made = new Map(bench.translations().map((one) => [one.segmentId, one]));
    expect(made.size).toBe(6);
    expect(made.get(segmentIds[3] as SegmentId)).toMatchObject({
      to: 'en',
      text: 'Human people love peace calm and independent standing.',
      modelId: 'toy',
      modelName: 'toy',
      split: false,
    });
    expect(await listed()).toEqual(segmentIds.map((id) => made.get(id)));
    const types = bench.received.map((message) => readFromTranslator(message)?.type);
    expect(types).toContain('translated');
    expect(types).not.toContain('network-refused');
    expect(bench.log).toEqual([]);
  });

  it('answers what is known at once, also after reopening, without a process', async () => {
    addToy('toy');
    await bench.ended((await start()).jobId);
    await bench.close();
    bench = openWorkbench(bench.root);
    const again = await start();
    expect(again).toMatchObject({ state: 'done', doneCount: 6, totalCount: 6 });
    expect(bench.translations()).toHaveLength(6);
    expect(bench.startCount()).toBe(0);
  });

  it('neither lists nor answers what an older edition of the translator made', async () => {
    addToy('toy');
    await bench.ended((await start()).jobId);
    bench.database.write((db) =>
      db.run("UPDATE translations SET engine = engine + 1, text = 'of another edition'"),
    );
    expect(await listed()).toEqual([]);
    await bench.ended((await start()).jobId);
    const list = await listed();
    expect(list.map(({ segmentId }) => segmentId)).toEqual(segmentIds);
    expect(list.map(({ text }) => text)).not.toContain('of another edition');
  });

  it('asks for a sentence once that stands twice or is wanted by two jobs', async () => {
    addToy('toy');
    const twice = enterDocument(bench.database, 'twice', 'vi', [
      'Nhân dân muôn năm!',
      'Hòa bình.',
      'Nhân dân muôn năm!',
    ]);
    ({ documentId, segmentIds } = twice);
    const [one, other] = await Promise.all([start(), start()]);
    await Promise.all([bench.ended(one.jobId), bench.ended(other.jobId)]);
    expect(sentTexts().toSorted()).toEqual(['Hòa bình.', 'Nhân dân muôn năm!']);
    expect(bench.progressOf(one.jobId).at(-1)).toMatchObject({ doneCount: 3, totalCount: 3 });
    expect(bench.progressOf(other.jobId).at(-1)).toMatchObject({ doneCount: 3, totalCount: 3 });
    expect(await listed()).toHaveLength(3);
  });

  it('does not tell what a sentence meant before it was corrected', async () => {
    addToy('toy');
    bench.onSend = () => {
      bench.onSend = null;
      bench.database.write((db) =>
        db.run("UPDATE documents SET reading_text = replace(reading_text, 'vĩ đại', 'to lớn')"),
      );
    };
    const { jobId } = await start();
    expect(await bench.ended(jobId)).toMatchObject({ state: 'done', doneCount: 6 });
    expect(
      bench
        .translations()
        .map(({ segmentId }) => segmentId)
        .sort(),
    ).toEqual(segmentIds.slice(1));
    expect((await listed()).map(({ segmentId }) => segmentId)).toEqual(segmentIds.slice(1));
  });

  it('does first what is in view', async () => {
    addToy('slow', { slowness: 20 });
    const many = Array.from({ length: 60 }, (_, index) => `Nước ${index}.`);
    ({ documentId, segmentIds } = enterDocument(bench.database, 'many', 'vi', many));
    const { jobId } = await start();
    const inView = [50, 51, 52].map((index) => segmentIds[index] as SegmentId);
    expect(
      bench.service.handlers['translation.prioritise']({ jobId, segmentIds: inView }),
    ).toMatchObject({ ok: true });
    await bench.ended(jobId);
    const order = bench.translations().map(({ segmentId }) => segmentId);
    // The first batch was already with the translator.
    for (const id of inView) {
      expect(order.indexOf(id)).toBeLessThan(2 + inView.length);
    }
    expect(new Set(order)).toEqual(new Set(segmentIds));
  });

  it('is listed while it runs, stops when cancelled and keeps what is done', async () => {
    addToy('slow', { slowness: 40 });
    const long = Array.from({ length: 40 }, (_, index) => `${'Nước và dân. '.repeat(9)}${index}`);
    ({ documentId, segmentIds } = enterDocument(bench.database, 'long', 'vi', long));
    const { jobId } = await start();
    await bench.until(() => bench.translations().length > 0);
    const running = unwrap(await bench.service.handlers['translation.listJobs']({}));
    expect(running).toMatchObject([{ jobId, documentId, state: 'running', totalCount: 40 }]);
    expect(running[0]?.doneCount).toBeGreaterThan(0);
    unwrap(await bench.service.handlers['translation.cancel']({ jobId }));
    expect(unwrap(await bench.service.handlers['translation.listJobs']({}))).toEqual([]);
    const last = await bench.ended(jobId);
    expect(last.state).toBe('cancelled');
    expect(last.doneCount).toBeLessThan(40);
    expect(await listed()).toHaveLength(last.doneCount);
    expect(codeOf(await bench.service.handlers['translation.cancel']({ jobId }))).toBe(
      'job-not-found',
    );
    // The translator is free again at once.
    enterDocument(bench.database, 'next', 'vi', ['Hòa bình.']);
    documentId = 'next' as DocumentId;
    await bench.ended((await start(['next/0' as SegmentId])).jobId);
    expect(bench.translations().length).toBe(last.doneCount + 1);
  });

  it('lets two jobs take turns', async () => {
    addToy('slow', { slowness: 20 });
    const texts = (mark: string) =>
      Array.from({ length: 40 }, (_, index) => `Nước ${mark} ${index}.`);
    const first = enterDocument(bench.database, 'first', 'vi', texts('A'));
    const second = enterDocument(bench.database, 'second', 'vi', texts('B'));
    documentId = first.documentId;
    const one = await start(first.segmentIds);
    documentId = second.documentId;
    const other = await start(second.segmentIds);
    await bench.until(() => (bench.progressOf(one.jobId).at(-1)?.doneCount ?? 0) >= 20);
    expect(bench.progressOf(other.jobId).at(-1)?.doneCount).toBeGreaterThan(0);
    await Promise.all([bench.ended(one.jobId), bench.ended(other.jobId)]);
  });
});

describe('a translator that dies', () => {
  it('is started again, and the job is finished', async () => {
    addToy('slow', { slowness: 40 });
    const { jobId } = await start();
    await bench.until(() => bench.translations().length > 0);
    bench.kill();
    expect(await bench.ended(jobId)).toMatchObject({ state: 'done', doneCount: 6, failure: null });
    expect(bench.startCount()).toBe(2);
    expect(await listed()).toHaveLength(6);
  });

  it('costs the sentence that kills it, and no other', async () => {
    addToy('toy');
    const poison = telegram[4] as string;
    bench.onSend = (message) => {
      if (message.type === 'translate' && message.texts.includes(poison)) {
        bench.kill();
      }
    };
    const { jobId } = await start();
    expect(await bench.ended(jobId)).toMatchObject({
      state: 'done',
      doneCount: 5,
      totalCount: 6,
      failure: {
        code: 'translation-failed',
        params: { detail: expect.stringContaining('SIGKILL') },
      },
    });
    expect(sentTexts().filter((text) => text === poison)).toHaveLength(3);
    expect((await listed()).map(({ segmentId }) => segmentId)).toEqual(
      segmentIds.filter((_, index) => index !== 4),
    );
  });

  it('is given up where it never lives', async () => {
    addToy('toy');
    bench.onSend = () => bench.kill();
    const { jobId } = await start();
    expect(await bench.ended(jobId)).toMatchObject({
      failure: { code: 'translator-stopped' },
      doneCount: 0,
    });
    expect(bench.startCount()).toBeLessThanOrEqual(20);
    bench.onSend = null;
    expect(await bench.ended((await start()).jobId)).toMatchObject({ doneCount: 6 });
  });
});

describe('the choice of a model', () => {
  it('says that there is none, none of that name, or none for the direction', async () => {
    const begin = (modelId: string | null, to: 'vi' | 'en' = 'en') =>
      bench.service.handlers['translation.start']({
        documentId,
        segmentIds: [...segmentIds],
        to,
        modelId: modelId as ModelId | null,
      });
    expect(codeOf(await begin(null))).toBe('model-none');
    expect(codeOf(await begin('gone'))).toBe('model-not-found');
    addToy('only-vi-en', { directions: 'vi-en' });
    addToy('only-en-vi', { directions: 'en-vi' });
    expect(codeOf(await begin('only-en-vi'))).toBe('model-direction-missing');
    expect(codeOf(await begin(null, 'vi'))).toBe('model-none');
    const started = unwrap(await begin(null));
    await bench.ended(started.jobId);
    expect(bench.translations()[0]?.modelId).toBe('only-vi-en');
  });

  it('refuses a document or a sentence that is not there', async () => {
    addToy('toy');
    const call = bench.service.handlers['translation.start'];
    const given = { to: 'en', modelId: null } as const;
    const unknownDocument = { ...given, documentId: 'no' as DocumentId, segmentIds };
    expect(codeOf(await call({ ...unknownDocument, segmentIds: [...segmentIds] }))).toBe(
      'document-not-found',
    );
    const strange = ['telegram/0', 'telegram/77'] as SegmentId[];
    expect(codeOf(await call({ ...given, documentId, segmentIds: strange }))).toBe(
      'invalid-request',
    );
  });

  it('keeps the work of each model, the newest first, also of one that is removed', async () => {
    const old = addToy('old', { edition: '1' });
    const young = addToy('young', { edition: '2' });
    const one = segmentIds.slice(0, 1);
    await bench.ended((await start(one, old)).jobId);
    await bench.ended((await start(one, young)).jobId);
    expect((await listed()).map(({ modelId }) => modelId)).toEqual(['young', 'old']);
    unwrap(await bench.service.handlers['translation.removeModel']({ modelId: young }));
    expect((await listed()).map(({ modelId }) => modelId)).toEqual(['old']);
    expect(bench.database.read.get('SELECT count(*) AS n FROM translations')?.['n']).toBe(2);
    addToy('young-again', { edition: '2' });
    const [newest] = await listed();
    expect(newest).toMatchObject({ modelId: 'young-again', modelName: 'young-again' });
  });

  it('is the reader’s where one was made, kept over a restart, and discards nothing', async () => {
    const use = (modelId: ModelId, to: 'en' | 'vi' = 'en') =>
      bench.service.handlers['translation.useModel']({
        modelId,
        from: to === 'en' ? 'vi' : 'en',
        to,
      });
    const inUse = async () => {
      const models = unwrap(await bench.service.handlers['translation.listModels']({}));
      return models.map(({ id, inUse }) => [id, inUse.map(({ from }) => from)]);
    };
    const first = addToy('a-first', { edition: '1' });
    const second = addToy('b-second', { edition: '2' });
    const oneWay = addToy('c-one-way', { directions: 'en-vi' });
    expect(await inUse()).toEqual([
      [first, ['vi', 'en']],
      [second, []],
      [oneWay, []],
    ]);
    await bench.ended((await start()).jobId);
    unwrap(await use(second));
    unwrap(await use(oneWay, 'vi'));
    expect(codeOf(await use(oneWay))).toBe('model-direction-missing');
    expect(codeOf(await use('gone' as ModelId))).toBe('model-not-found');
    await bench.close();
    bench = openWorkbench(bench.root);
    expect(await inUse()).toEqual([
      [first, []],
      [second, ['vi']],
      [oneWay, ['en']],
    ]);
    await bench.ended((await start()).jobId);
    expect((await listed()).filter(({ modelId }) => modelId === first)).toHaveLength(6);
    expect((await listed()).filter(({ modelId }) => modelId === second)).toHaveLength(6);
    unwrap(await use(first));
    const again = await start();
    expect(again).toMatchObject({ state: 'done', doneCount: 6 });
    // One that is gone leaves its place to the first that can.
    unwrap(await use(second));
    unwrap(await bench.service.handlers['translation.removeModel']({ modelId: second }));
    expect(await inUse()).toEqual([
      [first, ['vi']],
      [oneWay, ['en']],
    ]);
  });

  it('is one that the reader added before a built-in one', async () => {
    writeToyMarian(join(bench.builtIn, 'shipped'), { edition: 'shipped' });
    const inUse = async () =>
      unwrap(await bench.service.handlers['translation.listModels']({})).map(({ id, inUse }) => [
        id,
        inUse.map(({ from }) => from),
      ]);
    expect(await inUse()).toEqual([['shipped', ['vi', 'en']]]);
    const added = addToy('one-way', { directions: 'en-vi' });
    expect(await inUse()).toEqual([
      ['shipped', ['vi']],
      [added, ['en']],
    ]);
  });

  it('ends the jobs of a model that is removed', async () => {
    const model = addToy('slow', { slowness: 40 });
    const long = Array.from({ length: 40 }, (_, index) => `${'Nước và dân. '.repeat(9)}${index}`);
    ({ documentId, segmentIds } = enterDocument(bench.database, 'long', 'vi', long));
    const { jobId } = await start();
    await bench.until(() => bench.translations().length > 0);
    unwrap(await bench.service.handlers['translation.removeModel']({ modelId: model }));
    expect(await bench.ended(jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'model-not-found' },
    });
    expect(unwrap(await bench.service.handlers['translation.listModels']({}))).toEqual([]);
  });

  it('fails a job whose model cannot be loaded', async () => {
    const model = addToy('broken');
    writeFileSync(join(bench.added, 'broken/onnx/encoder_model_quantized.onnx'), 'no graph');
    expect(await bench.ended((await start(segmentIds, model)).jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'model-unloadable' },
    });
  });
});

describe('lines', () => {
  it('give as many lines, empty where they are empty, each sentence by itself', async () => {
    addToy('toy');
    const lines = [
      'Nhân dân muôn năm! Hòa bình và độc lập.',
      '',
      '  ',
      '1948',
      'Hòa bình và độc lập.',
    ];
    const made = unwrap(await bench.service.translateLines(lines, 'vi', 'en', null));
    expect(made.map(({ text }) => text)).toEqual([
      'Human people ten-thousand year! Democratic calm and independent standing.',
      '',
      '',
      '1948',
      'Democratic calm and independent standing.',
    ]);
    expect(sentTexts().filter((text) => text.startsWith('Hòa'))).toHaveLength(1);
    expect(made.map(({ sentences }) => sentences.length)).toEqual([2, 0, 0, 1, 1]);
    expect(made[0]?.sentences[1]).toEqual({
      source: 'Hòa bình và độc lập.',
      target: 'Democratic calm and independent standing.',
      from: 'vi',
      to: 'en',
      split: false,
    });
  });

  it('all come, however often the translator is killed meanwhile', async () => {
    addToy('slow', { slowness: 10 });
    const lines = Array.from({ length: 30 }, (_, index) => `Nước và dân yêu hòa ${index}.`);
    let sent = 0;
    bench.onSend = () => {
      sent += 1;
      if (sent % 3 === 0) {
        bench.kill();
      }
    };
    const made = unwrap(await bench.service.translateLines(lines, 'vi', 'en', null));
    expect(made.map(({ text }) => text)).toEqual(
      lines.map((_, index) => `Country and people love peace ${index}.`),
    );
    expect(bench.startCount()).toBeGreaterThan(2);
  });

  it('say which model is broken and why, where no other can', async () => {
    addToy('half');
    rmSync(join(bench.added, 'half/tokenizer.json'));
    expect(await bench.service.translateLines(['x'], 'vi', 'en', null)).toEqual({
      ok: false,
      error: { code: 'model-file-missing', params: { model: 'half', file: 'tokenizer.json' } },
    });
    addToy('toy');
    expect(await bench.service.translateLines(['dân'], 'vi', 'en', null)).toMatchObject({
      ok: true,
    });
  });

  it('need a model', async () => {
    expect(codeOf(await bench.service.translateLines(['x'], 'vi', 'en', null))).toBe('model-none');
  });

  it('are ended with the service', async () => {
    addToy('slow', { slowness: 40 });
    const waiting = bench.service.translateLines(['Nước '.repeat(300)], 'vi', 'en', null);
    while (bench.startCount() === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await bench.service.close();
    expect(codeOf(await waiting)).toBe('translator-stopped');
  });
});

describe('a workspace that another process has', () => {
  it('is translated from, but nothing is kept, added or removed', async () => {
    const toy = addToy('toy');
    const unfinished = addToy('.unfinished-by-the-other');
    await bench.close();
    bench = openWorkbench(bench.root, { access: 'reads' });
    expect(await bench.ended((await start()).jobId)).toMatchObject({ state: 'done', doneCount: 6 });
    expect(bench.translations()).toHaveLength(6);
    expect(await listed()).toEqual([]);
    const { handlers } = bench.service;
    await expect(handlers['translation.removeModel']({ modelId: toy })).rejects.toThrow('readonly');
    await expect(handlers['translation.addModel']({ path: bench.root })).rejects.toThrow(
      'readonly',
    );
    expect(existsSync(join(bench.added, unfinished))).toBe(true);
    expect(existsSync(join(bench.added, toy))).toBe(true);
  });
});

describe('a job id that is not known', () => {
  it('is no job', async () => {
    const jobId = crypto.randomUUID() as JobId;
    const call = bench.service.handlers['translation.prioritise'];
    expect(codeOf(await call({ jobId, segmentIds: [] }))).toBe('job-not-found');
  });
});

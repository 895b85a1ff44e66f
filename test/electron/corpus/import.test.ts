// The shipped texts in a real workspace file: entered once, whole, and refused when damaged.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type DocumentId,
  DocumentIdSchema,
  type SegmentId,
  SegmentIdSchema,
  segmentText,
} from '../../../electron/corpus/document.ts';
import { importShippedCorpus } from '../../../electron/corpus/import.node.ts';
import { ManifestSchema } from '../../../electron/corpus/manifest.ts';
import { createCorpusService } from '../../../electron/corpus/service.node.ts';
import { getDocument, listDocuments, segmentsOf } from '../../../electron/corpus/store.node.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import { createHistoryService } from '../../../electron/history/service.node.ts';
import { type Database, openDatabase } from '../../../electron/storage/database.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';

const shippedFolder = new URL('../../../resources/corpus/', import.meta.url).pathname;
const id = (name: string): DocumentId => v.parse(DocumentIdSchema, name);
const segmentId = (name: string): SegmentId => v.parse(SegmentIdSchema, name);
const telegram = id('telegram-1948');

const open: Database[] = [];

function openWorkspace(folder = makeTemporaryFolder()): Database {
  const opened = openDatabase(join(folder, 'workspace.sqlite'));
  if (!opened.ok) {
    throw new Error(opened.error.code);
  }
  open.push(opened.value);
  return opened.value;
}

function copyOfShipped(): string {
  const folder = join(makeTemporaryFolder(), 'corpus');
  mkdirSync(folder);
  for (const file of readdirSync(shippedFolder)) {
    copyFileSync(join(shippedFolder, file), join(folder, file));
  }
  return folder;
}

afterEach(() => {
  for (const database of open.splice(0)) {
    database.close();
  }
});

describe('the shipped texts', () => {
  it('enter in the order of the manifest, with what is known of them', () => {
    const { read } = imported();
    const documents = listDocuments(read);
    expect(documents.map((document) => document.id)).toEqual([
      'telegram-1948',
      'friendship-society-2020',
      'rodong-putin-article-2024',
      'kremlin-talks-transcript-2024',
      'pyongyang-times-2023',
    ]);
    expect(documents[0]).toMatchObject({
      language: 'vi',
      date: '1948-10-22',
      paragraphCount: 23,
      segmentCount: 23,
    });
    for (const language of ['vi', 'en'] as const) {
      expect(documents[0]?.remarks?.[language]).toMatch(/22 (?:tháng Mười|October) 1948/);
      expect(documents[0]?.remarks?.[language]).toMatch(/21 (?:tháng 9 năm|September) 1948/);
    }
  });

  it('keep their files byte for byte', () => {
    const { read } = imported();
    const { documents } = v.parse(
      ManifestSchema,
      JSON.parse(readFileSync(join(shippedFolder, 'manifest.json'), 'utf8')),
    );
    for (const { id, file } of documents) {
      const stored = read.get('SELECT source_file FROM documents WHERE id = ?', id);
      expect(stored).toEqual({
        source_file: new Uint8Array(readFileSync(join(shippedFolder, file))),
      });
    }
  });

  it('come back with paragraphs and segments that cover the reading text in order', () => {
    const { read } = imported();
    for (const summary of listDocuments(read)) {
      const document = getDocument(read, summary.id);
      expect(document?.summary).toEqual(summary);
      const { text = '', paragraphs = [] } = document ?? {};
      expect(paragraphs).toHaveLength(summary.paragraphCount);
      expect(
        paragraphs.map(({ startOffset, endOffset }) => text.slice(startOffset, endOffset)),
      ).toEqual(text.split('\n'));
      const segments = paragraphs.flatMap((paragraph) => paragraph.segments);
      expect(segments.map((segment) => segment.id)).toEqual(
        segments.map((_segment, index) => `${summary.id}/${index + 1}`),
      );
      expect(segments).toHaveLength(summary.segmentCount);
      for (const { startOffset, endOffset, segments: own } of paragraphs) {
        expect(own[0]?.startOffset).toBe(startOffset);
        expect(own.at(-1)?.endOffset).toBe(endOffset);
        const joined = own
          .map(({ startOffset: from, endOffset: to }) => text.slice(from, to))
          .join('');
        expect(joined.replace(/\s/g, '')).toBe(
          text.slice(startOffset, endOffset).replace(/\s/g, ''),
        );
      }
    }
  });

  it('part the words that lost the space between them', () => {
    const { read } = imported();
    const text = getDocument(read, id('kremlin-talks-transcript-2024'))?.text ?? '';
    expect(text).toContain('the people of the Democratic People’s Republic');
    expect(text).not.toMatch(/ofthe|\u00A0/);
  });

  it('enter once: a second import changes nothing and reads no file again', () => {
    const folder = copyOfShipped();
    const database = openWorkspace();
    expect(importShippedCorpus(database, folder)).toEqual({ ok: true, value: null });
    const before = listDocuments(database.read);
    rmSync(join(folder, 'telegram-1948.vi.txt'));
    expect(importShippedCorpus(database, folder)).toEqual({ ok: true, value: null });
    expect(listDocuments(database.read)).toEqual(before);
  });
});

describe('a damaged corpus folder', () => {
  const file = 'rodong-putin-article-2024.en.txt';

  it.each<[string, (path: string) => void, string]>([
    ['missing', (path) => rmSync(path), 'corpus-file-missing'],
    ['with one byte changed', flipByte, 'corpus-file-unreadable'],
    ['empty', (path) => writeFileSync(path, ''), 'corpus-file-unreadable'],
    ['a folder', replaceByFolder, 'corpus-file-unreadable'],
  ])(
    'a text that is %s fails; the others enter, and it enters once it is whole',
    (_name, damage, code) => {
      const folder = copyOfShipped();
      damage(join(folder, file));
      const database = openWorkspace();
      expect(importShippedCorpus(database, folder)).toEqual({
        ok: false,
        error: { code, params: { file: join(folder, file) } },
      });
      expect(listDocuments(database.read)).toHaveLength(4);

      rmSync(join(folder, file), { recursive: true, force: true });
      copyFileSync(join(shippedFolder, file), join(folder, file));
      expect(importShippedCorpus(database, folder).ok).toBe(true);
      expect(listDocuments(database.read).map((document) => document.id)[2]).toBe(
        'rodong-putin-article-2024',
      );
    },
  );

  it('a text that is not UTF-8 fails, though its sum be right', () => {
    const folder = makeTemporaryFolder();
    const latin = Uint8Array.of(0x48, 0xf2, 0x61);
    writeFileSync(join(folder, 'one.vi.txt'), latin);
    const entry = {
      id: 'one',
      file: 'one.vi.txt',
      title: 'Một',
      language: 'vi',
      date: null,
      source: 'thử',
      remarks: null,
      sha256: createHash('sha256').update(latin).digest('hex'),
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ documents: [entry] }));
    const result = importShippedCorpus(openWorkspace(), folder);
    expect(result.ok ? null : result.error.code).toBe('corpus-file-unreadable');
  });

  it.each<[string, (path: string) => void]>([
    ['missing', (path) => rmSync(path)],
    ['no JSON', (path) => writeFileSync(path, '{ "documents": [')],
    ['no UTF-8', (path) => writeFileSync(path, Uint8Array.of(0xff, 0xfe))],
    ['of another shape', (path) => writeFileSync(path, '{ "documents": [{ "id": "a" }] }')],
    ['naming a file elsewhere', (path) => rewrite(path, '"telegram-1948.vi.txt"', '"../a.txt"')],
    ['naming an id twice', (path) => rewrite(path, '"pyongyang-times-2023"', '"telegram-1948"')],
  ])('a manifest that is %s fails, and nothing enters', (_name, damage) => {
    const folder = copyOfShipped();
    const path = join(folder, 'manifest.json');
    damage(path);
    const database = openWorkspace();
    expect(importShippedCorpus(database, folder)).toEqual({
      ok: false,
      error: { code: 'corpus-manifest-unreadable', params: { file: path } },
    });
    expect(listDocuments(database.read)).toEqual([]);
  });
});

describe('a text that the reader corrected', () => {
  it('stays corrected when the shipped texts are entered again; its file stays as it was received', async () => {
    const database = imported();
    const file = () =>
      database.read.get('SELECT source_file, source_sha256 FROM documents WHERE id = ?', telegram);
    const received = file();
    const history = createHistoryService({ database, emit: () => undefined });
    const edits: Edit[] = [
      { type: 'segment.correct', segmentId: segmentId(`${telegram}/3`), text: 'Một câu đã sửa.' },
      { type: 'segment.split', segmentId: segmentId(`${telegram}/3`), at: 7 },
    ];
    const applied = await history['history.apply']({ label: 'correct-sentence', edits });
    expect(applied.ok || applied.error).toBe(true);
    const corrected = getDocument(database.read, telegram);
    const [first, second] = segmentsOf(database.read, [
      segmentId(`${telegram}/3`),
      segmentId(`${telegram}/3.1`),
    ]);
    expect([first?.text, second?.text]).toEqual(['Một câu', 'đã sửa.']);
    expect(importShippedCorpus(database, shippedFolder).ok).toBe(true);
    expect(getDocument(database.read, telegram)).toEqual(corrected);
    expect(file()).toEqual(received);
    await history['history.undo']({});
    expect(getDocument(database.read, telegram)).toEqual(getDocument(imported().read, telegram));
  });
});

describe('the store', () => {
  it('answers segments in the order asked for, and leaves out what it does not know', () => {
    const { read } = imported();
    const ids = ['kremlin-talks-transcript-2024/5', 'telegram-1948/23', 'telegram-1948/999'];
    const segments = segmentsOf(read, ids.map(segmentId));
    expect(segments.map((segment) => segment.id)).toEqual(ids.slice(0, 2));
    const document = getDocument(read, telegram);
    const last = document?.paragraphs.at(-1)?.segments.at(-1);
    expect(segments[1]).toEqual({
      ...last,
      documentId: telegram,
      language: 'vi',
      part: 'body',
      text: document && last ? segmentText(document, last) : '',
    });
    expect(segments[1]?.text).toBe('21 tháng 9 năm 1948');
  });

  it('answers any number of segments', () => {
    const { read } = imported();
    const ids = Array.from({ length: 50_000 }, (_, index) =>
      segmentId(`telegram-1948/${index + 1}`),
    );
    expect(segmentsOf(read, ids)).toHaveLength(23);
    expect(segmentsOf(read, [])).toEqual([]);
  });
});

describe('the service', () => {
  it('lists documents and answers one, or says that there is none', async () => {
    const service = createCorpusService({ database: imported() });
    const list = await service['corpus.listDocuments']({});
    expect(list.ok && list.value.length).toBe(5);
    const one = await service['corpus.getDocument']({ documentId: telegram });
    expect(one.ok && one.value.paragraphs.length).toBe(23);
    expect(await service['corpus.getDocument']({ documentId: id('nowhere') })).toEqual({
      ok: false,
      error: { code: 'document-not-found', params: { document: 'nowhere' } },
    });
  });
});

function imported(): Database {
  const database = openWorkspace();
  expect(importShippedCorpus(database, shippedFolder)).toEqual({ ok: true, value: null });
  return database;
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function replaceByFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

function rewrite(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

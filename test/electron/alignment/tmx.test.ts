// TMX files: ours for others, others' for us.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPortable } from '../../../electron/alignment/from-portable.ts';
import type { KnownDocument } from '../../../electron/alignment/portable.ts';
import { readForeign } from '../../../electron/alignment/read-file.ts';
import { readTmx, writeTmx } from '../../../electron/alignment/tmx.ts';
import { escapeXml, readXml } from '../../../electron/alignment/xml.ts';
import { applyEdits } from '../../../electron/history/apply.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import {
  alignmentId,
  alignmentIn,
  countIds,
  emptyState,
  en,
  makeLink,
  vi,
} from '../../helpers/edit-world.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const links = [
  makeLink(1, [2], [2], { comment: 'a < b & "c"' }),
  makeLink(2, [0, 1], [0], { status: 'suggested', origin: 'machine', confidence: 0.71 }),
  makeLink(3, [3], [1], { status: 'rejected' }),
];
const state = unwrap(
  applyEdits(
    emptyState,
    links.map((link): Edit => ({ type: 'link.add', link })),
    countIds(),
  ),
).state;
const documents = [vi, en].flatMap((id) => state.documents.get(id) ?? []) as unknown as readonly [
  KnownDocument,
  KnownDocument,
];
const maker = { newId: countIds(), now: '2026-11-22T08:00:00.000Z' };
const tmx = writeTmx(alignmentIn(state, alignmentId), documents);

describe('a TMX file', () => {
  test('holds the links that are not rejected, in the order of the text', () => {
    expect(tmx.match(/<seg>.*<\/seg>/g)).toEqual([
      '<seg>Kính gửi các đồng chí. Tin từ Bình Nhưỡng: ệ 👩‍👩‍👧 vui.</seg>',
      '<seg>Dear comrades.</seg>',
      '<seg>Xin chào.</seg>',
      '<seg>Greetings.</seg>',
    ]);
    expect(tmx).toContain('<note>a &lt; b &amp; &quot;c&quot;</note>');
    expect(tmx).toContain('<tuv xml:lang="vi">');
  });

  test('read again joins the same sentences, as an import; of two alike the one in its place', () => {
    const read = unwrap(readForeign(tmx, documents, maker));
    expect(read.kind).toBe('subject');
    const restored = fromPortable(read, alignmentIn(state, alignmentId), documents);
    expect(restored.omitted).toEqual([]);
    expect(restored.links).toMatchObject([
      { sides: links[1]?.sides, status: 'suggested', confidence: 0.71, origin: 'import' },
      { sides: links[0]?.sides, status: 'confirmed', comment: 'a < b & "c"', origin: 'import' },
    ]);
  });

  test('of more units than two texts can have is refused', () => {
    const units = '<tu></tu>'.repeat(20_001);
    const read = readTmx(`<tmx version="1.4"><body>${units}</body></tmx>`);
    expect(read).toMatchObject({ ok: false, error: { code: 'alignment-file-unreadable' } });
  });

  test('may say anything where it names its document type', () => {
    const read = readTmx(`<!DOCTYPE tmx SYSTEM "a>[b].dtd">${tmx.replace(/^<\?.*\?>/, '')}`);
    expect(unwrap(read).units).toHaveLength(2);
  });

  test('of very many notes is read in a time that grows no faster than it', () => {
    const notes = '<note>một</note>'.repeat(400_000);
    const [unit] = unwrap(readTmx(`<tmx><body><tu>${notes}</tu></body></tmx>`)).units;
    expect(unit?.note.length).toBe(400_000 * 5 - 2);
  });

  test('of another program is read with its codes left out, its languages with regions, its sentences over paragraphs', () => {
    const foreign = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4"><!-- <tu> --><header creationtool='x > y'/><body>
      <tu><prop type="x">1</prop>
        <tuv lang="EN-us"><seg>News from <bpt i="1">&lt;b></bpt>Pyongyang.<ept i="1"/> Greetings.</seg></tuv>
        <tuv xml:lang="vi-VN"><seg><![CDATA[Xin chào.]]></seg></tuv>
      </tu></body></tmx>`;
    const read = unwrap(readForeign(foreign, documents, maker));
    const restored = fromPortable(read, alignmentIn(state, alignmentId), documents);
    expect(restored.links).toMatchObject([
      { sides: makeLink(1, [2], [1, 2]).sides, status: 'suggested', origin: 'import' },
    ]);
  });

  test.each<[string, string]>([
    ['declarations', '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>'],
    [
      'an entity of its own',
      '<tmx><body><tu><tuv xml:lang="vi"><seg>&a;</seg></tuv></tu></body></tmx>',
    ],
    ...['&toString;', '&__proto__;', '&#0;', '&#xD800;'].map((written): [string, string] => [
      written,
      `<tmx><body><tu><tuv xml:lang="vi"><seg>${written}</seg></tuv></tu></body></tmx>`,
    ]),
    ['a tag without an end', '<tmx><body'],
    ['tags that cross', '<tmx><body><tu></body></tu></tmx>'],
    ['an attribute without quotes', '<tmx><body><tu a=b></tu></body></tmx>'],
    ['a tag of a million letters', `<tmx ${'x'.repeat(1_000_000)}></tmx>`],
    ['no unit', '<tmx><body/></tmx>'],
    ['another root', '<html><body><tu></tu></body></html>'],
    ['two roots', '<tmx><tu></tu></tmx><tmx></tmx>'],
    ['words behind it', '<tmx><tu></tu></tmx> and so on'],
    ['declarations behind quotes', '<!DOCTYPE tmx SYSTEM "a" [<!ENTITY a "b">]><tmx/>'],
  ])('with %s is refused', (_, text) => {
    expect(readTmx(text)).toMatchObject({ error: { code: 'alignment-file-unreadable' } });
  });
});

test('any text is the same after XML, but for characters that XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = [...readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)];
      const expected = text.toWellFormed().replace(/[^\t\n\r -\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
      const [start] = read;
      expect(start?.type === 'start' && start.attributes.get('b')).toBe(expected);
      expect(read.map((token) => (token.type === 'text' ? token.text : '')).join('')).toBe(
        expected,
      );
    }),
  );
});

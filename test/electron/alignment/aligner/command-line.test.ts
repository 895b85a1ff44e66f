import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programFolder } from '../../../../electron/start/folders.node.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';
import { writeToyMarian } from '../../../helpers/toy-marian.ts';

const folder = makeTemporaryFolder();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function align(...args: readonly string[]) {
  return alignIn(join(folder, 'data'), ...args);
}

function alignIn(data: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['electron/cli/cli.node.ts', 'align', ...args, '--data', data],
    { cwd: programFolder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_GB.UTF-8' } },
  );
  return { status, stdout, stderr };
}

const vi = file(
  'a.vi',
  'Ngày 15 tháng 8 năm 1945.\r\nHồng quân giải phóng Triều Tiên.\r\nChúc sức khỏe!\r\n',
);
const en = file(
  'a.en',
  'August 15, 1945. The Red Army liberated Korea.\nWe wish you good health!\n',
);

test('--lines --json gives every line once, with a confidence', () => {
  const { status, stdout, stderr } = align(vi, en, '--lines', '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const beads = JSON.parse(stdout) as [number[], number[], number][];
  expect(beads.map(([a, b]) => [a, b])).toEqual([
    [[0, 1], [0]],
    [[2], [1]],
  ]);
  expect(beads.every(([, , confidence]) => confidence > 0 && confidence <= 1)).toBe(true);
});

test('plain text is cut into sentences; the table shows them', () => {
  const { status, stdout } = align(vi, en);
  expect(status).toBe(0);
  expect(stdout).toContain('en 2  The Red Army liberated Korea.');
  const { stdout: json } = align(vi, en, '--json');
  const answer = JSON.parse(json) as { readonly en: string[]; readonly beads: unknown[] };
  expect(answer.en).toHaveLength(3);
  expect(answer.beads).toHaveLength(3);
});

describe('--translate', () => {
  // Glosses of the toy model that the lexicon has not, a line of the first text left out of the second.
  const lines = [
    ['những nhân thành lúc nay', 'these human city moment today'],
    ['đang vài trên phủ viên', 'being several above cabinet member'],
    ['hòa bình lập thống phóng', 'peace calm standing united release'],
    ['nghị đồng anh tác đỡ', 'meeting comrade brother work support'],
    ['ủng tôn làm bảo vệ', 'backing honour make protect defend'],
    ['tới bắt phát triển cố', 'toward begin develop growth firm'],
  ] as const;
  const toyVi = file('toy.vi', lines.map(([text]) => `${text}\n`).join(''));
  const toyEn = file(
    'toy.en',
    lines.flatMap(([, text], line) => (line === 2 ? [] : [`${text}\n`])).join(''),
  );
  const expected = [
    [[0], [0]],
    [[1], [1]],
    [[2], []],
    [[3], [2]],
    [[4], [3]],
    [[5], [4]],
  ];
  const beadsOf = (json: string) =>
    (JSON.parse(json) as [number[], number[], number][]).map(([a, b]) => [a, b]);

  test.each(['both', 'vi-en', 'en-vi'] as const)(
    'with a model of %s finds what the texts alone do not tell',
    (directions) => {
      const data = join(folder, `data-${directions}`);
      writeToyMarian(join(data, 'models', `toy-${directions === 'both' ? 'vi-en' : directions}`), {
        directions,
      });
      const plain = alignIn(data, toyVi, toyEn, '--lines', '--json');
      expect(plain.status).toBe(0);
      expect(beadsOf(plain.stdout)).not.toEqual(expected);
      const { status, stdout, stderr } = alignIn(
        data,
        toyVi,
        toyEn,
        '--lines',
        '--json',
        '--translate',
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(beadsOf(stdout)).toEqual(expected);
    },
    60_000,
  );
});

test.each([
  ['a file that is not there', [join(folder, 'none'), en], 'There is no readable file at'],
  ['a folder', [folder, en], 'There is no readable file at'],
  ['no UTF-8', [vi, file('bad', Uint8Array.of(0x56, 0xff, 0xfe, 0x0a))], 'is not UTF-8 text'],
  ['an empty file', [file('empty', ''), en], 'holds no text'],
  ['a file of blank lines', [vi, file('blank', ' \n\n')], 'holds no text'],
])('%s: one sentence and 1', (_, args, words) => {
  const { status, stdout, stderr } = align(...args, '--lines', '--json');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(words);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

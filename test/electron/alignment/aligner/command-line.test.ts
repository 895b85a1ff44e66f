import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programFolder } from '../../../../electron/start/folders.node.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';

const folder = makeTemporaryFolder();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function align(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['electron/cli/cli.node.ts', 'align', ...args, '--data', join(folder, 'data')],
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

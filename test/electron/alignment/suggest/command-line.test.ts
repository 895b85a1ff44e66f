// `suggest DOC DOC` as it is run: JSON, a list to read, both languages, and what is misused.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programFolder } from '../../../../electron/start/folders.node.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';

const folder = makeTemporaryFolder();

function suggest(args: readonly string[], locale = 'en_GB.UTF-8') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['electron/cli/cli.node.ts', 'suggest', ...args, '--data', join(folder, 'data')],
    { cwd: programFolder, encoding: 'utf8', env: { ...process.env, LC_ALL: locale } },
  );
  return { status, stdout, stderr };
}

const documents = ['telegram-1948', 'friendship-society-2020'] as const;

interface Listed {
  readonly vi: readonly string[];
  readonly en: readonly string[];
  readonly score: number;
  readonly reasons: readonly string[];
}

test('--json --top gives links by segment ids with scores and reasons in words', () => {
  const { status, stdout, stderr } = suggest([...documents, '--json', '--top', '3']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const links = JSON.parse(stdout) as readonly Listed[];
  expect(links).toHaveLength(3);
  expect(links[0]).toMatchObject({
    vi: ['telegram-1948/6'],
    en: expect.arrayContaining(['friendship-society-2020/4']),
    reasons: expect.arrayContaining(['Same date: 15 August 1945']),
  });
  for (const link of links) {
    expect(Object.keys(link)).toEqual(['vi', 'en', 'score', 'reasons']);
    expect(link.score).toBeGreaterThan(0);
    expect(link.score).toBeLessThanOrEqual(1);
  }
  expect(suggest([...documents.toReversed(), '--json', '--top', '3']).stdout).toBe(stdout);
});

test('without --json it is a list to read, in the reader’s language', () => {
  const { status, stdout } = suggest(documents, 'vi_VN.UTF-8');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d\.\d\d {2}telegram-1948\/6 {2}Ngày 15 tháng 8/m);
  expect(stdout).toMatch(/^ {6}friendship-society-2020\/4 {2}In a brutal situation/m);
  expect(stdout).toContain('      - Cùng ngày: 15 tháng 8 năm 1945\n');
});

test.each([
  [['telegram-1948', 'none', '--json'], 1, 'There is no document none'],
  [['telegram-1948', 'NONE!', '--json'], 1, 'There is no document NONE!'],
  [['telegram-1948', 'telegram-1948'], 1, 'two different documents'],
  [['pyongyang-times-2023', 'friendship-society-2020'], 1, 'one Vietnamese and one English text'],
  [['telegram-1948'], 2, 'suggest needs DOC'],
  [[...documents, '--top', '0'], 2, '--top takes a number from 1 to 1000, not 0.'],
  [[...documents, '--top', 'many'], 2, '--top takes a number from 1 to 1000, not many.'],
] as const)('%j ends with %d', (args, code, words) => {
  const { status, stdout, stderr } = suggest(args);
  expect({ status, stdout }).toEqual({ status: code, stdout: '' });
  expect(stderr).toContain(words);
});

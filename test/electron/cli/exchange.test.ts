// `export` and `import` on the command line: an alignment out of one workspace and into another.
import { spawnSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importLimitBytes } from '../../../electron/alignment/import-limit.ts';
import { programFolder } from '../../../electron/start/folders.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestWorkspace } from '../../helpers/test-workspace.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const pair = ['telegram-1948', 'friendship-society-2020'] as const;

function run(dataFolder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['electron/cli/cli.node.ts', ...args, '--data', dataFolder],
    { cwd: programFolder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_GB.UTF-8' } },
  );
  return { code: status, output: stdout, said: stderr };
}

describe('export and import', () => {
  test('carry an alignment from one workspace to another, and say what came of it', async () => {
    const here = makeTemporaryFolder();
    const workspace = await openTestWorkspace({ dataFolder: here });
    const { handlers } = workspace;
    const documentIds = unwrap(await handlers['corpus.listDocuments']({}))
      .map(({ id }) => id)
      .filter((id) => pair.some((name) => name === id));
    const [first, second] = documentIds;
    if (first === undefined || second === undefined) {
      throw new Error('the shipped texts are missing');
    }
    const alignment = unwrap(await handlers['alignment.open']({ documentIds: [first, second] }));
    const link = {
      id: '10000000-0000-4000-8000-000000000001',
      alignmentId: alignment.id,
      sides: [
        { documentId: first, segmentIds: [`${first}/5`] },
        { documentId: second, segmentIds: [`${second}/4`, `${second}/5`] },
      ],
      status: 'confirmed',
      origin: 'reader',
      confidence: null,
      reasons: [],
      locked: true,
      comment: 'cùng một ý',
      createdAt: '2026-11-22T08:00:00.000Z',
    };
    // As a page would send it.
    const edits = JSON.parse(JSON.stringify([{ type: 'link.add', link }]));
    unwrap(await handlers['history.apply']({ label: 'link', edits }));
    await workspace.close();
    const exported = run(here, 'export', ...pair);
    expect(exported).toMatchObject({ code: 0, said: '' });

    const there = makeTemporaryFolder();
    const file = join(there, 'alignment.json');
    writeFileSync(file, exported.output);
    const imported = run(there, 'import', ...pair, file, '--json');
    expect(imported).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(imported.output)).toEqual({
      alignment: alignment.id,
      links: 1,
      phrases: 0,
      omitted: [],
    });
    const again = run(there, 'export', ...pair.toReversed(), '--alignment', alignment.id);
    expect(again).toEqual(exported);
    const tmx = run(there, 'export', ...pair, '--alignment', alignment.id, '--format', 'tmx');
    expect(tmx.output).toContain('<tuv xml:lang="vi">');
    writeFileSync(file, tmx.output);
    expect(run(there, 'import', ...pair, file).output).toBe('Links imported: 1; left out: 0.\n');
  }, 120_000);

  test('refuse what they cannot do, in words', () => {
    const folder = makeTemporaryFolder();
    const large = join(folder, 'large.json');
    writeFileSync(large, '');
    truncateSync(large, importLimitBytes + 1);
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['export', ...pair, '--format', 'xml'], 2, /--format takes json or tmx/],
      [['import', ...pair, large, '--name', 'ệ'.repeat(201)], 2, /--name takes at most 200/],
      [['export', ...pair], 1, /no longer there/],
      [['export', 'telegram-1948', 'Nowhere'], 1, /no document Nowhere/],
      [['import', ...pair, join(folder, 'absent')], 1, /no readable file/],
      [['import', ...pair, large], 1, /large\.json has 30\.1 MB, and files of up to 30 MB can be/],
    ];
    for (const [args, code, words] of cases) {
      const ended = run(folder, ...args);
      expect(ended.code).toBe(code);
      expect(ended.said).toMatch(words);
    }
  }, 120_000);
});

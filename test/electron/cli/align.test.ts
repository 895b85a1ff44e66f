// `align --translate` where no model can translate.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { align } from '../../../electron/cli/align.node.ts';
import type { VerbContext } from '../../../electron/cli/verb.node.ts';
import { createPhrases } from '../../../electron/language/phrases.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestWorkspace, resourcesWithoutModels } from '../../helpers/test-workspace.ts';
import { writeToyMarian } from '../../helpers/toy-marian.ts';

async function alignTranslated(dataFolder: string) {
  const folder = makeTemporaryFolder();
  const [vi, en] = [join(folder, 'a.vi'), join(folder, 'a.en')];
  writeFileSync(vi, 'Chúc sức khỏe!\n');
  writeFileSync(en, 'We wish you good health!\n');
  const workspace = await openTestWorkspace({
    dataFolder,
    resourcesFolder: resourcesWithoutModels(),
  });
  const context: VerbContext = {
    workspace,
    phrases: createPhrases('en'),
    output: {
      isOpen: () => true,
      write: () => Promise.reject(new Error('nothing is to be written')),
    },
    input: async function* () {},
    complain: () => undefined,
    tell: () => undefined,
    log: () => undefined,
    interrupted: new AbortController().signal,
  };
  const given = { json: false, options: { translate: '' }, arguments: [vi, en] };
  const answer = await align.run(given, context);
  await workspace.close();
  return answer;
}

test('without a model fails for want of one', async () => {
  expect(await alignTranslated(makeTemporaryFolder())).toMatchObject({
    error: { code: 'model-none' },
  });
});

test('with a broken model fails with what is wrong with it', async () => {
  const dataFolder = makeTemporaryFolder();
  writeToyMarian(join(dataFolder, 'models', 'half-vi-en'));
  rmSync(join(dataFolder, 'models', 'half-vi-en', 'tokenizer.json'));
  expect(await alignTranslated(dataFolder)).toMatchObject({
    error: { code: 'model-file-missing', params: { model: 'half-vi-en', file: 'tokenizer.json' } },
  });
});

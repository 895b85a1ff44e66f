// The verb `translate` over a translator that one line kills.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { translate } from '../../../electron/cli/translate.node.ts';
import type { VerbContext } from '../../../electron/cli/verb.node.ts';
import type { Failure } from '../../../electron/contract/result.ts';
import { createPhrases } from '../../../electron/language/phrases.ts';
import { startNodeTranslator } from '../../../electron/translation/node-translator.node.ts';
import type { StartTranslator } from '../../../electron/translation/translator-process.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestWorkspace } from '../../helpers/test-workspace.ts';
import { writeToyMarian } from '../../helpers/toy-marian.ts';
import { unwrap } from '../../helpers/unwrap.ts';

/** Real processes, each killed when it is given this text. */
function startMortal(poison: string): StartTranslator {
  return () => {
    const process = startNodeTranslator();
    return {
      ...process,
      send: (message) => {
        if (message.type === 'translate' && message.texts.includes(poison)) {
          process.kill();
        } else {
          process.send(message);
        }
      },
    };
  };
}

test('a line that kills the translator costs itself: as many lines out as in', async () => {
  const dataFolder = makeTemporaryFolder();
  writeToyMarian(join(dataFolder, 'models', 'toy'));
  const workspace = await openTestWorkspace({
    dataFolder,
    startTranslator: startMortal('độc lập'),
  });
  let written = '';
  const complaints: Failure[] = [];
  const context: VerbContext = {
    workspace,
    phrases: createPhrases('en'),
    output: {
      isOpen: () => true,
      write: async (text) => {
        written += text;
      },
    },
    input: async function* () {
      yield new TextEncoder().encode('hòa bình\nđộc lập\nnhân dân\n');
    },
    complain: (failure) => complaints.push(failure),
    tell: () => undefined,
    log: () => undefined,
    interrupted: new AbortController().signal,
  };
  const given = {
    json: false,
    options: { from: 'vi', to: 'en', model: 'toy' },
    arguments: [],
  };
  expect(unwrap(await translate.run(given, context))).toBe('incomplete');
  const [first, second, third, ...others] = written.split('\n');
  expect([second, ...others]).toEqual(['', '']);
  expect(first).not.toBe('');
  expect(third).not.toBe('');
  expect(complaints).toMatchObject([{ code: 'line-not-translated', params: { line: 2 } }]);
  await workspace.close();
});

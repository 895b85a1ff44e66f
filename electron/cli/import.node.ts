// `import DOC DOC FILE`: a new alignment of two documents out of a file, JSON or TMX.
import { stat } from 'node:fs/promises';
import { longestName } from '../alignment/alignment.ts';
import { checkImportSize } from '../alignment/import-limit.ts';
import { editsOfPlan } from '../alignment/plan.ts';
import { succeed } from '../contract/result.ts';
import { storableText } from '../storage/storable-text.ts';
import { pairOf } from './export.node.ts';
import { readText } from './read-text.node.ts';
import type { Verb } from './verb.node.ts';

export const importVerb: Verb = {
  name: 'import',
  options: { name: 'string' },
  arguments: ['DOC', 'DOC', 'FILE'],
  check: ({ options }, phrases) =>
    storableText(options['name'] ?? '').length > longestName
      ? phrases('cli.nameTooLong', { most: longestName })
      : null,
  run: async (given, { workspace, phrases, output }) => {
    const { handlers } = workspace;
    const documentIds = pairOf(given);
    if (!documentIds.ok) {
      return documentIds;
    }
    const file = given.arguments[2] ?? '';
    const size = checkImportSize(file, await sizeOf(file));
    if (!size.ok) {
      return size;
    }
    const text = await readText(file);
    if (!text.ok) {
      return text;
    }
    // The first alignment of a pair is made by opening it.
    const opened = await handlers['alignment.open']({ documentIds: documentIds.value });
    if (!opened.ok) {
      return opened;
    }
    const plan = await handlers['alignment.proposeImport']({
      documentIds: documentIds.value,
      text: text.value,
      name: given.options['name'] ?? '',
    });
    if (!plan.ok) {
      return plan;
    }
    const applied = await handlers['history.apply']({
      label: 'import-alignment',
      edits: [...editsOfPlan(plan.value)],
    });
    if (!applied.ok) {
      return applied;
    }
    const { alignment, added, phrasesAdded, omitted } = plan.value;
    await output.write(
      given.json
        ? `${JSON.stringify({
            alignment: alignment?.id,
            links: added.length,
            phrases: phrasesAdded.length,
            omitted,
          })}\n`
        : `${phrases('cli.imported', { imported: added.length, omitted: omitted.length })}\n`,
    );
    return succeed('complete');
  },
};

/** In bytes; 0 where the file cannot be found, which reading it tells. */
async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  return found?.size ?? 0;
}

// `export DOC DOC`: an alignment of two documents, the one shown last unless named, as a file on standard output.
import * as v from 'valibot';
import { exportFormats } from '../alignment/api.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import { type DocumentId, DocumentIdSchema } from '../corpus/document.ts';
import type { Given, Verb } from './verb.node.ts';

export const exportVerb: Verb = {
  name: 'export',
  options: { format: 'string', alignment: 'string' },
  arguments: ['DOC', 'DOC'],
  check: (given, phrases) => {
    const value = given.options['format'] ?? 'json';
    return v.is(v.picklist(exportFormats), value) ? null : phrases('cli.formatUnknown', { value });
  },
  run: async (given, { workspace, output }) => {
    const documentIds = pairOf(given);
    if (!documentIds.ok) {
      return documentIds;
    }
    // Listed and not opened: opening may have to write, which another process may be doing.
    const listed = await workspace.handlers['alignment.list']({ documentIds: documentIds.value });
    if (!listed.ok) {
      return listed;
    }
    const named = given.options['alignment'];
    const wanted = listed.value.find(({ id, shown }) =>
      named === undefined ? shown : id === named,
    );
    if (wanted === undefined) {
      return fail('alignment-not-found', { alignment: named ?? documentIds.value.join(' – ') });
    }
    const exported = await workspace.handlers['alignment.export']({
      alignmentId: wanted.id,
      format: v.parse(v.picklist(exportFormats), given.options['format'] ?? 'json'),
    });
    if (!exported.ok) {
      return exported;
    }
    await output.write(exported.value.text);
    return succeed('complete');
  },
};

/** The two documents that a verb's first arguments name. */
export function pairOf(given: Given): Result<[DocumentId, DocumentId]> {
  const [one = '', other = ''] = given.arguments;
  const pair = v.safeParse(v.tuple([DocumentIdSchema, DocumentIdSchema]), [one, other]);
  return pair.success
    ? succeed(pair.output)
    : fail('document-not-found', { document: v.is(DocumentIdSchema, one) ? other : one });
}

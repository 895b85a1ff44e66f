// `documents`: what is in the workspace.
import { succeed } from '../contract/result.ts';
import { columns } from './output.node.ts';
import type { Verb } from './verb.node.ts';

export const documents: Verb = {
  name: 'documents',
  options: {},
  arguments: [],
  check: () => null,
  run: async (given, { workspace, output }) => {
    const listed = await workspace.handlers['corpus.listDocuments']({});
    if (!listed.ok) {
      return listed;
    }
    const list = listed.value.map(({ id, title, language, date, source }) => {
      return { id, title, language, date, source };
    });
    await output.write(
      given.json
        ? `${JSON.stringify(list, null, 2)}\n`
        : columns(list.map(({ id, language, date, title }) => [id, language, date ?? '-', title])),
    );
    return succeed('complete');
  },
};

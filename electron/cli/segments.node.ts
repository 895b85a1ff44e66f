// `segments DOC`: the sentences of a document, front and back matter included, in reading order.
import * as v from 'valibot';
import { fail, succeed } from '../contract/result.ts';
import { DocumentIdSchema, segmentText } from '../corpus/document.ts';
import { columns } from './output.node.ts';
import type { Verb } from './verb.node.ts';

export const segments: Verb = {
  name: 'segments',
  options: {},
  arguments: ['DOC'],
  check: () => null,
  run: async (given, { workspace, output }) => {
    const [name = ''] = given.arguments;
    const id = v.safeParse(DocumentIdSchema, name);
    if (!id.success) {
      return fail('document-not-found', { document: name });
    }
    const found = await workspace.handlers['corpus.getDocument']({ documentId: id.output });
    if (!found.ok) {
      return found;
    }
    const list = found.value.paragraphs.flatMap((paragraph) =>
      paragraph.segments.map((segment) => ({
        id: segment.id,
        paragraph: paragraph.index,
        part: paragraph.part,
        text: segmentText(found.value, segment),
      })),
    );
    await output.write(
      given.json
        ? `${JSON.stringify(list, null, 2)}\n`
        : columns(list.map(({ paragraph, part, text }) => [`${paragraph}`, part, text])),
    );
    return succeed('complete');
  },
};

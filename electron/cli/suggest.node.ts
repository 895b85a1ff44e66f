// `suggest DOC DOC`: links that the program proposes between two documents that share a subject, with its reasons.
import * as v from 'valibot';
import { wordsOfReason } from '../alignment/reason-words.ts';
import type { Suggestion } from '../alignment/suggest/suggest.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import { DocumentIdSchema, documentOf, type SegmentId, segmentText } from '../corpus/document.ts';
import { languageOfWorkspace } from '../language/interface-language.ts';
import { systemLanguageTag } from '../start/program.node.ts';
import type { Workspace } from '../workspace.node.ts';
import type { Verb } from './verb.node.ts';

const usualTop = '10';

export const suggest: Verb = {
  name: 'suggest',
  options: { top: 'string' },
  arguments: ['DOC', 'DOC'],
  check: (given, phrases) => {
    const value = given.options['top'] ?? usualTop;
    const isCount = /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 1000;
    return isCount ? null : phrases('cli.topUnknown', { value });
  },
  run: async (given, { workspace, phrases, output }) => {
    const [one = '', other = ''] = given.arguments;
    for (const name of [one, other]) {
      if (!v.is(DocumentIdSchema, name)) {
        return fail('document-not-found', { document: name });
      }
    }
    const suggested = await workspace.handlers['alignment.suggest']({
      documentIds: [v.parse(DocumentIdSchema, one), v.parse(DocumentIdSchema, other)],
      top: Number(given.options['top'] ?? usualTop),
      // Whoever names a number asks for so many; else only those that are likely.
      more: given.options['top'] !== undefined,
    });
    if (!suggested.ok) {
      return suggested;
    }
    const language = await languageOfWorkspace(workspace.handlers, systemLanguageTag());
    const list = suggested.value.map(({ vi, en, score, reasons }) => ({
      vi,
      en,
      score: Number(score.toFixed(3)),
      reasons: reasons.map((reason) => wordsOfReason(reason, language, phrases)),
    }));
    if (given.json) {
      await output.write(`${JSON.stringify(list)}\n`);
      return succeed('complete');
    }
    const texts = await textsOf(workspace, suggested.value);
    if (!texts.ok) {
      return texts;
    }
    await output.write(list.map((link) => block(link, texts.value)).join('\n'));
    return succeed('complete');
  },
};

/** The sentences of the documents that suggestions are about. */
async function textsOf(
  { handlers }: Workspace,
  suggestions: readonly Suggestion[],
): Promise<Result<ReadonlyMap<SegmentId, string>>> {
  const texts = new Map<SegmentId, string>();
  const [first] = suggestions;
  for (const id of [first?.vi[0], first?.en[0]]) {
    if (id !== undefined) {
      const found = await handlers['corpus.getDocument']({ documentId: documentOf(id) });
      if (!found.ok) {
        return found;
      }
      for (const segment of found.value.paragraphs.flatMap(({ segments }) => segments)) {
        texts.set(segment.id, segmentText(found.value, segment));
      }
    }
  }
  return succeed(texts);
}

interface Listed extends Pick<Suggestion, 'vi' | 'en' | 'score'> {
  readonly reasons: readonly string[];
}

/** The score, the sentences by their ids, then the reasons. */
function block({ vi, en, score, reasons }: Listed, texts: ReadonlyMap<SegmentId, string>): string {
  const rows = [
    ...[...vi, ...en].map((id) => `${id}  ${texts.get(id) ?? ''}`),
    ...reasons.map((reason) => `- ${reason}`),
  ];
  return rows.map((row, index) => `${index === 0 ? score.toFixed(2) : '    '}  ${row}\n`).join('');
}

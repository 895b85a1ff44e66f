// What a command of the page is given, over a real workspace, without a window: two shipped texts in the panes.
import { QueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import type { Alignment, Link, LinkId } from '../../../electron/alignment/alignment.ts';
import type { CallName } from '../../../electron/contract/contract.ts';
import { dispatch } from '../../../electron/contract/dispatch.ts';
import type { DocumentId, SegmentId } from '../../../electron/corpus/document.ts';
import type { Edit } from '../../../electron/history/edit.ts';
import { PreferencesSchema, ReadingStateSchema } from '../../../electron/settings/settings.ts';
import { createClient } from '../../../renderer/api/client.ts';
import type { CommandContext } from '../../../renderer/app/command.ts';
import { createReaderStore } from '../../../renderer/app/reader-state.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { openTestWorkspace } from '../../helpers/test-workspace.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const vi = 'telegram-1948' as DocumentId;
const en = 'friendship-society-2020' as DocumentId;

/** A page's side of a workspace; `meanwhile` runs something while the next call of a name is under way. */
export async function openPage() {
  const workspace = await openTestWorkspace();
  const waiting = new Map<string, () => Promise<unknown>>();
  const asked: CallName[] = [];
  const log = (message: string): never => {
    throw new Error(message);
  };
  const client = createClient({
    call: async (name, input) => {
      asked.push(name);
      const answer = await dispatch(workspace.handlers, name, input, log);
      const act = waiting.get(name);
      waiting.delete(name);
      await act?.();
      return answer;
    },
    on: () => () => undefined,
  });
  // Another window has a connection of its own to the same core.
  const other = createClient({
    call: (name, input) => dispatch(workspace.handlers, name, input, log),
    on: () => () => undefined,
  });
  const reading = v.parse(ReadingStateSchema, {});
  const store = createReaderStore({
    ...reading,
    panes: [
      { documentId: vi, focus: null, top: null },
      { documentId: en, focus: null, top: null },
    ],
  });
  const queries = new QueryClient();
  const alignment = async () =>
    unwrap(await other.call('alignment.open', { documentIds: [vi, en] }));
  const apply = async (edits: readonly Edit[]) =>
    unwrap(await other.call('history.apply', { label: 'link', edits: [...edits] }));
  const context = async (): Promise<CommandContext> => ({
    client,
    store,
    queries,
    t: createI18n('en').t,
    data: {
      documents: unwrap(await other.call('corpus.listDocuments', {})),
      panes: [null, null],
      alignment: await alignment(),
      linksBySegment: new Map(),
      annotations: [],
      translations: new Map(),
      models: [],
      history: { undo: null, redo: null },
      preferences: v.parse(PreferencesSchema, {}),
    },
  });
  return {
    client,
    other,
    store,
    asked,
    alignment,
    apply,
    context,
    meanwhile: (name: CallName, act: () => Promise<unknown>) => waiting.set(name, act),
    close: () => workspace.close(),
  };
}

/** A confirmed link of the reader's between sentences of the alignment's texts. */
export function linkIn(
  { id, documentIds }: Alignment,
  sides: readonly [SegmentId[], SegmentId[]],
): Link {
  return {
    id: crypto.randomUUID() as LinkId,
    alignmentId: id,
    sides: [
      { documentId: documentIds[0], segmentIds: sides[0] },
      { documentId: documentIds[1], segmentIds: sides[1] },
    ],
    status: 'confirmed',
    origin: 'reader',
    confidence: null,
    reasons: [],
    locked: false,
    comment: '',
    createdAt: new Date().toISOString(),
  };
}

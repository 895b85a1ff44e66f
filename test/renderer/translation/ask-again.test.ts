// What was asked when no model could is asked again, once, as soon as one can.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fail, type Result } from '../../../electron/contract/result.ts';
import type { SegmentId } from '../../../electron/corpus/document.ts';
import { ReadingStateSchema } from '../../../electron/settings/settings.ts';
import { type ListedModel, ModelIdSchema } from '../../../electron/translation/model.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { createReaderStore } from '../../../renderer/app/reader-state.ts';
import { type Asking, askAgain, askFor } from '../../../renderer/translation/commands.ts';
import { makeIndex } from '../reader/texts.ts';

const index = makeIndex('telegram', [{ sentences: ['Nhân dân.', 'Hòa bình.'] }]);
const [first, second] = index.order;
const wish = { segmentIds: [first, second].filter((id) => id !== undefined), document: null };

/** A model as the core lists it: one with a problem is in use for nothing. */
function model(problem: ListedModel['problem'], from: 'vi' | 'en' = 'vi'): ListedModel {
  const directions = [{ from, to: from === 'vi' ? 'en' : 'vi' }] as const;
  return {
    id: v.parse(ModelIdSchema, 'toy'),
    name: 'toy',
    origin: 'added',
    directions,
    inUse: problem === null ? directions : [],
    sizeBytes: 1,
    fingerprint: 'f',
    about: null,
    problem,
  };
}

/** A page over a core that answers the start of a job so. */
function page(answer: Result<unknown>) {
  const asked: unknown[] = [];
  const client = createClient({
    call: (_name, input) => {
      asked.push(input);
      return Promise.resolve(answer);
    },
    on: () => () => undefined,
  });
  const store = createReaderStore(v.parse(ReadingStateSchema, {}));
  const at = (models: readonly ListedModel[]): Asking => ({
    store,
    client,
    data: { panes: [index, null], translations: new Map(), models },
  });
  return { at, store, asked };
}

const none = fail('model-none', {});
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('asking without a model', () => {
  it('shows the models, and asks again when there is one for the direction', async () => {
    const { at, store, asked } = page(none);
    askFor(at([]), wish);
    expect(store.getState().translationAsked).toEqual(wish.segmentIds);
    await settled();
    expect(store.getState()).toMatchObject({
      overlay: 'models',
      translationAsked: [],
      failure: null,
      unanswered: wish,
    });
    askAgain(at([]));
    askAgain(at([model({ code: 'model-file-missing', params: { model: 'toy', file: 'x' } })]));
    askAgain(at([model(null, 'en')]));
    expect(asked).toHaveLength(1);
    askAgain(at([model(null)]));
    expect(asked).toHaveLength(2);
    expect(store.getState()).toMatchObject({
      unanswered: null,
      translationAsked: wish.segmentIds,
    });
    askAgain(at([model(null)]));
    expect(asked).toHaveLength(2);
  });

  it('shows the models for one that is broken, too, and other failures as they are', async () => {
    const one = page(fail('model-file-missing', { model: 'half', file: 'config.json' }));
    askFor(one.at([]), wish);
    await settled();
    expect(one.store.getState()).toMatchObject({ overlay: 'models', unanswered: wish });
    const gone = fail('document-not-found', { document: 'telegram' });
    const other = page(gone);
    askFor(other.at([]), wish);
    await settled();
    expect(other.store.getState()).toMatchObject({
      overlay: null,
      unanswered: null,
      failure: gone.error,
    });
  });

  it('asks for nothing in a text that is no longer open', () => {
    const { at, store, asked } = page(none);
    store.setState({ unanswered: { segmentIds: ['gone/0' as SegmentId], document: null } });
    askAgain(at([model(null)]));
    expect(asked).toEqual([]);
  });
});

// Asking for machine translation: of a sentence, a paragraph, a document.
import type { Failure } from '../../electron/contract/result.ts';
import { documentOf, type SegmentId } from '../../electron/corpus/document.ts';
import { always, type Command, type CommandContext } from '../app/command.ts';
import type { ReaderData } from '../app/reader-data.ts';
import { type PaneNumber, runningJobs, type UnansweredWish } from '../app/reader-state.ts';
import { sentencesInView } from '../reader/scroll-place.ts';
import { isBy, madeByOthers, modelInUse } from './model-in-use.ts';
import { targetLanguage } from './target-language.ts';

export const translationCommands: readonly Command[] = [
  {
    id: 'translate.sentence',
    group: 'translate',
    keys: ['T'],
    enabled: (context) => focused(context) !== undefined,
    run: (context) => {
      const place = focused(context);
      if (place) {
        toggleSentences(context, [place.segment.id]);
      }
    },
  },
  {
    id: 'translate.paragraph',
    group: 'translate',
    keys: ['P'],
    enabled: (context) => focused(context) !== undefined,
    run: (context) => {
      const place = focused(context);
      if (place) {
        toggleSentences(
          context,
          place.paragraph.segments.map((segment) => segment.id),
        );
      }
    },
  },
  {
    id: 'translate.document',
    group: 'translate',
    keys: ['Shift+T'],
    enabled: ({ store, data }) => data.panes[store.getState().activePane] !== null,
    run: (context) => toggleDocument(context, context.store.getState().activePane),
  },
  {
    id: 'translate.stop',
    group: 'translate',
    keys: ['Shift+Escape'],
    enabled: ({ store }) => runningJobs(store.getState()).length > 0,
    run: ({ store, client }) => {
      for (const { jobId } of runningJobs(store.getState())) {
        void client.call('translation.cancel', { jobId });
      }
    },
  },
  {
    id: 'file.add-model',
    group: 'translate',
    keys: [],
    enabled: always,
    run: ({ store }) => store.setState({ overlay: 'models' }),
  },
];

function focused({ store, data }: CommandContext) {
  const { panes, activePane } = store.getState();
  const focus = panes[activePane].focus;
  return focus === null ? undefined : data.panes[activePane]?.places.get(focus);
}

/**
 * Shows the translation of sentences, asking for those that are not known; hides them where all are shown, unless they
 * are another model's than the one in use now.
 */
function toggleSentences(context: CommandContext, ids: readonly SegmentId[]): void {
  const { store } = context;
  const asked = store.getState().translationAsked;
  store.setState({ unanswered: null });
  if (ids.every((id) => asked.includes(id)) && !isOutdated(context, ids)) {
    store.setState({ translationAsked: asked.filter((id) => !ids.includes(id)) });
  } else {
    askFor(context, { segmentIds: ids, document: null });
  }
}

/** Shows or hides the translation of the whole text in a pane; goes over it again with another model than before. */
function toggleDocument(context: CommandContext, pane: PaneNumber): void {
  const { store, data } = context;
  const index = data.panes[pane];
  if (index === null) {
    return;
  }
  const { id } = index.document.summary;
  const shown = store.getState().translationShown;
  store.setState({ unanswered: null });
  const body = index.order.filter(
    (segment) => index.places.get(segment)?.paragraph.part === 'body',
  );
  if (shown.includes(id) && !isOutdated(context, body)) {
    store.setState({ translationShown: shown.filter((other) => other !== id) });
    return;
  }
  askFor(context, { segmentIds: inViewFirst(body), document: id });
}

/** Whether sentences of one text are another model's than the one in use; not while a job is at it. */
function isOutdated({ store, data }: CommandContext, ids: readonly SegmentId[]): boolean {
  const index = data.panes.find((pane) => ids.some((id) => pane?.places.has(id)));
  if (!index) {
    return false;
  }
  const { id, language } = index.document.summary;
  const isRunning = runningJobs(store.getState()).some(({ documentId }) => documentId === id);
  const model = modelInUse(data.models, language);
  return !isRunning && madeByOthers(ids, data.translations, model).length > 0;
}

/** What asking needs of a command's context. */
export interface Asking extends Pick<CommandContext, 'store' | 'client'> {
  readonly data: Pick<ReaderData, 'panes' | 'translations' | 'models'>;
}

/** Keeps room for the translation, and asks for what is not known of it. */
export function askFor(context: Asking, wish: UnansweredWish): void {
  const { segmentIds, document } = wish;
  context.store.setState(({ translationAsked, translationShown }) =>
    document === null
      ? { translationAsked: [...new Set([...translationAsked, ...segmentIds])] }
      : { translationShown: [...new Set([...translationShown, document])] },
  );
  void translate(context, wish);
}

/** Asks again for what was asked when no model could, if one can now. */
export function askAgain(context: Asking): void {
  const { store, data } = context;
  const wish = store.getState().unanswered;
  const [first] = wish?.segmentIds ?? [];
  const index = data.panes.find((pane) => first !== undefined && pane?.places.has(first));
  if (!wish || !index) {
    return;
  }
  if (modelInUse(data.models, index.document.summary.language)) {
    store.setState({ unanswered: null });
    askFor(context, wish);
  }
}

/** Starts a job over those sentences that the model in use has not translated yet. */
async function translate(context: Asking, wish: UnansweredWish): Promise<void> {
  const { store, client, data } = context;
  const ids = wish.segmentIds;
  const index = data.panes.find((pane) => ids.some((id) => pane?.places.has(id)));
  if (!index) {
    return;
  }
  const { id, language } = index.document.summary;
  const model = modelInUse(data.models, language);
  const unknown = ids.filter((sentence) => !isBy(model, data.translations.get(sentence)));
  if (unknown.length === 0) {
    return;
  }
  const result = await client.call('translation.start', {
    documentId: id,
    segmentIds: unknown,
    to: targetLanguage(language),
    modelId: null,
  });
  if (result.ok) {
    // Its progress, and even its end, may have come before this answer did.
    store.setState(({ jobs }) =>
      jobs.has(result.value.jobId)
        ? {}
        : { jobs: new Map(jobs).set(result.value.jobId, result.value) },
    );
    return;
  }
  store.setState(({ translationAsked, translationShown }) => ({
    translationAsked: translationAsked.filter((asked) => !ids.includes(asked)),
    translationShown: translationShown.filter((shown) => shown !== id),
    // The panel shows which models there are, what is wrong with each, and where to get one.
    ...(isForWantOfModel(result.error)
      ? { overlay: 'models' as const, unanswered: wish }
      : { failure: result.error }),
  }));
}

function isForWantOfModel({ code }: Failure): boolean {
  return code === 'model-none' || /^model-(?:file|kind|languages)-/.test(code);
}

/** What the reader sees goes first, then what follows it, then what came before. */
function inViewFirst(ids: readonly SegmentId[]): readonly SegmentId[] {
  const [first] = ids;
  const seen = new Set(first === undefined ? [] : sentencesInView(documentOf(first)));
  const at = ids.findIndex((id) => seen.has(id));
  return at > 0 ? [...ids.slice(at), ...ids.slice(0, at)] : ids;
}

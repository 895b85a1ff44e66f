// Asking for machine translation: of a sentence, a paragraph, a document.
import { documentOf, type SegmentId } from '../../electron/corpus/document.ts';
import { always, type Command, type CommandContext } from '../app/command.ts';
import { type PaneNumber, runningJobs } from '../app/reader-state.ts';
import { sentencesInView } from '../reader/scroll-place.ts';
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

/** Shows the translation of sentences, asking for those that are not known; hides them where all are shown. */
function toggleSentences(context: CommandContext, ids: readonly SegmentId[]): void {
  const { store } = context;
  const asked = store.getState().translationAsked;
  if (ids.every((id) => asked.includes(id))) {
    store.setState({ translationAsked: asked.filter((id) => !ids.includes(id)) });
  } else {
    store.setState({ translationAsked: [...new Set([...asked, ...ids])] });
    void translate(context, ids);
  }
}

/** Shows or hides the translation of the whole text in a pane. */
function toggleDocument(context: CommandContext, pane: PaneNumber): void {
  const { store, data } = context;
  const index = data.panes[pane];
  if (index === null) {
    return;
  }
  const { id } = index.document.summary;
  const shown = store.getState().translationShown;
  if (shown.includes(id)) {
    store.setState({ translationShown: shown.filter((other) => other !== id) });
    return;
  }
  store.setState({ translationShown: [...shown, id] });
  const body = index.order.filter(
    (segment) => index.places.get(segment)?.paragraph.part === 'body',
  );
  void translate(context, inViewFirst(body));
}

/** Starts a job over those sentences that no model has translated yet. */
async function translate(context: CommandContext, ids: readonly SegmentId[]): Promise<void> {
  const { store, client, data } = context;
  const index = data.panes.find((pane) => ids.some((id) => pane?.places.has(id)));
  const unknown = ids.filter((id) => !data.translations.has(id));
  if (!index || unknown.length === 0) {
    return;
  }
  const { id, language } = index.document.summary;
  const to = targetLanguage(language);
  const result = await client.call('translation.start', {
    documentId: id,
    segmentIds: unknown,
    to,
    modelId: null,
  });
  if (result.ok) {
    // Its progress, and even its end, may have come before this answer did.
    store.setState(({ jobs }) =>
      jobs.has(result.value.jobId)
        ? {}
        : { jobs: new Map(jobs).set(result.value.jobId, result.value) },
    );
  } else {
    store.setState(({ translationAsked, translationShown }) => ({
      translationAsked: translationAsked.filter((asked) => !ids.includes(asked)),
      translationShown: translationShown.filter((shown) => shown !== id),
      ...(result.error.code === 'model-none' ? { overlay: 'models' } : { failure: result.error }),
    }));
  }
}

/** What the reader sees goes first, then what follows it, then what came before. */
function inViewFirst(ids: readonly SegmentId[]): readonly SegmentId[] {
  const [first] = ids;
  const seen = new Set(first === undefined ? [] : sentencesInView(documentOf(first)));
  const at = ids.findIndex((id) => seen.has(id));
  return at > 0 ? [...ids.slice(at), ...ids.slice(0, at)] : ids;
}

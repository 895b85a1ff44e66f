// Asks the core for links between texts that share a subject; what it proposes comes in as suggestions, in one step.
import type { Alignment, Link, LinkId } from '../../electron/alignment/alignment.ts';
import { sameSides } from '../../electron/alignment/plan.ts';
import { moreLeast } from '../../electron/alignment/suggest/floors.ts';
import type { Suggestion } from '../../electron/alignment/suggest/suggest.ts';
import { applyEdits, type CommandContext, notify } from '../app/command.ts';
import type { ReaderState, ReaderStore } from '../app/reader-state.ts';
import { currentAlignment } from './current-alignment.ts';
import { goToLink } from './focused-link.ts';

/** So many at a time: few good ones, and more on request. */
const atATime = 8;
/** So many are asked for, as what does not fit is let go. */
const mostAsked = 1000;

/** The alignment whose suggestions each window waits for; a later wish for another one takes the place of the first. */
const waitingFor = new WeakMap<ReaderStore, Pick<Alignment, 'id'>>();

/**
 * The likeliest suggestions that are not there yet and were not rejected; when none of them is left, less likely
 * ones, and when all that are likelier right than wrong are there, none: the reader is told so. Else the reader is
 * told how many came, and stands at the first, unless the reader has gone elsewhere or is writing by then. What the
 * reader linked while the core was at work counts, and suggestions for an alignment that is no longer shown are let
 * go.
 */
export async function suggestLinks(context: CommandContext): Promise<void> {
  const { store, data } = context;
  const { alignment } = data;
  if (alignment === null || waitingFor.get(store)?.id === alignment.id) {
    return;
  }
  waitingFor.set(store, alignment);
  try {
    await suggestFor(context, alignment, () => waitingFor.get(store) === alignment);
  } finally {
    if (waitingFor.get(store) === alignment) {
      waitingFor.delete(store);
    }
  }
}

async function suggestFor(
  context: CommandContext,
  asked: Alignment,
  isWanted: () => boolean,
): Promise<void> {
  const { store, t } = context;
  const place = placeOf(store.getState());
  notify(context, t('review.suggesting'));
  const likely = await newLinks(context, asked, isWanted, {});
  const found =
    likely?.length === 0
      ? await newLinks(context, asked, isWanted, { more: true, least: moreLeast })
      : likely;
  if (!isWanted()) {
    return;
  }
  if (found === null) {
    store.setState(({ notice }) => (notice === t('review.suggesting') ? { notice: '' } : {}));
    return;
  }
  const links = found.slice(0, atATime);
  const [first] = links;
  if (!first) {
    notify(context, t('review.found-none'));
    return;
  }
  const done = await applyEdits(
    context,
    'take-suggestions',
    links.map((link) => ({ type: 'link.add', link })),
  );
  if (done) {
    if (placeOf(store.getState()) === place) {
      goToLink(context, first);
    }
    notify(context, t('review.found', { count: links.length }));
  }
}

/** Where the reader is; another place where something is being written or looked at that lies over the texts. */
function placeOf({
  panes,
  activePane,
  railTab,
  editedNote,
  corrected,
  overlay,
}: ReaderState): string {
  const isBusy =
    (editedNote ?? corrected ?? overlay) !== null ||
    document.querySelector('input:focus, textarea:focus') !== null;
  return [activePane, panes[activePane].focus, railTab, isBusy].join(' ');
}

/** What fits the alignment as it is now; null where it failed, which the reader is told, or is wanted no longer. */
async function newLinks(
  context: CommandContext,
  asked: Alignment,
  isWanted: () => boolean,
  floor: { readonly more?: true; readonly least?: number },
): Promise<readonly Link[] | null> {
  const answer = await context.client.call('alignment.suggest', {
    documentIds: [...asked.documentIds],
    top: mostAsked,
    ...floor,
  });
  const current = await currentAlignment(context, asked);
  if (!isWanted()) {
    return null;
  }
  const failed = [answer, current].find(({ ok }) => !ok);
  if (failed?.ok === false) {
    context.store.setState({ failure: failed.error, notice: '' });
  }
  if (!answer.ok || !current.ok || current.value === null) {
    return null;
  }
  const alignment = current.value;
  return fitting(
    alignment,
    answer.value.map((suggestion) => linkOf(alignment, suggestion)),
  );
}

/**
 * Those that are not there yet, whatever was judged of them. In a translation a sentence is in one link at most: what
 * would break that is not suggested there.
 */
function fitting({ kind, links }: Alignment, found: readonly Link[]): readonly Link[] {
  const suggested = found.filter((link) => links.every((known) => !sameSides(known, link)));
  if (kind === 'subject') {
    return suggested;
  }
  const sentences = ({ sides }: Link) => sides.flatMap(({ segmentIds }) => segmentIds);
  const taken = new Set(links.filter(({ status }) => status !== 'rejected').flatMap(sentences));
  return suggested.filter((link) => {
    const isFree = sentences(link).every((id) => !taken.has(id));
    for (const id of isFree ? sentences(link) : []) {
      taken.add(id);
    }
    return isFree;
  });
}

function linkOf({ id, documentIds }: Alignment, { vi, en, score, reasons }: Suggestion): Link {
  return {
    id: crypto.randomUUID() as LinkId,
    alignmentId: id,
    // The Vietnamese text is the first of an alignment.
    sides: [
      { documentId: documentIds[0], segmentIds: vi },
      { documentId: documentIds[1], segmentIds: en },
    ],
    status: 'suggested',
    origin: 'machine',
    confidence: score,
    reasons,
    locked: false,
    comment: '',
    createdAt: new Date().toISOString(),
  };
}

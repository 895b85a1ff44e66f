// Asks the core for links between texts that share a subject; what it proposes comes in as suggestions, in one step.
import type { Link, LinkId } from '../../electron/alignment/alignment.ts';
import type { Suggestion } from '../../electron/alignment/suggest/suggest.ts';
import { applyEdits, type CommandContext, notify } from '../app/command.ts';
import { goToLink } from './focused-link.ts';

/** So many at a time: few good ones, and more on request. */
const atATime = 8;

/**
 * The likeliest suggestions that are not there yet and were not rejected; when none of them is left, less likely
 * ones. The reader is told how many came, and stands at the first.
 */
export async function suggestLinks(context: CommandContext): Promise<void> {
  const { client, data, store, t } = context;
  const { alignment } = data;
  if (alignment === null) {
    return;
  }
  notify(context, t('review.suggesting'));
  const documentIds: [Link['sides'][0]['documentId'], Link['sides'][1]['documentId']] = [
    ...alignment.documentIds,
  ];
  const ask = (more: boolean) =>
    client.call('alignment.suggest', { documentIds, top: atATime, more });
  const likely = await ask(false);
  const answer = likely.ok && likely.value.length === 0 ? await ask(true) : likely;
  if (!answer.ok) {
    store.setState({ failure: answer.error, notice: '' });
    return;
  }
  const links = fitting(
    alignment,
    answer.value.map((suggestion) => linkOf(alignment, suggestion)),
  );
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
    goToLink(context, first);
    notify(context, t('review.found', { count: links.length }));
  }
}

/** In a translation a sentence is in one link at most: what would break that is not suggested there. */
function fitting(
  { kind, links }: NonNullable<CommandContext['data']['alignment']>,
  suggested: readonly Link[],
): readonly Link[] {
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

function linkOf(
  { id, documentIds }: NonNullable<CommandContext['data']['alignment']>,
  { vi, en, score, reasons }: Suggestion,
): Link {
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

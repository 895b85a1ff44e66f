// Going through what the machine proposes, and asking it to propose.
import type { Link, LinkStatus } from '../../electron/alignment/alignment.ts';
import { planStatus } from '../../electron/alignment/gestures.ts';
import { inTextOrder, nextDoubtful } from '../../electron/alignment/review.ts';
import { announce, type Command, type CommandContext, notify } from '../app/command.ts';
import { goToLink, linkInFocus, linkToGoOnFrom } from './focused-link.ts';
import { linkWords, perform, readingOrder } from './gesture.ts';
import { setStatus } from './link-actions.ts';
import { proposeRun } from './proposals.ts';
import { standingOf } from './standing.ts';

export const reviewCommands: readonly Command[] = [
  {
    id: 'review.next',
    group: 'review',
    keys: ['D'],
    enabled: hasLinks,
    run: (context) => goOn(context, 1),
  },
  {
    id: 'review.previous',
    group: 'review',
    keys: ['Shift+D'],
    enabled: hasLinks,
    run: (context) => goOn(context, -1),
  },
  judgeAndGoOn('review.accept', 'A', 'confirmed'),
  judgeAndGoOn('review.reject', 'Shift+R', 'rejected'),
  {
    id: 'review.confirm-sure',
    group: 'review',
    keys: [],
    enabled: (context) => sureLinks(context).length > 0,
    run: (context) => {
      const ids = sureLinks(context).map(({ id }) => id);
      void perform(context, 'confirm-links', null, (known) => planStatus(known, ids, 'confirmed'));
    },
  },
  {
    id: 'review.align',
    group: 'review',
    keys: ['Shift+A'],
    enabled: ({ data }) => data.alignment !== null,
    run: (context) => void proposeRun(context),
  },
  {
    id: 'review.alignments',
    group: 'review',
    keys: ['Shift+V'],
    enabled: ({ data }) => data.alignment !== null,
    run: ({ store }) => store.setState({ overlay: 'alignments' }),
  },
];

function hasLinks({ data }: CommandContext): boolean {
  return data.alignment !== null && data.alignment.links.length > 0;
}

/** Suggestions of which the machine is sure and that nothing holds. */
function sureLinks({ data }: CommandContext): readonly Link[] {
  return (data.alignment?.links ?? []).filter(
    (link) => standingOf(link) === 'suggested' && !link.locked,
  );
}

/** Goes to the next link that wants a judgement, and says how many there are. */
function goOn(context: CommandContext, direction: 1 | -1, judged?: Link): void {
  const { data, t } = context;
  const order = readingOrder(context);
  if (!data.alignment || !order) {
    return;
  }
  // What was judged a moment ago may not have come back from the core yet.
  const links = data.alignment.links.filter(({ id }) => id !== judged?.id);
  const from = judged ?? linkToGoOnFrom(context);
  const alignment = {
    links: judged ? [...links, { ...judged, status: 'confirmed' as const }] : links,
  };
  const next =
    nextDoubtful(alignment, order, from?.id ?? null, direction) ??
    nextSuggested(alignment.links, order, from, direction);
  if (next === null) {
    notify(context, t('review.nothing-left'));
    return;
  }
  const standing = standingOf(next);
  const count = alignment.links.filter((link) => standingOf(link) === standing).length;
  goToLink(context, next);
  const left =
    standing === 'doubtful'
      ? t('review.doubtful-left', { count })
      : t('review.suggested-left', { count });
  context.store.setState({ notice: left });
  announce(context, `${linkWords(context, next)}. ${left}`);
}

/** When nothing doubtful is left, the suggestions of which the machine is sure are gone through. */
function nextSuggested(
  links: readonly Link[],
  order: NonNullable<ReturnType<typeof readingOrder>>,
  from: Link | undefined,
  direction: 1 | -1,
): Link | null {
  const all = inTextOrder({ links }, order);
  const ordered = direction === 1 ? all : all.toReversed();
  const at = ordered.findIndex(({ id }) => id === from?.id);
  const round = [...ordered.slice(at + 1), ...ordered.slice(0, at + 1)];
  return round.find((link) => standingOf(link) === 'suggested') ?? null;
}

function judgeAndGoOn(id: string, key: string, status: LinkStatus): Command {
  return {
    id,
    group: 'review',
    keys: [key],
    enabled: (context) => linkInFocus(context) !== undefined,
    run: (context) => {
      const link = linkInFocus(context);
      if (link) {
        void judgeThenGoOn(context, link, status);
      }
    },
  };
}

async function judgeThenGoOn(
  context: CommandContext,
  link: Link,
  status: LinkStatus,
): Promise<void> {
  if (link.status === status || (await setStatus(context, link, status))) {
    goOn(context, 1, link);
  }
}

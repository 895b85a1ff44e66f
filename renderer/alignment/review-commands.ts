// Going through what the machine proposes, and asking it to propose.
import type { Link, LinkStatus } from '../../electron/alignment/alignment.ts';
import { planStatus } from '../../electron/alignment/gestures.ts';
import { inTextOrder, nextDoubtful } from '../../electron/alignment/review.ts';
import { actOn, announce, type Command, type CommandContext, notify } from '../app/command.ts';
import {
  focusedSentence,
  goToLink,
  linkInFocus,
  linkToGoOnFrom,
  noLinkHere,
} from './focused-link.ts';
import { linkWords, perform, readingOrder } from './gesture.ts';
import { setStatus } from './link-actions.ts';
import { type Between, proposeRun } from './proposals.ts';
import { standingOf } from './standing.ts';
import { suggestLinks } from './suggesting.ts';

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
    refusal: noLinkHere,
    enabled: ({ data }) => data.alignment !== null,
    run: (context) => void proposeRun(context),
  },
  {
    id: 'review.align-here',
    group: 'review',
    keys: [],
    ...actOn(confirmedRound, (context, between) => void proposeRun(context, between)),
  },
  {
    id: 'review.suggest',
    group: 'review',
    keys: ['Shift+F'],
    refusal: noLinkHere,
    enabled: ({ data }) => data.alignment !== null,
    run: (context) => void suggestLinks(context),
  },
  {
    id: 'review.alignments',
    group: 'review',
    keys: ['Shift+V'],
    refusal: noLinkHere,
    enabled: ({ data }) => data.alignment !== null,
    run: ({ store }) => store.setState({ overlay: 'alignments' }),
  },
];

/** The confirmed links next before and next after the sentence in focus; null where there is neither. */
function confirmedRound(context: CommandContext): Between | null {
  const order = readingOrder(context.data);
  const focus = focusedSentence(context);
  const { alignment } = context.data;
  if (!order || focus === null || !alignment) {
    return null;
  }
  const side = order[0].includes(focus) ? 0 : 1;
  const at = order[side].indexOf(focus);
  const placeOf = ({ sides }: Link, which: 0 | -1) =>
    order[side].indexOf(sides[side].segmentIds.at(which) ?? focus);
  const confirmed = inTextOrder(alignment, order).filter(({ status }) => status === 'confirmed');
  const after = confirmed.findLast((link) => placeOf(link, -1) < at)?.id ?? null;
  const before = confirmed.find((link) => placeOf(link, 0) > at)?.id ?? null;
  return after === null && before === null ? null : { after, before };
}

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
  const order = readingOrder(context.data);
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
    refusal: noLinkHere,
    ...actOn(linkInFocus, (context, link) => void judgeThenGoOn(context, link, status)),
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

// Making a link, removing it, judging it.
import type { Link, LinkId, LinkStatus } from '../../electron/alignment/alignment.ts';
import {
  planLink,
  planStatus,
  planUnlink,
  type SidesToLink,
} from '../../electron/alignment/gestures.ts';
import type { EditLabel } from '../../electron/history/edit.ts';
import { announce, type CommandContext } from '../app/command.ts';
import { gesturing, perform } from './gesture.ts';

/** Links sentences; where they are linked already, shows that link. */
export async function makeLink(context: CommandContext, sides: SidesToLink): Promise<void> {
  const known = gesturing(context);
  const planned = known && planLink(known, sides);
  if (planned?.ok === false && planned.error.code === 'link-exists') {
    context.store.setState({ selection: [], focusedLink: planned.error.params['link'] as LinkId });
    announce(context, context.t('links.exists'));
  } else if (planned && (await perform(context, 'link', null, () => planned))) {
    const linked = sides.flat();
    context.store.setState(({ selection }) => ({
      selection: selection.filter((id) => !linked.includes(id)),
    }));
  }
}

export async function removeLink(context: CommandContext, link: Link): Promise<void> {
  await perform(context, 'unlink', link.id, (known) => planUnlink(known, [link.id]));
}

const judgement: Readonly<Record<LinkStatus, EditLabel>> = {
  confirmed: 'confirm-link',
  rejected: 'reject-link',
  suggested: 'suggest-link',
};

export function setStatus(
  context: CommandContext,
  link: Link,
  status: LinkStatus,
): Promise<boolean> {
  return perform(context, judgement[status], link.id, (known) =>
    planStatus(known, [link.id], status),
  );
}

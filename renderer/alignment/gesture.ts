// Carries out what the reader does to links: the core plans the edits, the history applies them, the reader is told.
import type { Link, LinkId } from '../../electron/alignment/alignment.ts';
import type { Gesture, Gesturing } from '../../electron/alignment/gestures.ts';
import type { ReadingOrder } from '../../electron/alignment/review.ts';
import type { EditLabel } from '../../electron/history/edit.ts';
import { announce, applyEdits, type CommandContext } from '../app/command.ts';
import type { ReaderData } from '../app/reader-data.ts';
import { alignmentAfter } from './alignment-after.ts';
import { describeLink } from './link-words.ts';

/** The reading order of the alignment's two documents, in its order; null where they do not both stand in the panes. */
export function readingOrder({
  alignment,
  panes,
}: Pick<ReaderData, 'alignment' | 'panes'>): ReadingOrder | null {
  const [first, second] = (alignment?.documentIds ?? []).map(
    (id) => panes.find((index) => index?.document.summary.id === id)?.order,
  );
  return first && second ? [first, second] : null;
}

/** What the core must know to plan a gesture; null where no pair of texts is open. */
export function gesturing(context: Pick<CommandContext, 'data'>): Gesturing | null {
  const order = readingOrder(context.data);
  const { alignment, annotations } = context.data;
  return alignment && order
    ? {
        alignment,
        order,
        annotations,
        newId: () => crypto.randomUUID(),
        now: () => new Date().toISOString(),
      }
    : null;
}

/**
 * Plans a gesture and applies it. The link that it is about stays chosen, so that the next key goes on with it, unless
 * the reader has gone on to another; it is described to the reader as it is then.
 */
export async function perform(
  context: CommandContext,
  label: EditLabel,
  about: LinkId | null,
  plan: (gesturing: Gesturing) => Gesture,
): Promise<boolean> {
  const known = gesturing(context);
  if (known === null) {
    return false;
  }
  const planned = plan(known);
  if (!planned.ok) {
    context.store.setState({ failure: planned.error });
    return false;
  }
  const place = placeOf(context);
  if (!(await applyEdits(context, label, planned.value))) {
    return false;
  }
  const added = planned.value.findLast((edit) => edit.type === 'link.add');
  const id = about ?? added?.link.id ?? null;
  const after = alignmentAfter(known.alignment, planned.value);
  const link = after.links.find((each) => each.id === id);
  if (placeOf(context) === place) {
    context.store.setState({ focusedLink: link?.id ?? null });
  }
  announce(
    context,
    [context.t(`history.labels.${label}`), link && linkWords(context, link)]
      .filter(Boolean)
      .join(': '),
  );
  return true;
}

function placeOf({ store }: CommandContext): string {
  const { panes, activePane, focusedLink } = store.getState();
  return [activePane, panes[activePane].focus, focusedLink].join(' ');
}

/** A link in words, in the language of the interface. */
export function linkWords({ t, data }: CommandContext, link: Link): string {
  return describeLink(t, link, data.documents);
}

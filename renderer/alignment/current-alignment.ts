// The alignment that the reader looks at, as the core holds it at this moment: another window may have changed it.
import type { Alignment } from '../../electron/alignment/alignment.ts';
import type { Result } from '../../electron/contract/result.ts';
import { inOrder } from '../api/in-order.ts';
import type { CommandContext } from '../app/command.ts';

/**
 * The shown alignment of two documents after everything that this window has sent; null where the panes no longer show
 * those two, or show another alignment of them.
 */
export async function currentAlignment(
  { client, store }: Pick<CommandContext, 'client' | 'store'>,
  { id, documentIds }: Pick<Alignment, 'id' | 'documentIds'>,
): Promise<Result<Alignment | null>> {
  const answer = await inOrder(client, () =>
    client.call('alignment.open', { documentIds: [...documentIds] }),
  );
  const shown = store.getState().panes.map((pane) => pane.documentId);
  const isShown = documentIds.every((documentId) => shown.includes(documentId));
  return answer.ok && (!isShown || answer.value.id !== id) ? { ok: true, value: null } : answer;
}

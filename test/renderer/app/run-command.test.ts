import { expect, onTestFinished, test } from 'vitest';
import type { SegmentId } from '../../../electron/corpus/document.ts';
import type { Command, CommandContext } from '../../../renderer/app/command.ts';
import { commandById } from '../../../renderer/app/commands.ts';
import { withPane } from '../../../renderer/app/reader-state.ts';
import { runCommand, runInTurn } from '../../../renderer/app/run-command.ts';
import { openPage } from '../alignment/page-over-core.ts';

const refusal = ({ store }: CommandContext) => store.getState().refusal;
const run = (id: string, context: CommandContext) => {
  const command = commandById(id);
  return command !== undefined && runCommand(command, context);
};

test('a key for links says why it does nothing, until another command runs', async () => {
  const page = await openPage();
  onTestFinished(page.close);
  const context = await page.context();
  context.store.setState((state) => withPane(state, 0, { focus: 'telegram-1948/6' as SegmentId }));
  for (const id of [
    'link.confirm',
    'link.remove',
    'link.lock',
    'link.end-later',
    'review.accept',
  ]) {
    context.store.setState({ refusal: '' });
    expect(run(id, context)).toBe(false);
    expect(refusal(context), id).toBe(context.t('links.none-here'));
  }
  context.store.setState({ notice: 'still at work' });
  expect(run('view.shortcuts', context)).toBe(true);
  expect(refusal(context)).toBe('');
  expect(context.store.getState().notice).toBe('still at work');
  const loading = { ...context, data: { ...context.data, alignment: null } };
  expect(run('link.make', loading)).toBe(false);
  expect(refusal(context)).toBe('');
  context.store.setState((state) => withPane(state, 1, { documentId: state.panes[0].documentId }));
  expect(run('link.make', loading)).toBe(false);
  expect(refusal(context)).toBe(context.t('links.same-document'));
});

test('what cannot run yet is asked again when the page has drawn what the core sent', async () => {
  const page = await openPage();
  onTestFinished(page.close);
  const context = await page.context();
  let drawn = false;
  let runs = 0;
  const command: Command = {
    id: 'edit.redo',
    group: 'edit',
    keys: [],
    inTurn: true,
    enabled: () => drawn,
    run: () => {
      runs += 1;
    },
  };
  expect(runInTurn(command, () => context)).toBe(true);
  drawn = true;
  await expect.poll(() => runs).toBe(1);
});

import { expect, onTestFinished, test } from 'vitest';
import type { SegmentId } from '../../../electron/corpus/document.ts';
import type { CommandContext } from '../../../renderer/app/command.ts';
import { commandById } from '../../../renderer/app/commands.ts';
import { withPane } from '../../../renderer/app/reader-state.ts';
import { runCommand } from '../../../renderer/app/run-command.ts';
import { openPage } from '../alignment/page-over-core.ts';

const notice = ({ store }: CommandContext) => store.getState().notice;
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
    context.store.setState({ notice: '' });
    expect(run(id, context)).toBe(false);
    expect(notice(context), id).toBe(context.t('links.none-here'));
  }
  expect(run('view.shortcuts', context)).toBe(true);
  expect(notice(context)).toBe('');
  const alone = { ...context, data: { ...context.data, alignment: null } };
  expect(run('link.make', alone)).toBe(false);
  expect(notice(context)).toBe(context.t('links.same-document'));
});

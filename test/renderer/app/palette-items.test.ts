import { expect, onTestFinished, test, vi as vitest } from 'vitest';
import { paletteItems } from '../../../renderer/app/palette-items.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { rankItems } from '../../../renderer/search/rank-items.ts';
import { openPage } from '../alignment/page-over-core.ts';

test('a command is found by its name in either language, and shown in the one of the page', async () => {
  const page = await openPage();
  onTestFinished(page.close);
  // Some commands look at the selected words.
  vitest.stubGlobal('window', { getSelection: () => null });
  onTestFinished(() => void vitest.unstubAllGlobals());
  const [vi, en] = [createI18n('vi').t, createI18n('en').t];
  const items = paletteItems(vi, en, await page.context());
  const found = rankItems(items, 'undo', []).map(({ id }) => id);
  expect(found).toContain('edit.undo');
  expect(items.find(({ id }) => id === 'edit.undo')?.label).toBe(vi('commands.edit.undo'));
  expect(rankItems(items, 'hoan tac', []).map(({ id }) => id)).toContain('edit.undo');
});

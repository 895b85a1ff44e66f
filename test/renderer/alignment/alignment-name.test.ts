import { expect, test } from 'vitest';
import { newAlignmentName } from '../../../renderer/alignment/alignment-name.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';

const { t } = createI18n('en');

test('a new alignment is called as no other of the pair is', () => {
  const plain = { name: '', origin: 'reader' } as const;
  expect(newAlignmentName(t, [])).toBe('');
  expect(newAlignmentName(t, [{ name: '', origin: 'machine' }])).toBe('');
  expect(newAlignmentName(t, [plain])).toBe('My links 2');
  expect(newAlignmentName(t, [plain, { ...plain, name: 'My links 2' }])).toBe('My links 3');
  expect(newAlignmentName(t, [{ ...plain, name: 'My links' }])).toBe('My links 2');
});

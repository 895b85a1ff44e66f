// How large a file of links may be, from the page to the core.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { alignmentCalls } from '../../../electron/alignment/api.ts';
import { checkImportSize, importLimitBytes } from '../../../electron/alignment/import-limit.ts';
import { bodyLimitBytes } from '../../../electron/contract/loopback.ts';
import { en, vi } from '../../helpers/edit-world.ts';

test('a file of that size passes, one of a byte more is refused with its size', () => {
  expect(checkImportSize('a.json', importLimitBytes)).toMatchObject({ ok: true });
  expect(checkImportSize('a.json', importLimitBytes + 1)).toMatchObject({
    error: {
      code: 'alignment-file-too-large',
      params: { file: 'a.json', megabytes: 30.1, limitMegabytes: 30 },
    },
  });
});

test('what passes is a request, and fits into a body that the loopback shell takes', () => {
  const { input } = alignmentCalls['alignment.proposeImport'];
  const request = { documentIds: [vi, en], text: '"'.repeat(importLimitBytes), name: '' };
  expect(v.is(input, request)).toBe(true);
  expect(v.is(input, { ...request, text: `${request.text}"` })).toBe(false);
  expect(Buffer.byteLength(JSON.stringify(request))).toBeLessThan(bodyLimitBytes);
  // UTF-16 with two bytes a character, of which UTF-8 makes three.
  expect((importLimitBytes / 2) * 3).toBeLessThan(bodyLimitBytes);
});

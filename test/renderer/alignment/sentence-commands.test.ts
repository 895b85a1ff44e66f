// Where a sentence is parted.
import { expect, test } from 'vitest';
import { afterMarks } from '../../../renderer/alignment/sentence-commands.ts';

test.each([
  ['Xin chào, các bạn.', 8, 9],
  ['Xin chào , các bạn.', 8, 10],
  ['“Xin chào!” Anh nói.', 9, 11],
  ['Xin chào các bạn.', 9, 9],
  ['Xin chào “bạn”.', 9, 9],
])('%s is parted at %i behind the marks: %i', (text, at, expected) => {
  expect(afterMarks(text, at)).toBe(expected);
});
